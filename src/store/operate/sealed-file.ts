import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { NotPossible } from './idle-store.ts';

/**
 * A file of frames, each encrypted with a key that is derived from the main key and the salt of the file:
 * `IJWSTORE`, length and JSON of a header, then per frame its length, cipher text and tag. The nonce is the number of the frame;
 * header, number and whether it is the last are bound to each, so that none can be left out, moved or put after the end.
 */
const MAGIC = Buffer.from('IJWSTORE', 'latin1');
const FORMAT = 1;
const CIPHER = 'aes-256-gcm';
const KEY_FOR = 'ijw-gateway: store export';
const TAG_BYTES = 16;
/** A body of 25 MiB is 50 MiB of text at most; more than this is no file of ours. */
const LONGEST_FRAME = 512 * 1024 * 1024;

export interface FileHeader {
  readonly format: number;
  readonly salt: string;
  /** The last migration of the store that it came from. */
  readonly migration: string;
  readonly made: string;
}

function keyOf(main: Uint8Array, header: FileHeader): Buffer {
  return Buffer.from(hkdfSync('sha256', main, Buffer.from(header.salt, 'base64'), KEY_FOR, 32));
}

function nonceOf(nr: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(nr, 8);
  return nonce;
}

export class SealedFileWriter {
  readonly #file: FileHandle;
  readonly #key: Buffer;
  readonly #head: Buffer;
  #nr = 0;
  #bytes = 0;

  private constructor(file: FileHandle, key: Buffer, head: Buffer) {
    this.#file = file;
    this.#key = key;
    this.#head = head;
  }

  static async begin(file: FileHandle, main: Uint8Array, migration: string): Promise<SealedFileWriter> {
    const salt = randomBytes(32).toString('base64');
    const header: FileHeader = { format: FORMAT, salt, migration, made: new Date().toISOString() };
    const json = Buffer.from(JSON.stringify(header), 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(json.length);
    const writer = new SealedFileWriter(file, keyOf(main, header), Buffer.concat([MAGIC, length, json]));
    await writer.#write(writer.#head);
    return writer;
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  async frame(text: string, last: boolean): Promise<void> {
    const cipher = createCipheriv(CIPHER, this.#key, nonceOf(this.#nr), { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(this.#head, last));
    const secret = cipher.update(deflateRawSync(text, { level: 1 }));
    cipher.final();
    const length = Buffer.alloc(4);
    length.writeUInt32BE(secret.length);
    await this.#write(Buffer.concat([length, secret, cipher.getAuthTag()]));
    this.#nr++;
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#file.writeFile(bytes);
    this.#bytes += bytes.length;
  }
}

function boundTo(head: Buffer, last: boolean): Buffer {
  return Buffer.concat([head, Buffer.of(last ? 1 : 0)]);
}

const NOT_WHOLE = 'Het bestand is niet heel, of het is veranderd. Maak de export opnieuw.';

export class SealedFileReader {
  readonly header: FileHeader;
  readonly #file: FileHandle;
  readonly #head: Buffer;

  private constructor(file: FileHandle, header: FileHeader, head: Buffer) {
    this.#file = file;
    this.header = header;
    this.#head = head;
  }

  /** Throws NotPossible when it is no file of ours. */
  static async open(file: FileHandle): Promise<SealedFileReader> {
    const start = await read(file, MAGIC.length + 4);
    if (start === null || !MAGIC.equals(start.subarray(0, MAGIC.length))) {
      throw new NotPossible('Dit is geen bestand van `store export`.');
    }
    const length = start.readUInt32BE(MAGIC.length);
    const json = length > 10_000 ? null : await read(file, length);
    if (json === null) throw new NotPossible(NOT_WHOLE);
    const header = JSON.parse(json.toString('utf8')) as FileHeader;
    if (header.format !== FORMAT) {
      throw new NotPossible('Dit bestand is gemaakt door een nieuwere versie van de gateway. Gebruik die versie.');
    }
    return new SealedFileReader(file, header, Buffer.concat([start, json]));
  }

  /** Each frame in turn; the last one ends the file. `mains`: the forms that the main key may have. */
  async *frames(mains: readonly Uint8Array[]): AsyncGenerator<{ readonly text: string; readonly last: boolean }> {
    let key: Buffer | undefined;
    for (let nr = 0; ; nr++) {
      const sealed = await this.#next();
      const keys = key === undefined ? mains.map((main) => keyOf(main, this.header)) : [key];
      const found = keys
        .flatMap((each) => [false, true].map((last) => ({ each, last, text: this.#open(each, nr, last, sealed) })))
        .find(({ text }) => text !== null);
      if (found === undefined || found.text === null) {
        throw new NotPossible(
          nr > 0
            ? NOT_WHOLE
            : 'Dit bestand gaat met deze DATA_SLEUTEL niet open. Zet DATA_SLEUTEL op die van de gateway waar het vandaan komt ' +
                '(bij de ingebouwde database: de tekst van data-sleutel in haar DATA_DIR).',
        );
      }
      key = found.each;
      if (found.last && (await read(this.#file, 1)) !== null) throw new NotPossible(NOT_WHOLE);
      yield { text: found.text, last: found.last };
      if (found.last) return;
    }
  }

  async #next(): Promise<Buffer> {
    const length = (await read(this.#file, 4))?.readUInt32BE(0) ?? 0;
    const sealed = length === 0 || length > LONGEST_FRAME ? null : await read(this.#file, length + TAG_BYTES);
    if (sealed === null) throw new NotPossible(NOT_WHOLE);
    return sealed;
  }

  #open(key: Buffer, nr: number, last: boolean, sealed: Buffer): string | null {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, nonceOf(nr), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(this.#head, last));
    decipher.setAuthTag(sealed.subarray(end));
    const packed = decipher.update(sealed.subarray(0, end));
    try {
      decipher.final();
    } catch {
      return null;
    }
    return inflateRawSync(packed).toString('utf8');
  }
}

/** So many bytes from where the file stands; null when there are fewer. */
async function read(file: FileHandle, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return bytes;
}
