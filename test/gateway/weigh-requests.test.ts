import { describe, expect, it } from 'vitest';
import { BYTES_PER_BLADZIJDE, weighRequests } from '../../src/gateway/weigh-requests.ts';
import type { AgreementsInForce } from '../../src/judging/agreements-cache.ts';
import type { JudgeHost } from '../../src/judging/judge-host.ts';
import type { TeOpenen, TeWegen } from '../../src/judging/judge-protocol.ts';
import type { WerkbakBeeld } from '../../src/store/requests/contract.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const MB = 1_000_000;

/** A store and a judging thread that tell what was asked of them; a weighing is the reference of what was weighed. */
function nep() {
  const gelezen: string[] = [];
  /** Tokens that were opened together. */
  const samen: number[] = [];
  const gewogen: number[] = [];
  const plaatsen = new Set<string>();
  let nr = 0;
  const session = async (_afspraken: unknown, _bytes: number, plaats: string) => {
    plaatsen.add(plaats);
    return {
      open: async (berichten: readonly TeOpenen[]) => {
        samen.push(berichten.length);
        return berichten.map(({ token, bytes }) => {
          if (bytes.length === 0) return { kind: 'refused', token, verdict: { bevindingen: [] } };
          return { kind: 'accepted', token, gemeente: '0362', nummers: {}, vraag: {} };
        });
      },
      weigh: async (te: readonly TeWegen[]) => {
        gewogen.push(te.length);
        // What one message has in common crosses once: it is one object.
        expect(new Set(te.map(({ kennis }) => kennis)).size).toBe(new Set(te.map(({ token }) => token)).size);
        return te.map(({ referentie }) => referentie);
      },
      end: () => undefined,
    };
  };
  const deps = {
    judges: { session } as unknown as JudgeHost,
    store: {
      messageBytes: async (id: string) => {
        gelezen.push(id);
        return id === 'weg' ? undefined : new Uint8Array(1);
      },
    },
    loadKennis: async (vragen: readonly unknown[]) =>
      vragen.map(() => ({ kennis: {}, beantwoordBytes: null })) as never,
    logger: stilleLogger,
    newId: () => `id-${++nr}`,
    now: () => new Date(0),
  };
  return { deps, gelezen, samen, gewogen, plaatsen };
}

function item(berichtId: string, referentie: string, omvang: number): WerkbakBeeld {
  return { id: referentie, berichtId, soort: 'VOT', referentie, omvang, redenen: [] } as unknown as WerkbakBeeld;
}

const IN_FORCE = { afspraken: { familie: (code: string) => [code] } } as unknown as AgreementsInForce;

describe('weighing a page of requests', () => {
  it('opens a message once, however many of its requests stand there, aside of what has effect', async () => {
    const { deps, gelezen, gewogen, plaatsen } = nep();
    const items = Array.from({ length: 120 }, (_, i) => item(i % 2 === 0 ? 'a' : 'b', `R${i}`, 10 * MB));
    expect(await weighRequests(items, IN_FORCE, deps)).toEqual(items.map(({ referentie }) => referentie));
    expect(gelezen).toEqual(['a', 'b']);
    expect(gewogen).toEqual([50, 10, 50, 10]);
    expect([...plaatsen]).toEqual(['aside']);
  });

  it('opens small messages together and large ones alone', async () => {
    const { deps, samen } = nep();
    const omvang = [0.4, 0.4, 0.4, 5, 0.1, 0.1].map((mb) => mb * MB);
    await weighRequests(
      omvang.map((bytes, i) => item(`b${i}`, `R${i}`, bytes)),
      IN_FORCE,
      deps,
    );
    expect(samen).toEqual([2, 1, 1, 2]);
  });

  it('stops at the bytes of a page, takes what still fits, and passes over what cannot be read', async () => {
    const { deps, gelezen } = nep();
    const items = [
      item('groot', 'R1', BYTES_PER_BLADZIJDE - 2 * MB),
      item('te veel', 'R2', 3 * MB),
      item('weg', 'R3', MB),
      item('groot', 'R4', BYTES_PER_BLADZIJDE - 2 * MB),
      item('past', 'R5', MB),
    ];
    expect(await weighRequests(items, IN_FORCE, deps)).toEqual(['R1', null, null, 'R4', 'R5']);
    expect(gelezen).toEqual(['groot', 'weg', 'past']);
  });

  it('opens nothing for an empty page', async () => {
    const { deps, gelezen } = nep();
    expect(await weighRequests([], IN_FORCE, deps)).toEqual([]);
    expect(gelezen).toEqual([]);
  });
});
