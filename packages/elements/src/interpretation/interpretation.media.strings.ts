import type {StringTable} from '../foundation/strings.ts';

export const zhHans = {
  zoom: '放大看',
  larger: '放大',
  smaller: '缩小',
  close: '关闭',
  view: '图片，可以上下左右移动',
  captions: '字幕',
  text: '文字版',
  transcript: '文字稿',
  seek: '点一句，就从那里开始播放。',
  elsewhere: '到原网站打开（新窗口）',
};
export type MediaStrings = typeof zhHans;

export const mediaStrings: StringTable<MediaStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./interpretation.media.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./interpretation.media.strings.en.ts').then((m) => m.en),
};
