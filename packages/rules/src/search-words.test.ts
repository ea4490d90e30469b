import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SearchWords, WORD_LISTS} from './search-words.ts';

const words = new SearchWords();

describe('other wordings of a query', () => {
  it('are official terms for what people say', () => {
    assert.ok(words.otherWordings('怎么上户口').includes('户口登记'));
    assert.ok(words.otherWordings('拖欠工資怎麼辦').includes('农民工工资支付'));
    assert.deepEqual(words.otherWordings('公积金'), ['住房公积金']);
  });

  it("take Taiwan's words for the mainland's, both ways, in either script", () => {
    assert.deepEqual(words.otherWordings('網際網路'), ['互联网']);
    assert.deepEqual(words.otherWordings('网际网路'), ['互联网']);
    assert.deepEqual(words.otherWordings('互联网'), ['网际网路']);
    assert.ok(words.otherWordings('資料開放').includes('数据开放'));
    assert.deepEqual(words.otherWordings('数据开放'), []);
    assert.equal(words.otherWordings('網際網路上網服務')[0], '互联网上网服务');
  });

  it('are none where the official term is there already, or nothing is known', () => {
    for (const query of ['住房公积金', '法律援助', '', '……']) assert.deepEqual(words.otherWordings(query), [], query);
  });

  it('never are more than three, nor the query itself', () => {
    for (const line of [WORD_LISTS.plain, WORD_LISTS.taiwan].join('\n').split('\n')) {
      const [query = ''] = line.split(/[\s=]+/);
      const others = words.otherWordings(query);
      assert.ok(others.length <= 3 && !others.includes(query), query);
    }
  });

  it('come from lists that a site can edit', () => {
    const own = new SearchWords({plain: '门前三包 = 市容环境卫生责任区', taiwan: '', taiwanAmbiguous: '', fillers: '', hot: '积水上报'});
    assert.deepEqual(own.otherWordings('门前三包'), ['市容环境卫生责任区']);
    assert.deepEqual(own.hot, ['积水上报']);
  });
});

describe('words to look for', () => {
  it("leave out a question's own words, unless there are no others", () => {
    assert.deepEqual(words.words('请问公积金怎么提取？'), ['公积金', '提取']);
    assert.deepEqual(words.words('怎么办'), ['怎么办']);
  });
});
