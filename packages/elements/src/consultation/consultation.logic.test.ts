import {expect} from '@open-wc/testing';
import {sectionText} from '@zwgk/rules/passage';
import {lifts} from '../testing/document.ts';
import {
  DRAFT_AGE,
  fromDraft,
  lengthOf,
  nameOf,
  quoteOf,
  sectionOf,
  sentencesOf,
  toDraft,
  toSubmission,
  typed,
  withEntry,
} from './consultation.logic.ts';

const AT = Date.parse('2026-11-25T07:42:00Z');
const four = sectionOf(lifts, 'art-4')!;

describe('a passage', () => {
  it('can be chosen by its sentence: together they are the section’s text', () => {
    const spans = sentencesOf(four);
    expect(spans.map((span) => quoteOf(lifts, {section: 'art-4', span}))).to.deep.equal([
      '经竣工验收合格的，每台给予不超过20万元的补贴。',
      '同一部电梯不重复补贴。',
    ]);
    expect(spans.map(({start, end}) => sectionText(four).slice(start, end)).join('')).to.equal(sectionText(four));
  });
  it('is not offered where there is only one sentence', () => {
    expect(sentencesOf(sectionOf(lifts, 'art-1')!)).to.deep.equal([]);
  });
});

describe('what is sent (R3.9)', () => {
  const entries = [
    {id: 'a', text: '  提前一个月公布。 '},
    {id: 'b', section: 'art-4', text: '太少'},
    {id: 'c', section: 'art-4', span: {start: 0, end: 8}, text: '写清楚'},
  ];
  it('binds each opinion to the draft’s version, its section and its words', () => {
    const {comments = [], consent, contact} = toSubmission(lifts, entries, {processing: true});
    expect(comments[0]).to.deep.equal({text: '提前一个月公布。'});
    expect(comments[1]!.anchors).to.deep.equal([{section: 'art-4', documentVersion: 3}]);
    expect(comments[2]!.anchors![0]).to.deep.include({section: 'art-4', position: {start: 0, end: 8}, documentVersion: 3});
    expect(comments[2]!.anchors![0]!.quote!.exact).to.equal('经竣工验收合格的');
    expect(consent).to.deep.equal({processing: true, publish: false, name: false});
    expect(contact).to.equal(undefined);
  });
  it('never agrees to a name where nothing is published, or where there is none', () => {
    const name = (extras: object): boolean | undefined =>
      toSubmission(lifts, entries, {processing: true, name: true, ...extras}).consent!.name;
    expect(name({displayName: '朱某'})).to.equal(false);
    expect(name({publish: true})).to.equal(false);
    expect(name({publish: true, displayName: '朱某'})).to.equal(true);
  });
});

describe('a draft on the device', () => {
  it('comes back as it was, until it is too old', () => {
    const entries = [{id: 'a', section: 'art-4', text: '太少'}];
    const answers = {floor: 'high', worry: ['noise'], need: 4};
    const kept = toDraft(entries, {text: '还没写完'}, AT, answers);
    expect(fromDraft(kept, AT + 1)).to.deep.equal({entries, writing: {text: '还没写完'}, answers});
    expect(fromDraft(kept, AT + DRAFT_AGE)).to.equal(undefined);
  });
  it('is nothing where it is no draft', () => {
    for (const text of ['', 'null', '{}', '[]', '{"at":1}', `{"at":${AT},"entries":[{"id":1}]}`])
      expect(fromDraft(text, AT)?.entries ?? []).to.deep.equal([]);
    const odd = {a: null, b: {}, c: [1], d: 1.5, e: true, f: 'x'};
    expect(fromDraft(JSON.stringify({at: AT, entries: [], answers: odd}), AT)!.answers).to.deep.equal({f: 'x'});
  });
});

describe('words', () => {
  it('are counted as a person counts them', () => {
    expect([lengthOf('  好𠮷 \n'), lengthOf('\u200b \u3000'), lengthOf('')]).to.deep.equal([2, 0, 0]);
  });
  it('name a section by its label, else by how it begins', () => {
    expect(nameOf(four, '')).to.equal('第四条');
    expect(nameOf({...four, label: undefined} as never, '')).to.equal('经竣工验收合格的，每台给…');
    expect(nameOf(undefined, '整个草案')).to.equal('整个草案');
  });
  it('of a code may be typed in any way', () => {
    expect(typed(' ｋ7m4-9qxt 2rw8 ')).to.equal('K7M4-9QXT2RW8');
  });
});

describe('the tray', () => {
  it('puts a change in its old place, and what is new at the end', () => {
    const entries = [
      {id: 'a', text: '甲'},
      {id: 'b', text: '乙'},
    ];
    expect(withEntry(entries, {id: 'a', text: '丙'}, 'c').map(({text}) => text)).to.deep.equal(['丙', '乙']);
    expect(withEntry(entries, {text: '丙'}, 'c').map(({id}) => id)).to.deep.equal(['a', 'b', 'c']);
  });
});
