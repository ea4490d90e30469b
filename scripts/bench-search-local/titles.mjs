/** Titles as agencies write them, made up: the same for the same count. */
import agencies from '../../packages/server/sample/agencies.json' with {type: 'json'};
import {MATTERS} from '../../packages/server/sample/catalog-matters.mjs';

const AGENCIES = agencies.map(({name}) => name);
/** What the sample's agencies disclose, and each thing that it consists of. */
const TOPICS = [...new Set(MATTERS.flatMap(([, , level1, level2, elements]) => [level1, level2, ...elements.split(/[、，；\n]/)]))].filter((text) => text.length > 3); // prettier-ignore
const ACTIONS = '管理 评价 申报 审批 公示 整治 监督 考核 奖励 建设 改革 提升 调查 登记 发放 清理 规划 试点'.split(' ');
const KINDS = '办法 实施细则 工作方案 通知 公告 意见 结果公示 年度计划 实施意见 暂行规定 名单 指南'.split(' ');

/** Numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeTitles(count) {
  const random = randomFrom(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const title = (n) => `${pick(AGENCIES)}关于${2010 + (n % 17)}年${pick(TOPICS)}${pick(ACTIONS)}${pick(KINDS)}第${n}号`;
  return Array.from({length: count}, (_, n) => title(n));
}

/** Words to look for: pieces, of two and four characters, of what titles are about, and of six with one of them wrong. */
export function makeQueries(titles, each) {
  const random = randomFrom(11);
  const piece = (length) => {
    const topics = TOPICS.filter((topic) => topic.length >= length);
    for (;;) {
      const topic = topics[Math.floor(random() * topics.length)];
      const at = Math.floor(random() * (topic.length - length + 1));
      const text = topic.slice(at, at + length);
      if (/^\p{L}+$/u.test(text) && titles.some((title) => title.includes(text))) return text;
    }
  };
  const slip = (text) => {
    const at = Math.floor(random() * text.length);
    return `${text.slice(0, at)}谬${text.slice(at + 1)}`;
  };
  const times = (make) => Array.from({length: each}, make);
  return {
    two: times(() => piece(2)).map((text) => ({text, right: text})),
    four: times(() => piece(4)).map((text) => ({text, right: text})),
    fault: times(() => piece(6)).map((right) => ({text: slip(right), right})),
  };
}
