import { describe, expect, it } from 'vitest';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { type Anders, ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import { besluitNummerVraag } from '../../src/verdict/nummer-vraag.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';
import { lijstVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, antwoordVan, CLIENT, kennisVoor, mutatiesVan, nummers, verdictOver } from './wereld.ts';

/** iJW 2.3: two products of a JW315 under one ReferentieAanbieder, as the official sample has them. */

const AAN = 'Client/AangevraagdeProducten/AangevraagdProduct';
const TWEE = met(bericht('JW315', '2.3'), [`${AAN}[2]/ReferentieAanbieder`, 'R1']);
const TE_GROOT = met(TWEE, [`${AAN}[1]/Omvang/Volume`, '6000']);
const producten = (inhoud: Parameters<typeof lijstVan>[0]) =>
  lijstVan(inhoud, 'Client/Beschikking/ToegewezenProducten/ToegewezenProduct');

function beslis(anders: Partial<Anders> = {}) {
  const record: VerzoekRecord = {
    ...{ referentie: 'R1', soort: 'VOT', client: CLIENT, stand: 'open', antwoorden: 0, berichtId: 'verzoek-1' },
    ...{ release: '2.3', dagtekening: '2026-03-02', ingangsdatum: '2026-04-01' },
  };
  return beslisVerzoek({
    opdrachtId: 'opdracht-1',
    verzoek: TE_GROOT,
    referentie: 'R1',
    besluit: { besluit: 'toewijzen', anders: { ...ZOALS_GEVRAAGD, ...anders } },
    kennis: { ...kennisVoor(TE_GROOT), berichtId: 'opdracht-1', verzoeken: [record] },
    afspraken: afsprakenMet(),
    nummers: nummers(),
    regelsVersie: '1.2.3',
  });
}

describe('products that share a ReferentieAanbieder', () => {
  it('are assigned together, each with a number of its own', () => {
    const verdict = verdictOver(TWEE);
    expect(verdict.bevindingen).toEqual([]);
    const toegewezen = producten(antwoordVan(verdict, 'JW301').inhoud);
    expect(toegewezen.map((p) => [p.ToewijzingNummer, p.ReferentieAanbieder])).toEqual([
      ['900000000', 'R1'],
      ['900000001', 'R1'],
    ]);
    expect(new Set(mutatiesVan(verdict, 'verzoek-stand').map((m) => `${m.referentie} ${m.stand}`))).toEqual(
      new Set(['R1 toegewezen']),
    );
  });

  it('wait together where they would get different answers', () => {
    const verdict = verdictOver(TE_GROOT);
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
    expect(mutatiesVan(verdict, 'verzoek-stand')).toEqual([]);
    const redenen = mutatiesVan(verdict, 'werkbak').map(({ item }) => [item.referentie, item.redenen]);
    const samen = ['R1', ['boven-signaalbudget', 'gedeelde-referentie']];
    expect(redenen).toEqual([samen, samen]);
    expect(verdict.bevindingen.map((b) => [b.regel, b.pad])).toEqual([
      ['GW-VOT-WERKBAK', `/Bericht/${AAN}[1]`],
      ['GW-VOT-WERKBAK', `/Bericht/${AAN}[2]`],
    ]);
  });

  it('are all assigned by one decision, as asked', () => {
    const uitkomst = beslis();
    if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
    const toegewezen = producten(antwoordVan(uitkomst.verdict, 'JW301').inhoud);
    expect(toegewezen.map((p) => [p.ToewijzingNummer, p.Omvang])).toMatchObject([
      ['900000000', { Volume: '6000' }],
      ['900000001', { Volume: '600' }],
    ]);
    expect(besluitNummerVraag(TE_GROOT).toewijzingen).toBe(2);
  });

  it('cannot be assigned otherwise than asked', () => {
    expect(beslis({ volume: 100 })).toMatchObject({ kind: 'refused', code: 'gedeelde-referentie' });
  });
});
