/** So much text that it shows whether somebody keeps it: comments put into a database past the service, sealed as it does. */
import {DatabaseSync} from 'node:sqlite';
import {receivedComment} from '@zwgk/rules/consultation';
import {authorPlace, commentPlace} from '../store/consultations/records.ts';
import {Vault} from '../vault/vault.ts';
import {randomSource} from './generate.ts';
import {NOW, TEST_KEY} from './temp-store.ts';

const CHARACTERS = 2000;
const PER_RECEIPT = 50;
/** Bytes of a Han character. */
const WIDTH = 3;
const SECTIONS = ['whole', 'art-1', 'art-2'];

/**
 * Gives a consultation comments of 2,000 characters each, in sections that take turns.
 * @param row Its row. @param bytes Of text, in UTF-8. @returns how many comments those are.
 */
export function manyComments(file: string, row: number, bytes: number): number {
  const [vault, random, database] = [new Vault(TEST_KEY), randomSource(7), new DatabaseSync(file)];
  const count = Math.ceil(bytes / (CHARACTERS * WIDTH));
  const progress = JSON.stringify(receivedComment(true));
  const receipts = database.prepare(
    'insert into comment_receipts (number, consultation, submitted_at, key, sealed) values (?, ?, ?, ?, ?) returning row',
  );
  const comments = database.prepare(
    `insert into comments (id, consultation, receipt, received_at, place, section, state, progress, honeypot, sealed)
     values (?, ?, ?, ?, ?, ?, 'received', ?, 0, ?)`,
  );
  database.exec('begin');
  let receipt = 0;
  for (let i = 0; i < count; i++) {
    if (i % PER_RECEIPT === 0) {
      const number = `Y20261124-${row}${String(i).padStart(5, '0')}`;
      const author = vault.seal(JSON.stringify({consent: {processing: true, publish: true}}), authorPlace(number));
      receipt = Number(receipts.get(number, row, NOW, vault.keyIds[0]!, author)!['row']);
    }
    const id = `${row}${i.toString(16).padStart(15, '0')}`;
    const text = String.fromCharCode(...Array.from({length: CHARACTERS}, () => 0x4e00 + random(3000)));
    const place = i % SECTIONS.length;
    comments.run(
      id,
      row,
      receipt,
      NOW,
      place,
      SECTIONS[place]!,
      progress,
      vault.seal(JSON.stringify({text, anchors: []}), commentPlace(id)),
    );
  }
  database.exec('commit');
  database.close();
  return count;
}
