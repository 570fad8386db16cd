import type { KeyObject } from 'node:crypto';
import { toJson } from './engine/json.ts';
import {
  compress,
  compressLater,
  type DataKey,
  decompress,
  decompressLater,
  decrypt,
  encrypt,
  keyVersionOf,
} from './seal/cipher.ts';
import type { SealedColumn } from './seal/places.ts';

declare const SEALED: unique symbol;

/** What stands in the database of a body or a free text: made and read by a Seal alone. */
export type SealedBytes = Uint8Array & { readonly [SEALED]: 'bytes' };
export type SealedText = string & { readonly [SEALED]: 'text' };
export interface SealedJson<T> {
  readonly [SEALED]: T;
}

/** The data keys of a store. */
export interface KeyRing {
  /** What new values are sealed with. */
  readonly newest: DataKey;
  /** Undefined for a version that this process has not heard of (yet). */
  key(version: number): KeyObject | undefined;
}

/** Sealed with a data key that this process does not have: another process may have made it a moment ago. */
export class UnknownDataKey extends Error {
  constructor(version: number) {
    super(`a value is sealed with data key ${version}, which this store does not have`);
    this.name = 'UnknownDataKey';
  }
}

/** What is sealed bears the version of its seal. Values of before there was one are read as they are, which is also 0. */
const PLAIN = 0;
const ENCRYPTED = 1;
/** Compressed, then encrypted. */
const PACKED = 2;

/** No message begins so: XML knows no NUL here, in any encoding that the gate takes. */
const MARK = Buffer.from('\0ijw', 'latin1');
const HEAD = MARK.length + 1;
const MARKS = [PLAIN, ENCRYPTED, PACKED].map((version) => Buffer.concat([MARK, Buffer.of(version)]));
const TEXT = /^ijw-seal:(\d+):/;

interface Sealed {
  readonly version: number;
  readonly sealed: Buffer;
}

interface Envelope {
  readonly ijwSeal: number;
  readonly content: unknown;
}

/**
 * The only way to the columns that hold persons: bytes of messages, the Client of a toewijzing, findings, what people typed.
 * AES-256-GCM with a key of the store, bound to column and row. What is longer is compressed first.
 */
export class Seal {
  readonly #ring: KeyRing;

  constructor(ring: KeyRing) {
    this.#ring = ring;
  }

  bytes(column: SealedColumn, row: string, bytes: Uint8Array): SealedBytes {
    return this.#marked(column, row, bytes, compress(bytes));
  }

  /** The same without keeping others waiting; for what is large. */
  async bytesLater(column: SealedColumn, row: string, bytes: Uint8Array): Promise<SealedBytes> {
    return this.#marked(column, row, bytes, await compressLater(bytes));
  }

  openBytes(column: SealedColumn, row: string, sealed: SealedBytes): Uint8Array {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
    if (!isMarked(bytes)) return sealed;
    const [version, content] = [bytes[MARK.length] ?? -1, bytes.subarray(HEAD)];
    return ownMemory(version === PLAIN ? content : this.#open(version, column, row, content));
  }

  /** The same without keeping others waiting; for what is large. */
  async openBytesLater(column: SealedColumn, row: string, sealed: SealedBytes): Promise<Uint8Array> {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
    if (!isMarked(bytes) || bytes[MARK.length] !== PACKED) return this.openBytes(column, row, sealed);
    return ownMemory(await decompressLater(this.#decrypted(PACKED, column, row, bytes.subarray(HEAD))));
  }

  text(column: SealedColumn, row: string, text: string): SealedText {
    const plain = Buffer.from(text, 'utf8');
    const { version, sealed } = this.#seal(column, row, plain, compress(plain));
    return `ijw-seal:${version}:${sealed.toString('base64')}` as SealedText;
  }

  openText(column: SealedColumn, row: string, sealed: SealedText): string {
    const [head = '', version] = TEXT.exec(sealed) ?? [];
    const content = sealed.slice(head.length);
    if (version === undefined || Number(version) === PLAIN) return content;
    return this.#open(Number(version), column, row, Buffer.from(content, 'base64')).toString('utf8');
  }

  /** What is empty tells nothing of anybody and stays as it is. */
  json<T>(column: SealedColumn, row: string, value: T): SealedJson<T> {
    const text = toJson(value);
    if (isEmpty(text)) return value as unknown as SealedJson<T>;
    const plain = Buffer.from(text, 'utf8');
    const { version, sealed } = this.#seal(column, row, plain, compress(plain));
    const envelope: Envelope = { ijwSeal: version, content: sealed.toString('base64') };
    return envelope as unknown as SealedJson<T>;
  }

  openJson<T>(column: SealedColumn, row: string, sealed: SealedJson<T>): T {
    const stored: unknown = sealed;
    if (!isEnvelope(stored)) return stored as T;
    if (stored.ijwSeal === PLAIN) return stored.content as T;
    const content = Buffer.from(String(stored.content), 'base64');
    return JSON.parse(this.#open(stored.ijwSeal, column, row, content).toString('utf8')) as T;
  }

  /** `marks`: what stands before it, by version. */
  #seal(
    column: SealedColumn,
    row: string,
    plain: Uint8Array,
    packed: Buffer | null,
    marks: readonly Uint8Array[] = [],
  ): Sealed {
    const version = packed === null ? ENCRYPTED : PACKED;
    return {
      version,
      sealed: encrypt(this.#ring.newest, place(version, column, row), packed ?? plain, marks[version]),
    };
  }

  #marked(column: SealedColumn, row: string, plain: Uint8Array, packed: Buffer | null): SealedBytes {
    return this.#seal(column, row, plain, packed, MARKS).sealed as Uint8Array as SealedBytes;
  }

  #open(version: number, column: SealedColumn, row: string, sealed: Buffer): Buffer {
    const plain = this.#decrypted(version, column, row, sealed);
    return version === PACKED ? decompress(plain) : plain;
  }

  #decrypted(version: number, column: SealedColumn, row: string, sealed: Buffer): Buffer {
    if (version !== ENCRYPTED && version !== PACKED) {
      throw new Error(`${column} has a seal of version ${version}, which this build cannot open`);
    }
    const keyVersion = keyVersionOf(sealed);
    const key = this.#ring.key(keyVersion);
    if (key === undefined) throw new UnknownDataKey(keyVersion);
    try {
      return decrypt(key, place(version, column, row), sealed);
    } catch {
      throw new Error(`${column} does not open: it was changed, or stands in another row than it was sealed for`);
    }
  }
}

function place(version: number, column: SealedColumn, row: string): string {
  return `${version}|${column}|${row}`;
}

function isMarked(bytes: Buffer): boolean {
  return bytes.length >= HEAD && MARK.equals(bytes.subarray(0, MARK.length));
}

/** So that it can be handed to a thread. */
function ownMemory(bytes: Buffer): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

function isEmpty(json: string): boolean {
  return json === '[]' || json === '{}';
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'ijwSeal' in value;
}
