import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Started } from '../../src/assemble/start.ts';
import { BEHEERDER } from '../access/wie.ts';
import { jw301 } from '../gateway/berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from '../gateway/opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { verkeer } from '../reliability/verkeer.ts';

const { database, start } = opstelling();
const TIMEOUT = 300_000;

/** Stores toewijzingen of new clients in the lane of aanbieder 0. */
function bewaar(via: Started, aantal: number): Promise<string[]> {
  const berichten = Array.from({ length: aantal }, () => {
    const wie = client(0);
    return jw301(wie, `A${wie.nummer}`);
  });
  return Promise.all(berichten.map((bytes) => ontvang(via, GEMEENTE, bytes)));
}

async function statussen(via: Started, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await Promise.all(ids.map((id) => oordeel(via, id)))).map(({ status }) => status));
}

describe('a lane, by its rings alone (no reconciler)', () => {
  it('is judged beyond one turn, though all was stored before a worker came', { timeout: TIMEOUT }, async () => {
    const db = await database();
    const wacht = await start(db, { rol: 'api', prefix: '{beurten}' });
    await metAfspraken(wacht, afsprakenMet(1));
    const ids = await bewaar(wacht, 120);
    const werkt = await start(db, { rol: 'worker', prefix: '{beurten}', reconcile: false });
    expect(await statussen(werkt, ids)).toEqual(new Set(['goedgekeurd']));
  });

  it('forgets nothing that is stored while a turn ends', { timeout: TIMEOUT }, async () => {
    const gateway = await start(await database(), { reconcile: false });
    await metAfspraken(gateway, afsprakenMet(1));
    for (let ronde = 0; ronde < 120; ronde++) {
      const [eerste] = await bewaar(gateway, 1);
      const af = oordeel(gateway, eerste ?? '');
      // Somewhere between the ring of the first and the answer that its job has ended.
      if (ronde % 3 === 0) await sleep(ronde % 20);
      else if (ronde % 3 === 1) await af;
      const [tweede] = await bewaar(gateway, 1);
      expect((await oordeel(gateway, tweede ?? '')).status).toBe('goedgekeurd');
      expect((await af).status).toBe('goedgekeurd');
    }
  });
});

describe('the reconciler', () => {
  it('finds what nobody rang for', { timeout: TIMEOUT }, async () => {
    const db = await database();
    const gateway = await start(db);
    await metAfspraken(gateway, afsprakenMet(1));
    const elders = await start(db, { rol: 'api' });
    expect(await statussen(gateway, await bewaar(elders, 3))).toEqual(new Set(['goedgekeurd']));
  });

  it('serves a region that came with new agreements in another process', { timeout: TIMEOUT }, async () => {
    const db = await database();
    const api = await start(db, { rol: 'api', prefix: '{nieuw}' });
    await metAfspraken(api, afsprakenMet(1));
    const werkt = await start(db, { rol: 'worker', prefix: '{nieuw}' });
    const document = afsprakenMet(1);
    const nieuw = {
      ...document,
      regios: [...document.regios, { code: 'NW', naam: 'Nieuw' }],
      gemeenten: document.gemeenten.map((g) => (g.code === GEMEENTE ? { ...g, regio: 'NW' } : g)),
    };
    await metAfspraken(api, nieuw);
    expect(await statussen(werkt, await bewaar(api, 2))).toEqual(new Set(['goedgekeurd']));
  });
});

describe('two processes on the same lanes', () => {
  it('give each message one verdict, one answer and one effect', { timeout: TIMEOUT }, async () => {
    const db = await database();
    // Each hears its own rings only, so nothing but the lane's compare-and-set keeps them apart.
    const beide = [await start(db, { reconcile: false }), await start(db, { reconcile: false })] as const;
    await metAfspraken(beide[0], afsprakenMet(4));
    const stroom = verkeer(4, 6);
    const bekend = await Promise.all(
      stroom.rijen.map(async (rij) => {
        const ids: string[] = [];
        for (const [i, post] of rij.entries())
          ids.push(await ontvang(beide[i % 2 === 0 ? 0 : 1], post.afzender, post.bytes));
        return ids;
      }),
    );
    for (const [r, rij] of stroom.rijen.entries()) {
      for (const [i, post] of rij.entries()) {
        const beeld = await oordeel(beide[0], bekend[r]?.[i] ?? '');
        expect([beeld.status, beeld.antwoorden.map(({ type }) => type)]).toEqual([post.status, [post.antwoord]]);
      }
    }
    for (const [nummer, bedrag] of stroom.toegekend) {
      expect(
        (await beide[1].gateway.dossiers.openToewijzing(BEHEERDER, { gemeente: GEMEENTE, nummer }))?.gebruikt,
      ).toBe(bedrag);
    }
  });
});
