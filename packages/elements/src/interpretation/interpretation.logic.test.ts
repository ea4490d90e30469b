import {expect} from '@open-wc/testing';
import type {Interpretation, InterpretationFacet} from '@zwgk/contract';
import {anchor, briefing, main, practice} from '../testing/interpretation.ts';
import {audiencesOf, forAudience, mainOf, marksOf, readingOf} from './interpretation.logic.ts';

const note = (...anchors: ReturnType<typeof anchor>[]): InterpretationFacet['explanations'][number] => ({
  blocks: [{text: '说明'}],
  anchors,
});
const facet = (kind: string, ...explanations: InterpretationFacet['explanations']): InterpretationFacet =>
  ({kind, explanations}) as InterpretationFacet;
const read = (...facets: InterpretationFacet[]): ReturnType<typeof readingOf> => readingOf({...main, facets});
const keys = (...kinds: string[]): string[] => read(...kinds.map((kind) => facet(kind, note()))).parts.map(({key}) => key);

describe('the order of facets (R4.7)', () => {
  it('is the law’s, whatever the answer’s', () => {
    expect(keys('comparison', 'benefits', 'terms', 'cautions', 'standards', 'scope', 'content', 'objectives', 'background')).to.deep.equal([
      'background',
      'objectives',
      'content',
      'scope',
      'standards',
      'cautions',
      'terms',
      'benefits',
      'comparison',
    ]);
  });
  it('has a kind that is not known yet among the others, at the end', () => {
    expect(keys('horoscope', 'comparison')).to.deep.equal(['comparison', 'other']);
  });
  it('gives the second of a kind an address of its own', () => {
    expect(keys('scope', 'scope')).to.deep.equal(['scope', 'scope-2']);
  });
});

describe('a passage that the document no longer has', () => {
  const gone = anchor('art-6', undefined, 'lost', '公示期间有异议的');
  it('takes its explanation along, out of the facet', () => {
    const {parts, lost} = read(facet('scope', note(anchor('art-1')), note(gone)));
    expect(parts[0]!.notes.length).to.equal(1);
    expect(lost.map(({quotes, blocks}) => [quotes, blocks.length])).to.deep.equal([[['公示期间有异议的'], 1]]);
  });
  it('leaves an explanation that has other passages where it is', () => {
    const {parts, lost} = read(facet('scope', note(anchor('art-1'), gone)));
    expect(parts[0]!.notes[0]!.places.map(({section}) => section)).to.deep.equal(['art-1']);
    expect(lost[0]!.blocks).to.deep.equal([]);
  });
  it('leaves no empty facet behind', () => {
    expect(read(facet('scope', note(gone))).parts).to.deep.equal([]);
  });
  it('is what an anchor without an answer counts as: no place is guessed', () => {
    const {found: _, ...silent} = anchor('art-1');
    expect(read(facet('scope', note(silent))).lost.length).to.equal(1);
  });
});

describe('marks beside the document', () => {
  it('are one for each section and explanation, of every interpretation', () => {
    const readings = [briefing, main, practice].map(readingOf);
    const sections = [...marksOf(readings).values()].map(({place, reading}) => `${reading.item.id} ${place.section}`);
    expect(sections).to.deep.equal([
      'i-before art-1',
      'i-main art-1',
      'i-main art-2',
      'i-main art-6',
      'i-main art-4',
      'i-main art-4',
      'i-practice art-4',
    ]);
  });
  it('are one where an explanation quotes a section twice', () => {
    expect(marksOf([read(facet('scope', note(anchor('art-2'), anchor('art-2', '四层以上'))))]).size).to.equal(1);
  });
});

describe('the interpretation that opens', () => {
  const readings = [briefing, main, practice].map(readingOf);
  it('is the one given with the publication, else the latest', () => {
    expect(mainOf(readings)!.item.id).to.equal('i-main');
    expect(mainOf([briefing, practice].map(readingOf))!.item.id).to.equal('i-practice');
  });
  it('is chosen among those for the reader’s group and for everyone (R4.9)', () => {
    const other: Interpretation = {...briefing, audience: ['业主']};
    expect(audiencesOf([other, main, practice])).to.deep.equal(['业主', '施工单位']);
    expect(forAudience([other, main, practice].map(readingOf), '施工单位').map(({item}) => item.id)).to.deep.equal([
      'i-main',
      'i-practice',
    ]);
  });
});
