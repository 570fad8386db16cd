import { describe, expect, test } from 'vitest';
import type { Groep } from '../../../src/xml/tree.ts';
import { bericht, met } from '../builders.ts';
import { ANDER, codes, gestart, start, stop, toewijzing, VERWIJDERD, wereld } from './wereld.ts';

const START = 'Client/StartProducten/StartProduct';
const STOP = 'Client/StopProducten/StopProduct';

function starts(...producten: Groep[]) {
  return met(bericht('JW305'), [START, producten]);
}

function zonderNummer(groep: Groep): Groep {
  const { ToewijzingNummer: _, ...rest } = groep;
  return rest;
}

describe('TR019: linked to a toewijzing', () => {
  test('unknown: that code only, whatever was started before', () => {
    expect(codes(starts(start()), wereld())).toEqual({ [START]: ['9019'] });
    expect(codes(starts(start()), wereld({ regie: [gestart('2026-02-01')] }))).toEqual({ [START]: ['9019'] });
    const oud = met(bericht('JW307'), [STOP, [stop('31', '2026-02-10')]]);
    expect(codes(oud, wereld())).toEqual({ [STOP]: ['9019'] });
  });

  test('of another client: unknown for this one', () => {
    expect(codes(starts(start()), wereld({ toewijzingen: [toewijzing({ client: ANDER })] }))).toEqual({
      [START]: ['9019'],
    });
  });

  test('the client decides where two gemeenten of a family gave the same number', () => {
    const toewijzingen = [toewijzing({ client: ANDER, sleutel: 'x' }), toewijzing({ gemeente: '0370' })];
    expect(codes(starts(start()), wereld({ gemeenten: ['0362', '0370'], toewijzingen }))).toEqual({});
  });

  test('removed: no start, but what runs may stop', () => {
    const toewijzingen = [toewijzing(VERWIJDERD)];
    expect(codes(starts(start()), wereld({ toewijzingen }))).toEqual({ [START]: ['9019'] });
    const einde = met(bericht('JW307'), [STOP, [stop('31', '2026-02-10')]]);
    expect(codes(einde, wereld({ toewijzingen, regie: [gestart('2026-02-01')] }))).toEqual({});
  });

  test('leading zeros of a number carry no meaning', () => {
    expect(codes(starts(start({ ToewijzingNummer: '0001001' })), wereld({ toewijzingen: [toewijzing()] }))).toEqual({});
  });
});

describe('without ToewijzingNummer', () => {
  const zonder = zonderNummer(start());

  test('only taakgericht work may leave it out', () => {
    expect(codes(starts(zonder), wereld({ toewijzingen: [toewijzing()] }))).toEqual({ [START]: ['9019'] });
    expect(codes(met(starts(zonder), ['Header/Ontvanger', '0363']), wereld())).toEqual({});
  });

  test('in iJW 2.3 a toewijzing of the same product will do', () => {
    const oud = met(bericht('JW305', '2.3'), [START, [zonder]]);
    expect(codes(oud, wereld({ toewijzingen: [toewijzing()] }))).toEqual({});
    expect(codes(oud, wereld({ toewijzingen: [toewijzing({ code: '45A02' })] }))).toEqual({ [START]: ['9019'] });
  });

  test('taakgericht: product and Begindatum are the key', () => {
    const taak = (product: Groep) => met(starts(product), ['Header/Ontvanger', '0363']);
    const regie = [gestart('2026-02-01', { toewijzingNummer: null })];
    expect(codes(taak(zonder), wereld({ regie }))).toEqual({ [START]: ['9074', '9326'] });
    expect(codes(taak({ ...zonder, Begindatum: '2026-02-02' }), wereld({ regie }))).toEqual({});
    const einde = met(bericht('JW307'), [STOP, [zonderNummer(stop('31', '2026-02-10'))]], ['Header/Ontvanger', '0363']);
    expect(codes(einde, wereld({ regie }))).toEqual({});
    expect(codes(einde, wereld())).toEqual({ [STOP]: ['9069'] });
  });
});
