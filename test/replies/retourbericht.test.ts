import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stelRetourSamen } from '../../src/replies/retourbericht.ts';
import { klassenVan } from '../../src/rules/klasse.ts';
import type { Oordeel } from '../../src/rules/oordeel.ts';
import type { BerichtType, Release } from '../../src/standard/message-types.ts';
import { validateInhoud } from '../../src/standard/validate.ts';
import type { Groep, Waarde } from '../../src/xml/tree.ts';
import { groepVan } from '../../src/xml/tree.ts';
import { bericht } from '../rules/builders.ts';

const SOORTEN: readonly (readonly [BerichtType, BerichtType, Release, string])[] = [
  ['JW301', 'JW302', '3.2', '437'],
  ['JW305', 'JW306', '3.2', '439'],
  ['JW307', 'JW308', '3.2', '441'],
  ['JW315', 'JW316', '3.2', '447'],
  ['JW317', 'JW318', '3.2', '487'],
  ['JW319', 'JW320', '3.2', '489'],
  ['JW301', 'JW302', '2.3', '437'],
  ['JW305', 'JW306', '2.3', '439'],
  ['JW307', 'JW308', '2.3', '441'],
  ['JW315', 'JW316', '2.3', '447'],
];

function oordeel(
  niveau: Oordeel['niveau'],
  codes: Record<string, readonly string[]> = {},
  niet: string[] = [],
): Oordeel {
  const lopend = { regie: [], verwijderd: [], prestaties: [] };
  return { niveau, bevindingen: [], codes: new Map(Object.entries(codes)), nietBeoordeeld: new Set(niet), lopend };
}

function retour(type: BerichtType, release: Release, uitspraak: Oordeel) {
  const heen = bericht(type, release);
  const gegevens = { identificatie: 'IG0000000001', dagtekening: '2026-03-02', regelsVersie: '1.2.3' };
  return { heen, retour: stelRetourSamen({ heen, oordeel: uitspraak, ...gegevens }) };
}

/** The tree without any RetourCodes. */
function kaal(waarde: Waarde): Waarde {
  if (typeof waarde === 'string') return waarde;
  if (Array.isArray(waarde)) return waarde.map((w) => kaal(w)) as Waarde;
  const paren = Object.entries(waarde as Groep).filter(([naam]) => naam !== 'RetourCodes');
  return Object.fromEntries(paren.map(([naam, w]) => [naam, w === undefined ? w : kaal(w)]));
}

function codesVan(klasse: Groep): Waarde | undefined {
  return groepVan(klasse, 'RetourCodes')?.RetourCode;
}

describe.each(SOORTEN)('the retourbericht on %s: %s of iJW %s', (type, retourType, release, code) => {
  const lichaam = type === 'JW319' ? 'Antwoord' : 'Client';

  it('accepted: a header without RetourCodes, with Afzender and Ontvanger of the heenbericht (IV028)', () => {
    const { heen, retour: r } = retour(type, release, oordeel(null));
    expect(r.type).toBe(retourType);
    expect(r.inhoud).toEqual({
      Header: {
        ...groepVan(heen.inhoud, 'Header'),
        BerichtCode: code,
        IdentificatieRetour: 'IG0000000001',
        DagtekeningRetour: '2026-03-02',
        ...(release === '3.2' ? { XsdVersieRetour: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } } : {}),
      },
    });
    expect(validateInhoud(release, retourType, r.inhoud)).toEqual([]);
  });

  it('level 2: a header with 0001 and the version of the rules (IV033)', () => {
    const { retour: r } = retour(type, release, oordeel(2));
    expect(Object.keys(r.inhoud)).toEqual(['Header']);
    const header = groepVan(r.inhoud, 'Header') ?? {};
    expect(codesVan(header)).toEqual(['0001']);
    expect(header.XsltVersie).toBe('1.2.3');
    expect(validateInhoud(release, retourType, r.inhoud)).toEqual([]);
  });

  it('an error in the header: that code and nothing below, also with errors below', () => {
    const uitspraak = oordeel(3, { '/Bericht/Header': ['9056'], [`/Bericht/${lichaam}`]: ['9374'] });
    const { retour: r } = retour(type, release, uitspraak);
    expect(Object.keys(r.inhoud)).toEqual(['Header']);
    expect(codesVan(groepVan(r.inhoud, 'Header') ?? {})).toEqual(['9056']);
    expect(groepVan(r.inhoud, 'Header')?.XsltVersie).toBeUndefined();
  });

  it('an error below: 0200 in the header and every other klasse, its own codes where it is, 0233 where not checked', () => {
    const klassen = klassenVan(bericht(type, release)).filter((k) => k.naam !== 'Header');
    fc.assert(
      fc.property(fc.nat(klassen.length - 1), fc.nat(klassen.length - 1), (fout, niet) => {
        const foutPad = klassen[fout]?.pad ?? '';
        const nietPad = niet === fout ? [] : [klassen[niet]?.pad ?? ''];
        const { heen, retour: r } = retour(type, release, oordeel(3, { [foutPad]: ['9019', 'S329'] }, nietPad));
        expect(kaal(r.inhoud[lichaam] ?? '')).toEqual(heen.inhoud[lichaam]);
        for (const klasse of klassenVan(r)) {
          const verwacht =
            klasse.pad === foutPad ? ['9019', 'S329'] : nietPad.includes(klasse.pad) ? ['0233'] : ['0200'];
          expect(codesVan(klasse.waarden)).toEqual(verwacht);
          if (klasse.naam !== 'Header') expect(Object.keys(klasse.waarden).at(-1)).toBe('RetourCodes');
        }
        expect(validateInhoud(release, retourType, r.inhoud)).toEqual([]);
      }),
    );
  });
});

it('a declaratie has no retourbericht', () => {
  expect(() => retour('JW323', '3.2', oordeel(null))).toThrow();
});
