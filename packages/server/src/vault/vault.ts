/**
 * Personal data at rest: AES-256-GCM under the operator's key, bound to where it belongs, so that no sealed text can be put
 * in the place of another (个人信息保护法第五十一条). Secrets that are only ever compared are kept as HMACs under the same key:
 * they hold 60 random bits and more, so that a slow hash would cost the server much and an attacker nothing that the
 * missing key does not cost already.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  type CipherGCM,
  type DecipherGCM,
} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
export const IV_BYTES = 12;
export const TAG_BYTES = 16;

interface Key {
  readonly id: string;
  readonly sealing: Uint8Array;
  readonly comparing: Uint8Array;
}

/** The key is no 32 bytes in base64; the message says how to make one. */
export class BadKeyError extends Error {
  override readonly name = 'BadKeyError';
}

/** Something sealed cannot be opened: by another key, in another place, or damaged. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

/** A new key, as the environment variable takes it. */
export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

const derived = (secret: Buffer, use: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', `zwgk ${use}`, KEY_BYTES));

function readKey(text: string): Key {
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length !== KEY_BYTES || !/^[A-Za-z0-9+/]{43}=$/.test(text.trim())) throw new BadKeyError();
  const id = createHash('sha256').update(derived(secret, 'id')).digest('hex').slice(0, 8);
  return {id, sealing: derived(secret, 'sealing'), comparing: derived(secret, 'comparing')};
}

export class Vault {
  /** The newest first: it seals, the others still open. */
  readonly #keys: readonly Key[];

  /** @param text Keys in base64, newest first, separated by commas. @throws BadKeyError */
  constructor(text: string) {
    this.#keys = text.split(',').map(readKey);
  }

  /** Names of the keys, newest first; they tell nothing about them. */
  get keyIds(): string[] {
    return this.#keys.map(({id}) => id);
  }

  #key(id: string): Key {
    const key = this.#keys.find((each) => each.id === id);
    if (!key) throw new UnsealError(`no key ${id}`);
    return key;
  }

  /** @param place Where the text belongs; the same is needed to open it. */
  seal(text: string, place: string): string {
    const {id, sealing} = this.#keys[0]!;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, sealing, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${iv.toString('base64url')}.${sealed.toString('base64url')}`;
  }

  /** @throws UnsealError */
  open(sealed: string, place: string): string {
    const [id = '', iv = '', rest = ''] = sealed.split('.');
    const {sealing} = this.#key(id);
    const bytes = Buffer.from(rest, 'base64url');
    try {
      const decipher = createDecipheriv(CIPHER, sealing, Buffer.from(iv, 'base64url')).setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new UnsealError('not what was sealed here');
    }
  }

  /** For bytes that come one after the other. */
  sealing(place: string): {keyId: string; iv: Buffer; cipher: CipherGCM} {
    const {id, sealing} = this.#keys[0]!;
    const iv = randomBytes(IV_BYTES);
    return {keyId: id, iv, cipher: createCipheriv(CIPHER, sealing, iv).setAAD(Buffer.from(place))};
  }

  /** @throws UnsealError when there is no such key. */
  opening(place: string, keyId: string, iv: Uint8Array, tag: Uint8Array): DecipherGCM {
    return createDecipheriv(CIPHER, this.#key(keyId).sealing, iv).setAAD(Buffer.from(place)).setAuthTag(tag);
  }

  /** What to keep of a secret that is only compared. @param keyId The newest where absent, or where there is no such key. */
  mac(use: string, secret: string, keyId?: string): string {
    const key = this.#keys.find(({id}) => id === keyId) ?? this.#keys[0]!;
    return createHmac('sha256', key.comparing).update(`${use}\n${secret}`).digest('base64url');
  }

  /** The same under every key, newest first, for what must be found again. */
  macs(use: string, secret: string): string[] {
    return this.#keys.map(({id}) => this.mac(use, secret, id));
  }
}
