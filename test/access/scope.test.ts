import { describe, expect, it } from 'vitest';
import { actingFor, boundsOf, gemeentenWithin, scopeOf, sees } from '../../src/access/scope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { DOCUMENT } from '../api/nep-gateway.ts';
import { BEHEERDER, operator, partijen } from './wie.ts';

const AFSPRAKEN = maakAfspraken(DOCUMENT, 1);
const ziet = (wie: Parameters<typeof scopeOf>[0], subject: Parameters<typeof sees>[1]) =>
  sees(scopeOf(wie, AFSPRAKEN), subject);

describe('what somebody sees', () => {
  it('a party: its own, a gemeente also what was of those that it succeeded, not the other way round', () => {
    expect(boundsOf(scopeOf(partijen('0439'), AFSPRAKEN))).toEqual({ partijen: ['0439', '0370'] });
    expect(boundsOf(scopeOf(partijen('0370'), AFSPRAKEN))).toEqual({ partijen: ['0370'] });
    expect(boundsOf(scopeOf(partijen('42420001'), AFSPRAKEN))).toEqual({ partijen: ['42420001'] });
    expect(ziet(partijen('0439'), { parties: ['42420001', '0370'], regio: null })).toBe(true);
    expect(ziet(partijen('0362'), { parties: ['42420001', '0370'], regio: 'AA' })).toBe(false);
  });

  it('several parties: what is of any of them', () => {
    expect(boundsOf(scopeOf(partijen('0362', '0439', '0370'), AFSPRAKEN))).toEqual({
      partijen: ['0362', '0439', '0370'],
    });
  });

  it('an operator: its regions and what is in none, by its own region or by that of its gemeente', () => {
    const aa = operator('AA');
    expect(['AA', 'ZAWA', null].map((regio) => ziet(aa, { parties: [], regio }))).toEqual([true, false, true]);
    const perGemeente = ['0362', '0370', '9999'].map((gemeente) => ziet(aa, { parties: [], gemeente }));
    expect(perGemeente).toEqual([true, false, true]);
    expect(ziet(operator(), { parties: ['0362'], regio: 'AA' })).toBe(false);
  });

  it('a beheerder and the gateway itself: all', () => {
    expect(boundsOf(scopeOf(BEHEERDER, AFSPRAKEN))).toEqual({});
    expect(ziet({ kind: 'system', name: 'x' }, { parties: [], regio: 'ZAWA' })).toBe(true);
  });

  it('acts for a gemeente under the code that is, or succeeded, it', () => {
    const beide = partijen('0362', '0439');
    expect(['0362', '0439', '0370', '9999'].map((g) => actingFor(beide, g, AFSPRAKEN))).toEqual([
      ...['0362', '0439', '0439'],
      undefined,
    ]);
    expect(actingFor(BEHEERDER, '0362', AFSPRAKEN)).toBeUndefined();
  });

  it('counts: of its own gemeenten, narrowed as asked and never widened', () => {
    const codes = (wie: Parameters<typeof scopeOf>[0], asked = {}) =>
      gemeentenWithin(scopeOf(wie, AFSPRAKEN), DOCUMENT, asked).codes;
    expect(codes(BEHEERDER)).toBeUndefined();
    expect(codes(BEHEERDER, { regio: 'ZAWA' })).toEqual(['0439', '0370']);
    expect(codes(operator('AA'))).toEqual(['0362']);
    expect(codes(operator('AA'), { regio: 'ZAWA' })).toEqual([]);
    expect(codes(partijen('0439'), { gemeente: '0362' })).toEqual([]);
    expect(codes(partijen('0439'), { gemeente: '0370' })).toEqual(['0370']);
  });
});
