/**
 * A second copy of texts that must outlive a browser that is killed. localStorage reaches the disk seconds after it was
 * written, IndexedDB with the write; localStorage in turn is there at once, in every tab. Nothing here ever throws or
 * keeps anybody waiting: where it is refused, there is one copy.
 */
const NAME = 'zwgk';
const STORE = 'texts';
/** Milliseconds that a copy is waited for: browsers have been known to leave such a request unanswered. */
const PATIENCE = 500;

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const db = request.result;
      // Closed by the browser, or by a later version of this: opened anew when it is needed.
      db.onclose = () => (opened = undefined);
      db.onversionchange = () => (db.close(), (opened = undefined));
      resolve(db);
    };
  });
  return opened;
}

async function run(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => readonly IDBRequest[]): Promise<readonly unknown[]> {
  const late = new Promise<readonly unknown[]>((resolve) => setTimeout(() => resolve([]), PATIENCE));
  const answer = async (): Promise<readonly unknown[]> => {
    const db = await open();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE, mode, {durability: 'strict'});
      const requests = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(requests.map(({result}): unknown => result));
      transaction.onabort = () => reject(transaction.error!);
    });
  };
  return Promise.race([
    late,
    answer().catch(() => {
      opened = undefined;
      return [];
    }),
  ]);
}

/** The texts whose names begin so, by name. */
export async function readDurable(prefix: string): Promise<ReadonlyMap<string, string>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [names, texts] = (await run('readonly', (store) => [store.getAllKeys(range), store.getAll(range)])) as [string[]?, string[]?];
  return new Map(names?.map((name, i) => [name, texts![i]!]));
}

/** Resolves when the text is on the disk, or will not be; an empty one removes what is there. */
export async function writeDurable(name: string, text: string): Promise<void> {
  await run('readwrite', (store) => [text ? store.put(text, name) : store.delete(name)]);
}
