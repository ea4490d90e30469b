import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bareText, likeness, mayBeDuplicate, NEAR_COPY, nearCopies, sketchOf} from './index.ts';
import {seeded} from '../testing/amend.ts';
import {opinion, VARIANTS, type Opinion} from './testing/opinions.ts';

const LEVELS = [0.5, 0.6, NEAR_COPY, 0.7, 0.8];
const random = seeded(20261125);
const opinions: Opinion[] = [...Array(400).keys()].map(() => opinion(random));
const sketches = opinions.map(({text}) => sketchOf(text));

/** Per hundred, at each level. */
const shares = (found: readonly number[]): number[] =>
  LEVELS.map((level) => (100 * found.filter((value) => value >= level).length) / found.length);
const row = (name: string, values: readonly number[]): string =>
  `${name.padEnd(32)}${values.map((v) => v.toFixed(3).padStart(9)).join('')}`;
const AT = LEVELS.indexOf(NEAR_COPY);

describe('copies of a text (T18)', () => {
  it('are seen through however they are varied: recall', (t) => {
    t.diagnostic(row('recall in % at', LEVELS));
    for (const [name, vary] of Object.entries(VARIANTS)) {
      const recall = shares(opinions.map(({text}, i) => likeness(sketches[i]!, sketchOf(vary(text, random)))));
      t.diagnostic(row(name, recall));
      assert.ok(recall[AT]! >= 85, `${name}: ${recall[AT]}`);
    }
  });

  it('are not made of different opinions on one draft, though many quote it: false positives', (t) => {
    const pairs = opinions.flatMap(({gist}, i) =>
      opinions.slice(0, i).flatMap((other, j) => (other.gist === gist ? [] : [likeness(sketches[i]!, sketches[j]!)])),
    );
    const wrong = shares(pairs);
    t.diagnostic(row(`wrong in % of ${pairs.length} pairs`, wrong));
    assert.ok(wrong[AT]! <= 0.03, `${wrong[AT]}`);
  });

  it('stand out of a heap: a flood of one text is found, and other opinions are left alone', () => {
    const [source] = opinions;
    const flood = Object.values(VARIANTS).map((vary) => sketchOf(vary(source!.text, random)));
    const near = nearCopies(sketches[0]!, [...flood, ...sketches.slice(1)]);
    assert.ok(near.filter((at) => at < flood.length).length >= flood.length - 1);
    const strangers = near.filter((at) => at >= flood.length).map((at) => opinions[at - flood.length + 1]!.gist);
    assert.ok(strangers.every((gist) => gist === source!.gist));
  });
});

describe('a text, as it is compared', () => {
  it('has no punctuation, width, case, script or invisible signs', () => {
    assert.equal(bareText('停車場，收費 ＡＢ\u200b１２！'), '停车场收费ab12');
    assert.equal(likeness(sketchOf('停车场收费太贵，请降价'), sketchOf('「停車場」收費太貴…請降價！')), 1);
  });
  it('may be short: then it is only like itself', () => {
    assert.equal(likeness(sketchOf('同意'), sketchOf(' 同意。')), 1);
    assert.equal(likeness(sketchOf('同意'), sketchOf('赞同')), 0);
    assert.equal(likeness(sketchOf('！！'), sketchOf('？？')), 0, 'nothing is like nothing');
  });
  it('makes a sketch that survives being kept', () => {
    const sketch = sketchOf(opinions[0]!.text);
    assert.equal(sketch.length, 128);
    assert.ok(sketch.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32));
    assert.deepEqual(JSON.parse(JSON.stringify(sketch)), sketchOf(opinions[0]!.text));
  });
});

describe('a duplicate that may be put forward', () => {
  it('says the same in numbers and in yes and no', () => {
    const text = '建议医院周边的免费停车时间改成60分钟，去医院挂号排队都不止半个小时。';
    assert.equal(mayBeDuplicate(text, `${text}谢谢！`), true);
    assert.equal(mayBeDuplicate(text, text.replace('60', '６０')), true);
    for (const other of [text.replace('60', '40'), text.replace('建议', '不建议'), text.replace('改成', '取消')]) {
      assert.ok(likeness(sketchOf(text), sketchOf(other)) >= NEAR_COPY, 'near in letters');
      assert.equal(mayBeDuplicate(text, other), false, other);
    }
    assert.equal(mayBeDuplicate('同意', '同意！'), true);
    assert.equal(mayBeDuplicate('同意', '不同意'), false);
  });
});
