import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AANBIEDER, AMSTELVEEN } from './afspraken.ts';
import { jw301, jw305, jw307, minuten, over, type Toegewezen } from './berichten.ts';
import { Exchange } from './exchange.ts';

/**
 * Start, temporary stop, restart, definitive stop, and each correction (docs/decisions/starts-and-stops.md), message
 * after message.
 */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

let nummer = 80_000;

/** A client with one running toewijzing, and what its aanbieder and gemeente can send about it. */
async function zorg(eigenschappen: Partial<Toegewezen> = {}) {
  const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
  const n = ++nummer;
  const basis: Toegewezen = {
    ...{ nummer: n, code: '45A01', begin: over(-90), einde: over(100), omvang: minuten(60, '2') },
    ...eigenschappen,
  };
  await exchange.slaagt(jw301(van, basis));
  let tijd = 0;
  const stuur = async (b: Parameters<Exchange['stuur']>[0]) =>
    (await exchange.stuur(b)).bevindingen.map((x) => x.regel);
  return {
    n,
    van,
    basis,
    stuur,
    start: (dag: number, status: '1' | '3' = '1') => stuur(jw305(van, { nummer: n, begin: over(dag), status })),
    stop: (dag: number, einde: number, reden: string, status: '1' | '3' = '1') =>
      stuur(jw307(van, { nummer: n, begin: over(dag), einde: over(einde), reden, status })),
    versie: (anders: Partial<Toegewezen>) =>
      stuur(jw301(van, { ...basis, datum: over(0), tijd: `00:00:${String(++tijd).padStart(2, '0')}`, ...anders })),
    beeld: async () =>
      (await exchange.vraag('GET', `/api/v1/toewijzingen/${AMSTELVEEN}/${n}`, undefined, AANBIEDER)).body,
  };
}

describe('starts and stops', () => {
  it('start, temporary stop, restart, definitive stop', async () => {
    const z = await zorg();
    expect(await z.stop(-60, -50, '31')).toEqual(['TR382']);
    expect(await z.start(-60)).toEqual([]);
    expect(await z.start(-55)).toEqual(['TR326']);
    expect(await z.stop(-60, -40, '20')).toEqual([]);
    expect(await z.stop(-60, -39, '20')).toEqual(['TR413']);
    expect(await z.start(-60)).toEqual(['TR074']);
    expect(await z.start(-30)).toEqual([]);
    expect(await z.stop(-30, -5, '31')).toEqual([]);
    expect(await z.stop(-30, -4, '32')).toEqual(['TR415']);
    // After a definitive stop care may begin again (OP379).
    expect(await z.start(-2)).toEqual([]);
  });

  it('a definitive stop after a temporary one: not before it, and it may share its day', async () => {
    const z = await zorg();
    await z.start(-60);
    expect(await z.stop(-60, -20, '20')).toEqual([]);
    expect(await z.stop(-60, -25, '31')).toEqual(['TR414']);
    expect(await z.stop(-60, -20, '31')).toEqual([]);
  });

  it('a start is removed and sent again', async () => {
    const z = await zorg();
    expect(await z.start(-60, '3')).toEqual(['TR063']);
    await z.start(-60);
    expect(await z.start(-60, '3')).toEqual([]);
    expect(await z.start(-60, '3')).toEqual(['TR063']);
    expect(await z.start(-58)).toEqual([]);
  });

  it('both in one message where a key is wrong, whichever stands first', async () => {
    const z = await zorg();
    await z.start(-60);
    const weg = { nummer: z.n, begin: over(-60), status: '3' as const };
    const goed = { nummer: z.n, begin: over(-58) };
    expect(await z.stuur(jw305(z.van, goed, weg))).toEqual([]);
    expect(await z.stop(-58, -10, '31')).toEqual([]);
  });

  it('two messages where something else is wrong (TR101)', async () => {
    const z = await zorg();
    const start = { nummer: z.n, begin: over(-60), ingang: over(-91) };
    await z.stuur(jw305(z.van, start));
    const beide = jw305(z.van, { ...start, status: '3' }, { ...start, ingang: over(-90) });
    expect(await z.stuur(beide)).toContain('TR101');
    expect(await z.stuur(jw305(z.van, { ...start, status: '3' }))).toEqual([]);
    expect(await z.stuur(jw305(z.van, { ...start, ingang: over(-90) }))).toEqual([]);
  });

  it('a start with a stop goes only after that stop', async () => {
    const z = await zorg();
    await z.start(-60);
    await z.stop(-60, -10, '31');
    expect(await z.start(-60, '3')).toEqual(['TR071']);
    expect(await z.stop(-60, -10, '31', '3')).toEqual([]);
    expect(await z.start(-60, '3')).toEqual([]);
    expect(await z.start(-61)).toEqual([]);
  });

  it('a stop is corrected: the reason, then the day', async () => {
    const z = await zorg();
    await z.start(-60);
    await z.stop(-60, -10, '20');
    const stop = (einde: number, reden: string, status: '1' | '3') => ({
      ...{ nummer: z.n, begin: over(-60), einde: over(einde), reden, status },
    });
    expect(await z.stuur(jw307(z.van, stop(-10, '31', '1'), stop(-10, '20', '3')))).toEqual([]);
    expect(await z.stuur(jw307(z.van, stop(-10, '31', '3')))).toEqual([]);
    expect(await z.stuur(jw307(z.van, stop(-12, '31', '1')))).toEqual([]);
    expect(await z.stop(-60, -12, '31', '3')).toEqual([]);
    expect(await z.stop(-60, -12, '31', '3')).toEqual(['TR063']);
  });
});

describe('toewijzingen', () => {
  it('shortened, then lengthened: the same number, the newest version counts (IV013)', async () => {
    const z = await zorg();
    expect(await z.versie({ einde: over(10), reden: '05' })).toEqual([]);
    expect(await z.versie({ einde: over(200), reden: '04' })).toEqual([]);
    expect((await z.beeld()).huidig).toMatchObject({ einddatum: over(200), redenWijziging: '04' });
    expect((await z.beeld()).historie).toHaveLength(3);
    // An older version that comes late changes nothing.
    expect(await z.versie({ einde: over(20), reden: '05', datum: over(-2) })).toEqual([]);
    expect((await z.beeld()).huidig.einddatum).toBe(over(200));
  });

  it('removed (13), and given again under another number', async () => {
    const z = await zorg();
    const weg = { einde: z.basis.begin ?? '', reden: '13' };
    expect(await z.versie(weg)).toEqual([]);
    expect((await z.beeld()).huidig.redenWijziging).toBe('13');
    const opnieuw = { ...z.basis, nummer: ++nummer, datum: over(0), tijd: '00:01:00' };
    expect(await z.stuur(jw301(z.van, opnieuw))).toEqual([]);
    expect(await z.stuur(jw305(z.van, { nummer: opnieuw.nummer, begin: over(-10) }))).toEqual([]);
  });

  it('removal that says so wrongly is refused (CS335)', async () => {
    const z = await zorg();
    expect(await z.versie({ reden: '13' })).toContain('CS335');
  });

  it('its number belongs to one client (TR332)', async () => {
    const z = await zorg();
    const ander = { ...z.van, bsn: exchange.bsn() };
    expect(await z.stuur(jw301(ander, z.basis))).toEqual(['TR332']);
  });
});
