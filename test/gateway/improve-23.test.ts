import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { DryRun } from '../../src/gateway/trials/dry-run.ts';
import { causeOf, improve } from '../../src/gateway/trials/improve.ts';
import { judge } from '../../src/rules/judge.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import { voorstellen } from '../../src/rules/voorstellen.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { jw303 } from '../rules/declaration/berichten.ts';
import { document, kennisData, toewijzing } from '../rules/declaration/decor.ts';

const AFSPRAKEN = maakAfspraken(document(), 1);
const PRODUCT = { categorie: '50', code: '50B02', eenheid: '01' };
const KENNIS = kennisData({
  toewijzingen: [toewijzing({ ...PRODUCT, ingangsdatum: '2019-06-01', einddatum: '2019-12-31', volume: 600_000 })],
});
const BEGIN = { begin: '2019-06-01', einde: '2019-06-30' };

async function probeer(text: string): Promise<DryRun> {
  const bericht = readBericht(new TextEncoder().encode(text), 'JW303', '2.3');
  const { niveau, bevindingen } = judge(bericht, maakKennis(KENNIS), AFSPRAKEN);
  const status = niveau === null ? 'goedgekeurd' : 'afgekeurd';
  const gevonden = voorstellen(bericht, KENNIS, AFSPRAKEN);
  const kop = { kind: 'judged', type: 'JW303', release: '2.3', status } as const;
  return { ...kop, bevindingen, antwoorden: [], alsof: [], voorstellen: gevonden };
}

/** A line at a tariff that the contract does not have, with what was calculated from it. */
async function verbeter(gevraagd = 7200) {
  const regel = { ...PRODUCT, ...BEGIN, volume: 60, tarief: 120, bedrag: gevraagd };
  const berekend =
    '<ijw:BerekendBedrag><ijw:Bedrag>7200</ijw:Bedrag><ijw:DebetCredit>D</ijw:DebetCredit></ijw:BerekendBedrag>';
  const geschreven = new TextDecoder().decode(writeBericht(jw303([regel])));
  const [, prefix = ''] = /<(\w+:)?ProductTarief>/.exec(geschreven) ?? [];
  const xml = geschreven.replace(/(<\/(?:\w+:)?ProductTarief>)/, `$1${berekend.replaceAll('ijw:', prefix)}`);
  const eerst = await probeer(xml);
  const follow = new Set(eerst.kind === 'judged' ? eerst.voorstellen.map(causeOf) : []);
  const uitkomst = await improve(
    xml,
    { follow, set: new Map(), remove: new Set(), granted: new Set() },
    '2019-07-03',
    probeer,
  );
  if (uitkomst.kind !== 'tried' || uitkomst.proef.kind !== 'judged') throw new Error('not judged');
  const waarden = (naam: string) =>
    [...uitkomst.text.matchAll(new RegExp(`<(?:\\w+:)?${naam}>([^<]*)<`, 'g'))].map(([, een]) => een);
  return { follow: [...follow], status: uitkomst.proef.status, waarden };
}

describe('a declaratie of iJW 2.3', () => {
  it('gets the tariff of the contract, and with it what was calculated, what is asked for and the total', async () => {
    const { follow, status, waarden } = await verbeter();
    expect(follow).toEqual(['TR418|ProductTarief']);
    expect([status, waarden('ProductTarief'), waarden('Bedrag'), waarden('TotaalBedrag')]).toEqual([
      'goedgekeurd',
      ['100'],
      ['6000', '6000'],
      ['6000'],
    ]);
  });

  it('is left to its sender where it asks for another amount than was calculated', async () => {
    const { status, waarden } = await verbeter(7000);
    expect([status, waarden('ProductTarief')]).toEqual(['afgekeurd', ['120']]);
  });
});
