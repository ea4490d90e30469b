/** Versions of one title of one issuer, told apart by their dates: those of this import and those already stored. */
import type {DocumentRecord, StoredVersion} from '../store/store.ts';

export interface FileRecord extends DocumentRecord {
  readonly file: string;
}

interface Version extends StoredVersion {
  /** Present when this import brings it. */
  readonly record?: FileRecord;
}

export interface LinkedVersions {
  readonly records: FileRecord[];
  /** Ids of stored documents in force that this import brings a newer version of. */
  readonly amended: string[];
}

/**
 * The newest version is in force, the older are amended, each newer supersedes the one before.
 * @param explicit Files that say themselves whether they are in force.
 */
export function linkVersions(
  records: readonly FileRecord[],
  stored: readonly StoredVersion[],
  explicit: ReadonlySet<string>,
): LinkedVersions {
  const imported = new Set(records.map(({id}) => id));
  const versions: Version[] = [
    ...records.map((record): Version => ({id: record.id, ...record.meta, record})),
    ...stored.filter(({id}) => !imported.has(id)),
  ];
  const linked = new Map<string, FileRecord>();
  const amended: string[] = [];
  for (const ofTitle of Map.groupBy(versions, ({issuer, title}) => `${issuer} ${title}`).values()) {
    const sorted = ofTitle.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1));
    sorted.forEach(({id, validity, record}, i) => {
      if (record) linked.set(id, link(record, sorted[i - 1], i < sorted.length - 1 && !explicit.has(record.file)));
      else if (validity === 'in_force' && sorted.slice(i + 1).some((newer) => newer.record)) amended.push(id);
    });
  }
  return {records: records.map((record) => linked.get(record.id) ?? record), amended};
}

function link(record: FileRecord, older: Version | undefined, isAmended: boolean): FileRecord {
  const {meta} = record;
  const validity = isAmended ? 'amended' : meta.validity;
  return {...record, meta: {...meta, validity, ...(older ? {supersedes: meta.supersedes ?? older.id} : {})}};
}
