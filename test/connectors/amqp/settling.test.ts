import type { ConsumeMessage } from 'amqplib';
import { describe, expect, it } from 'vitest';
import { Acknowledger } from '../../../src/connectors/amqp/acknowledger.ts';
import { Settling } from '../../../src/connectors/amqp/settling.ts';
import type { Sender } from '../../../src/connectors/connector-in.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';

/** Messages of senders before a door that answers as `answer` says; what is acknowledged, in order, and how they came. */
function setting(answer: (id: string) => void = () => undefined) {
  const groups: string[][] = [];
  const stored: string[] = [];
  const acknowledged = new Set<string>();
  const refused: string[] = [];
  const settling = new Settling({
    parties: { ofUser: async (user) => (user === 'niemand' ? undefined : user), withQueue: () => [], onChange() {} },
    logger: stilleLogger,
    refuse: async ({ messageId }, { code }) => void refused.push(`${messageId} ${code}`),
    waits: { first: 1, longest: 5 },
  });
  const store = (brought: readonly { readonly from: Sender }[]) => {
    const ids = brought.map(({ from }) => from.transportId ?? '');
    groups.push(ids);
    for (const id of ids) answer(id);
    stored.push(...ids);
    return ids.map((id) => ({ kind: 'stored', id, status: 'ontvangen' }) as const);
  };
  const stop = new AbortController();
  const line = {
    acks: new Acknowledger({ ack: () => undefined }, ({ properties }) => acknowledged.add(properties.messageId)),
    doors: {
      one: async (_: Uint8Array, from: Sender) => store([{ from }])[0] as ReturnType<typeof store>[number],
      many: async (brought: readonly { readonly from: Sender }[]) => store(brought),
    },
    stop: stop.signal,
  };
  let tag = 0;
  const put = (userId: string, messageId: string, size = 1) => {
    const message = { content: Buffer.alloc(size), properties: { userId, messageId }, fields: { deliveryTag: ++tag } };
    line.acks.came(message as unknown as ConsumeMessage);
    settling.add(message as unknown as ConsumeMessage, line);
  };
  const done = async () => {
    await settling.done();
    line.acks.flush();
  };
  return { put, done, stop, groups, stored, refused, acknowledged };
}

describe('what came from the broker', () => {
  it('is stored together in its order, whoever sent it', async () => {
    const { put, done, groups, acknowledged } = setting();
    for (const [user, id] of [
      ['x', 'x1'],
      ['y', 'y1'],
      ['x', 'x2'],
    ] as const)
      put(user, id);
    await done();
    expect(groups).toEqual([['x1', 'y1', 'x2']]);
    expect([...acknowledged].toSorted()).toEqual(['x1', 'x2', 'y1']);
  });

  it('is stored one by one when together it fails, nothing of a sender before what it sent earlier', async () => {
    let away = 2;
    const { put, done, stored, acknowledged } = setting((id) => {
      if (id === 'x2' && away-- > 0) throw new Error('the store is away');
    });
    for (const id of ['x1', 'y1', 'x2', 'x3']) put(id[0] ?? '', id);
    await new Promise((resolve) => setImmediate(resolve));
    put('x', 'x4');
    await done();
    expect(stored.filter((id) => id.startsWith('x'))).toEqual(['x1', 'x2', 'x3', 'x4']);
    expect([...acknowledged].toSorted()).toEqual(['x1', 'x2', 'x3', 'x4', 'y1']);
  });

  it('is refused by itself: what stands with it is stored', async () => {
    const { put, done, stored, refused, acknowledged } = setting();
    put('x', 'x1');
    put('niemand', 'n1');
    put('y', 'y1');
    await done();
    expect(stored).toEqual(['x1', 'y1']);
    expect(refused).toEqual(['n1 onbekende-gebruiker']);
    expect(acknowledged.size).toBe(3);
  });

  it('is at most a megabyte together; a larger one goes alone', async () => {
    const { put, done, groups } = setting();
    put('x', 'klein', 10);
    put('x', 'groot', 2_000_000);
    put('x', 'klein2', 10);
    put('y', 'klein3', 10);
    await done();
    expect(groups).toEqual([['klein'], ['groot'], ['klein2', 'klein3']]);
  });

  it('is left to the broker once its connection is no more', async () => {
    const { put, done, stop, stored } = setting();
    put('x', 'x1');
    stop.abort();
    await done();
    expect(stored).toEqual([]);
  });
});
