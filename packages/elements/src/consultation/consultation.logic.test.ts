import {expect} from '@open-wc/testing';
import {agencies} from '../testing/fixtures.ts';
import {lines} from './consultation.logic.ts';

describe('the lines of the list', () => {
  it('stand in the order of their names, whatever the answer’s order', () => {
    const texts = lines(agencies).map(({text}) => text);
    expect(texts.length).to.equal(agencies.length);
    expect(lines([...agencies].reverse()).map(({text}) => text)).to.deep.equal(texts);
  });
});
