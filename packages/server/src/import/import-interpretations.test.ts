import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {importDocuments} from './import-documents.ts';
import {importInterpretations, type ImportInterpretationsOptions} from './import-interpretations.ts';
import {MemoryStore, testAgency} from './testing/memory-store.ts';

const NOW = '2026-11-24T00:00:00Z';
const file = (name: string, text: string) => ({name, bytes: new TextEncoder().encode(text)});
const DOCUMENT = (third = '第三条 备案自受理之日起10个工作日内办结，不收费。', more = ''): string => `---
id: doc-1
indexNo: x/2026-1
docNumber: 苏示办发〔2026〕9号
publishedOn: 2026-03-02
writtenOn: 2026-03-01
${more}---
# 某某办法

第一条 为了示范，制定本办法。

第二条 机构应当备案：

（一）有固定场所；

（二）有两个以上安全出口。

${third}

第四条 监督检查结果应当公开。
`;
const FRONT = `---
title: 《某某办法》解读
document: 苏示办发〔2026〕9号
phase: 发布时
forms: [文字]
publishedOn: 2026-03-03
responsible: a1
interpreter: {name: 周示例, title: 局长, isHead: true}
# 注释
---
`;
const TEXT = `${FRONT}
## 一、背景依据

以前没有规定。

## 执行标准

> 第三条：自受理之日起10个工作日内办结
> 第二条：（一）有固定场所；（二）有两个以上安全出口。

**两周**之内办好。

第二段。

> 第四条

整条的说明。

## 新旧政策差异

| 事项 | 原规定 | 新规定 |
| --- | --- | --- |
| 收费 | 100元 | 不收费 |

## 办理地点

县政务大厅。

## 问答

### 要带什么？
带身份证。

复印件也行。
`;

