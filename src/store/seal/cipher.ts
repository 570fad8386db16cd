import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';

const deflateLater = promisify(deflateRaw);
const inflateLater = promisify(inflateRaw);

const CIPHER = 'aes-256-gcm';
const VERSION_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD = VERSION_BYTES + IV_BYTES;
const TAGGED = { authTagLength: TAG_BYTES };

/** A data key, and the number by which what it sealed names it. */
export interface DataKey {
  readonly version: number;
  readonly key: KeyObject;
}

/** Random bytes for many values at once: a draw costs more than a cipher of a short text. */
const pool = Buffer.alloc(IV_BYTES * 256);
let used = pool.length;

/** Used before the next is drawn. */
function newIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += IV_BYTES;
  return pool.subarray(used - IV_BYTES, used);
}

const NOTHING = new Uint8Array();

/**
 * Version of the key, nonce, what was encrypted, and the tag that says that all of it is whole and stands at `place`; behind
 * `mark`, which is no part of it. Written into one piece of memory: several for each value made the collector work.
 */
export function encrypt(
  { version, key }: DataKey,
  place: string,
  plain: Uint8Array,
  mark: Uint8Array = NOTHING,
): Buffer {
  const iv = newIv();
  const cipher = createCipheriv(CIPHER, key, iv, TAGGED);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const secret = cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(mark.length + HEAD + secret.length + TAG_BYTES);
  sealed.set(mark);
  let at = sealed.writeUInt32BE(version, mark.length);
  for (const part of [iv, secret, cipher.getAuthTag()]) {
    sealed.set(part, at);
    at += part.length;
  }
  return sealed;
}

/** Version of the key that `sealed` was made with. */
export function keyVersionOf(sealed: Buffer): number {
  return sealed.length < HEAD + TAG_BYTES ? 0 : sealed.readUInt32BE(0);
}

/** Throws when it is not whole, was sealed at another place or with another key. */
export function decrypt(key: KeyObject, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(VERSION_BYTES, HEAD), TAGGED);
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(HEAD, sealed.length - TAG_BYTES));
  decipher.final();
  return plain;
}

/** The database left shorter ones as they were, too; and for those a call costs more than the cipher (bytes). */
const SHORTEST = 2_000;
const LEVEL = { level: 1 };
/** A message of one client becomes a third of this: zlib's own 16 kB for what comes out cost a quarter of the call. */
const SHORT = 16_384;
const LEVEL_SHORT = { ...LEVEL, chunkSize: 4_096 };

/**
 * What is encrypted looks random, and the database cannot compress it any more as it does by itself with long values: XML
 * becomes a tenth. Null where it would be no use.
 */
export function compress(plain: Uint8Array): Buffer | null {
  if (plain.length < SHORTEST) return null;
  return shorter(deflateRawSync(plain, plain.length <= SHORT ? LEVEL_SHORT : LEVEL), plain);
}

/** The same on a thread of Node's: a body of 25 MiB takes a third of a second. */
export async function compressLater(plain: Uint8Array): Promise<Buffer | null> {
  return shorter(await deflateLater(plain, LEVEL), plain);
}

function shorter(packed: Buffer, plain: Uint8Array): Buffer | null {
  return packed.length < plain.length ? packed : null;
}

export function decompress(packed: Buffer): Buffer {
  return inflateRawSync(packed);
}

/** What comes out at a time, of a large one: zlib's own 16 kB is a call to and fro for each, 1,500 of them for 24 MB (bytes). */
const LARGE_CHUNK = { chunkSize: 1024 * 1024 };

/** The same on a thread of Node's: a body of 25 MiB takes 20 ms. */
export function decompressLater(packed: Buffer): Promise<Buffer> {
  return inflateLater(packed, LARGE_CHUNK);
}
