/**
 * A copy of the database and of the uploaded files that belong together (R18), while the service goes on. A file never
 * changes once a row names it, and its row goes before it does. So the files are copied before the database, what came
 * meanwhile after it, and what the copied database does not name is left out.
 */
import {rename, rm} from 'node:fs/promises';
import {DatabaseSync} from 'node:sqlite';
import {syncPath, type UploadFiles} from '../uploads/files.ts';

/** Something that should be in the copy is not there. */
export class IncompleteBackupError extends Error {
  override readonly name = 'IncompleteBackupError';
}

/** Where the files of a database lie, unless it is said otherwise. */
export const uploadsBeside = (file: string): string => `${file}.uploads`;

/** Files that are copied at a time: each waits for the disk. */
const AT_ONCE = 8;

interface Row {
  readonly id: string;
  /** Whether it is nobody's yet. */
  readonly staged: 0 | 1;
}

interface Live {
  readonly files: UploadFiles;
  /** Files that rows name now. */
  named(): Promise<string[]>;
  /** Writes the database as it stands into a new file. */
  snapshot(file: string): Promise<unknown>;
}

/** @returns how many files were copied. @throws IncompleteBackupError, or what the disk says; nothing is left then. */
export async function backUp({files, named, snapshot}: Live, target: string): Promise<number> {
  const [part, folder] = [`${target}.part`, uploadsBeside(target)];
  const copies = await files.copyTo(folder);
  try {
    const copied = new Set<string>();
    const copy = async (ids: readonly string[]): Promise<void> => {
      const left = ids.filter((id) => !copied.has(id));
      for (let at = 0; at < left.length; at += AT_ONCE)
        await Promise.all(left.slice(at, at + AT_ONCE).map(async (id) => (await copies.add(id)) && copied.add(id)));
    };
    await copy(await named());
    await snapshot(part);
    const database = new DatabaseSync(part);
    try {
      const rows = database.prepare('select id, application is null and comments is null as staged from uploads').all() as unknown as Row[];
      await copy(rows.map(({id}) => id));
      for (const {id, staged} of rows.filter((row) => !copied.has(row.id))) {
        // Of what was only staged, somebody has just let go.
        if (!staged) throw new IncompleteBackupError(id);
        database.prepare('delete from uploads where id = ?').run(id);
      }
      const kept = new Set(rows.map(({id}) => id));
      for (const id of [...copied].filter((each) => !kept.has(each))) {
        await copies.remove(id);
        copied.delete(id);
      }
      await copies.close();
    } finally {
      database.close();
    }
    await syncPath(part);
    // Last, so that what looks like a backup is one.
    await rename(part, target);
    return copied.size;
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    await rm(part, {force: true});
    throw error;
  }
}
