import type { ConsumeMessage } from 'amqplib';
import { describe, expect, it } from 'vitest';
import { Acknowledger } from '../../../src/connectors/amqp/acknowledger.ts';

const message = (deliveryTag: number) => ({ fields: { deliveryTag } }) as ConsumeMessage;
const TAKEN = { kind: 'stored', id: 'id' } as const;
const tick = () => new Promise((resolve) => setImmediate(resolve));

/** Messages 1 to so many came; what is told to the broker is the tag, with `…` for all up to it. */
function came(count: number) {
  const said: string[] = [];
  const ack = ({ fields }: ConsumeMessage, upTo = false) => void said.push(`${upTo ? '…' : ''}${fields.deliveryTag}`);
  const acks = new Acknowledger({ ack });
  const messages = Array.from({ length: count }, (_, i) => message(i + 1));
  for (const one of messages) acks.came(one);
  return {
    ...{ said, acks },
    done(...tags: readonly number[]) {
      for (const tag of tags) acks.done(message(tag), TAKEN);
    },
  };
}

describe('what is said to the broker of what was stored', () => {
  it('is one word for all that were stored in a tick, in whatever order', async () => {
    const { said, done } = came(4);
    done(3, 1, 2);
    expect(said).toEqual([]);
    await tick();
    expect(said).toEqual(['…3']);
    done(4);
    await tick();
    expect(said).toEqual(['…3', '…4']);
  });

  it('never covers one that is still being stored', async () => {
    const { said, done } = came(5);
    done(5, 1, 3);
    await tick();
    expect(said).toEqual(['…1', '3', '5']);
    done(4);
    await tick();
    done(2);
    await tick();
    expect(said).toEqual(['…1', '3', '5', '4', '…2']);
  });

  it('is said at once when the way ends, and not at all on a channel that is closed', async () => {
    const { said, acks, done } = came(2);
    done(1);
    acks.flush();
    expect(said).toEqual(['…1']);
    await tick();
    expect(said).toEqual(['…1']);
    const closed = new Acknowledger({
      ack: () => {
        throw new Error('Channel closed');
      },
    });
    closed.came(message(1));
    closed.done(message(1), TAKEN);
    expect(() => closed.flush()).not.toThrow();
  });
});
