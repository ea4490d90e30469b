import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newCode, newToken, readCode, readNumber} from './secrets.ts';
import {BadKeyError, newKey, UnsealError, Vault} from './vault.ts';

const TEXT = '示例申请人甲 32010019900101000X';

test('what is sealed opens in its own place only, and shows nothing of itself', () => {
  const vault = new Vault(newKey());
  const sealed = vault.seal(TEXT, '20260105-000001/application');
  assert.equal(vault.open(sealed, '20260105-000001/application'), TEXT);
  assert.notEqual(sealed, vault.seal(TEXT, '20260105-000001/application'), 'never the same twice');
  assert.equal(Buffer.from(sealed.split('.')[2]!, 'base64url').includes('3201'), false);
  assert.throws(() => vault.open(sealed, '20260105-000002/application'), UnsealError);
  assert.throws(() => new Vault(newKey()).open(sealed, '20260105-000001/application'), UnsealError);
  const middle = Math.floor(sealed.length / 2);
  const bent = `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`;
  assert.throws(() => vault.open(bent, '20260105-000001/application'), UnsealError);
});

test('a new key seals, the old one still opens and still finds', () => {
  const [first, second] = [newKey(), newKey()];
  const [before, after] = [new Vault(first), new Vault(`${second},${first}`)];
  assert.equal(after.open(before.seal(TEXT, 'x'), 'x'), TEXT);
  assert.throws(() => before.open(after.seal(TEXT, 'x'), 'x'), UnsealError);
  assert.ok(after.macs('token', 't').includes(before.mac('token', 't')));
  assert.equal(after.mac('code', 'c', before.keyIds[0]), before.mac('code', 'c'));
  assert.notEqual(before.mac('code', 'c'), before.mac('token', 'c'), 'one use says nothing about another');
});

test('what is no key is refused, whatever it looks like', () => {
  for (const text of ['', 'secret', newKey().slice(1), `${newKey()}x`, `${newKey()},`, Buffer.alloc(16).toString('base64')])
    assert.throws(() => new Vault(text), BadKeyError, text);
});

test('codes hold 60 bits that people can type, in their own ways', () => {
  const codes = Array.from({length: 2000}, newCode);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  const letters = new Map(Map.groupBy(codes.join('').replaceAll('-', ''), (letter) => letter));
  assert.equal(letters.size, 32);
  for (const [letter, found] of letters) assert.ok(found.length > 600 && found.length < 900, `${letter}: ${found.length}`);
  assert.ok(Buffer.from(newToken(), 'base64url').length >= 16);
  for (const typed of ['7k3m-qx9a-01zd', '7K3MQX9AOLZD', ' 7k3m qx9a o1zd ', '７Ｋ３Ｍ－ＱＸ９Ａ－０Ｉｚｄ', '7K3M—QX9A—0IZD'])
    assert.equal(readCode(typed), '7K3MQX9A01ZD', typed);
  for (const typed of ['20260302-000017', '20260302 000017', '20260302000017', '２０２６０３０２－０００Ｏ17'])
    assert.equal(readNumber(typed), '20260302-000017', typed);
});
