/** Captions of sound and film as WebVTT (W3C) gives them, as far as a transcript needs it: times and words. */
import type {Cue} from '@zwgk/contract';

export interface Captions {
  readonly cues: Cue[];
  /** What is wrong, and the line (1-based) that says so. */
  readonly faults: {readonly line: number; readonly message: string}[];
}

const CLOCK = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(String.raw`^\s*${CLOCK}\s+-->\s+${CLOCK}(?:\s|$)`);
const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: ''};

const seconds = ([hours = '0', minutes, whole, thousandths]: readonly (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;

/** Words without markup; who speaks (`<v 主持人>`) is said in front of them. */
const plain = (text: string): string =>
  text
    .replace(/<v(?:\.[^\s>]*)?\s+([^>]*)>/g, '$1：')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .trim();

/** Reads a WebVTT text; notes, styles, regions and places on the screen are left out. */
export function readVtt(source: string): Captions {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/);
  const captions: Captions = {cues: [], faults: []};
  const fault = (at: number, message: string): void => void captions.faults.push({line: at + 1, message});
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0]!)) fault(0, '第一行不是“WEBVTT”，这不是字幕文件。');
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i]!.includes('-->')) continue;
    const at = i;
    const times = TIMES.exec(lines[i]!);
    const words: string[] = [];
    while (lines[i + 1]?.trim()) words.push(lines[++i]!);
    const text = plain(words.join('\n'));
    if (!times) fault(at, '时间请写成 00:00:01.000 --> 00:00:03.500 的样子。');
    else if (text) captions.cues.push(inOrder({start: seconds(times.slice(1, 5)), end: seconds(times.slice(5)), text}, at));
  }
  return captions;

  function inOrder(cue: Cue, at: number): Cue {
    const before = captions.cues.at(-1);
    if (cue.end <= cue.start) fault(at, '这一句的结束时间要晚于开始时间。');
    else if (before && cue.start < before.start) fault(at, '字幕要按时间先后排列。');
    return cue;
  }
}
