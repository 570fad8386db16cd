import type { BerichtType, Release } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { Bericht, Groep, Waarde } from '../../src/xml/tree.ts';
import * as inhoud from './inhoud.ts';

/** Valid messages as the reader gives them, small, with fictive persons; and ways to change one element of them. */

const DAGTEKENING = '2026-03-02';
const GEMEENTE = '0362';
const AANBIEDER = '42420001';

function header(type: BerichtType, release: Release): Groep {
  const soort = MESSAGES[type];
  const vanGemeente = soort.header.gemeente === 'Afzender';
  const [versie, subversie] = release.split('.');
  return {
    BerichtCode: soort.codes[0] ?? '',
    BerichtVersie: versie ?? '',
    BerichtSubversie: subversie ?? '',
    Afzender: vanGemeente ? GEMEENTE : AANBIEDER,
    Ontvanger: vanGemeente ? AANBIEDER : GEMEENTE,
    BerichtIdentificatie: { Identificatie: 'TEST1', Dagtekening: DAGTEKENING },
    ...(release === '3.2' ? { XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } } : {}),
  };
}

/** A message that breaks no rule of level 2. */
export function bericht(type: BerichtType, release: Release = '3.2'): Bericht {
  const maak = release === '3.2' ? inhoud.INHOUD_32[type] : inhoud.INHOUD_23[type];
  if (maak === undefined) throw new Error(`no valid ${type} of iJW ${release} to start from`);
  return { type, release, inhoud: maak(header(type, release)) };
}

/** The same message with another value at a path: `Client/ToegewezenProducten/ToegewezenProduct[2]/Omvang/Volume`. */
export function met(
  basis: Bericht,
  ...wijzigingen: readonly (readonly [pad: string, waarde: Waarde | undefined])[]
): Bericht {
  const inhoudNa = wijzigingen.reduce((nu, [pad, waarde]) => zet(nu, pad.split('/'), waarde), basis.inhoud);
  return { ...basis, inhoud: inhoudNa };
}

/** The same message without the elements at these paths. */
export function zonder(basis: Bericht, ...paden: readonly string[]): Bericht {
  return met(basis, ...paden.map((pad) => [pad, undefined] as const));
}

/** The same message with a copy of the last item of a list behind it, changed as told. */
export function erbij(basis: Bericht, lijst: string, wijziging: Groep = {}): Bericht {
  const nu = opPad(basis.inhoud, lijst.split('/')) as readonly Groep[];
  return met(basis, [lijst, [...nu, { ...nu.at(-1), ...wijziging }]]);
}

function opPad(groep: Groep, stappen: readonly string[]): Waarde | undefined {
  let hier: Waarde | undefined = groep;
  for (const stap of stappen) {
    const [naam, plaats] = ontleed(stap);
    const kind: Waarde | undefined = (hier as Groep)[naam];
    hier = Array.isArray(kind) && plaats !== null ? kind[plaats - 1] : kind;
  }
  return hier;
}

function zet(groep: Groep, stappen: readonly string[], waarde: Waarde | undefined): Groep {
  const [eerste = '', ...rest] = stappen;
  const [naam, plaats] = ontleed(eerste);
  const kind = groep[naam];
  if (rest.length === 0 && plaats === null) return { ...groep, [naam]: waarde };
  if (Array.isArray(kind)) {
    const items = kind as readonly Groep[];
    const anders = items.map((item, i) => (i === (plaats ?? 1) - 1 ? zet(item, rest, waarde) : item));
    return { ...groep, [naam]: anders };
  }
  return { ...groep, [naam]: zet((kind ?? {}) as Groep, rest, waarde) };
}

function ontleed(stap: string): [naam: string, plaats: number | null] {
  const delen = /^(\w+)\[(\d+)\]$/.exec(stap);
  return delen === null ? [stap, null] : [delen[1] ?? '', Number(delen[2])];
}
