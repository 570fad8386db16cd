import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { DryRun } from '../../src/gateway/trials/dry-run.ts';
import { causeOf, type Improving, improve } from '../../src/gateway/trials/improve.ts';
import { claimSleutel } from '../../src/rules/claims.ts';
import { judge } from '../../src/rules/judge.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import { voorstellen } from '../../src/rules/voorstellen.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { type Clienten, jw323, type Kop, type Regel } from '../rules/declaration/berichten.ts';
import { AANBIEDER, ANDER_BSN, BSN, client, document, kennisData, toewijzing } from '../rules/declaration/decor.ts';

const TOEWIJZINGEN = [toewijzing(), toewijzing({ sleutel: 't-2', nummer: 2002, client: client(ANDER_BSN) })];
const AFSPRAKEN = maakAfspraken(document(), 1);
let KENNIS = kennisData({ toewijzingen: TOEWIJZINGEN });
const NIETS: Improving = { follow: new Set(), set: new Map(), remove: new Set(), granted: new Set() };
const MAANDEN = ['2026-01-01', '2026-02-01', '2025-12-01'];
const EINDES = ['2026-01-31', '2026-02-28', '2025-12-31'];
/** Lines of three months, so that none is declared twice. */
const regels = (...van: readonly Regel[]): Regel[] =>
  van.map((een, i) => ({ begin: MAANDEN[i] ?? '', einde: EINDES[i] ?? '', ...een }));

let keer = 0;
/** Judges as the gateway does, by the same rules; what is known stays the same. */
async function probeer(text: string): Promise<DryRun> {
  keer++;
  const bericht = readBericht(new TextEncoder().encode(text), 'JW323', '3.2');
  const { niveau, bevindingen } = judge(bericht, maakKennis(KENNIS), AFSPRAKEN);
  const status = niveau === null ? 'goedgekeurd' : 'afgekeurd';
  const gevonden = voorstellen(bericht, KENNIS, AFSPRAKEN);
  const kop = { kind: 'judged', type: 'JW323', release: '3.2', status } as const;
  return { ...kop, bevindingen, antwoorden: [], alsof: [], voorstellen: gevonden };
}

async function verbeter(van: Clienten | readonly Regel[], wens: Partial<Improving> = {}, kop: Kop = {}) {
  const xml = new TextDecoder().decode(writeBericht(jw323(van, kop)));
  const uitkomst = await improve(xml, { ...NIETS, ...wens }, '2026-03-02', probeer);
  if (uitkomst.kind === 'nothing-left' || uitkomst.proef.kind !== 'judged') return uitkomst.kind;
  const { status, voorstellen: nog } = uitkomst.proef;
  const vol = nog.flatMap((een) => (een.vol === null ? [] : [een.vol]));
  const waarden = (naam: string) =>
    [...uitkomst.text.matchAll(new RegExp(`<[^>/]*:${naam}>([^<]*)<`, 'g'))].map(([, een]) => een);
  return { status, nog: nog.map(causeOf), vol, waarden, anders: uitkomst.text !== xml };
}

