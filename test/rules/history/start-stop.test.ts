import { describe, expect, test } from 'vitest';
import type { RegieRecord } from '../../../src/dossier/regie.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { bericht, met } from '../builders.ts';
import { codes, gestart, gestopt, start, stop, toewijzing, wereld } from './wereld.ts';

const START = 'Client/StartProducten/StartProduct';
const STOP = 'Client/StopProducten/StopProduct';

function starts(...producten: Groep[]): Bericht {
  return met(bericht('JW305'), [START, producten]);
}

function stops(...producten: Groep[]): Bericht {
  return met(bericht('JW307'), [STOP, producten]);
}

function met1001(...regie: RegieRecord[]) {
  return wereld({ toewijzingen: [toewijzing()], regie });
}

const NOOIT: RegieRecord[] = [];
const LOOPT = [gestart('2026-02-01')];
const TIJDELIJK = [...LOOPT, gestopt('2026-02-01', '20', '2026-02-10')];
const GESTOPT = [...LOOPT, gestopt('2026-02-01', '31', '2026-02-10')];

describe('the state table of starts and stops', () => {
  test.each<[string, RegieRecord[], string[]]>([
    ['never started', NOOIT, []],
    ['running', LOOPT, ['9326']],
    ['temporarily stopped', TIJDELIJK, []],
    ['definitively stopped', GESTOPT, []],
  ])('a start: %s', (_, regie, verwacht) => {
    const gevonden = codes(starts(start({ Begindatum: '2026-02-15' })), met1001(...regie));
    expect(gevonden).toEqual(verwacht.length === 0 ? {} : { [START]: verwacht });
  });

  test.each<[string, RegieRecord[], string[]]>([
    ['never started', NOOIT, ['9069']],
    ['running', LOOPT, []],
    ['temporarily stopped', TIJDELIJK, ['9413']],
    ['definitively stopped', GESTOPT, ['9415']],
  ])('a temporary stop: %s', (_, regie, verwacht) => {
    const gevonden = codes(stops(stop('20', '2026-02-20')), met1001(...regie));
    expect(gevonden).toEqual(verwacht.length === 0 ? {} : { [STOP]: verwacht });
  });

  test.each<[string, RegieRecord[], string, string[]]>([
    ['never started', NOOIT, '2026-02-20', ['9069']],
    ['running', LOOPT, '2026-02-20', []],
    ['temporarily stopped, same end', TIJDELIJK, '2026-02-10', []],
    ['temporarily stopped, earlier end', TIJDELIJK, '2026-02-09', ['9414']],
    ['definitively stopped', GESTOPT, '2026-02-20', ['9415']],
  ])('a definitive stop: %s', (_, regie, einde, verwacht) => {
    const gevonden = codes(stops(stop('32', einde)), met1001(...regie));
    expect(gevonden).toEqual(verwacht.length === 0 ? {} : { [STOP]: verwacht });
  });

  test('iJW 2.3 has 9326 and 9069 but no 9413', () => {
    const oud = met(bericht('JW307', '2.3'), [STOP, [stop('20', '2026-02-20')]]);
    expect(codes(oud, met1001(...TIJDELIJK))).toEqual({});
    expect(codes(oud, met1001())).toEqual({ [STOP]: ['9069'] });
  });
});

