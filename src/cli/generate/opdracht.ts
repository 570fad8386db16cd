import { parseArgs } from 'node:util';
import { plusDagen } from '../../standard/datum.ts';
import {
  BERICHT_SOORTEN,
  BERICHT_TYPES,
  type BerichtType,
  RELEASES,
  type Release,
} from '../../standard/message-types.ts';
import { OUDE_GEMEENTE } from './rules/afspraken.ts';
import { EERSTE_DAG, type Omstandigheid } from './rules/decor.ts';

export const GEBRUIK = `Gebruik: ijw-gateway generate [--release ${RELEASES.join('|')}] [--aantal N] [opties] TYPE…
         ijw-gateway generate --rule CODE|all [opties]
  TYPE is een van ${BERICHT_TYPES.join(', ')}.
  --rule maakt per regel een bericht dat haar overtreedt en een dat slaagt, met wat eraan voorafgaat: zie set.json.
  --uit MAP         schrijf naar deze map; anders gaan de berichten naar de standaarduitvoer
  --datum DATUM     de dag van verzending (jjjj-mm-dd), anders vandaag; bij --rule niet voor ${EERSTE_DAG}
  --gemeente CODE, --aanbieder AGB
`;

interface Gedeeld extends Omstandigheid {
  readonly uit: string | null;
}

export interface TypeOpdracht extends Gedeeld {
  readonly soort: 'types';
  readonly types: readonly BerichtType[];
  readonly release: Release | null;
  readonly aantal: number;
}

export interface RegelOpdracht extends Gedeeld {
  readonly soort: 'regel';
  /** A rule code, or all of them. */
  readonly regel: string;
}

/** Null when it cannot be done: wrong options, an unknown type, or one that the release does not have. */
export function opdrachtVan(args: readonly string[], vandaag: string): TypeOpdracht | RegelOpdracht | null {
  const gelezen = lees(args);
  if (gelezen === null) return null;
  const { positionals, values } = gelezen;
  const { datum = vandaag, gemeente = '0362', aanbieder = '42420001', uit = null } = values;
  if (!isDatum(datum) || !/^\d{4}$/.test(gemeente) || !/^\d{8}$/.test(aanbieder)) return null;
  const gedeeld = { vandaag: datum, gemeente, aanbieder, uit };
  const { rule } = values;
  if (rule === undefined) return typeOpdracht(gedeeld, positionals, values);
  const past = positionals.length === 0 && values.release === undefined && values.aantal === undefined;
  if (!past || datum < EERSTE_DAG || gemeente === OUDE_GEMEENTE.code) return null;
  return { ...gedeeld, soort: 'regel', regel: rule === 'all' ? rule : rule.toUpperCase() };
}

function typeOpdracht(
  gedeeld: Gedeeld,
  gevraagd: readonly string[],
  { release: genoemd, aantal = '1' }: { readonly release?: string; readonly aantal?: string },
): TypeOpdracht | null {
  const types = BERICHT_TYPES.filter((type) => gevraagd.includes(type));
  const release = RELEASES.find((r) => r === genoemd) ?? null;
  const goed =
    types.length > 0 &&
    types.length === new Set(gevraagd).size &&
    (genoemd === undefined || release !== null) &&
    types.every((type) => release === null || BERICHT_SOORTEN[type].releases.includes(release)) &&
    /^[1-9]\d{0,5}$/.test(aantal);
  return goed ? { ...gedeeld, soort: 'types', types, release, aantal: Number(aantal) } : null;
}

function isDatum(tekst: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(tekst) && plusDagen(tekst, 0) === tekst;
}

function lees(args: readonly string[]) {
  const tekst = { type: 'string' } as const;
  const options = {
    release: tekst,
    aantal: tekst,
    gemeente: tekst,
    aanbieder: tekst,
    uit: tekst,
    datum: tekst,
    rule: tekst,
  };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return null;
  }
}
