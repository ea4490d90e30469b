import {expect} from '@open-wc/testing';
import {documents} from '../testing/fixtures.ts';
import {articles, citation, hashes, outline, sectionOfHash} from './document.logic.ts';

const doc = documents[0]!;
const body = doc.body!;

describe('a link into a document', () => {
  it('names the article as printed, and finds it again (#第十二条)', () => {
    const fourth = body.find(({id}) => id === 'art-4')!;
    expect(hashes(body).get('art-4')).to.equal('第四条');
    expect(sectionOfHash(body, '#%E7%AC%AC%E5%9B%9B%E6%9D%A1')).to.equal(fourth);
    expect(sectionOfHash(body, '#art-4')).to.equal(fourth);
  });
  it('uses the id where a label stands twice', () => {
    const twice = [...body, {...body[1]!, id: 'annex-1-art-1'}];
    expect(hashes(twice).get('art-1')).to.equal('art-1');
  });
  it('survives a fragment that is no text', () => {
    expect(sectionOfHash(body, '#%E7%')).to.equal(undefined);
    expect(sectionOfHash(body, '')).to.equal(undefined);
  });
});

describe('the outline', () => {
  it('lists chapters, and articles apart', () => {
    expect(outline(body).map(({text}) => text)).to.deep.equal(['第一章 总则', '第二章 公开目录']);
    expect(articles(body).length).to.equal(6);
  });
  it('lists headed items where there are no chapters', () => {
    const items = [{id: 'item-1', kind: 'item' as const, depth: 0, label: '一、', heading: '总体要求', blocks: []}];
    expect(outline(items).map(({text}) => text)).to.deep.equal(['一、 总体要求']);
  });
});

describe('a citation', () => {
  it('names issuer, title, number and date', () => {
    expect(citation(doc, '2025年3月14日')).to.equal('示例市住房和城乡建设局：《示例市信息公开办法》（苏示规〔2025〕6号），2025年3月14日。');
  });
});
