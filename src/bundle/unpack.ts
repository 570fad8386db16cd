import { crc32, type InflateRaw, inflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { BUNDLE_LIMITS } from './limits.ts';
import { BundleFault, broken, shown } from './refusal.ts';

const STORED = 0;
const DEFLATED = 8;

/**
 * The bytes of one file, at most `room` of them: never more than that is unpacked, whatever the zip says of its size. Size
 * and CRC-32 must be what the list says; yauzl does not look at the latter.
 */
export async function unpack(zip: ZipFile, bytes: Buffer, entry: Entry, room: number): Promise<Buffer> {
  const naam = shown(entry.fileName);
  const from = await dataStart(zip, entry);
  const packed = bytes.subarray(from, from + entry.compressedSize);
  const most = Math.min(room, BUNDLE_LIMITS.fileBytes);
  const file = entry.compressionMethod === STORED ? packed : await inflated(packed, most, naam);
  if (file.length > most) throw tooLarge(naam);
  if (file.length !== entry.uncompressedSize) throw broken(`${naam} heeft een andere lengte dan het zip-bestand zegt`);
  if (crc32(file) !== entry.crc32) throw broken(`${naam} is beschadigd (CRC)`);
  return file;
}

export function canUnpack({ compressionMethod }: Entry): boolean {
  return compressionMethod === STORED || compressionMethod === DEFLATED;
}

export function tooLarge(naam: string): BundleFault {
  const mib = (bytes: number) => Math.floor(bytes / (1024 * 1024));
  const { fileBytes, totalBytes } = BUNDLE_LIMITS;
  return new BundleFault({
    code: 'IB904',
    melding: `Uitgepakt is ${naam} te groot: een bericht is ten hoogste ${mib(fileBytes)} MiB, en alle berichten samen ${mib(totalBytes)} MiB. Verdeel ze over meer zip-bestanden.`,
  });
}

function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (fout, header) => {
      if (fout === null) resolve(header.fileDataStart);
      else reject(broken('het is beschadigd of afgebroken'));
    });
  });
}

function inflated(packed: Buffer, most: number, naam: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // With `info` it gives what the types do not know of: the stream, which counted what it read.
    const done = (fout: NodeJS.ErrnoException | null, gave: unknown) => {
      if (fout?.code === 'ERR_BUFFER_TOO_LARGE') return reject(tooLarge(naam));
      if (fout !== null) return reject(broken(`${naam} is niet uit te pakken`));
      const { buffer, engine } = gave as { buffer: Buffer; engine: InflateRaw };
      if (engine.bytesWritten !== packed.length) return reject(broken(`er staan gegevens na het einde van ${naam}`));
      return resolve(buffer);
    };
    inflateRaw(packed, { maxOutputLength: most, info: true }, done);
  });
}
