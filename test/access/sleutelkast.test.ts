import { describe, expect, it } from 'vitest';
import type { SleutelGegevens } from '../../src/access/keys/contract.ts';
import { Sleutelkast } from '../../src/access/keys/sleutelkast.ts';
import { NepGateway } from '../api/nep-gateway.ts';

const GEMEENTE: SleutelGegevens = {
  ...{ naam: 'g', rol: 'gemeente', partij: '0362', partijen: null, regios: null, alleenLezen: false },
  geldigTot: '2026-06-30',
};

function opstelling(nu: { op: string }) {
  const gateway = new NepGateway();
  return { gateway, kast: new Sleutelkast(gateway.sleutelStore, null, () => new Date(nu.op)) };
}

describe('a key with a last day', () => {
  it('holds on that day, in the time of the Netherlands, and not after it, also when it was known already', async () => {
    const nu = { op: '2026-06-30T21:59:59Z' };
    const { kast } = opstelling(nu);
    const { geheim } = await kast.maak(GEMEENTE);
    expect((await kast.zoek(geheim))?.naam).toBe('g');
    nu.op = '2026-06-30T22:00:00Z';
    expect(await kast.zoek(geheim)).toBeUndefined();
  });

  it('ends by a past day and begins anew by a later one; what was deleted never does', async () => {
    const { kast } = opstelling({ op: '2026-06-15T12:00:00Z' });
    const { sleutel, geheim } = await kast.maak(GEMEENTE);
    await kast.wijzig(sleutel.id, { geldigTot: '2026-06-14' });
    expect(await kast.zoek(geheim)).toBeUndefined();
    await kast.wijzig(sleutel.id, { geldigTot: null });
    expect((await kast.zoek(geheim))?.geldigTot).toBeNull();
    expect(await kast.verwijder(sleutel.id)).toBe(true);
    expect(await kast.wijzig(sleutel.id, { geldigTot: '2030-01-01' })).toBeUndefined();
    expect(await kast.zoek(geheim)).toBeUndefined();
    expect((await kast.alle()).map(({ naam, beeindigdOp }) => [naam, beeindigdOp])).toEqual([
      ['g', '2026-06-15T12:00:00.000Z'],
    ]);
  });
});

describe('the use of a key', () => {
  it('is told once in a while, and a store that cannot write it down refuses nobody', async () => {
    const { gateway, kast } = opstelling({ op: '2026-06-15T12:00:00Z' });
    const { geheim } = await kast.maak(GEMEENTE);
    let keren = 0;
    const keyUsed = gateway.sleutelStore.keyUsed;
    gateway.sleutelStore.keyUsed = async (...wat) => {
      keren++;
      return keyUsed(...wat);
    };
    for (let i = 0; i < 3; i++) await kast.zoek(geheim);
    expect([keren, gateway.sleutels[0]?.sleutel.laatstGebruiktOp]).toEqual([1, '2026-06-15T12:00:00.000Z']);
    const { geheim: ander } = await kast.maak(GEMEENTE);
    gateway.sleutelStore.keyUsed = async () => Promise.reject(new Error('vol'));
    expect((await kast.zoek(ander))?.naam).toBe('g');
  });

  it('keeps the first beheerder from being made again only while one holds', async () => {
    const { kast } = opstelling({ op: '2026-06-15T12:00:00Z' });
    const eerste = await kast.eerste();
    expect([typeof eerste, await kast.eerste()]).toEqual(['string', null]);
    const [sleutel] = await kast.alle();
    await kast.verwijder(sleutel?.id ?? '');
    expect(await kast.eerste()).toMatch(/^ijw_/);
  });
});
