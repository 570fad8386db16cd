import { describe, expect, it } from 'vitest';
import { REGELS } from '../../../src/rules/catalogue.ts';
import { alleScenarios } from '../../../src/samples/rules/index.ts';
import { gate } from '../../../src/xml/gate/gate.ts';
import type { Waarde } from '../../../src/xml/tree.ts';
import { writeBericht } from '../../../src/xml/write/write.ts';
import { bericht, met } from '../builders.ts';
import { speel } from '../scenario-play.ts';
import { type Cel, cellenVan, naamVan } from './rijen.ts';

/** Rows that level 2 leaves to others: the schema before it, and what looks outside the message after it. */

/** What the schema does not take. */
const NIET_VOLGENS_XSD: Readonly<Record<string, string>> = {
  CS004: 'V.V',
  CS005: '020-123',
  CS015: '9',
  CS025: '9',
  CS126: '999',
  CS128: '1.0',
  CS319: 'D-1',
  CS320: 'NL1',
  CS321: '12345678',
  CS322: '10000',
};

/** A telephone number goes with a country, and a second with a first. */
const TELEFOON = { Telefoon01: { Telefoonnummer: '0201234567', Landnummer: '+31' } };
const NUMMERS = { ...TELEFOON, Telefoon02: TELEFOON.Telefoon01 };

/** What must stand around the element for nothing else to be wrong. */
function eromheen({ regel, element }: Cel): readonly (readonly [string, Waarde])[] {
  if (regel === 'CS005') return [[`${element.split('/Telefoon/')[0]}/Telefoon`, NUMMERS]];
  return element.endsWith('XsltVersie') ? [[element, '1.0.0']] : [];
}

const xsd = cellenVan('xsd');

describe('every row that the schema holds is refused at level 1, on its element', () => {
  it.each(xsd.map((cel) => [naamVan(cel), cel] as const))('%s', (_naam, cel) => {
    const { regel, release, type, element } = cel;
    const goed = met(bericht(type, release), ...eromheen(cel));
    expect(gate(writeBericht(goed)), 'the twin').toMatchObject({ kind: 'accepted' });
    const poort = gate(writeBericht(met(goed, [element, NIET_VOLGENS_XSD[regel] ?? ''])));
    expect(poort).toMatchObject({ kind: 'refused', niveau: 1 });
    const paden = poort.kind === 'refused' ? poort.bevindingen.map((b) => (b.pad ?? '').replace(/\[\d+\]/g, '')) : [];
    expect(paden).toContain(`/Bericht/${element}`);
  });

  it('is one for each', () => {
    console.log(`matrix, schema: ${xsd.length} cells of 24 rows`);
    expect(xsd).toHaveLength(70);
  });
});

/**
 * A JW304 repeats Gemeente and FactuurDagtekening of the JW303, which were judged there and are held to it by IV056; on its
 * own RetourDagtekening 2.3 has 8849 (IV032).
 */
const ELDERS: ReadonlySet<string> = new Set([
  'CS064 2.3 JW304 Header/DeclaratieFactuurIdentificatie/FactuurDagtekening',
  'CS064 2.3 JW304 Header/RetourHeader/RetourDagtekening',
  'CS300 2.3 JW304 Header/Gemeente',
]);
const niveau4 = cellenVan('niveau-4').filter((cel) => !ELDERS.has(naamVan(cel)));
const scenarios = alleScenarios({ vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' });

function aangewezen({ regel, release, type }: Cel): string[] {
  const sets = scenarios.filter((s) => s.regel === regel && s.release === release && s.type === type);
  return sets.flatMap((set) =>
    speel(set, 'fout')
      .bevindingen.filter((b) => b.regel === regel)
      .map((b) => (b.pad ?? '').replace(/\[\d+\]/g, '')),
  );
}

describe('every row that needs more than the message is refused at level 4, on its element', () => {
  it.each(niveau4.map((cel) => [naamVan(cel), cel] as const))('%s', (_naam, cel) => {
    const regels = REGELS.filter(
      (r) => r.code === cel.regel && r.berichten.includes(cel.type) && r.releases.includes(cel.release),
    );
    expect(new Set(regels.map((r) => r.niveau))).toEqual(new Set([4]));
    expect(aangewezen(cel)).toContain(`/Bericht/${cel.element}`);
  });

  it('is one for each, but for what is judged elsewhere', () => {
    console.log(`matrix, level 4: ${niveau4.length} cells of 14 rows; judged elsewhere: ${[...ELDERS].join('; ')}`);
    expect(niveau4.length + ELDERS.size).toBe(cellenVan('niveau-4').length);
  });
});
