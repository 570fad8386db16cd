import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { BUNDLE_LIMITS } from './limits.ts';
import { BundleFault, broken } from './refusal.ts';

/** What a zip says it holds. */
export interface Directory {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

/** Signatures of what may follow the last entry of the list: the end, and that of a zip64. */
const ENDS: readonly number[] = [0x06054b50, 0x06064b50];
const END_BYTES = 22;

/**
 * The list at the end of a zip. Each byte before, between and behind its parts must belong to one of them: what one reader
 * skips another may read.
 */
export async function directoryOf(bytes: Buffer): Promise<Directory> {
  const zip = await open(bytes);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > BUNDLE_LIMITS.entries) throw tooMany();
    }
  } catch (fout) {
    throw asFault(fout);
  }
  if (entries.length > 0 && Math.min(...entries.map((entry) => entry.relativeOffsetOfLocalHeader)) !== 0)
    throw broken('er staan gegevens voor het eerste bestand');
  // Where the list ends; the types take this number for something else.
  const end = Number(zip.readEntryCursor);
  if (!ENDS.includes(bytes.readUInt32LE(end))) throw broken('zijn lijst van bestanden klopt niet met zijn einde');
  const isPlain = bytes.readUInt32LE(end) === ENDS[0];
  if (isPlain && end !== bytes.length - END_BYTES - bytes.readUInt16LE(end + 20))
    throw broken('er staan gegevens na zijn einde');
  return { zip, entries };
}

export function tooMany(): BundleFault {
  return new BundleFault({
    code: 'IB902',
    melding: `In het zip-bestand zitten meer dan ${BUNDLE_LIMITS.files} bestanden. Verdeel de berichten over meer zip-bestanden.`,
  });
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Sizes are counted by who unpacks, so that one who lies about them gets the reason that fits.
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: false }, (fout, zip) => {
      if (fout === null) resolve(zip);
      else reject(asFault(fout));
    });
  });
}

/** The words of yauzl are for makers of programs; a name that leaves the folder is the only thing that they say more of. */
function asFault(fout: unknown): BundleFault {
  if (fout instanceof BundleFault) return fout;
  const tekst = fout instanceof Error ? fout.message : '';
  if (tekst.startsWith('strong encryption')) return locked();
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(tekst))
    return broken('een bestandsnaam wijst buiten het zip-bestand');
  if (tekst.startsWith('Invalid comment length')) return broken('er staan gegevens na zijn einde');
  return broken('het is beschadigd of afgebroken');
}

export function locked(): BundleFault {
  return new BundleFault({
    code: 'IB903',
    melding:
      'Het zip-bestand is met een wachtwoord beveiligd of versleuteld. Maak het zonder wachtwoord; de verbinding beveiligt het al.',
  });
}
