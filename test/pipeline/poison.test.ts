import { describe, expect, it } from 'vitest';
import type { Logger, Velden } from '../../src/log/logger.ts';
import { JudgeHost } from '../../src/pipeline/judge-host.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { jw301 } from './berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from './opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from './wereld.ts';

const { database, start } = opstelling();

/** A judge that certain messages harm; none may take longer than this (ms). */
const judges = () =>
  new JudgeHost({
    threads: 1,
    entry: new URL('./poisoned-judge.mjs', import.meta.url),
    limit: { base: 6_000, perByte: 0 },
  });

function bericht(n: number, soort: string): Uint8Array {
  const wie = client(n);
  return jw301(wie, `${soort}${wie.nummer}`);
}

describe('a message that harms the thread that judges it', () => {
  it('is quarantined after three attempts; the lane goes on, and no other message is blamed', {
    timeout: 180_000,
  }, async () => {
    const pogingen = new Map<string, number>();
    const logger: Logger = {
      ...stilleLogger,
      error(zin: string, velden: Velden = {}) {
        if (zin !== 'an attempt failed') return;
        const id = String(velden.id);
        pogingen.set(id, (pogingen.get(id) ?? 0) + 1);
      },
    };
    const gateway = await start(await database(), { judges: judges(), logger });
    await metAfspraken(gateway, afsprakenMet(4));
    const store = (n: number, soort: string) => ontvang(gateway, GEMEENTE, bericht(n, soort));

    const kwaad: string[] = [];
    const goed: string[] = [];
    for (let ronde = 0; ronde < 4; ronde++) {
      // Three lanes with a poison each, and a fourth that only shares their thread.
      for (let n = 0; n < 4; n++) goed.push(await store(n, 'GOED'));
      if (ronde !== 1) continue;
      kwaad.push(await store(0, 'WERPT'), await store(1, 'EINDIGT'), await store(2, 'HANGT'));
    }

    for (const id of goed) {
      const { status, antwoorden } = await oordeel(gateway, id);
      expect([status, antwoorden.length]).toEqual(['goedgekeurd', 1]);
    }
    for (const id of kwaad) {
      expect(await oordeel(gateway, id)).toMatchObject({ status: 'vastgelopen', antwoorden: [], afleveringen: [] });
      expect(pogingen.get(id)).toBe(3);
    }
    expect([...pogingen.keys()].sort()).toEqual([...kwaad].sort());
  });

  it('waits again when it is replayed, and is judged once the harm is mended', { timeout: 120_000 }, async () => {
    const db = await database();
    const ziek = await start(db, { judges: judges() });
    await metAfspraken(ziek, afsprakenMet(1));
    const id = await ontvang(ziek, GEMEENTE, bericht(0, 'WERPT'));
    expect((await oordeel(ziek, id)).status).toBe('vastgelopen');
    await ziek.close();
    const gezond = await start(db);
    expect(await gezond.gateway.replay(id, 'test')).toEqual({ kind: 'waiting' });
    expect((await oordeel(gezond, id)).status).toBe('goedgekeurd');
  });
});
