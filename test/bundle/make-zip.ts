import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip, and how its entry says other than what is so. */
export interface ZipPart {
  readonly naam: string;
  readonly bytes?: Uint8Array;
  readonly stored?: boolean;
  /** As they stand in the list; by default the true ones. */
  readonly crc?: number;
  readonly size?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Of UNIX, in place of those of an ordinary file. */
  readonly mode?: number;
  /** Bytes within the packed part, behind the end of what is packed. */
  readonly tail?: Uint8Array;
}

export interface ZipExtras {
  readonly before?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: Uint8Array;
  /** How many the end says there are. */
  readonly count?: number;
}

const UTF8_NAMES = 0x0800;
const MADE_ON_UNIX = (3 << 8) | 20;

/** A zip as any packer makes it, but for what is asked to be otherwise. */
export function makeZip(parts: readonly ZipPart[], extras: ZipExtras = {}): Buffer {
  const { before = NONE, beforeEnd = NONE, after = NONE, comment = NONE, count = parts.length } = extras;
  const pieces: Uint8Array[] = [before];
  let at = before.length;
  const list: Buffer[] = [];
  for (const part of parts) {
    const { local, central } = entryOf(part, at);
    pieces.push(...local);
    at += lengthOf(local);
    list.push(central);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(lengthOf(list), 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...pieces, ...list, beforeEnd, end, comment, after]);
}

const NONE = Buffer.alloc(0);

function entryOf(part: ZipPart, at: number): { local: Uint8Array[]; central: Buffer } {
  const { naam, bytes = NONE, stored = false, tail = NONE, mode = 0o100644, flags = 0 } = part;
  const name = Buffer.from(naam);
  const packed = Buffer.concat([stored ? bytes : deflateRawSync(bytes), tail]);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(UTF8_NAMES | flags, 2);
  head.writeUInt16LE(part.method ?? (stored ? 0 : 8), 4);
  head.writeUInt32LE(part.crc ?? crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(part.size ?? bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  const local = [signature(0x04034b50), head, name, packed];
  const made = Buffer.alloc(2);
  made.writeUInt16LE(MADE_ON_UNIX);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(at, 10);
  return { local, central: Buffer.concat([signature(0x02014b50), made, head, rest, name]) };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
