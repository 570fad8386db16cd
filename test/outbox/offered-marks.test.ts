import { describe, expect, it } from 'vitest';
import type { Logger } from '../../src/log/logger.ts';
import { OfferedMarks } from '../../src/outbox/offered-marks.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const wacht = (...afleveringen: readonly string[]) =>
  afleveringen.map((aflevering) => ({ aflevering, status: 'wacht' as const }));

/** What was marked, statement by statement; each ends when it is let. */
function opstelling(logger: Logger = stilleLogger) {
  const gemerkt: string[][] = [];
  const ends: ((fout?: Error) => void)[] = [];
  const store = {
    markOffered: (afleveringen: readonly string[]) =>
      new Promise<number>((resolve, reject) => {
        gemerkt.push([...afleveringen]);
        ends.push((fout) => (fout === undefined ? resolve(afleveringen.length) : reject(fout)));
      }),
  };
  const marks = new OfferedMarks({ store, logger });
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  return { marks, gemerkt, tick, end: (fout?: Error) => ends.shift()?.(fout) };
}

describe('what a party saw', () => {
  it('is marked afterwards, what many readers saw at once by one statement', async () => {
    const { marks, gemerkt, tick, end } = opstelling();
    marks.note(wacht('1', '2'));
    marks.note(wacht('2', '3'));
    expect(gemerkt).toEqual([]);
    await tick();
    expect(gemerkt).toEqual([['1', '2', '3']]);
    marks.note(wacht('4'));
    marks.note(wacht('5'));
    end();
    await tick();
    await tick();
    expect(gemerkt).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
    ]);
    end();
    await marks.settled();
  });

  it('is not marked once more when it was offered before', async () => {
    const { marks, gemerkt, tick } = opstelling();
    marks.note([
      { aflevering: '1', status: 'aangeboden' },
      { aflevering: '2', status: 'mislukt' },
    ]);
    await tick();
    await marks.settled();
    expect(gemerkt).toEqual([]);
  });

  it('is waited for by who asks, and not what others see meanwhile', async () => {
    const { marks, tick, end } = opstelling();
    let settled = false;
    marks.note(wacht('1'));
    await tick();
    marks.note(wacht('2'));
    const asked = marks.settled().then(() => {
      settled = true;
    });
    end();
    await tick();
    await tick();
    expect(settled).toBe(false);
    marks.note(wacht('3'));
    end();
    await asked;
    expect(settled).toBe(true);
  });

  it('is told once when it cannot be marked, and the next is marked all the same', async () => {
    const warned: string[] = [];
    const logger = { ...stilleLogger, warn: (tekst: string) => void warned.push(tekst) } as Logger;
    const { marks, gemerkt, tick, end } = opstelling(logger);
    marks.note(wacht('1'));
    await tick();
    end(new Error('away'));
    await marks.settled();
    expect(warned).toHaveLength(1);
    marks.note(wacht('1'));
    await tick();
    end();
    await marks.settled();
    expect(gemerkt).toEqual([['1'], ['1']]);
  });
});