describe('restart', () => {
  const HERSTART = [...TIJDELIJK, gestart('2026-02-15')];

  test('a stop is for the latest start (TR382)', () => {
    expect(codes(stops(stop('31', '2026-02-20')), met1001(...HERSTART))).toEqual({ [STOP]: ['9069'] });
    const goed = stop('31', '2026-02-20', { Begindatum: '2026-02-15' });
    expect(codes(stops(goed), met1001(...HERSTART))).toEqual({});
  });

  test('with the Begindatum of before it is the same key (TR074)', () => {
    expect(codes(starts(start()), met1001(...GESTOPT))).toEqual({ [START]: ['9074'] });
  });

  test('a start that is still running, sent once more, breaks both rules', () => {
    expect(codes(starts(start()), met1001(...LOOPT))).toEqual({ [START]: ['9074', '9326'] });
  });

  test('a wrong stop may be removed and sent again although delivery was resumed', () => {
    const weg = stop('20', '2026-02-10', { StatusAanlevering: '3' });
    expect(codes(stops(stop('20', '2026-02-12'), weg), met1001(...HERSTART))).toEqual({});
  });

  test('the product of a stop is that of the start', () => {
    const anders = stop('31', '2026-02-20', { Product: { Categorie: '45', Code: '45A02' } });
    expect(codes(stops(anders), met1001(...LOOPT))).toEqual({ [STOP]: ['9069'] });
  });
});

describe('removals (StatusAanlevering 3)', () => {
  const wegStart = start({ StatusAanlevering: '3' });

  test('of what was never sent: TR063', () => {
    expect(codes(starts(wegStart), met1001())).toEqual({ [START]: ['9063'] });
    const wegStop = stop('31', '2026-02-10', { StatusAanlevering: '3' });
    expect(codes(stops(wegStop), met1001(...TIJDELIJK))).toEqual({ [STOP]: ['9063'] });
  });

  test('of a start with a stop: TR071; without: fine', () => {
    expect(codes(starts(wegStart), met1001(...TIJDELIJK))).toEqual({ [START]: ['9071'] });
    expect(codes(starts(wegStart), met1001(...LOOPT))).toEqual({});
  });

  test('no other content checks: unknown toewijzing and product', () => {
    const product = { Categorie: '45', Code: 'XXXXX' };
    const vreemd = gestart('2026-02-01', { toewijzingNummer: 5, code: 'XXXXX' });
    const weg = start({ ToewijzingNummer: '5', Product: product, StatusAanlevering: '3' });
    expect(codes(starts(weg), met1001(vreemd))).toEqual({});
  });

  test('iJW 2.3 has no RedenBeeindiging in the key: another reason is the same stop (TR063, TR074)', () => {
    const oud = (...producten: Groep[]) => met(bericht('JW307', '2.3'), [STOP, producten]);
    const weg = stop('31', '2026-02-10', { StatusAanlevering: '3' });
    expect(codes(oud(weg), met1001(...TIJDELIJK))).toEqual({});
    expect(codes(oud(stop('31', '2026-02-10')), met1001(...TIJDELIJK))).toEqual({ [STOP]: ['9074'] });
    expect(codes(oud(stop('31', '2026-02-12'), weg), met1001(...TIJDELIJK))).toEqual({});
  });

  test('a correction in one message: removal first, wherever it stands', () => {
    const nieuw = start({ Begindatum: '2026-02-03' });
    expect(codes(starts(nieuw, wegStart), met1001(...LOOPT))).toEqual({});
    const goed = stop('32', '2026-02-10');
    const weg = stop('31', '2026-02-10', { StatusAanlevering: '3' });
    expect(codes(stops(goed, weg), met1001(...GESTOPT))).toEqual({});
  });

  test('a removed record counts as never sent', () => {
    const weg = stop('20', '2026-02-10', { StatusAanlevering: '3' });
    expect(codes(stops(weg, stop('20', '2026-02-09')), met1001(...TIJDELIJK))).toEqual({});
  });
});

describe('several in one message', () => {
  test('the second start on one toewijzing finds the first running', () => {
    const gevonden = codes(starts(start(), start({ Begindatum: '2026-02-05' })), met1001());
    expect(gevonden).toEqual({ [`${START}[2]`]: ['9326'] });
  });

  test('a refused record is not taken up', () => {
    const onbekend = stop('31', '2026-02-10', { Begindatum: '2026-02-02' });
    const gevonden = codes(stops(onbekend, stop('31', '2026-02-10')), met1001(...LOOPT));
    expect(gevonden).toEqual({ [`${STOP}[1]`]: ['9069'] });
  });
});
