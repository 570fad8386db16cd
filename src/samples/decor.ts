import { plusDagen } from '../standard/datum.ts';
import type { Release } from '../standard/message-types.ts';
import { fictiefBsn } from './bsn.ts';

/** Whom the sample messages are between, and when. */
export interface Omstandigheid {
  /** The day on which the whole set is sent and received, `YYYY-MM-DD`. */
  readonly vandaag: string;
  readonly gemeente: string;
  readonly aanbieder: string;
}

/** The first day on which every rule can be shown: TR335 needs five years since January 2021 (CS100). */
export const EERSTE_DAG = '2026-02-01';

/** What the messages of one set are made from. Two sets with the same seed hold the same numbers. */
export interface Decor extends Omstandigheid {
  readonly release: Release;
  readonly bsn: string;
  /** Another client than `bsn`. */
  readonly anderBsn: string;
  /** Eight digits: a ToewijzingNummer, and the root of every other number of the set. */
  readonly nummer: number;
  /** Where the toewijzingen of the set begin and end: half a year back and half a year ahead, whole months. */
  readonly begin: string;
  readonly einde: string;
}

export function decorVoor(omstandigheid: Omstandigheid, release: Release, zaad: string): Decor {
  const getal = fnv1a(zaad);
  return {
    ...omstandigheid,
    release,
    bsn: fictiefBsn(getal / 2 ** 32),
    anderBsn: fictiefBsn(((getal + 2 ** 31) % 2 ** 32) / 2 ** 32),
    nummer: 10_000_000 + (getal % 80_000_000),
    begin: eersteDag(omstandigheid.vandaag, -6),
    einde: laatsteDag(omstandigheid.vandaag, 6),
  };
}

/** First day of the month so many months after that of a date. */
export function eersteDag(datum: string, maanden: number): string {
  const telling = Number(datum.slice(0, 4)) * 12 + Number(datum.slice(5, 7)) - 1 + maanden;
  return `${Math.floor(telling / 12)}-${String((telling % 12) + 1).padStart(2, '0')}-01`;
}

export function laatsteDag(datum: string, maanden: number): string {
  return plusDagen(eersteDag(datum, maanden + 1), -1);
}

/** A 32-bit hash that is the same on every machine: the seed of a set is its name. */
function fnv1a(tekst: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(tekst)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