describe('importing interpretations', () => {
  let store: MemoryStore;
  const run = (text: string, more: Partial<ImportInterpretationsOptions> = {}) =>
    importInterpretations(store, [file('a.md', text)], {now: NOW, ...more});
  const saved = () => [...store.interpretations.values()][0]!.input;
  /** Code, line and words of everything that is wrong. */
  const wrong = async (text: string, more = {}): Promise<[string, number | undefined, string][]> =>
    (await run(text, more)).problems.map(({code, row, message}) => [code, row, message]);
  const put = (text: string) => importDocuments(store, [file('d.md', text)], {agency: 'a1', now: NOW});

  beforeEach(async () => {
    store = new MemoryStore(testAgency());
    await put(DOCUMENT());
  });

  it('reads facets, quotes, changes and questions; again changes nothing', async () => {
    const {problems, added} = await run(TEXT);
    assert.deepEqual([problems, added], [[], 1]);
    const {facets, questions, ...meta} = saved();
    assert.deepEqual(
      [meta.document, meta.phase, meta.forms, meta.responsible, meta.interpreter?.isHead],
      ['doc-1', 'publication', ['text'], '青禾县教育局', true],
    );
    assert.deepEqual(
      facets.map(({kind, heading}) => heading ?? kind),
      ['background', 'standards', 'comparison', '办理地点'],
    );
    const [first, second] = facets[1]!.explanations;
    assert.deepEqual(
      first!.anchors.map(({section, quote, documentVersion}) => [section, quote?.exact, documentVersion]),
      [
        ['art-3', '自受理之日起10个工作日内办结', 1],
        ['art-2', '（一）有固定场所；\n（二）有两个以上安全出口。', 1],
      ],
    );
    assert.deepEqual(first!.blocks, [{text: '两周之内办好。'}, {text: '第二段。'}]);
    assert.deepEqual(second!.anchors, [{section: 'art-4', documentVersion: 1}]);
    assert.deepEqual(facets[2]!.changes, [{matter: '收费', before: '100元', after: '不收费'}]);
    assert.deepEqual(questions, [{question: '要带什么？', answer: [{text: '带身份证。'}, {text: '复印件也行。'}]}]);
    assert.equal((await run(TEXT)).unchanged, 1);
  });

  it('a quote that does not stand there names the article that holds it, or the nearest, with its line', async () => {
    const lineOf = (text: string): number => TEXT.split('\n').findIndex((line) => line.includes(text)) + 1;
    const line = lineOf('> 第三条');
    assert.deepEqual(await wrong(TEXT.replace('> 第三条', '> 第二条')), [
      ['quote-not-found', line, '第二条里没有这段原文。它在“第三条”里，请改正序号。'],
    ]);
    const [[, , near]] = (await wrong(TEXT.replace('10个工作日内办结\n', '15个工作日内办结\n'))) as [[string, number, string]];
    assert.match(near, /最接近的是“第三条”/);
    assert.match((await wrong(TEXT.replace('> 第三条', '> 第九条')))[0]![2], /文件里没有“第九条”。它在“第三条”里/);
    assert.equal(store.interpretations.size, 0);
    const lenient = await run(TEXT.replace('> 第三条', '> 第二条'), {lenient: true});
    assert.deepEqual([lenient.added, lenient.problems.map(({severity}) => severity)], [1, ['warning']]);
  });

  it('R4.5: an interpretation that its document went past stays as it was, whatever is imported again', async () => {
    await run(TEXT);
    const before = structuredClone(saved());
    await put(DOCUMENT('第三条 备案自受理之日起5个工作日内办结，不收费。'));
    assert.deepEqual([(await run(TEXT)).unchanged, saved()], [1, before]);
    await put(DOCUMENT('第三条 备案自受理之日起10个工作日内办结，不收费。另有规定的除外。'));
    assert.deepEqual([(await run(TEXT)).unchanged, saved()], [1, before], 'also when its quotes stand there again');
    const {problems} = await run(TEXT.replace('publishedOn: 2026-03-03', 'publishedOn: 2026-04-03'));
    assert.deepEqual(problems, [], 'another one is made against the newest');
    const versions = [...store.interpretations.values()].map(({input}) => input.facets[1]!.explanations[0]!.anchors[0]!.documentVersion);
    assert.deepEqual(versions, [1, 3]);
  });

  it('R4.1, R3.4: who does not answer for it, and what is not public, is refused', async () => {
    assert.deepEqual((await wrong(TEXT.replace('responsible: a1', 'responsible: 别的局')))[0]!.slice(0, 2), ['responsible-mismatch', 7]);
    assert.equal((await wrong(TEXT.replace('2026〕9号', '2026〕8号')))[0]![0], 'unknown-document');
    const kept = 'disclosure: on_request\ndisclosureReason: {text: 涉密, legalBasis: 条例第十四条}\n';
    await put(DOCUMENT(undefined, kept));
    assert.deepEqual((await wrong(TEXT))[0]!.slice(0, 2), ['document-not-public', 3]);
    assert.equal(store.interpretations.size, 0);
  });

  it('R4.4: the instant of the publication lies on its day', async () => {
    const at = (instant: string): string => TEXT.replace('responsible: a1', `publishedAt: '${instant}'\nresponsible: a1`);
    assert.deepEqual((await wrong(at('2026-03-03T16:00:00Z')))[0]!.slice(0, 2), ['rule-violated', 7]);
    await run(at('2026-03-03T15:59:00Z'));
    assert.equal([...store.interpretations.values()][0]!.input.publishedAt, '2026-03-03T15:59:00Z');
  });

  it('every fault of the file has its line and says what to do', async () => {
    const code = async (text: string): Promise<unknown> => (await wrong(text)).map(([name, row]) => [name, row]);
    assert.deepEqual(await code(TEXT.replace('phase: 发布时', 'phase: 以后')), [['invalid-field', 4]]);
    assert.deepEqual(await code(TEXT.replace('document: 苏示办发〔2026〕9号\n', '')), [['document-missing', 1]]);
    assert.deepEqual(await code(`${FRONT}没有标题`), [
      ['no-heading', 11],
      ['empty', 11],
    ]);
    assert.deepEqual((await wrong(TEXT.replace('| 不收费 |', '|')))[0]![0], 'table-row');
    assert.deepEqual((await wrong(TEXT.replace('带身份证。\n\n复印件也行。\n', '')))[0]![0], 'answer-missing');
    assert.deepEqual(await code('## 背景依据\n\n甲'), [['front-matter', 1]]);
    assert.deepEqual(await code('---\n: [\n---\n'), [['front-matter', undefined]]);
  });

  describe('with media', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'zwgk-media-'));
      await writeFile(join(folder, 'a.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\n你好\n');
      await writeFile(join(folder, 'bad.vtt'), 'WEBVTT\n\n00:02.000 --> 00:01.000\n你好\n');
      await writeFile(join(folder, 'a.txt'), '你好，画面是一扇门。\n');
    });
    after(() => rm(folder, {recursive: true}));
    const media = (entry: string): string => TEXT.replace('# 注释', `media:\n  - {kind: video, url: /m/a.webm, ${entry}}`);

    it('R4.8: captions become cues, a transcript text; without captions it is refused', async () => {
      assert.deepEqual((await run(media('captions: /m/a.vtt, transcript: a.txt'), {media: folder})).problems, []);
      assert.deepEqual(saved().media, [
        {
          ...{kind: 'video', url: '/m/a.webm', title: '《某某办法》解读', text: '你好，画面是一扇门。'},
          cues: [{start: 0, end: 1, text: '你好'}],
        },
      ]);
      for (const [entry, code] of [
        ['title: 片', 'media-alternative-missing'],
        ['captions: nowhere.vtt', 'captions'],
        ['captions: ../../a.txt', 'captions'],
        ['captions: bad.vtt', 'captions'],
      ] as const)
        assert.deepEqual((await wrong(media(entry), {media: folder}))[0]!.slice(0, 2), [code, 9], entry);
    });
  });
});
