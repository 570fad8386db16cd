import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../src/outbox/delivery-outcome.ts';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { sendLine } from '../../src/outbox/send-line.ts';
import type { DeliveryLease } from '../../src/store/deliveries/outbox-contract.ts';

const CONFIRMED: DeliveryOutcome = { kind: 'confirmed' };
const FAILED: DeliveryOutcome = { kind: 'failed', class: 'transient', code: 'weg' };

const line = (...ids: readonly string[]) => ids.map((id) => ({ aflevering: id, berichtId: id }) as DeliveryLease);

/** What a line did, in order, with an outbox of which the bodies are on hand or not. */
async function sent(
  ids: readonly string[],
  outcomes: Readonly<Record<string, DeliveryOutcome | Error>> = {},
  more: {
    readonly settleFails?: boolean;
    readonly stop?: { asked: boolean };
    readonly known?: readonly string[];
    readonly unreadable?: string;
  } = {},
) {
  const did: string[] = [];
  const outbox = {
    load: async (lease: DeliveryLease) => {
      if (lease.berichtId === more.unreadable) throw new Error('a delivery has no message');
      did.push(`load ${lease.berichtId}`);
      return { ...lease, bytes: new Uint8Array() };
    },
    settle: async (lease: DeliveryLease, outcome: DeliveryOutcome) => {
      if (more.settleFails === true) throw new Error('the store is away');
      did.push(`${outcome.kind} ${lease.aflevering}${outcome.kind === 'failed' ? ` ${outcome.code}` : ''}`);
      return true;
    },
    giveBack: async (leases: readonly DeliveryLease[]) => {
      if (leases.length > 0) did.push(`back ${leases.map(({ aflevering }) => aflevering)}`);
    },
  } as unknown as Outbox;
  const send = async ({ berichtId }: { readonly berichtId: string }) => {
    did.push(`send ${berichtId}`);
    await new Promise((resolve) => setImmediate(resolve));
    if (more.stop !== undefined) more.stop.asked = true;
    const outcome = outcomes[berichtId] ?? CONFIRMED;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const bodies = new Map((more.known ?? ids).map((id) => [id, new Uint8Array()]));
  const end = sendLine(
    outbox,
    line(...ids),
    { leaseMs: 60_000, send, ...(more.stop === undefined ? {} : { stop: more.stop }) },
    bodies,
  );
  return {
    did,
    end: await end.then(
      () => 'done',
      (fout: Error) => fout.message,
    ),
  };
}

describe('the line of a party', () => {
  it('goes in order, each when the one before is there, and reads itself what was not read with the others', async () => {
    const { did } = await sent(['a', 'b'], {}, { known: ['a'] });
    expect(did).toEqual(['send a', 'load b', 'send b', 'confirmed a', 'confirmed b']);
  });

  it('ends at one that fails or throws, and gives the rest back', async () => {
    expect((await sent(['a', 'b', 'c', 'd'], { b: FAILED })).did).toEqual([
      ...['send a', 'send b', 'confirmed a', 'failed b weg', 'back c,d'],
    ]);
    expect((await sent(['a', 'b'], { a: new TypeError('with what was sent in it') })).did).toEqual([
      ...['send a', 'failed a TypeError', 'back b'],
    ]);
  });

  it('begins nothing more once it is to stop', async () => {
    expect((await sent(['a', 'b', 'c'], {}, { stop: { asked: false } })).did).toEqual([
      ...['send a', 'confirmed a', 'back b,c'],
    ]);
  });

  it('fails with what could not be written, after all that was under way', async () => {
    expect(await sent(['a', 'b', 'c'], { b: FAILED }, { settleFails: true })).toEqual({
      did: ['send a', 'send b', 'back c'],
      end: 'the store is away',
    });
  });

  it('writes what arrived before one that cannot be read, and gives nothing back then', async () => {
    expect(await sent(['a', 'b', 'c'], {}, { known: ['a'], unreadable: 'b' })).toEqual({
      did: ['send a', 'confirmed a'],
      end: 'a delivery has no message',
    });
  });
});