describe('a refused declaratie is put right in one go', () => {
  it('tariffs of the contract in every line, and with them the amounts and the total', async () => {
    const fout = { tarief: 160, volume: 10 };
    const van = regels(fout, fout, { ...fout, tarief: 170 });
    const eerst = await verbeter(van);
    expect(eerst).toMatchObject({ status: 'afgekeurd', anders: false, nog: Array(3).fill('TR418|ProductTarief') });
    keer = 0;
    const beter = await verbeter(van, { follow: new Set(['TR418|ProductTarief']) });
    if (typeof beter === 'string') throw new Error(beter);
    expect([
      beter.status,
      beter.waarden('ProductTarief'),
      beter.waarden('Bedrag'),
      beter.waarden('TotaalBedrag'),
    ]).toEqual(['goedgekeurd', ['150', '150', '140'], ['1500', '1500', '1400'], ['4400']]);
    // As it is, with the tariffs, with the amounts, with the total.
    expect(keer).toBe(4);
  });

  it('dates, product and number by the toewijzing, where that says what they should be', async () => {
    const van = regels({ begin: '2026-01-03' }, { code: '45A09' }, { nummer: 999, tarief: 140 });
    const eerst = await verbeter(van);
    if (typeof eerst === 'string') throw new Error(eerst);
    expect(eerst.nog.toSorted()).toEqual([
      'TR338|ToewijzingNummer',
      'TR340|ProductCode',
      'TR381|ProductCode|45A09',
      'TR387|Begindatum',
    ]);
    expect(await verbeter(van, { follow: new Set(eerst.nog) })).toMatchObject({ status: 'goedgekeurd', nog: [] });
  });

  it('one value for all lines where nobody but the sender knows, and leaves the rest as it was', async () => {
    const van: Clienten = [[BSN, regels({ nummer: 77, code: '45A02' }, { nummer: 77, code: '45A02' }, {})]];
    const [sleutel, nummer] = ['TR338|ToewijzingNummer|77', '1001'];
    const beter = await verbeter(van, { set: new Map([[sleutel, nummer]]) });
    if (typeof beter === 'string') throw new Error(beter);
    expect(beter.waarden('ToewijzingNummer')).toEqual(['1001', '1001', '1001']);
    expect(beter.nog.every((een) => een.startsWith('TR340|') || een.startsWith('TR418|'))).toBe(true);
  });

  it('a volume by what still fits, only when that is chosen', async () => {
    const van = regels({ volume: 2000 }, { volume: 2000 });
    expect(await verbeter(van)).toMatchObject({ anders: false, nog: ['TR322|GeleverdVolume'] });
    const beter = await verbeter(van, { follow: new Set(['TR322|GeleverdVolume']) });
    if (typeof beter === 'string') throw new Error(beter);
    expect([beter.status, beter.waarden('GeleverdVolume'), beter.waarden('TotaalBedrag')]).toEqual([
      'goedgekeurd',
      ['2000', '1000'],
      ['450000'],
    ]);
  });

  it('a line on a toewijzing that is full has no value that would do, and says how full', async () => {
    const vorig = KENNIS;
    KENNIS = kennisData({ toewijzingen: [toewijzing({ volume: 100, frequentie: '6' })] });
    try {
      const van = regels({ volume: 100 }, { volume: 60 });
      const vol = await verbeter(van);
      expect(vol).toMatchObject({
        nog: ['TR322|GeleverdVolume|vol'],
        vol: [{ welke: 'toewijzing 1001', gedeclareerd: 100, toegewezen: 100, eenheid: 'minuten', ookHier: true }],
      });
      // Neither a value that was typed nor the choice to follow changes it; taking it out does.
      const sleutel = 'TR322|GeleverdVolume|vol';
      expect(await verbeter(van, { set: new Map([[sleutel, '10']]), follow: new Set([sleutel]) })).toMatchObject({
        anders: false,
      });
      expect(await verbeter(van, { remove: new Set([sleutel]) })).toMatchObject({ status: 'goedgekeurd', vol: [] });
      // Something left: what still fits, and nothing is full.
      expect(await verbeter(regels({ volume: 40 }, { volume: 90 }))).toMatchObject({
        ...{ nog: ['TR322|GeleverdVolume'], vol: [] },
      });
    } finally {
      KENNIS = vorig;
    }
  });

  it('lines are taken out, with a client of whom none is left, and the total follows', async () => {
    const van: Clienten = [
      [BSN, regels({ ref: 'A' }, { ref: 'B', tarief: 160 })],
      [ANDER_BSN, regels({ ref: 'C', nummer: 2002 })],
    ];
    const beter = await verbeter(van, { remove: new Set(['TR418|ProductTarief']), granted: new Set(['C']) });
    if (typeof beter === 'string') throw new Error(beter);
    expect([
      beter.status,
      beter.waarden('ReferentieNummer'),
      beter.waarden('Bsn'),
      beter.waarden('TotaalBedrag'),
    ]).toEqual(['goedgekeurd', ['A'], [BSN], ['15000']]);
  });

  it('lines that were granted before are one cause, whatever their numbers, and are taken out together', async () => {
    const vorig = KENNIS;
    const claims = {
      [claimSleutel.prestatie(AANBIEDER, 'A')]: 'ander',
      [claimSleutel.prestatie(AANBIEDER, 'B')]: 'ander',
    };
    KENNIS = kennisData({ toewijzingen: TOEWIJZINGEN, claims });
    try {
      const van = regels({ ref: 'A' }, { ref: 'B' }, { ref: 'C', tarief: 140 });
      const eerst = await verbeter(van);
      if (typeof eerst === 'string') throw new Error(eerst);
      expect(eerst.nog).toEqual(['TR314|ReferentieNummer|eerder', 'TR314|ReferentieNummer|eerder']);
      const beter = await verbeter(van, { remove: new Set(eerst.nog) });
      if (typeof beter === 'string') throw new Error(beter);
      expect([beter.status, beter.waarden('ReferentieNummer')]).toEqual(['goedgekeurd', ['C']]);
      // A number that stands twice in the message itself is another matter: that line was not granted.
      const dubbel = await verbeter(regels({ ref: 'C' }, { ref: 'C' }));
      if (typeof dubbel === 'string') throw new Error(dubbel);
      expect(dubbel.nog).toEqual(['TR101|ReferentieNummer|C']);
    } finally {
      KENNIS = vorig;
    }
  });

  it('says so when no line would be left', async () => {
    const van = regels({ tarief: 160 }, { tarief: 160 });
    expect(await verbeter(van, { remove: new Set(['TR418|ProductTarief']) })).toBe('nothing-left');
  });

  it('a period before one that was declared by that period, and a new number with the day of today', async () => {
    const eerder = {
      nummer: 'D0',
      release: '3.2',
      periodeBegin: '2026-02-01',
      periodeEinde: '2026-02-28',
      berichtId: 'x',
    };
    const claims = { [claimSleutel.identificatie(AANBIEDER, 'JW323', 'ID1')]: 'ander' };
    const vorig = KENNIS;
    KENNIS = kennisData({ toewijzingen: TOEWIJZINGEN, declaraties: [eerder], claims });
    try {
      const januari = { periode: ['2026-01-01', '2026-01-31'], dagtekening: '2026-02-01' } as const;
      const eerst = await verbeter(regels({}), {}, januari);
      if (typeof eerst === 'string') throw new Error(eerst);
      expect(eerst.nog).toEqual(['TR056|Identificatie|ID1', ...Array(2).fill('TR318|DeclaratiePeriode')]);
      const wens = { follow: new Set(eerst.nog), set: new Map([['TR056|Identificatie|ID1', 'ID2']]) };
      const beter = await verbeter(regels({}), wens, januari);
      if (typeof beter === 'string') throw new Error(beter);
      expect([beter.status, beter.waarden('Dagtekening'), beter.waarden('DeclaratieDagtekening')]).toEqual([
        'goedgekeurd',
        ['2026-03-02'],
        ['2026-03-02'],
      ]);
      expect(beter.waarden('Begindatum')[0]).toBe('2026-02-01');
    } finally {
      KENNIS = vorig;
    }
  });

  it('changes nothing that was not chosen: an amount that was wrong by itself stays', async () => {
    const van = regels({ bedrag: 1, ref: 'A' }, { tarief: 160, ref: 'B' });
    const beter = await verbeter(van, { follow: new Set(['TR418|ProductTarief']) });
    if (typeof beter === 'string') throw new Error(beter);
    expect([beter.waarden('ProductTarief'), beter.waarden('Bedrag')[0]]).toEqual([['150', '150'], '1']);
  });
});
