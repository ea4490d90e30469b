import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bigramPhrase, bigrams} from './index.ts';

test('pairs overlap within a run, and every character begins a token', () => {
  assert.equal(bigrams('教育局（2017）'), '教育 育局 局 20 01 17 7');
  assert.equal(bigrams('税'), '税');
  assert.equal(bigrams('……'), '');
});

test('a word is a phrase of neighbouring tokens of any text that holds it', () => {
  assert.equal(bigramPhrase('教育局'), '教育 育局');
  assert.ok(` ${bigrams('县教育局，招生')} `.includes(` ${bigramPhrase('教育局')} `));
});

test('characters outside the basic plane stay whole', () => {
  assert.equal(bigrams('𠮷野家'), '𠮷野 野家 家');
  assert.equal(bigramPhrase('𠮷野'), '𠮷野');
});
