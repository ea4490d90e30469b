import type {MediaStrings} from './interpretation.media.strings.ts';

export const zhHant: MediaStrings = {
  zoom: '放大看',
  larger: '放大',
  smaller: '縮小',
  close: '關閉',
  view: '圖片，可以上下左右移動',
  captions: '字幕',
  text: '文字版',
  transcript: '文字稿',
  seek: '點一句，就從那裡開始播放。',
  elsewhere: '到原網站打開（新視窗）',
};
