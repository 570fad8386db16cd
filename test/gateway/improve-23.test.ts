import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { DryRun } from '../../src/gateway/trials/dry-run.ts';
import { causeOf, improve } from '../../src/gateway/trials/improve.ts';
import { judge } from '../../src/rules/judge.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import { voorstellen } from '../../src/rules/voorstellen.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { jw303 } from '../rules/declaration/berichten.ts';
import { document, kennisData, toewijzing } from '../rules/declaration/decor.ts';

const AFSPRAKEN = maakAfspraken(document(), 1);
const PRODUCT = { categorie: '50', code: '50B02', eenheid: '01' };
const RUIM = { ...PRODUCT, ingangsdatum: '2019-06-01', einddatum: '2019-12-31', volume: 600_000 };
/** Of which 40 a month may be declared. */
const KRAP = { ...RUIM, volume: 40, frequentie: '6' } as const;
const BEGIN = { begin: '2019-06-01', einde: '2019-06-30' };

function prober(toegewezen: Parameters<typeof toewijzing>[0]) {
  const kennis = kennisData({ toewijzingen: [toewijzing(toegewezen)] });
  return async (text: string): Promise<DryRun> => {
    const bericht = readBericht(new TextEncoder().encode(text), 'JW303', '2.3');
    const { niveau, bevindingen } = judge(bericht, maakKennis(kennis), AFSPRAKEN);
    const status = niveau === null ? 'goedgekeurd' : 'afgekeurd';
    const kop = { kind: 'judged', type: 'JW303', release: '2.3', status } as const;
    return { ...kop, bevindingen, antwoorden: [], alsof: [], voorstellen: voorstellen(bericht, kennis, AFSPRAKEN) };
  };
}

interface Lijn {
  readonly tarief: number | null;
  readonly gevraagd: number;
  readonly berekend: number | null;
  /** Verrekenpercentage, hundredths of a percent. */
  readonly deel?: number;
  /** What its sender types, by cause. */
  readonly zet?: ReadonlyMap<string, string>;
}

/** A line of 60, in which all that is proposed is taken over. */
async function verbeter(lijn: Lijn, toegewezen: Parameters<typeof toewijzing>[0] = RUIM) {
  const { tarief, gevraagd, berekend, deel, zet = new Map() } = lijn;
  const probeer = prober(toegewezen);
  const xml = met(jw303([{ ...PRODUCT, ...BEGIN, volume: 60, tarief, bedrag: gevraagd }]), berekend, deel);
  const eerst = await probeer(xml);
  const follow = new Set(eerst.kind === 'judged' ? eerst.voorstellen.map(causeOf) : []);
  const wishes = { follow, set: zet, remove: new Set<string>(), granted: new Set<string>() };
  const uitkomst = await improve(xml, wishes, '2019-07-03', probeer);
  if (uitkomst.kind !== 'tried' || uitkomst.proef.kind !== 'judged') throw new Error('not judged');
  const waarden = (naam: string) =>
    [...uitkomst.text.matchAll(new RegExp(`<(?:\\w+:)?${naam}>([^<]*)<`, 'g'))].map(([, een]) => een);
  const regels = uitkomst.proef.bevindingen.map(({ regel }) => regel);
  return { follow: [...follow], status: uitkomst.proef.status, regels, waarden };
}

/** As it is written, with what not every line has: a share behind its unit, what was calculated before what it asks for. */
function met(bericht: Bericht, berekend: number | null, deel?: number): string {
  const geschreven = new TextDecoder().decode(writeBericht(bericht));
  const [, p = ''] = /<(\w+:)?DeclaratieFactuurBedrag>/.exec(geschreven) ?? [];
  const ervoor = deel === undefined ? '' : `<${p}Verrekenpercentage>${deel}</${p}Verrekenpercentage>`;
  const erna =
    berekend === null
      ? ''
      : `<${p}BerekendBedrag><${p}Bedrag>${berekend}</${p}Bedrag><${p}DebetCredit>D</${p}DebetCredit></${p}BerekendBedrag>`;
  return geschreven
    .replace(`</${p}Eenheid>`, `</${p}Eenheid>${ervoor}`)
    .replace(`<${p}DeclaratieFactuurBedrag>`, `${erna}<${p}DeclaratieFactuurBedrag>`);
}

describe('a declaratie of iJW 2.3', () => {
  it('gets the tariff of the contract, and with it what was calculated, what is asked for and the total', async () => {
    const { follow, status, waarden } = await verbeter({ tarief: 120, gevraagd: 7200, berekend: 7200 });
    expect(follow).toEqual(['TR418|ProductTarief']);
    expect([status, waarden('ProductTarief'), waarden('Bedrag'), waarden('TotaalBedrag')]).toEqual([
      'goedgekeurd',
      ['100'],
      ['6000', '6000'],
      ['6000'],
    ]);
  });

  it('is left to its sender where it asks for another amount than was calculated', async () => {
    const { status, waarden } = await verbeter({ tarief: 120, gevraagd: 7000, berekend: 7200 });
    expect([status, waarden('ProductTarief')]).toEqual(['afgekeurd', ['120']]);
  });

  it('gets the volume that fits, and what follows from it', async () => {
    const { status, waarden } = await verbeter({ tarief: 100, gevraagd: 6000, berekend: 6000 }, KRAP);
    expect([status, waarden('GeleverdVolume'), waarden('Bedrag')]).toEqual(['goedgekeurd', ['40'], ['4000', '4000']]);
  });

  it.each([
    ['of a share of the amount', { tarief: 100, gevraagd: 3000, berekend: 6000, deel: 5000 }],
    ['without what was calculated', { tarief: 100, gevraagd: 6000, berekend: null }],
    ['without a tariff', { tarief: null, gevraagd: 6000, berekend: 6000 }],
  ])('is not brought to less volume for the same amount, %s', async (_wat, lijn) => {
    const { status, regels, waarden } = await verbeter(lijn, KRAP);
    expect([status, regels, waarden('GeleverdVolume')]).toEqual(['afgekeurd', ['TR321', 'TR322'], ['60']]);
  });

  it('of a share of the amount is not calculated anew beside what it asks for, whatever its sender puts right', async () => {
    const zet = new Map([['TR321|GeleverdVolume|60', '40']]);
    for (const gevraagd of [3000, 4000]) {
      const { status, regels, waarden } = await verbeter(
        { tarief: 100, gevraagd, berekend: 6000, deel: 5000, zet },
        KRAP,
      );
      expect([status, regels, waarden('GeleverdVolume')]).toEqual(['afgekeurd', ['TR317'], ['40']]);
      expect(waarden('Bedrag')).toEqual(['6000', String(gevraagd)]);
    }
  });

  it('that asks for all of it, and was calculated wrong alone, is calculated anew', async () => {
    const { follow, status, waarden } = await verbeter({ tarief: 100, gevraagd: 6000, berekend: 6001 });
    expect([follow, status, waarden('Bedrag')]).toEqual([['TR317|Bedrag'], 'goedgekeurd', ['6000', '6000']]);
  });
});
