import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BerichtType, Release } from '../../../src/standard/message-types.ts';

/** The table of every content rule by message and element, as facts: what holds, where, and what becomes of it here. */

export type RijSoort =
  /** Level 2 tests it. */
  | 'inhoud'
  | 'niveau-4'
  /** The XSD refuses first. */
  | 'xsd'
  /** Does not hold in this release. */
  | 'betwist'
  /** Of iJW 3.0, whose messages we do not have. */
  | 'andere-release'
  /** A code without a known meaning. */
  | 'onbekend';

export interface Rij {
  readonly regel: string;
  readonly release: string;
  readonly berichten: readonly string[];
  /** Below Bericht; null when nobody knows. */
  readonly element: string | null;
  readonly soort: RijSoort;
}

/** One message of a row. */
export interface Cel {
  readonly regel: string;
  readonly release: Release;
  readonly type: BerichtType;
  readonly element: string;
}

type Gelezen = readonly (readonly [string, string, string, string | null, RijSoort])[];

export const RIJEN: readonly Rij[] = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'matrix.json'), 'utf8')) as Gelezen
).map(([regel, release, berichten, element, soort]) => ({
  regel,
  release,
  berichten: berichten.split(' '),
  element,
  soort,
}));

export function cellenVan(soort: RijSoort): Cel[] {
  return RIJEN.filter((rij) => rij.soort === soort).flatMap(({ regel, release, berichten, element }) =>
    berichten.map((type) => ({
      regel,
      release: release as Release,
      type: type as BerichtType,
      element: element ?? '',
    })),
  );
}

export const naamVan = ({ regel, release, type, element }: Cel) => `${regel} ${release} ${type} ${element}`;
