import { describe, expect, it } from 'vitest';
import type { Jw303, Jw323, Prestatie, Toegewezen } from './bericht.ts';
import { CLIENTEN, VANDAAG } from './wereld.ts';
import { Wissel } from './wissel.ts';

const [EEN, TWEE] = CLIENTEN;
const PARTIJEN = { gemeente: '0362', aanbieder: '42420001', dagtekening: VANDAAG } as const;
const KOP = { ...PARTIJEN, release: '3.2' } as const;
const OUDE_KOP = { ...PARTIJEN, release: '2.3' } as const;

const omvang = { volume: 200, eenheid: '01', frequentie: '6' };
const toegewezen: Toegewezen = {
  ...{ nummer: 1000, referentie: null, categorie: '45', code: '45A01', omvang, budget: null, reden: null },
  ...{ datum: VANDAAG, tijd: '08:00:00', begin: '2026-03-01', einde: '2026-12-31' },
};
const regel = (referentie: string, volume = 1): Prestatie => ({
  ...{ referentie, vorige: null, nummer: 1000, categorie: '45', code: '45A01', eenheid: '01', tarief: 150, dc: 'D' },
  ...{ begin: '2026-05-01', einde: '2026-05-31', volume, bedrag: 150 * volume },
});
const credit = (referentie: string, debet: Prestatie): Prestatie => ({
  ...debet,
  ...{ referentie, vorige: debet.referentie, dc: 'C' },
});
const inhoud = (...prestaties: readonly Prestatie[]) => ({
  begin: '2026-05-01',
  einde: '2026-05-31',
  totaal: prestaties.reduce((som, p) => som + (p.dc === 'D' ? p.bedrag : -p.bedrag), 0),
  clienten: [{ bsn: EEN, prestaties }],
});
const jw323 = (nummer: string, ...prestaties: readonly Prestatie[]): Jw323 => ({
  ...{ ...KOP, type: 'JW323', identificatie: nummer, nummer },
  ...inhoud(...prestaties),
});
const jw303 = (nummer: string, ...prestaties: readonly Prestatie[]): Jw303 => ({
  ...{ ...OUDE_KOP, type: 'JW303', identificatie: nummer, nummer, vorm: 'declaratie', vrijgesteld: false },
  ...inhoud(...prestaties),
});

describe('what random exchanges brought to light', () => {
  it('one ReferentieNummer for lines of two clients: both are refused, and the JW325 can tell them apart', () => {
    const bericht: Jw323 = {
      ...jw323('D1'),
      totaal: 450,
      clienten: [
        { bsn: EEN, prestaties: [regel('P1', 1)] },
        { bsn: TWEE, prestaties: [regel('P1', 2)] },
      ],
    };
    expect(new Wissel().stuur(bericht).status).toBe('afgekeurd');
  });

  it('a JW301 of iJW 2.3 does not close the request of another client that it names', () => {
    const wissel = new Wissel();
    const verzoek = { ...toegewezen, referentie: 'R1', verwijzer: '02', omvang: { ...omvang, volume: 500 } };
    wissel.stuur({ ...KOP, type: 'JW315', identificatie: 'A1', bsn: EEN, producten: [verzoek] });
    const producten = [{ ...toegewezen, referentie: 'R1' }];
    wissel.stuur({ ...OUDE_KOP, type: 'JW301', identificatie: 'A1', bsn: TWEE, producten });
    expect(wissel.stand.verzoeken.map(({ stand }) => stand)).toEqual(['onderzoek']);
  });

  it('of two debets for one period, which iJW 2.3 allows, one stands when the other is credited', () => {
    const wissel = new Wissel();
    wissel.stuur({ ...KOP, type: 'JW301', identificatie: 'A1', bsn: EEN, producten: [toegewezen] });
    const tweede = regel('P2');
    expect(wissel.stuur(jw303('F1', regel('P1'), tweede)).status).toBe('goedgekeurd');
    expect(wissel.stuur(jw303('F2', credit('C2', tweede))).status).toBe('goedgekeurd');
    const [antwoord] = wissel.stuur(jw323('D3', regel('P3'))).antwoorden;
    expect(antwoord?.codes).toContain('Prestatie 9389');
  });
});
