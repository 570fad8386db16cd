import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Logger } from '../../src/log/logger.ts';
import { Periodic } from '../../src/services/periodic.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

/** A service that works as told, and what its looks were told. */
function periodic(work: (first: boolean) => Promise<number>, logger: Logger = stilleLogger): Periodic {
  return new Periodic({ name: 'proef', everyMs: 5, work, logger });
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; !done(); i++) {
    if (i > 2_000) throw new Error('it never came');
    await sleep(1);
  }
}

describe('a periodic service', () => {
  it('looks at once, says which look is the first, and looks again', async () => {
    const looks: boolean[] = [];
    const service = periodic(async (first) => looks.push(first));
    service.start();
    expect(looks).toEqual([true]);
    await until(() => looks.length >= 3);
    await service.stop();
    expect(looks.slice(0, 3)).toEqual([true, false, false]);
  });

  it('looks first when it was told to, and not at all when it ends before', async () => {
    const looks: boolean[] = [];
    const work = async (first: boolean) => looks.push(first);
    const later = new Periodic({ name: 'proef', everyMs: 5, firstAfterMs: 40, work, logger: stilleLogger });
    later.start();
    expect(looks).toEqual([]);
    await until(() => looks.length >= 2);
    await later.stop();
    expect(looks.slice(0, 2)).toEqual([true, false]);
    const never = new Periodic({ name: 'proef', everyMs: 5, firstAfterMs: 20, work, logger: stilleLogger });
    never.start();
    await never.stop();
    const atStop = looks.length;
    await sleep(40);
    expect(looks).toHaveLength(atStop);
  });

  it('looks one at a time, and stops when the look under way has ended', async () => {
    let busy = 0;
    let most = 0;
    let ended = 0;
    const service = periodic(async () => {
      most = Math.max(most, ++busy);
      await sleep(20);
      busy--;
      return ++ended;
    });
    service.start();
    await until(() => ended >= 2);
    await service.stop();
    expect(most).toBe(1);
    const atStop = ended;
    await sleep(30);
    expect(ended).toBe(atStop);
    expect(busy).toBe(0);
  });

  it('goes on after a failure, remembers that it failed, and still takes the next look for the first', async () => {
    const warned: string[] = [];
    const logger = { ...stilleLogger, warn: (tekst: string) => void warned.push(tekst) } as Logger;
    const looks: boolean[] = [];
    let service: Periodic | undefined;
    const runs: (number | null | undefined)[] = [];
    service = periodic(async (first) => {
      runs.push(service?.lastRun?.done);
      looks.push(first);
      if (looks.length === 1) throw new Error('the store is away');
      return 7;
    }, logger);
    service.start();
    await until(() => looks.length >= 3);
    await service.stop();
    expect(looks.slice(0, 3)).toEqual([true, true, false]);
    expect(warned).toEqual(['periodic work failed']);
    expect(runs.slice(0, 3)).toEqual([undefined, null, 7]);
  });
});
