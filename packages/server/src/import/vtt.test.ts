import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readVtt} from './vtt.ts';

test('captions give times and words; notes, settings and markup are left out', () => {
  const text = `WEBVTT - 演示数据

NOTE 不是字幕
00 里也没有时间

STYLE
::cue { color: white }

1
00:00.500 --> 00:02.000 align:start line:90%
第一句，
<b>两行</b>。

01:00:02.000 --> 01:00:03.250
<v 主持人>问 &amp; 答
`;
  const {cues, faults} = readVtt(text.replaceAll('\n', '\r\n'));
  assert.deepEqual(faults, []);
  assert.deepEqual(cues, [
    {start: 0.5, end: 2, text: '第一句，\n两行。'},
    {start: 3602, end: 3603.25, text: '主持人：问 & 答'},
  ]);
});

test('what is wrong has its line', () => {
  const lines = (text: string): number[] => readVtt(text).faults.map(({line}) => line);
  assert.deepEqual(lines('1\n00:00.000 --> 00:01.000\n甲'), [1], 'no header');
  assert.deepEqual(lines('WEBVTT\n\n0:00 --> 0:01\n甲'), [3], 'no such time');
  assert.deepEqual(lines('WEBVTT\n\n00:02.000 --> 00:01.000\n甲'), [3], 'ends before it begins');
  assert.deepEqual(lines('WEBVTT\n\n00:05.000 --> 00:06.000\n甲\n\n00:01.000 --> 00:02.000\n乙'), [6], 'out of order');
});
