/**
 * Near copies of a comment, found without reading the others: runs of the text's sketch are kept as HMACs, comments that
 * share one are read and compared. By 16 runs of 4 values, of two texts at the threshold 24 of 25 are found.
 */
import {likeness, NEAR_COPY, sketchOf} from '@zwgk/rules/consultation';
import type {Kysely} from 'kysely';
import type {Vault} from '../../vault/vault.ts';
import type {Schema} from '../schema.ts';
import {commentPlace, type CommentWords} from './records.ts';

const RUN = 4;
const RUNS = 16;
/** Candidates that are read: the first ones of a flood are enough to know it. */
const MOST_READ = 8;
const BAND_BYTES = 6;

export interface Sketched {
  readonly sketch: readonly number[];
  readonly bands: readonly number[];
}

/** What is kept of a text so that its near copies are found. */
export function sketched(text: string, vault: Vault): Sketched {
  const sketch = sketchOf(text);
  const runs = sketch.length ? [...Array(RUNS).keys()].map((i) => `${i}:${sketch.slice(i * RUN, (i + 1) * RUN).join(',')}`) : [];
  const bands = runs.map((run) => Buffer.from(vault.mac('band', run), 'base64url').readUIntBE(0, BAND_BYTES));
  return {sketch, bands: [...new Set(bands)]};
}

/** The first one of the comments of a consultation that say almost the same. */
export async function familyOf(tx: Kysely<Schema>, vault: Vault, consultation: number, {sketch, bands}: Sketched): Promise<number | null> {
  if (bands.length === 0) return null;
  const candidates = await tx
    .selectFrom('comment_bands')
    .innerJoin('comments', 'comments.row', 'comment_bands.comment')
    .select(['comments.row', 'comments.id', 'family', 'sealed'])
    .distinct()
    .where('comment_bands.consultation', '=', consultation)
    .where('band', 'in', bands)
    .where('sealed', 'is not', null)
    .orderBy('comments.row')
    .limit(MOST_READ)
    .execute();
  for (const {row, id, family, sealed} of candidates) {
    const {text} = JSON.parse(vault.open(sealed!, commentPlace(id))) as CommentWords;
    if (likeness(sketch, sketchOf(text)) >= NEAR_COPY) return family ?? row;
  }
  return null;
}

export async function keepBands(tx: Kysely<Schema>, consultation: number, comment: number, {bands}: Sketched): Promise<void> {
  if (bands.length === 0) return;
  await tx
    .insertInto('comment_bands')
    .values(bands.map((band) => ({consultation, band, comment})))
    .execute();
}
