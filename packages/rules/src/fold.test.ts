import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fold, foldWithMap, matchRanges, queryWords} from './index.ts';

describe('folding', () => {
  it('is blind to script, width, case, brackets and invisible characters', () => {
    assert.equal(fold('政務公開'), fold('政务公开'));
    assert.equal(fold('ＡＢＣ１２３'), 'abc123');
    for (const written of ['苏政办发[2017]151号', '苏政办发【2017】151号', '苏政办发（2017）151号', '蘇政辦發〔２０１７〕151號']) {
      assert.equal(fold(written), '苏政办发〔2017〕151号', written);
    }
    assert.equal(fold('政\u200b务\ufeff公\u00ad开'), '政务公开');
    assert.equal(fold('  政务 \t\n 公开　'), '政务 公开');
  });

  it('survives lone surrogates and characters outside the basic plane', () => {
    assert.equal(fold('𠮷野家'), '𠮷野家');
    assert.equal(typeof fold('a\ud800b'), 'string');
  });

  it('maps every folded code unit back to where it came from', () => {
    const text = ' 政\u200b務 ﬁ公 ';
    const {folded, map} = foldWithMap(text);
    assert.equal(folded, '政务fi公');
    assert.deepEqual(map, [1, 3, 5, 5, 6, 8]);
  });
});

describe('highlights', () => {
  it('stand where the words stand in the text as printed', () => {
    const text = '全面推進政務公開工作';
    const [range] = matchRanges(text, queryWords('政务公开'));
    assert.deepEqual(range, [4, 8]);
    assert.equal(text.slice(...range!), '政務公開');
  });

  it('merge where they touch or overlap', () => {
    assert.deepEqual(matchRanges('政务公开', ['政务', '务公', '公开']), [[0, 4]]);
    assert.deepEqual(matchRanges('公开、公开', ['公开']), [
      [0, 2],
      [3, 5],
    ]);
    assert.deepEqual(matchRanges('公开', ['财政']), []);
  });
});

describe('query words', () => {
  it('are split at blanks and punctuation, each once', () => {
    assert.deepEqual(queryWords('  公积金，提取 公積金 '), ['公积金', '提取']);
    assert.deepEqual(queryWords('——！'), []);
    assert.deepEqual(queryWords('苏政办发[2017]151号'), ['苏政办发', '2017', '151号']);
  });
});
