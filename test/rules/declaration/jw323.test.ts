import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../../src/agreements/maak-afspraken.ts';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import { voorstellen } from '../../../src/rules/voorstellen.ts';
import { jw323, type Regel } from './berichten.ts';
import {
  ANDER_BSN,
  BSN,
  client,
  codes,
  document,
  geboekt,
  kennisData,
  oordeel,
  type Spel,
  toewijzing,
} from './decor.ts';

const met = (t: Partial<Toewijzing>, prestaties: readonly PrestatieRecord[] = []): Spel => ({
  kennis: { toewijzingen: [toewijzing(t)], prestaties },
});
const een = (regel: Regel, spel: Spel = {}) => codes(jw323([regel]), spel);

describe('a declaratie as a whole', () => {
  it('nothing is wrong', () => {
    expect(een({})).toEqual({});
    expect(oordeel(jw323([{}])).lopend.prestaties).toHaveLength(1);
  });

  it('TR333: a number of another message, over all regions', () => {
    const claims = { 'dec|42420001|D1': 'ander' };
    expect(codes(jw323([{}]), { kennis: { claims } })).toEqual({ Declaratie: ['9333'] });
    expect(codes(jw323([{}]), { kennis: { claims: { 'dec|42420001|D1': 'dit' } } })).toEqual({});
  });

  it('TR318: not before the last period of this release; gaps and the same period again are fine', () => {
    const declaratie = (periodeBegin: string, release = '3.2') => ({
      nummer: 'D0',
      periodeBegin,
      periodeEinde: periodeBegin,
      berichtId: 'eerder',
      release,
    });
    const na = (begin: string, release?: string) =>
      codes(jw323([{}]), { kennis: { declaraties: [declaratie('2025-01-01'), declaratie(begin, release)] } });
    expect(na('2026-03-01')).toEqual({ Declaratie: ['8214'] });
    expect(na('2026-03-01', '2.3')).toEqual({});
    expect(na('2026-02-01')).toEqual({});
    expect(na('2025-11-01')).toEqual({});
  });

  it('TR318 proposes the last period that was, or a later one where the prestaties are later', () => {
    const eerder = { nummer: 'D0', periodeBegin: '2026-01-01', periodeEinde: '2026-01-31', berichtId: 'x' };
    const kennis = kennisData({ toewijzingen: [toewijzing()], declaraties: [{ ...eerder, release: '3.2' }] });
    const hoort = (regels: Regel) =>
      voorstellen(jw323([regels], { periode: ['2025-12-01', '2025-12-31'] }), kennis, maakAfspraken(document(), 1))
        .filter(({ regel }) => regel === 'TR318')
        .map((een) => een.hoort);
    expect(hoort({ begin: '2025-12-01', einde: '2025-12-31' })).toEqual(['2026-01-01', '2026-01-31']);
    expect(hoort({ begin: '2026-02-01', einde: '2026-02-28' })).toEqual(['2026-02-01', '2026-02-28']);
  });
});

describe('TR304: client and toewijzing belong together', () => {
  it('8187 for a client without any toewijzing; its prestaties are not assessed', () => {
    const bericht = jw323([[ANDER_BSN, [{}]]]);
    expect(codes(bericht)).toEqual({ Client: ['8187'] });
    expect([...oordeel(bericht).nietBeoordeeld]).toEqual(['/Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie']);
  });

  it('8187 when one of the numbers is of another client, though this client is known', () => {
    const toewijzingen = [toewijzing(), toewijzing({ nummer: 1002, client: client(ANDER_BSN) })];
    const bericht = jw323([
      [BSN, [{}]],
      [ANDER_BSN, [{ nummer: 1001, begin: '2026-01-01', einde: '2026-01-31' }, { nummer: 1002 }]],
    ]);
    expect(codes(bericht, { kennis: { toewijzingen } })).toEqual({ 'Client[2]': ['8187'] });
  });
});

