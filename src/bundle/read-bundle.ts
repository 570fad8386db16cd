import type { Entry } from 'yauzl';
import { directoryOf, locked, tooMany } from './directory.ts';
import { BUNDLE_LIMITS } from './limits.ts';
import { BundleFault, type BundleRefusal, broken, shown, ZIP_TOO_LARGE } from './refusal.ts';
import { canUnpack, tooLarge, unpack } from './unpack.ts';

/** A message of a zip. The name is its maker's: to be shown to whoever sent it, and for nothing else. */
export interface BundledFile {
  readonly naam: string;
  readonly bytes: Uint8Array;
}

export type Bundle =
  | { readonly kind: 'read'; readonly files: readonly BundledFile[] }
  | { readonly kind: 'refused'; readonly refusal: BundleRefusal };

/** The messages of a zip in the order of its list, or why it is none that can be taken. */
export async function readBundle(zip: Uint8Array): Promise<Bundle> {
  try {
    return { kind: 'read', files: await filesOf(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)) };
  } catch (fout) {
    if (fout instanceof BundleFault) return { kind: 'refused', refusal: fout.refusal };
    throw fout;
  }
}

async function filesOf(bytes: Buffer): Promise<BundledFile[]> {
  if (bytes.length > BUNDLE_LIMITS.zipBytes) throw new BundleFault(ZIP_TOO_LARGE);
  const { zip, entries } = await directoryOf(bytes);
  const list = entries.filter((entry) => !isFolder(entry));
  check(list);
  const files: BundledFile[] = [];
  let room: number = BUNDLE_LIMITS.totalBytes;
  for (const entry of list) {
    const file = await unpack(zip, bytes, entry, room);
    room -= file.length;
    files.push({ naam: entry.fileName, bytes: file });
  }
  return files;
}

/** All that the list tells, before anything is unpacked. */
function check(list: readonly Entry[]): void {
  if (list.length > BUNDLE_LIMITS.files) throw tooMany();
  if (list.length === 0) throw empty();
  if (list.some((entry) => entry.isEncrypted())) throw locked();
  const names = new Set<string>();
  let total = 0;
  for (const entry of list) {
    const naam = shown(entry.fileName);
    if (!isMessage(entry)) throw other(naam);
    if (!canUnpack(entry)) throw broken(`${naam} is ingepakt op een manier die hier niet uit te pakken is`);
    if (names.has(entry.fileName)) throw broken(`${naam} staat er meer dan een keer in`);
    names.add(entry.fileName);
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > BUNDLE_LIMITS.fileBytes || total > BUNDLE_LIMITS.totalBytes) throw tooLarge(naam);
  }
}

function isFolder({ fileName, uncompressedSize }: Entry): boolean {
  return fileName.endsWith('/') && uncompressedSize === 0;
}

const UNIX = 3;
const TYPE_BITS = 0o170000;
const ORDINARY = 0o100000;

/** By its name, and no link or device, where its maker's system has those. */
function isMessage({ fileName, versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = versionMadeBy >> 8 === UNIX ? (externalFileAttributes >>> 16) & TYPE_BITS : 0;
  return /[^/]\.xml$/i.test(fileName) && (type === 0 || type === ORDINARY);
}

function other(naam: string): BundleFault {
  const wat = /\.zip$/i.test(naam.slice(0, -1)) ? 'een ander zip-bestand' : 'een ander bestand dan een bericht';
  return broken(`${naam} is ${wat}; er mogen alleen XML-bestanden (.xml) in zitten`);
}

function empty(): BundleFault {
  return new BundleFault({
    code: 'IB905',
    melding: `Het zip-bestand is leeg. Doe er 1 tot en met ${BUNDLE_LIMITS.files} XML-bestanden in.`,
  });
}
