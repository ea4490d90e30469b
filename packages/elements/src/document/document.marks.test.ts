import {expect} from '@open-wc/testing';
import {bySection} from './document.marks.ts';

describe('marks', () => {
  it('of one section come together, in the order in which they were given', () => {
    const marks = [
      {id: 'a', section: 'art-2', label: '甲'},
      {id: 'b', section: 'art-1', label: '乙'},
      {id: 'c', section: 'art-2', label: '丙'},
    ];
    expect([...bySection(marks)].map(([section, all]) => [section, all.map(({id}) => id).join()])).to.deep.equal([
      ['art-2', 'a,c'],
      ['art-1', 'b'],
    ]);
  });
});
