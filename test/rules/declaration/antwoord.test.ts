import { describe, expect, it } from 'vitest';
import { stelJw304Samen } from '../../../src/replies/declaratie/jw304.ts';
import { stelJw325Samen } from '../../../src/replies/declaratie/jw325.ts';
import type { Bericht } from '../../../src/xml/tree.ts';
import { met } from '../builders.ts';
import { jw303, jw323 } from './berichten.ts';
import { ANDER_BSN, BSN, oordeel } from './decor.ts';

/** A declaratie with one refused line, as the gemeente's own system might answer it. */
const jw323Heen = jw323([[BSN, [{}, { volume: 3001 }]]]);
const jw303Heen = jw303([{ volume: 9, begin: '2019-06-01', einde: '2019-06-30' }]);

const gegevens = (declaratie: Bericht) => ({
  declaratie,
  oordeel: {
    niveau: 3 as const,
    bevindingen: [],
    codes: new Map([
      ['/Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie[2]', ['9322']],
      ['/Bericht/Clienten/Client/Prestaties/Prestatie', ['9322']],
    ]),
    nietBeoordeeld: new Set<string>(),
    lopend: { regie: [], verwijderd: [], prestaties: [] },
  },
  identificatie: 'EIGEN1',
  dagtekening: '2026-03-02',
  regelsVersie: '1.0.0',
});

function regels(antwoord: Bericht, heen: Bericht | null): string[] {
  const { type, release, inhoud } = heen ?? { type: 'JW323', release: '3.2', inhoud: {} };
  const beantwoord = heen && { id: 'heen', type, release, alBeantwoord: false, inhoud };
  return oordeel(antwoord, { kennis: { beantwoord } }).bevindingen.map((b) => b.regel);
}

const jw325 = stelJw325Samen(gegevens(jw323Heen));
const jw304 = stelJw304Samen(gegevens(jw303Heen));
const LIJST = 'DeclaratieAntwoord/Clienten/Client[1]';
const PRESTATIE = `${LIJST}/Prestaties/Prestatie[1]`;

describe('a JW325 of the gemeente itself', () => {
  it('agrees with the declaratie that it answers', () => {
    expect(regels(jw325, jw323Heen)).toEqual([]);
  });

  it('TR337: answers nothing that was received', () => {
    expect(regels(jw325, null)).toEqual(['TR337']);
    const andereDag = met(jw325, ['Header/DeclaratieIdentificatie/Dagtekening', '2026-02-28']);
    expect(regels(andereDag, jw323Heen)).toEqual(['TR337']);
  });

  it('TR371, TR376: version and number of another one', () => {
    const versie = met(jw325, ['Header/XsdVersieDeclaratie/BerichtXsdVersie', '9.9.9']);
    expect(regels(versie, jw323Heen)).toEqual(['TR371']);
    const nummer = met(jw325, ['DeclaratieAntwoord/DeclaratieNummer', 'D9']);
    expect(regels(nummer, jw323Heen)).toEqual(['TR376']);
  });

  it('TR304, TR366, TR367: a client, a line or a value that was not declared', () => {
    expect(regels(met(jw325, [`${LIJST}/Bsn`, ANDER_BSN]), jw323Heen)).toEqual(['TR304']);
    const vreemd = met(jw325, [`${PRESTATIE}/ProductReferentie/ReferentieNummer`, 'ZZ']);
    expect(regels(vreemd, jw323Heen)).toEqual(['TR366']);
    expect(regels(met(jw325, [`${PRESTATIE}/GeleverdVolume`, '1']), jw323Heen)).toEqual(['TR367']);
    expect(regels(met(jw325, [`${PRESTATIE}/ProductPeriode/Einddatum`, '2026-02-27']), jw323Heen)).toEqual(['TR367']);
  });
});

describe('a JW304 of the gemeente itself', () => {
  it('agrees with the declaratie that it answers', () => {
    expect(regels(jw304, jw303Heen)).toEqual([]);
  });

  it('IV056, TR367, IV032: another number, another value, a date ahead', () => {
    const nummer = met(jw304, ['Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer', 'F9']);
    expect(regels(nummer, jw303Heen)).toEqual(['IV056']);
    const waarde = met(jw304, ['Clienten/Client[1]/Prestaties/Prestatie[1]/ProductCode', '45A09']);
    expect(regels(waarde, jw303Heen)).toEqual(['TR367']);
    const vooruit = met(jw304, ['Header/RetourHeader/RetourDagtekening', '2026-03-03']);
    expect(regels(vooruit, jw303Heen)).toEqual(['IV032']);
  });
});
