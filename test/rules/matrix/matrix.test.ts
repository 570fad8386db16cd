import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../../src/findings/bevinding.ts';
import { REGELS } from '../../../src/rules/catalogue.ts';
import { judgeContent } from '../../../src/rules/judge.ts';
import { NIET_GETOETST } from '../../../src/rules/not-checked.ts';
import type { Release } from '../../../src/standard/message-types.ts';
import { gate } from '../../../src/xml/gate/gate.ts';
import { readBericht } from '../../../src/xml/read/read.ts';
import type { Bericht, Groep, Waarde } from '../../../src/xml/tree.ts';
import { writeBericht } from '../../../src/xml/write/write.ts';
import { hasShared, SHARED } from '../../shared.ts';
import { bericht } from '../builders.ts';
import type { Recept } from './recept.ts';
import { boven } from './recept.ts';
import { DECLARATIE_RECEPTEN } from './recepten-declaratie.ts';
import { PERSOON_RECEPTEN } from './recepten-persoon.ts';
import { PRODUCT_RECEPTEN } from './recepten-product.ts';
import { TR101 } from './recepten-sleutel.ts';
import { type Cel, cellenVan, naamVan, RIJEN, type Rij } from './rijen.ts';

const RECEPTEN: Readonly<Record<string, Recept>> = {
  ...PERSOON_RECEPTEN,
  ...PRODUCT_RECEPTEN,
  ...DECLARATIE_RECEPTEN,
  TR101,
};

function paren(cel: Cel) {
  const recept = RECEPTEN[cel.regel];
  if (recept === undefined) throw new Error(`no pair for ${naamVan(cel)}`);
  return recept({ ...cel, basis: bericht(cel.type, cel.release) });
}

/** Levels 0 to 2 of the message as it travels; it must pass the first two. */
function bevindingen(van: Bericht): readonly Bevinding[] {
  const bytes = writeBericht(van);
  const poort = gate(bytes);
  expect(poort.kind, JSON.stringify(poort)).toBe('accepted');
  return judgeContent(readBericht(bytes, van.type, van.release)).bevindingen;
}

const zonderPlaats = (pad: string | null) => (pad ?? '').replace('/Bericht/', '').replace(/\[\d+\]/g, '');
const codes = (van: readonly Bevinding[]) => [...new Set(van.map((b) => b.regel))].sort();

/** Whether the element is there, in the first of every list. */
function staatEr({ inhoud }: Bericht, pad: string): boolean {
  let hier: Waarde | undefined = inhoud;
  for (const stap of pad.split('/')) {
    const kind: Waarde | undefined = (hier as Groep)[stap];
    hier = Array.isArray(kind) ? (kind[0] as Waarde) : kind;
    if (hier === undefined) return false;
  }
  return true;
}

/** The element or a part of it; where it is absent, its parent, or what is left of the way to it. */
function wijstAan(pad: string, element: string, van: Bericht): boolean {
  if (staatEr(van, element)) return pad === element || pad.startsWith(`${element}/`);
  let ouder = boven(element);
  while (!staatEr(van, ouder)) ouder = boven(ouder);
  return pad === ouder;
}

const inhoud = cellenVan('inhoud');
let gelopen = 0;

