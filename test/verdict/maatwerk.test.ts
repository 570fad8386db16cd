import { describe, expect, it } from 'vitest';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { validateInhoud } from '../../src/standard/validate.ts';
import { verleenMaatwerk } from '../../src/verdict/maatwerk.ts';
import { groepVan, lijstVan } from '../../src/xml/tree.ts';
import { bericht } from '../rules/builders.ts';
import {
  AANBIEDER,
  afsprakenMet,
  antwoordVan,
  CLIENT,
  type Document,
  GEMEENTE,
  kennisVoor,
  mutatiesVan,
  nummers,
  ONTVANGEN,
  product,
  toewijzing,
  verdictOver,
} from './wereld.ts';

const bewaard = () => mutatiesVan(verdictOver(bericht('JW301')), 'client')[0]?.gegevens ?? {};

function verleen(oud: Toewijzing, bedrag: number, deel: Partial<KennisData> = {}, wijzig?: (d: Document) => void) {
  const kennis: KennisData = {
    ...kennisVoor(bericht('JW301')),
    berichtId: 'opdracht-1',
    clienten: {},
    toewijzingen: [oud],
    clientGegevens: { [CLIENT]: bewaard() },
    ...deel,
  };
  const afspraken = afsprakenMet(wijzig);
  return verleenMaatwerk({
    opdrachtId: 'opdracht-1',
    toewijzing: oud,
    bedrag,
    kennis,
    afspraken,
    nummers: nummers(),
    regelsVersie: '1.2.3',
  });
}

function toegekend(...invoer: Parameters<typeof verleen>) {
  const uitkomst = verleen(...invoer);
  if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
  return uitkomst.verdict;
}

describe('a maatwerksignaalbudget', () => {
  it('is a new version of the same number, in a JW301 to both parties', () => {
    const verdict = toegekend(toewijzing({ referentieAanbieder: 'OUD' }), 900000);
    const jw301 = antwoordVan(verdict, 'JW301');
    expect(validateInhoud('3.2', 'JW301', jw301.inhoud)).toEqual([]);
    expect(jw301.leverAan).toEqual([AANBIEDER, GEMEENTE]);
    expect(lijstVan(jw301.inhoud, 'Client/ToegewezenProducten/ToegewezenProduct')).toEqual([
      {
        ToewijzingNummer: '1001',
        Product: { Categorie: '45', Code: '45A01' },
        Toewijzingsdatum: '2026-03-02',
        Toewijzingstijd: '10:30:00',
        Ingangsdatum: '2026-01-01',
        Einddatum: '2026-12-31',
        RedenWijziging: '12',
        // 9.000,00 at 1,50 a minute
        Omvang: { Volume: '6000', Eenheid: '01', Frequentie: '6' },
      },
    ]);
    const [mutatie] = mutatiesVan(verdict, 'toewijzing');
    expect(mutatie?.toewijzing).toMatchObject({
      sleutel: 'sleutel-1001',
      volume: 6000,
      signaalbudget: { soort: 'maatwerk', bedrag: 900000 },
      berichtId: `antwoord:${jw301.identificatie}`,
    });
    expect(verdict.berichtId).toBe('opdracht-1');
    expect(verdict.claims.map((c) => c.sleutel)).toEqual([`id|${GEMEENTE}|JW301|${jw301.identificatie}`]);
  });

  it('is sent with the other current toewijzingen (OP087)', () => {
    const oud = toewijzing();
    const ander = toewijzing({ nummer: 1002, code: '45A03', redenWijziging: '12' });
    const verdict = toegekend(oud, 900000, { toewijzingen: [ander, oud] });
    const producten = lijstVan(antwoordVan(verdict, 'JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
    expect(producten.map((p) => [p.ToewijzingNummer, p.RedenWijziging])).toEqual([
      ['1001', '12'],
      ['1002', undefined],
    ]);
    expect(mutatiesVan(verdict, 'toewijzing')).toHaveLength(1);
  });

  it('changes the Budget where there is one', () => {
    const oud = toewijzing({ code: null, volume: null, eenheid: null, frequentie: null, budget: 100000 });
    const verdict = toegekend(oud, 250001);
    const [p] = lijstVan(antwoordVan(verdict, 'JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
    expect([p?.Budget, p?.Omvang]).toEqual(['250001', undefined]);
  });

  it('in euro the Volume is the amount itself', () => {
    const inEuro = (d: Document) => {
      product(d, '45A01').eenheid = '83';
    };
    const verdict = toegekend(toewijzing({ eenheid: '83', volume: 500000 }), 777777, {}, inEuro);
    const [p] = lijstVan(antwoordVan(verdict, 'JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
    expect(groepVan(p ?? {}, 'Omvang')?.Volume).toBe('777777');
  });

  it('is one second later than a version of this very moment', () => {
    const oud = toewijzing({ toewijzingsdatum: ONTVANGEN.slice(0, 10), toewijzingstijd: '10:30:00' });
    const [mutatie] = mutatiesVan(toegekend(oud, 900000), 'toewijzing');
    expect(mutatie?.toewijzing.toewijzingstijd).toBe('10:30:01');
  });

  it.each<[string, Partial<Toewijzing>, number]>([
    ['a volume per week', { frequentie: '2' }, 900000],
    ['no number (iJW 2.3)', { nummer: null }, 900000],
    ['a removed toewijzing', { redenWijziging: '13', einddatum: '2026-01-01' }, 900000],
    ['less than one unit', {}, 149],
    ['more than the schema allows', {}, 150 * 99_999_999],
    ['a unit without a tariff', { eenheid: '14' }, 900000],
    [
      'a version of the last second of this day',
      { toewijzingsdatum: '2026-03-02', toewijzingstijd: '23:59:59' },
      900000,
    ],
  ])('is refused for %s, with a sentence', (_naam, deel, bedrag) => {
    const uitkomst = verleen(toewijzing(deel), bedrag);
    expect(uitkomst).toEqual({ kind: 'refused', reden: expect.stringMatching(/\.$/) });
  });

  it('is refused when the other toewijzingen do not fit in one JW301', () => {
    const oud = toewijzing();
    const stapel = [toewijzing({ nummer: 2, code: '45A03' }), toewijzing({ nummer: 3, code: '45A03' })];
    expect(verleen(oud, 900000, { toewijzingen: [oud, ...stapel] }).kind).toBe('refused');
  });

  it('is refused when what was kept of the client does not fit iJW 3.2', () => {
    const clientGegevens = { [CLIENT]: { ...bewaard(), JuridischeStatus: '99' } };
    expect(verleen(toewijzing(), 900000, { clientGegevens }).kind).toBe('refused');
  });
});
