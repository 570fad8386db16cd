import { describe, expect, it } from 'vitest';
import type { Beoordeeld, Jw303, Jw304, Jw323, Jw325, Prestatie, Toegewezen } from './bericht.ts';
import { AALSMEER, CLIENTEN, VANDAAG } from './wereld.ts';
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

  it('a gemeente with a system of its own answers a declaratie of which the gateway refused each line', () => {
    const wissel = new Wissel();
    const vergeefs = { ...jw323('D1', regel('P1')), gemeente: AALSMEER };
    expect(wissel.stuur(vergeefs)).toEqual({ status: 'afgekeurd', antwoorden: [] });
    const antwoord: Jw325 = {
      ...{ ...KOP, type: 'JW325', gemeente: AALSMEER, identificatie: 'A1', nummer: 'D1' },
      ...{ op: { identificatie: 'D1', dagtekening: VANDAAG }, kopcodes: ['0200'], codes: ['0200'] },
      ...{ ingediend: 150, toegekend: 0 },
      clienten: [{ bsn: EEN, codes: ['0200'], prestaties: [{ ...regel('P1'), codes: ['9338'], toegekend: 0 }] }],
    };
    expect(wissel.stuur(antwoord).status).toBe('goedgekeurd');
    expect(wissel.stuur({ ...antwoord, identificatie: 'A2' }).status).toBe('afgekeurd');
  });

  it('a JW325 answers the declaratie with that Identificatie, not one with that DeclaratieNummer', () => {
    const wissel = new Wissel();
    const naar = { gemeente: AALSMEER };
    wissel.stuur({ ...KOP, ...naar, type: 'JW301', identificatie: 'A1', bsn: EEN, producten: [toegewezen] });
    wissel.stuur({ ...jw323('X1', regel('P1')), ...naar, nummer: 'D1' });
    wissel.stuur({ ...jw323('X2', credit('C1', regel('P1'))), ...naar, nummer: 'X1' });
    const antwoord: Jw325 = {
      ...{ ...KOP, ...naar, type: 'JW325', identificatie: 'A1', nummer: 'D1' },
      ...{ op: { identificatie: 'X1', dagtekening: VANDAAG }, kopcodes: ['0200'], codes: ['8001'] },
      ...{ ingediend: 150, toegekend: 150, clienten: [] },
    };
    expect(wissel.stuur(antwoord).status).toBe('goedgekeurd');
  });

  it('of two refused lines with one ReferentieNummer a factuur takes back the one that it copies', () => {
    const wissel = new Wissel();
    wissel.stuur({ ...KOP, type: 'JW301', identificatie: 'A1', bsn: EEN, producten: [toegewezen] });
    const factuur = { vorm: 'factuur', vrijgesteld: true } as const;
    const onbekend = { ...regel('P1'), nummer: 777 };
    wissel.stuur({ ...jw303('F1', onbekend), ...factuur });
    const ander = { ...onbekend, begin: '2026-05-12', volume: 2, bedrag: 300 };
    wissel.stuur({ ...jw303('F2', ander), ...factuur });
    expect(wissel.stuur({ ...jw303('F3', credit('C1', onbekend)), ...factuur }).status).toBe('goedgekeurd');
  });

  it('a line that the gateway refused stays refused when the JW304 of the gemeente grants a part of it', () => {
    const wissel = new Wissel();
    const declaratie = { ...jw303('F1', regel('P1', 2)), gemeente: AALSMEER };
    wissel.stuur(declaratie);
    const deels: Beoordeeld = { ...regel('P1', 2), codes: ['9321'], toegekend: 100 };
    const { vorm, vrijgesteld, begin, einde, dagtekening } = declaratie;
    const antwoord: Jw304 = {
      ...{ ...OUDE_KOP, type: 'JW304', gemeente: AALSMEER, nummer: 'F1', vorm, vrijgesteld, begin, einde, dagtekening },
      ...{ retourdatum: VANDAAG, kopcodes: ['0200'], ingediend: 300, toegekend: 100 },
      clienten: [{ bsn: EEN, codes: ['0200'], prestaties: [deels] }],
    };
    expect(wissel.stuur(antwoord).status).toBe('goedgekeurd');
    expect(wissel.stand.geboekt).toEqual([]);
  });

  it('the refusal of a JW301 that only repeated what honoured a request does not open the request again', () => {
    const wissel = new Wissel();
    const naar = { ...KOP, aanbieder: '42420003' };
    const wens = { ...toegewezen, referentie: 'R1', verwijzer: '02', omvang: { ...omvang, volume: 500 } };
    wissel.stuur({ ...naar, type: 'JW315', identificatie: 'A1', bsn: EEN, producten: [wens] });
    const producten = [{ ...toegewezen, referentie: 'R1' }];
    wissel.stuur({ ...naar, type: 'JW301', identificatie: 'A1', bsn: EEN, producten });
    wissel.stuur({ ...naar, type: 'JW301', identificatie: 'A2', bsn: EEN, producten });
    wissel.stuur({ ...naar, type: 'JW302', identificatie: 'A2', codes: ['9056'], echo: null });
    expect(wissel.stand.verzoeken.map(({ stand }) => stand)).toEqual(['toegewezen']);
  });

  it('a start that was refused stays away when the message that removed it is refused as well', () => {
    const wissel = new Wissel();
    const naar = { ...KOP, gemeente: AALSMEER };
    const start = { nummer: 1000, code: '45A01', begin: '2026-05-01', status: '1' };
    wissel.stuur({ ...naar, type: 'JW301', identificatie: 'A1', bsn: EEN, producten: [toegewezen] });
    wissel.stuur({ ...naar, type: 'JW305', identificatie: 'A1', bsn: EEN, producten: [start] });
    wissel.stuur({ ...naar, type: 'JW305', identificatie: 'A2', bsn: EEN, producten: [{ ...start, status: '3' }] });
    for (const identificatie of ['A1', 'A2'])
      wissel.stuur({ ...naar, type: 'JW306', identificatie, codes: ['9056'], echo: null });
    expect(wissel.stand.regie).toEqual([]);
  });

  describe.each([
    ['the same aanbieder', { aanbieder: '42420003', bsn: EEN }],
    ['another client', { aanbieder: '42420003', bsn: TWEE }],
    ['another aanbieder', { aanbieder: '42420001', bsn: EEN }],
  ])('a ToewijzingNummer that was declared on, refused and then given to %s', (_, aan) => {
    it('carries what was declared as the toewijzing that it is', () => {
      const wissel = new Wissel();
      const naar = { aanbieder: '42420003' };
      wissel.stuur({ ...KOP, ...naar, type: 'JW301', identificatie: 'A1', bsn: EEN, producten: [toegewezen] });
      expect(wissel.stuur({ ...jw323('D1', regel('P1')), ...naar }).status).toBe('goedgekeurd');
      wissel.stuur({ ...KOP, ...naar, type: 'JW302', identificatie: 'A1', codes: ['9056'], echo: null });
      const opnieuw = wissel.stuur({ ...KOP, ...aan, type: 'JW301', identificatie: 'A2', producten: [toegewezen] });
      expect(opnieuw.status).toBe('goedgekeurd');
      const zelfde = aan.aanbieder === naar.aanbieder && aan.bsn === EEN;
      const nogEens = { ...jw323('D2', regel('P2')), aanbieder: aan.aanbieder };
      const [antwoord] = wissel.stuur({
        ...nogEens,
        clienten: [{ bsn: aan.bsn, prestaties: [regel('P2')] }],
      }).antwoorden;
      expect(antwoord?.codes.includes('Prestatie 9389')).toBe(zelfde);
    });
  });
});
