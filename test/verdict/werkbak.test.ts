import { describe, expect, it } from 'vitest';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { type Anders, type Besluit, ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { validateInhoud } from '../../src/standard/validate.ts';
import { besluitNummerVraag } from '../../src/verdict/nummer-vraag.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';

import type { Bericht } from '../../src/xml/tree.ts';
import { lijstVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import {
  AANBIEDER,
  afsprakenMet,
  antwoordVan,
  CLIENT,
  GEMEENTE,
  kennisVoor,
  mutatiesVan,
  nummers,
  toewijzing,
  verdictOver,
} from './wereld.ts';

const toewijzen = (anders: Partial<Anders> = {}): Besluit => ({
  besluit: 'toewijzen',
  anders: { ...ZOALS_GEVRAAGD, ...anders },
});

function verzoekVan(b: Bericht, deel: Partial<VerzoekRecord> = {}): VerzoekRecord {
  const vow = b.type === 'JW317';
  return {
    referentie: vow ? 'W1' : 'R1',
    soort: vow ? 'VOW' : 'VOT',
    client: CLIENT,
    stand: 'open',
    antwoorden: 0,
    berichtId: 'verzoek-1',
    release: b.release,
    dagtekening: '2026-03-02',
    ingangsdatum: '2026-04-01',
    ...deel,
  };
}

function beslis(verzoek: Bericht, besluit: Besluit, record = verzoekVan(verzoek), deel: Partial<KennisData> = {}) {
  const bewaard = mutatiesVan(verdictOver(bericht('JW301')), 'client')[0]?.gegevens ?? {};
  const kennis: KennisData = {
    ...kennisVoor(verzoek),
    berichtId: 'opdracht-1',
    verzoeken: [record],
    clientGegevens: { [CLIENT]: bewaard },
    ...deel,
  };
  return beslisVerzoek({
    opdrachtId: 'opdracht-1',
    verzoek,
    referentie: record.referentie,
    besluit,
    kennis,
    afspraken: afsprakenMet(),
    nummers: nummers(),
    regelsVersie: '1.2.3',
  });
}

function beslist(...invoer: Parameters<typeof beslis>) {
  const uitkomst = beslis(...invoer);
  if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
  return uitkomst.verdict;
}

const producten = (verdict: ReturnType<typeof beslist>) =>
  lijstVan(antwoordVan(verdict, 'JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');

describe('the gemeente decides on a product of a JW315', () => {
  const VOT = bericht('JW315');
  const groot = met(VOT, ['Client/AangevraagdeProducten/AangevraagdProduct[1]/Omvang/Volume', '6000']);

  it('assigns as asked above the signaalbudget: maatwerk', () => {
    const verdict = beslist(groot, toewijzen(), verzoekVan(VOT, { stand: 'onderzoek', antwoorden: 1 }));
    expect(producten(verdict)).toHaveLength(1);
    expect(producten(verdict)[0]).toMatchObject({ ReferentieAanbieder: 'R1', Omvang: { Volume: '6000' } });
    expect(mutatiesVan(verdict, 'toewijzing')[0]?.toewijzing.signaalbudget).toEqual({
      soort: 'maatwerk',
      bedrag: 900000,
    });
    expect(verdict.mutaties).toContainEqual({
      soort: 'verzoek-stand',
      referentie: 'R1',
      stand: 'toegewezen',
      antwoorden: 1,
    });
    expect(verdict.mutaties).toContainEqual({ soort: 'werkbak-gesloten', referentie: 'R1' });
    expect(antwoordVan(verdict, 'JW301').leverAan).toEqual([AANBIEDER, GEMEENTE]);
    expect(validateInhoud('3.2', 'JW301', antwoordVan(verdict, 'JW301').inhoud)).toEqual([]);
  });

  it('assigns the fixed signaalbudget to what is within it', () => {
    const verdict = beslist(VOT, toewijzen());
    expect(producten(verdict)[0]).toMatchObject({ Omvang: { Volume: '3333', Frequentie: '6' } });
    expect(mutatiesVan(verdict, 'toewijzing')[0]?.toewijzing.signaalbudget).toEqual({
      soort: 'standaard',
      bedrag: 500000,
    });
  });

  it('may decide otherwise (IV094)', () => {
    const verdict = beslist(VOT, toewijzen({ ingangsdatum: '2026-05-01', volume: 100, code: '45A02' }));
    expect(producten(verdict)[0]).toMatchObject({
      Product: { Categorie: '45', Code: '45A02' },
      Ingangsdatum: '2026-05-01',
      Omvang: { Volume: '100', Eenheid: '01', Frequentie: '6' },
    });
  });

  it('refuses by JW319', () => {
    const verdict = beslist(VOT, { besluit: 'afwijzen', reden: '7' });
    expect(antwoordVan(verdict, 'JW319').inhoud.Antwoord).toEqual({
      ReferentieAanbieder: 'R1',
      VerzoekAntwoord: '1',
      RedenAfwijzingVerzoek: '7',
    });
    expect(antwoordVan(verdict, 'JW319')).toMatchObject({ zegt: 'geweigerd', zegtCodes: ['7'] });
    expect(verdict.mutaties.map((m) => m.soort)).toEqual(['verzoek-stand', 'werkbak-gesloten']);
  });

  it('keeps it in onderzoek, once', () => {
    expect(antwoordVan(beslist(VOT, { besluit: 'onderzoek' }), 'JW319').inhoud.Antwoord).toEqual({
      ReferentieAanbieder: 'R1',
      VerzoekAntwoord: '2',
    });
    expect(antwoordVan(beslist(VOT, { besluit: 'onderzoek' }), 'JW319').zegt).toBeUndefined();
    const weer = beslis(VOT, { besluit: 'onderzoek' }, verzoekVan(VOT, { stand: 'onderzoek', antwoorden: 1 }));
    expect(weer.kind).toBe('refused');
  });

  it('refuses an iJW 2.3 request outside the messages', () => {
    const verdict = beslist(bericht('JW315', '2.3'), { besluit: 'afwijzen', reden: '7' });
    expect(verdict.antwoorden).toEqual([]);
    expect(verdict.signalen).toHaveLength(1);
  });

  it('of iJW 2.3 is in onderzoek without a message, once, and in words of our own', () => {
    const oud = bericht('JW315', '2.3');
    const eerst = beslist(oud, { besluit: 'onderzoek' });
    expect([eerst.antwoorden, eerst.signalen.map((s) => s.melding)]).toEqual([
      [],
      [expect.stringMatching(/onderzoek/)],
    ]);
    const weer = beslis(oud, { besluit: 'onderzoek' }, verzoekVan(oud, { stand: 'onderzoek' }));
    expect(weer).toMatchObject({ kind: 'refused', code: 'onderzoek-zonder-bericht' });
    expect(weer.kind === 'refused' && weer.bevindingen.map((b) => b.regel)).toEqual(['GW-VOT-ONDERZOEK']);
    expect(beslis(oud, toewijzen(), verzoekVan(oud, { stand: 'onderzoek' })).kind).toBe('decided');
  });

  it.each<[string, Besluit, Partial<VerzoekRecord>]>([
    ['that is closed', toewijzen(), { stand: 'afgewezen' }],
    ['by woonplaatsbeginsel, which needs a gemeente', { besluit: 'afwijzen', reden: '8' }, {}],
    ['with an end before the begin', toewijzen({ einddatum: '2026-01-01' }), {}],
    ['that is not known', toewijzen(), { referentie: 'R9' }],
  ])('cannot decide on one %s', (_naam, besluit, deel) => {
    expect(beslis(VOT, besluit, verzoekVan(VOT, deel)).kind).toBe('refused');
  });
});

describe('the gemeente honours a JW317', () => {
  const lopend: readonly Toewijzing[] = [
    toewijzing({ nummer: 1001 }),
    toewijzing({ nummer: 1002, code: '45A02', volume: 400, signaalbudget: null }),
  ];
  const VOW = bericht('JW317');
  const WENS = 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]';

  it('as a whole, every product with its ReferentieAanbieder (IV093, IV097)', () => {
    const verdict = beslist(VOW, toewijzen(), verzoekVan(VOW), { toewijzingen: lopend });
    expect(producten(verdict).map((p) => [p.ToewijzingNummer, p.ReferentieAanbieder, p.RedenWijziging])).toEqual([
      ['1001', 'W1', undefined],
      ['1002', 'W1', '12'],
      ['900000000', 'W1', undefined],
    ]);
    expect(mutatiesVan(verdict, 'toewijzing').map((m) => m.toewijzing.nummer)).toEqual([1002, 900000000]);
    expect(validateInhoud('3.2', 'JW301', antwoordVan(verdict, 'JW301').inhoud)).toEqual([]);
    expect(besluitNummerVraag(VOW).toewijzingen).toBeGreaterThanOrEqual(1);
  });

  it('with a new number from the wanted day where the volume a week changes', () => {
    const weken = lopend.map((t) => (t.nummer === 1002 ? { ...t, frequentie: '2', volume: 3 } : t));
    const b = met(
      VOW,
      [`${WENS}/GewensteIngangsdatum`, '2026-05-01'],
      [`${WENS}/Omvang/Frequentie`, '2'],
      [`${WENS}/Omvang/Volume`, '6'],
    );
    const verdict = beslist(b, toewijzen(), verzoekVan(VOW), { toewijzingen: weken });
    const tweede = producten(verdict).filter((p) => p.ToewijzingNummer !== '1001');
    expect(tweede.map((p) => [p.ToewijzingNummer, p.Ingangsdatum, p.Einddatum, p.RedenWijziging])).toEqual([
      ['1002', '2026-01-01', '2026-04-30', '12'],
      ['900000000', '2026-05-01', '2026-12-31', undefined],
      ['900000001', '2026-04-01', '2026-12-31', undefined],
    ]);
  });

  it('not otherwise than asked', () => {
    const uitkomst = beslis(VOW, toewijzen({ volume: 1 }), verzoekVan(VOW), { toewijzingen: lopend });
    expect(uitkomst.kind).toBe('refused');
  });

  it('not when a toewijzing that it names was removed meanwhile', () => {
    const weg = lopend.map((t) => (t.nummer === 1001 ? { ...t, einddatum: t.ingangsdatum, redenWijziging: '13' } : t));
    expect(beslis(VOW, toewijzen(), verzoekVan(VOW), { toewijzingen: weg })).toMatchObject({ code: 'toewijzing-weg' });
  });

  it('carries along what came after it, with the reference of the whole', () => {
    const later = toewijzing({ nummer: 1003, ingangsdatum: '2027-01-01', einddatum: '2027-06-30' });
    const verdict = beslist(VOW, toewijzen(), verzoekVan(VOW), { toewijzingen: [...lopend, later] });
    expect(producten(verdict).map((p) => [p.ToewijzingNummer, p.ReferentieAanbieder])).toContainEqual(['1003', 'W1']);
    expect(mutatiesVan(verdict, 'toewijzing').map((m) => m.toewijzing.nummer)).not.toContain(1003);
  });

  it('not when a toewijzing that it names is gone', () => {
    expect(beslis(VOW, toewijzen(), verzoekVan(VOW), { toewijzingen: lopend.slice(1) }).kind).toBe('refused');
  });
});
