import {expect} from '@open-wc/testing';
import {documents} from '../testing/fixtures.ts';
import {applyPageMeta, readPageMeta} from './page-meta.ts';

const [doc] = documents;
/** A page with these labels in its head. */
function pageWith(...labels: [name: string, content: string][]): Document {
  const page = document.implementation.createHTMLDocument('页面');
  for (const [name, content] of labels) Object.assign(page.head.appendChild(page.createElement('meta')), {name, content});
  return page;
}
const count = (page: Document, name: string): number => page.querySelectorAll(`meta[name="${name}" i]`).length;

describe('the labels of a page', () => {
  it('are read by name, whatever their case, blank ones left out', () => {
    const page = pageWith(
      ['sitename', '示例市人民政府'],
      ['ArticleTitle', ' '],
      ['articletitle', ' 示例市信息公开办法 '],
      ['viewport', 'x'],
    );
    expect(readPageMeta(page)).to.deep.equal({SiteName: '示例市人民政府', ArticleTitle: '示例市信息公开办法'});
  });
  it('of this page are read when no page is named', () => {
    expect(readPageMeta().ArticleTitle).to.equal(undefined);
    const label = document.head.appendChild(Object.assign(document.createElement('meta'), {name: 'ArticleTitle', content: '标题'}));
    expect(readPageMeta().ArticleTitle).to.equal('标题');
    label.remove();
  });
});

describe('a page that shows a document', () => {
  it('carries the three mandatory labels of its content, and the optional ones that are known', () => {
    const page = pageWith();
    applyPageMeta(doc!, {}, page);
    const {Url, ...labels} = readPageMeta(page);
    expect(labels).to.deep.equal({
      ArticleTitle: '示例市信息公开办法',
      PubDate: '2025-03-14 00:00',
      ContentSource: '示例市住房和城乡建设局',
      Keywords: '信息公开,目录',
      Author: '示例市住房和城乡建设局',
      Description: '规定哪些信息要公开、多久公开、怎样申请。',
    });
    expect(Url).to.equal(page.URL.replace(/#.*/, ''));
  });
  it('keeps what it says of site and column, and what it knows better', () => {
    const page = pageWith(['SiteName', '示例市人民政府'], ['ColumnType', '政策文件'], ['pubdate', '2025-03-01 08:00']);
    applyPageMeta(doc!, {PubDate: '2025-03-14 09:30', SiteIDCode: '9901020001'}, page);
    const {SiteName, ColumnType, PubDate, SiteIDCode} = readPageMeta(page);
    expect([SiteName, ColumnType, PubDate, SiteIDCode]).to.deep.equal(['示例市人民政府', '政策文件', '2025-03-14 09:30', '9901020001']);
    expect(count(page, 'PubDate')).to.equal(1);
  });
  it('says nothing of the document that it showed before', () => {
    const page = pageWith(['keywords', '旧'], ['Keywords', '旧']);
    applyPageMeta(doc!, {}, page);
    expect(count(page, 'Keywords')).to.equal(1);
    applyPageMeta(documents[2]!, {}, page);
    const {ArticleTitle, Keywords, Description} = readPageMeta(page);
    expect([ArticleTitle, Keywords, Description]).to.deep.equal(['示例市信息公开暂行办法', undefined, undefined]);
  });
});
