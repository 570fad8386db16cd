import { describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../../src/agreements/document.ts';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import { jw303, type Kop, type Regel } from './berichten.ts';
import { ANDER_BSN, codes, document, geboekt, oordeel, type Spel, toewijzing } from './decor.ts';

const TRAJECT: Partial<Toewijzing> = {
  categorie: '50',
  code: '50B01',
  ingangsdatum: '2019-06-01',
  einddatum: '2019-12-31',
  volume: 600000,
  eenheid: '83',
};
const juni: Regel = {
  categorie: '50',
  code: '50B01',
  begin: '2019-06-01',
  einde: '2019-06-30',
  volume: 420000,
  eenheid: '83',
  tarief: null,
};
const eerder = (anders: Partial<PrestatieRecord> = {}) =>
  geboekt({ ...juni, bedrag: 420000, tarief: null, ...anders } as Partial<PrestatieRecord>);
const spel = (t: Partial<Toewijzing> = {}, prestaties: readonly PrestatieRecord[] = []): Spel => ({
  kennis: { toewijzingen: [toewijzing({ ...TRAJECT, ...t })], prestaties },
});
const een = (regel: Regel = {}, s: Spel = spel(), kop: Kop = {}) => codes(jw303([{ ...juni, ...regel }], kop), s);

describe('a JW303 line and its toewijzing', () => {
  it('nothing is wrong', () => {
    expect(een()).toEqual({});
  });

  it('TR303: unknown, or removed', () => {
    expect(een({ nummer: 4444 })).toEqual({ Prestatie: ['0551'] });
    expect(een({}, spel({ redenWijziging: '13' }))).toEqual({ Prestatie: ['0551'] });
  });

  it('IV051: without a number by client, product and period', () => {
    expect(een({ nummer: null })).toEqual({});
    expect(een({ nummer: null, code: '50B02' })).toEqual({ Prestatie: ['0551'] });
    expect(een({ nummer: null }, spel({ ingangsdatum: '2019-07-01' }))).toEqual({ Prestatie: ['0551'] });
    const twee = [
      toewijzing({ ...TRAJECT, nummer: 1, ingangsdatum: '2019-06-15', volume: 1 }),
      toewijzing({ ...TRAJECT, nummer: 2, ingangsdatum: '2019-05-01', einddatum: '2019-06-30' }),
    ];
    const bericht = jw303([{ ...juni, nummer: null }]);
    const uitkomst = oordeel(bericht, { kennis: { toewijzingen: twee } });
    expect(uitkomst.lopend.prestaties[0]?.toewijzing).toBe('t-2');
  });

  it('has codes of its own for product and unit', () => {
    expect(een({}, spel({ categorie: '45' }))).toEqual({ Prestatie: ['1112'] });
    expect(een({}, spel({ code: '50B02' }))).toEqual({ Prestatie: ['1142'] });
    expect(een({}, spel({ eenheid: '01' }))).toEqual({ Prestatie: ['9309'] });
  });

  it('shares those for period and volume, but any dates inside the toewijzing will do', () => {
    expect(een({ begin: '2019-06-03', einde: '2019-06-17' })).toEqual({});
    expect(een({}, spel({ ingangsdatum: '2019-06-02' }))).toEqual({ Prestatie: ['9307'] });
    expect(een({}, spel({ einddatum: '2019-06-29' }))).toEqual({ Prestatie: ['9308'] });
    expect(een({ einde: '2019-07-01' })).toEqual({ Prestatie: ['9319'] });
    expect(een({ volume: 600001 })).toEqual({ Prestatie: ['9321', '9322'] });
    expect(een({ volume: 180001 }, spel({}, [eerder()]))).toEqual({ Prestatie: ['9322'] });
  });

  it('TR304: a client without toewijzing', () => {
    expect(codes(jw303([[ANDER_BSN, [juni]]]), spel())).toEqual({ Client: ['8187'] });
  });

  it('TR418: the tariff of the contract', () => {
    const minuten = { code: '50B02', eenheid: '01', volume: 60 };
    const s = spel({ code: '50B02', eenheid: '01' });
    expect(een({ ...minuten, tarief: 100 }, s)).toEqual({});
    expect(een({ ...minuten, tarief: 101 }, s)).toEqual({ Prestatie: ['0611'] });
    expect(een({ ...minuten, tarief: null, bedrag: 6000 }, s)).toEqual({});
  });
});

describe('credits of iJW 2.3', () => {
  const credit: Regel = { vorig: 'EERDER', dc: 'C', bedrag: 420000 };

  it('repeat the debet, in whatever DeclaratiePeriode', () => {
    expect(een(credit, spel({}, [eerder()]), { periode: ['2019-05-01', '2019-05-31'] })).toEqual({});
    expect(een({ ...credit, nummer: null }, spel({}, [eerder()]))).toEqual({});
    expect(een(credit)).toEqual({ Prestatie: ['8017'] });
  });

  it('IV053: of a refused line 8853 on a declaratie; a factuur takes it back and gives nothing back', () => {
    const geweigerd = spel({}, [eerder({ stand: 'afgewezen' })]);
    expect(een(credit, geweigerd)).toEqual({ Prestatie: ['8853'] });
    expect(een(credit, geweigerd, { code: '450' })).toEqual({});
    const factuur = oordeel(jw303([{ ...juni, ...credit }], { code: '450' }), geweigerd);
    expect(factuur.lopend.prestaties[0]?.toewijzing).toBeNull();
  });

  it('once', () => {
    const weg = eerder({ referentie: 'C0', vorigeReferentie: 'EERDER', debetCredit: 'C' });
    expect(een(credit, spel({}, [eerder(), weg]))).toEqual({ Prestatie: ['8854'] });
  });
});

describe('the Header of a JW303', () => {
  it('TR324: the number was used before', () => {
    const claims = { 'dec|42420001|F1': 'ander' };
    expect(een({}, { kennis: { ...spel().kennis, claims } })).toEqual({ Header: ['0030'] });
  });

  it('TR318: a period before the last one of this release', () => {
    const declaraties = [
      { nummer: 'F0', periodeBegin: '2019-07-01', periodeEinde: '2019-07-31', berichtId: 'x', release: '2.3' },
    ];
    expect(een({}, { kennis: { ...spel().kennis, declaraties } })).toEqual({ Header: ['8214'] });
  });

  it('OP278: the form that was agreed', () => {
    const afspraken = (vorm: 'declaratie' | 'factuur'): Pick<AfsprakenDocument, 'regimes'> => ({
      regimes: document().regimes.map((r) => ({ ...r, facturatie: { vorm, uiterlijkeMaanden: 3 } })),
    });
    const met = (vorm: 'declaratie' | 'factuur', code: string) =>
      een({}, { ...spel(), afspraken: afspraken(vorm) }, { code });
    expect(met('factuur', '432')).toEqual({ Header: ['8855'] });
    expect(met('declaratie', '450')).toEqual({ Header: ['8856'] });
    expect(met('factuur', '450')).toEqual({});
    const laat = jw303([juni], { dagtekening: '2019-10-01' });
    const signalen = oordeel(laat, { ...spel(), afspraken: afspraken('declaratie') });
    expect(signalen.niveau).toBeNull();
    expect(signalen.bevindingen.map((b) => [b.regel, b.ernst])).toEqual([['GW-DECLARATIETERMIJN', 'signaal']]);
    const opTijd = jw303([juni], { dagtekening: '2019-09-30' });
    expect(oordeel(opTijd, { ...spel(), afspraken: afspraken('declaratie') }).bevindingen).toEqual([]);
  });

  it('IV032, CS064: dates after the day of receipt', () => {
    expect(een({}, spel(), { dagtekening: '2026-03-03' })).toEqual({ Header: ['8848'] });
    const vooruit = { periode: ['2026-04-01', '2026-04-30'] as const, dagtekening: '2026-05-01' };
    expect(een({}, spel(), vooruit)).toEqual({ Header: ['8848', '8847'] });
  });
});
