import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Started } from '../../src/assemble/start.ts';
import { countedBy } from '../../src/gateway/counted.ts';
import type { Logger } from '../../src/log/logger.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { BEHEERDER, operator } from '../access/wie.ts';
import { metAfspraken, opstelling } from '../gateway/opstelling.ts';
import { afsprakenMet } from '../gateway/wereld.ts';

const { database, start } = opstelling();

async function until<T>(look: () => Promise<T | false>): Promise<T> {
  for (let keer = 0; keer < 600; keer++) {
    const gezien = await look();
    if (gezien !== false) return gezien;
    await sleep(100);
  }
  throw new Error('it never came');
}

/** Its warnings, once they are as many as that. */
const warnings = ({ gateway }: Started, aantal: number) =>
  until(async () => {
    const { ok, waarschuwingen } = await gateway.health.ready();
    return ok && waarschuwingen.length === aantal && waarschuwingen;
  });

/** The signals of a region, once they are as many as that. */
const signals = ({ gateway }: Started, regio: string, aantal: number) =>
  until(async () => {
    const signalen = await gateway.signals.list(operator(regio), { limit: 100 });
    return signalen.length >= aantal && signalen.map((signaal) => `${signaal.soort}: ${signaal.melding}`);
  });

describe('a region without a worker, and a paused queue', () => {
  it('are named in /ready, counted, logged and signalled once at begin and end, and keep no process out of service', {
    timeout: 300_000,
  }, async () => {
    const gemeld: string[] = [];
    const schrijf = (zin: string, velden: object = {}) => {
      if (zin.startsWith('a queue')) gemeld.push(JSON.stringify([zin, velden]));
    };
    const logger: Logger = { error: schrijf, warn: schrijf, info: schrijf, debug: schrijf };
    const db = await database();
    const prefix = '{queues}';
    const api = await start(db, { rol: 'api', prefix, logger });
    await metAfspraken(api, afsprakenMet(1));
    const zonder = (regio: string) =>
      `Voor regio ${regio} is geen proces aan het werk: berichten worden aangenomen maar niet beoordeeld. Start er een (serve --role worker --regio ${regio}).`;
    expect(await warnings(api, 2)).toEqual([zonder('AA'), zonder('ZAWA')]);
    expect(await signals(api, 'AA', 1)).toEqual([`wachtrij: ${zonder('AA')}`]);

    const worker = await start(db, { rol: 'worker', prefix, logger });
    expect(await warnings(api, 0)).toEqual([]);
    expect(await warnings(worker, 0)).toEqual([]);
    expect((await signals(api, 'AA', 2))[1]).toMatch(/^wachtrij: Voor regio AA is weer een proces aan het werk/);

    const aa = (await api.gateway.queues.list(BEHEERDER)).find(({ name }) => name === 'ijw-AA');
    await aa?.pause();
    const stil =
      'De wachtrij van regio AA (ijw-AA) is gepauzeerd: berichten worden aangenomen maar niet beoordeeld. Hervat haar op de pagina Wachtrijen.';
    expect(await warnings(api, 1)).toEqual([stil]);
    expect((await signals(api, 'AA', 3))[2]).toBe(`wachtrij: ${stil}`);
    const metingen = (await new Metrics().tekst(countedBy(api.gateway))).split('\n');
    expect(metingen).toEqual(
      expect.arrayContaining([
        'ijw_werkers{regio="AA"} 1',
        'ijw_werkers{regio="ZAWA"} 1',
        'ijw_wachtrij_gepauzeerd{regio="AA"} 1',
        'ijw_wachtrij_gepauzeerd{regio="ZAWA"} 0',
      ]),
    );
    await aa?.resume();
    expect(await warnings(api, 0)).toEqual([]);
    expect(await signals(api, 'AA', 4)).toHaveLength(4);
    expect((await signals(api, 'ZAWA', 2)).length).toBe(2);
    // A region that no agreements know: told of its own, to the operators of all regions, by whoever looks.
    await start(db, { rol: 'worker', prefix, logger, regios: ['XX'] });
    const voorNiets = [
      expect.stringContaining('Een proces is aan het werk voor regio XX, die de afspraken niet kennen'),
    ];
    expect(await warnings(api, 1)).toEqual(voorNiets);
    expect((await signals(api, 'ZAWA', 3))[2]).toContain('wachtrij: Een proces is aan het werk voor regio XX');
    // Two processes looked all the while.
    await until(async () => gemeld.length >= 7);
    expect(gemeld.toSorted()).toEqual(
      [
        ['a queue is not served', { regio: 'AA', soort: 'gepauzeerd' }],
        ['a queue is not served', { regio: 'AA', soort: 'zonder-werker' }],
        ['a queue is not served', { regio: 'XX', soort: 'onbekend' }],
        ['a queue is not served', { regio: 'ZAWA', soort: 'zonder-werker' }],
        ['a queue is served again', { regio: 'AA', soort: 'gepauzeerd' }],
        ['a queue is served again', { regio: 'AA', soort: 'zonder-werker' }],
        ['a queue is served again', { regio: 'ZAWA', soort: 'zonder-werker' }],
      ].map((regel) => JSON.stringify(regel)),
    );
  });
});
