/** Invented opinions (演示数据) on an invented draft, and how floods vary a text. Nothing that ships imports this. */
import {HANS, HANT} from '../../hant-data.ts';
import type {Random} from '../../testing/amend.ts';

const one = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;
const HANT_OF = new Map([...HANS].map((char, i) => [char, [...HANT][i]!]));

interface Topic {
  article: string;
  quote: string;
  demands: readonly string[];
  reasons: readonly string[];
}

const TOPICS: readonly Topic[] = [
  {
    article: '第六条',
    quote: '住宅区周边的公共停车场，应当设置夜间优惠时段，优惠时段不少于10个小时',
    demands: [
      '夜间优惠时段应从18点开始，不要等到20点',
      '夜间优惠应当按次收费，封顶5元',
      '优惠时段要覆盖整个周末',
      '优惠只给本小区居民，凭居住证明办理',
    ],
    reasons: [
      '下班回家就要停车，20点以后才优惠等于没有优惠',
      '老小区没有地下车库，晚上只能停在外面',
      '现在一个月停车费要六百多元，负担太重',
      '周末来看望老人的子女停车也很贵',
    ],
  },
  {
    article: '第八条',
    quote: '停车不满30分钟的，不收取停车费用',
    demands: ['医院周边的免费时间改成60分钟', '学校门口接送孩子的免费时间改为40分钟', '免费时间取消，改为首小时半价', '残疾人车辆全天免费'],
    reasons: [
      '去医院挂号排队都不止半个小时',
      '放学时家长要提前到，半小时不够用',
      '免费时间太长车位周转不起来，真正要停的人停不进去',
      '轮椅上下车要花更多时间，应当照顾',
    ],
  },
  {
    article: '第七条',
    quote: '公共停车场应当按照不低于总车位数百分之二的比例设置无障碍停车位',
    demands: [
      '无障碍车位的比例提高到百分之五',
      '无障碍车位要靠近电梯和出入口',
      '对占用无障碍车位的要有处罚办法',
      '设置孕妇和带婴儿家庭的优先车位',
    ],
    reasons: [
      '现在的无障碍车位常年被普通车占着没有人管',
      '我母亲坐轮椅，车位太远根本没法用',
      '其他城市已经这样做了，效果不错',
      '带着婴儿车在普通车位上打不开车门',
    ],
  },
  {
    article: '第九条',
    quote: '鼓励机关、企业事业单位的停车场在夜间、节假日向社会开放',
    demands: [
      '机关停车场夜间必须开放，不能只是鼓励',
      '开放的单位应当给予财政补贴',
      '学校操场下面的车库也要开放',
      '开放时间要在地图软件上公布清楚',
    ],
    reasons: [
      '单位大院晚上空着一大片，外面却停满了马路',
      '没有补贴单位就没有积极性，还要承担保安费用',
      '每次都要打电话去问，很不方便',
      '学校放假有两个多月，车库全空着',
    ],
  },
  {
    article: '第十五条',
    quote: '新建公共停车场应当按照不低于百分之二十的比例配建充电设施',
    demands: ['充电车位的比例应该提高到一半', '燃油车占用充电车位要收占位费', '老旧停车场也要限期加装充电桩', '充电桩坏了要在三天之内修好'],
    reasons: [
      '新能源车越来越多，排队充电要一个小时',
      '充电位被油车占着，开了三家停车场都充不上电',
      '十个桩有四个是坏的，报修没有人理',
      '老城区的居民同样需要充电',
    ],
  },
];
const OPENERS = ['', '我是附近居民，', '本人开车上下班，', '作为一名老市民，', '看了草案，', '总体上支持这个办法，但是'];
const CLOSERS = ['', '请认真考虑。', '希望能够采纳，谢谢。', '以上意见供参考。', '盼复。'];

export interface Opinion {
  text: string;
  /** What is wanted and why: two opinions are the same where this is. */
  gist: string;
}

/** An opinion as somebody writes it; one in four repeats the draft's words. */
export function opinion(random: Random): Opinion {
  const {article, quote, demands, reasons} = one(TOPICS, random);
  const [demand, reason] = [one(demands, random), one(reasons, random)];
  const about = random(4) ? one(['', `${article}：`, `关于${article}，`], random) : `${article}规定“${quote}”，`;
  const verb = one(['建议', '希望', '我认为应当做到：', '请求'], random);
  const text = random(2)
    ? `${one(OPENERS, random)}${about}${verb}${demand}。${reason}。${one(CLOSERS, random)}`
    : `${one(OPENERS, random)}${about}${reason}，${verb}${demand}。${one(CLOSERS, random)}`;
  return {text, gist: `${article} ${demand} ${reason}`};
}

const SYNONYMS: readonly [string, string][] = [
  ['建议', '希望'],
  ['希望', '盼望'],
  ['应当', '应该'],
  ['停车场', '车场'],
  ['车位', '停车位'],
  ['提高到', '增加到'],
  ['不要', '别'],
  ['居民', '住户'],
  ['没有', '没'],
  ['一个小时', '1小时'],
  ['请认真考虑', '请慎重研究'],
  ['改成', '调整为'],
];
const STRANGE = '的了是我你他这那有在大小上下多少好天人来去说看';
const PADS = ['求扩散！', '转给更多人看', '顶', '12345', '第88楼', '😀😀', 'abc', '（已发）'];

const sprinkled = (text: string, signs: readonly string[], share: number, random: Random): string =>
  [...text].map((char) => (random(100) < share ? char + one(signs, random) : char)).join('');

/** Ways in which a flood makes one text look like many. */
export const VARIANTS: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'other punctuation': (text, random) =>
    sprinkled(
      text.replace(/[，。：]/g, () => one(['', '！', '~', '、', ' '], random)),
      ['…', '!'],
      5,
      random,
    ),
  'blanks and invisible signs': (text, random) => sprinkled(text, [' ', '\u200b', '\u3000', '·'], 60, random),
  'full width and capitals': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'Traditional characters': (text) => [...text].map((char) => HANT_OF.get(char) ?? char).join(''),
  'something before and after': (text, random) => `${one(PADS, random)}${text}${one(PADS, random)}${random(1000)}`,
  'one character in twenty wrong': (text, random) => [...text].map((char) => (random(20) ? char : one([...STRANGE], random))).join(''),
  'other words': (text) => SYNONYMS.reduce((words, [from, to]) => words.replaceAll(from, to), text),
  'sentences in another order': (text, random) => {
    const parts = text.split(/(?<=[。，：])/);
    const first = random(parts.length);
    return [...parts.slice(first), ...parts.slice(0, first)].join('');
  },
  'said twice': (text) => text + text,
  'end cut off': (text) => [...text].slice(0, Math.ceil([...text].length * 0.8)).join(''),
};