describe('a line and its toewijzing', () => {
  it('TR338 alone when the number is unknown', () => {
    expect(een({ nummer: 4444, volume: 99999, bedrag: 99999 * 150 })).toEqual({ Prestatie: ['9338'] });
  });

  it('TR339, TR340: categorie and code where the toewijzing has them', () => {
    expect(een({ code: '45A02', tarief: 142, volume: 60, bedrag: 8500 })).toEqual({ Prestatie: ['9340'] });
    expect(een({}, met({ categorie: '50', code: null, volume: null, eenheid: null }))).toEqual({ Prestatie: ['9339'] });
    expect(een({}, met({ categorie: null, code: null, volume: null, eenheid: null, budget: 99999 }))).toEqual({});
  });

  it('TR341: the unit of the omvang; minutes where hours were assigned; the contract unit without omvang', () => {
    const uren = { eenheid: '04', volume: 50 };
    expect(een({}, met(uren))).toEqual({});
    expect(een({ eenheid: '04', volume: 1, tarief: 9000 })).toEqual({ Prestatie: ['9341'] });
    expect(een({ eenheid: '14', tarief: 1, volume: 1 }, met(uren))).toEqual({ Prestatie: ['9341'] });
    const aspecifiek = met({ code: null, volume: null, eenheid: null, frequentie: null });
    expect(een({}, aspecifiek)).toEqual({});
    expect(een({ eenheid: '14', tarief: 1, volume: 1 }, aspecifiek)).toEqual({ Prestatie: ['9341'] });
  });

  it('TR307, TR308, TR319: outside the toewijzing, after the DeclaratiePeriode', () => {
    expect(een({}, met({ ingangsdatum: '2026-03-01' }))).toEqual({ Prestatie: ['9307'] });
    expect(een({}, met({ einddatum: '2026-01-31' }))).toEqual({ Prestatie: ['9308'] });
    expect(codes(jw323([{}], { periode: ['2026-01-01', '2026-01-31'] }))).toEqual({ Prestatie: ['9319'] });
  });

  it('TR387, TR388: the whole month, clipped to the toewijzing', () => {
    expect(een({ begin: '2026-02-02' })).toEqual({ Prestatie: ['9387'] });
    expect(een({ einde: '2026-02-27' })).toEqual({ Prestatie: ['9388'] });
    const deel = met({ ingangsdatum: '2026-02-10', einddatum: '2026-02-20' });
    expect(een({ begin: '2026-02-10', einde: '2026-02-20' }, deel)).toEqual({});
    expect(een({ begin: '2026-02-01', einde: '2026-02-20' }, deel)).toEqual({ Prestatie: ['9307', '9387'] });
  });

  it('TR384: not on a removed toewijzing', () => {
    const weg = { ingangsdatum: '2026-02-01', einddatum: '2026-02-01', redenWijziging: '13' };
    expect(een({ einde: '2026-02-01' }, met(weg))).toEqual({ Prestatie: ['9384'] });
  });
});

describe('volume and budget', () => {
  it('TR321 with TR322 when one line exceeds a total, TR322 alone when all together do', () => {
    expect(een({ volume: 3001 })).toEqual({ Prestatie: ['9321', '9322'] });
    const eerder = met({ volume: 150 }, [geboekt()]);
    expect(een({}, eerder)).toEqual({ Prestatie: ['9322'] });
    expect(een({ volume: 50 }, eerder)).toEqual({});
  });

  it('TR322 counts the lines of this message in order, refused ones not', () => {
    const regels = [
      { volume: 100, begin: '2026-01-01', einde: '2026-01-31' },
      { volume: 100 },
      { volume: 50, begin: '2025-12-01', einde: '2025-12-31', tarief: 140 },
    ];
    expect(codes(jw323(regels), met({ volume: 150 }))).toEqual({ 'Prestatie[2]': ['9322'] });
  });

  it('IV077: 3 hours a week, declared in minutes; the months have more room than the whole', () => {
    const week = {
      code: '45A02',
      ingangsdatum: '2025-10-07',
      einddatum: '2025-12-30',
      volume: 3,
      eenheid: '04',
      frequentie: '2',
    };
    const oktober = { code: '45A02', begin: '2025-10-07', einde: '2025-10-31', tarief: 142 };
    expect(een({ ...oktober, volume: 721, bedrag: 102142 }, met(week))).toEqual({ Prestatie: ['9321'] });
    expect(een({ ...oktober, volume: 720, bedrag: 102000 }, met(week))).toEqual({});
    const eerder = [
      geboekt({ code: '45A02', volume: 720, begin: '2025-10-07', einde: '2025-10-31' }),
      geboekt({ referentie: 'N', code: '45A02', volume: 15, eenheid: '04', begin: '2025-11-01', einde: '2025-11-30' }),
    ];
    const december = { code: '45A02', begin: '2025-12-01', einde: '2025-12-30', tarief: 142 };
    expect(een({ ...december, volume: 720, bedrag: 102000 }, met(week, eerder))).toEqual({});
    expect(een({ ...december, volume: 721, bedrag: 102142 }, met(week, eerder))).toEqual({ Prestatie: ['9322'] });
  });

  it('an open toewijzing is counted to the end of its latest period', () => {
    const perMaand = { einddatum: null, frequentie: '4', volume: 10, ingangsdatum: '2026-01-01' };
    expect(een({ volume: 10 }, met(perMaand, [geboekt({ volume: 10 })]))).toEqual({});
    expect(een({ volume: 10 }, met(perMaand, [geboekt({ volume: 11 })]))).toEqual({ Prestatie: ['9322'] });
  });

  it('TR369: the amounts together fit the Budget', () => {
    const budget = { code: null, volume: null, eenheid: null, frequentie: null, budget: 29999 };
    expect(een({}, met(budget, [geboekt()]))).toEqual({ Prestatie: ['9369'] });
    expect(een({}, met({ ...budget, budget: 30000 }, [geboekt()]))).toEqual({});
  });

  it('what waits for the gemeente reserves its part; what was refused does not', () => {
    expect(een({}, met({ volume: 150 }, [geboekt({ stand: 'voorlopig' })]))).toEqual({ Prestatie: ['9322'] });
    expect(een({}, met({ volume: 150 }, [geboekt({ stand: 'afgewezen' })]))).toEqual({});
  });
});
