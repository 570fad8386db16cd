import { BUNDLE_LIMITS } from './limits.ts';

/** Codes for zip files of the standard's list of codes for Fo01. */
export const BUNDLE_CODES = ['IB901', 'IB902', 'IB903', 'IB904', 'IB905'] as const;
export type BundleCode = (typeof BUNDLE_CODES)[number];

/** Why a zip was not taken; nothing of it was. */
export interface BundleRefusal {
  readonly code: BundleCode;
  /** Dutch: what is wrong and what to do; names of files are shortened, and may hold what their maker put in them. */
  readonly melding: string;
}

/** What a reader of a zip throws within this folder. */
export class BundleFault extends Error {
  readonly refusal: BundleRefusal;

  constructor(refusal: BundleRefusal) {
    super(`zip refused: ${refusal.code}`);
    this.name = 'BundleFault';
    this.refusal = refusal;
  }
}

export function broken(wat: string): BundleFault {
  return new BundleFault({
    code: 'IB901',
    melding: `Dit is geen geldig zip-bestand: ${wat}. Maak het opnieuw en stuur het dan.`,
  });
}

export const ZIP_TOO_LARGE: BundleRefusal = {
  code: 'IB904',
  melding: `Het zip-bestand is groter dan ${BUNDLE_LIMITS.zipBytes / 1024 / 1024} MiB. Verdeel de berichten over meer zip-bestanden.`,
};

const LONGEST_NAME = 80;

/** A name in a zip as a sentence can show it: on one line, without characters that hide or turn others, and not too long. */
export function shown(naam: string): string {
  const kort = naam.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return `‘${kort.length > LONGEST_NAME ? `${kort.slice(0, LONGEST_NAME)}…` : kort}’`;
}