describe('every row of the matrix that level 2 tests', () => {
  it.each(inhoud.map((cel) => [naamVan(cel), cel] as const))('%s', (_naam, cel) => {
    for (const { goed, fout, ook = [] } of paren(cel)) {
      expect(
        bevindingen(goed).map((b) => [b.regel, b.pad]),
        'the twin',
      ).toEqual([]);
      const gevonden = bevindingen(fout);
      expect(codes(gevonden)).toEqual([cel.regel, ...ook].sort());
      const eigen = gevonden.filter((b) => b.regel === cel.regel);
      expect(eigen).toMatchObject([{ niveau: 2, retourcode: '0001', ernst: 'fout' }]);
      const pad = zonderPlaats(eigen[0]?.pad ?? '');
      expect(wijstAan(pad, cel.element, fout), `${pad} for ${cel.element}`).toBe(true);
    }
    gelopen += 1;
  });

  it('was walked', () => {
    const aantal = (soort: Rij['soort']) => RIJEN.filter((rij) => rij.soort === soort).length;
    const over = (['xsd', 'niveau-4', 'betwist', 'andere-release', 'onbekend'] as const).map(
      (soort) => `${soort} ${aantal(soort)}`,
    );
    console.log(
      `matrix: ${gelopen} of ${inhoud.length} cells of ${aantal('inhoud')} rows; besides ${over.join(', ')} of ${RIJEN.length} rows`,
    );
    expect(gelopen).toBe(inhoud.length);
    expect([inhoud.length, aantal('inhoud')]).toEqual([258, 206]);
    expect(over).toEqual(['xsd 24', 'niveau-4 14', 'betwist 9', 'andere-release 11', 'onbekend 3']);
    expect(RIJEN.length).toBe(206 + 24 + 14 + 9 + 11 + 3);
  });
});

describe('a row that does not hold in 2.3', () => {
  it.each(cellenVan('betwist').map((cel) => [naamVan(cel), cel] as const))('%s', (_naam, cel) => {
    for (const { goed, fout } of paren(cel)) {
      expect(codes(bevindingen(goed))).toEqual([]);
      expect(codes(bevindingen(fout))).toEqual([]);
    }
  });
});

describe('the catalogue', () => {
  it('has every rule of the matrix, or says why not', () => {
    const gemist = RIJEN.filter(({ release }) => release === '2.3' || release === '3.2').flatMap(
      ({ regel, release }) => {
        const getoetst = REGELS.some((r) => r.code === regel && r.releases.includes(release as Release));
        const genoemd = NIET_GETOETST.some((n) => n.code === regel && n.release === release);
        return getoetst || genoemd ? [] : [`${regel} ${release}`];
      },
    );
    expect(gemist).toEqual([]);
  });

  it('holds no rule of level 2 in a message where the matrix has none', () => {
    const rijen = new Set(cellenVan('inhoud').map(({ regel, release, type }) => `${regel} ${release} ${type}`));
    const teveel = REGELS.filter((regel) => regel.niveau === 2).flatMap(({ code, releases, berichten }) =>
      releases.flatMap((release) => berichten.map((type) => `${code} ${release} ${type}`)),
    );
    const bestaat = new Set(inhoud.map(({ release, type }) => `${release} ${type}`));
    const over = teveel.filter((naam) => {
      const [, release, type] = naam.split(' ');
      return bestaat.has(`${release} ${type}`) && !rijen.has(naam);
    });
    expect(over).toEqual([]);
  });
});

interface Gepubliceerd {
  readonly rule: string;
  readonly release: string;
  readonly messages: readonly string[];
  readonly element: string | null;
  readonly level: number;
  readonly checkable: boolean;
  readonly held_by?: string;
  readonly note?: string;
}

function soortVan({ note, release, element, held_by, level }: Gepubliceerd): Rij['soort'] {
  if (note?.startsWith('betwist')) return 'betwist';
  if (release !== '2.3' && release !== '3.2') return 'andere-release';
  if (element === null) return 'onbekend';
  if (held_by === 'xsd') return 'xsd';
  return level === 4 ? 'niveau-4' : 'inhoud';
}

describe.skipIf(!hasShared)('the matrix [skipped without ../shared]', () => {
  it('is what is published', () => {
    const tekst = readFileSync(join(SHARED, 'ijw-3.2', 'rule-elements.json'), 'utf8');
    const gepubliceerd = (JSON.parse(tekst) as Gepubliceerd[]).map((rij) => ({
      regel: rij.rule,
      release: rij.release,
      berichten: rij.messages,
      element: rij.element,
      soort: soortVan(rij),
    }));
    expect(RIJEN).toEqual(gepubliceerd);
  });
});
