import {expect} from '@open-wc/testing';
import {readCredential, tokenOf} from './application-status.logic.ts';

const RIGHT = {credential: {number: '20261019-000427', code: '7K3M-0A1P-9XYZ'}};
const TOKEN = 'Zm9vYmFyYmF6cXV4-_0123';

describe('a receipt number and a query code', () => {
  it('are taken as people type them', () => {
    for (const [number, code] of [
      ['20261019-000427', '7K3M-0A1P-9XYZ'],
      ['20261019000427', '7k3moaip9xyz'],
      [' 2026 1019 - 000427 ', '7k3m oalp 9xyz'],
      ['２０２６１０１９－０００４２７', '７ｋ３ｍ－ｏａ１ｐ－９ｘｙｚ'],
      ['回执编号：20261019-OOO427', '查询码：7K3M—0A1P—9XYZ'],
    ])
      expect(readCredential(number!, code!), `${number} ${code}`).to.deep.equal(RIGHT);
  });
  it('are told apart from what cannot be one', () => {
    expect(readCredential('', ' ')).to.deep.equal({number: {kind: 'missing'}, code: {kind: 'missing'}});
    expect(readCredential('2026101900042', '7K3M')).to.deep.equal({number: {kind: 'length', count: 13}, code: {kind: 'length', count: 4}});
    expect(readCredential('20261019-000427', '7K3M-0A1P-9XYU')).to.deep.equal({number: undefined, code: {kind: 'letter'}});
  });
  it('may be a whole link instead', () => {
    expect(readCredential(`https://www.example.com/status.html#t=${TOKEN}`, '')).to.deep.equal({credential: {token: TOKEN}});
    expect(readCredential('https://www.example.com/#t=short', '').credential === undefined).to.equal(true);
  });
});

describe('the token of a link', () => {
  it('is what stands in the fragment, and nothing else does', () => {
    expect(tokenOf(`#t=${TOKEN}`)).to.equal(TOKEN);
    for (const hash of ['', '#', '#t', '#t=', '#art-12', '#at=b']) expect(tokenOf(hash), hash).to.equal(undefined);
  });
});
