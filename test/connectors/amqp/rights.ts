import amqp from 'amqplib';
import { describe, expect, it } from 'vitest';
import { passwordOf } from './definitions.ts';
import { delivery, GATEWAY, PARTY, type Rig, USER, until } from './rig.ts';

const MESSAGE = Buffer.from('<bericht/>');
const OWN = `ijw.uit.${PARTY}`;

/** What the users of deploy/rabbitmq/definitions.json may and may not. */
export function rights({ broker, connector, system, urlOf }: Rig): void {
  describe('deploy/rabbitmq/definitions.json', () => {
    it('gives the gateway what it needs', async () => {
      const { out, state, door } = await connector();
      expect(state.good).toBe(true);
      expect(await out.send(delivery('1'))).toEqual({ kind: 'confirmed' });
      const admin = await system();
      await admin.put(MESSAGE, 'x', { userId: undefined } as object);
      await until(async () => (await admin.depth('ijw.geweigerd')) === 1);
      expect(door.came).toEqual([]);
    });

    it('lets a party put messages in and take its own', async () => {
      const { door, out } = await connector();
      const party = await system(USER);
      await party.put(MESSAGE, 'een', {}, 'in');
      await party.put(MESSAGE, 'twee', {}, 'in.jw305.wat.ook');
      await until(() => door.came.length === 2);
      const seen: string[] = [];
      await party.listen(OWN, ({ properties }) => void seen.push(properties.messageId));
      await out.send(delivery('voor-hen'));
      await until(() => seen.includes('voor-hen'));
      // Its refusals are its own too.
      await party.channel.checkQueue(`ijw.geweigerd.${PARTY}`);
      await until(async () => (await party.depth(OWN)) === 0);
    });

    const FORBIDDEN: readonly (readonly [string, (channel: amqp.ConfirmChannel) => Promise<unknown>])[] = [
      ['reads the queue of another', (channel) => channel.consume('ijw.uit.0362', () => undefined)],
      ['reads what others put in', (channel) => channel.consume('ijw.in', () => undefined)],
      ['reads refusals of others', (channel) => channel.consume('ijw.geweigerd', () => undefined)],
      ['empties a queue of another', (channel) => channel.purgeQueue('ijw.uit.0362')],
      ['makes a queue', (channel) => channel.assertQueue('van-mij')],
      ['removes its queue', (channel) => channel.deleteQueue(OWN)],
      ['binds its queue to what is for another', (channel) => channel.bindQueue(OWN, 'ijw', 'uit.0362')],
      ['puts something in the queue of another', (channel) => published(channel, 'ijw', 'uit.0362')],
      ['gives verdicts', (channel) => published(channel, 'ijw', `oordeel.${PARTY}`)],
      ['goes round the exchange', (channel) => published(channel, '', 'ijw.uit.0362')],
      ['puts something among the refusals', (channel) => published(channel, 'ijw.geweigerd', USER)],
      ['says that it is another', (channel) => published(channel, 'ijw', 'in.bericht', 'systeem-0362')],
    ];

    it.each(FORBIDDEN)('does not let a party do more: it never %s', async (_what, attempt) => {
      const party = await system(USER);
      await expect(attempt(party.channel)).rejects.toThrow(/403|406/);
    });

    it('holds passwords, limits and nobody else to be', async () => {
      await expect(amqp.connect(broker().urlOf(USER, 'geraden'))).rejects.toThrow(/ACCESS.REFUSED/);
      await expect(amqp.connect(broker().urlOf('guest', 'guest'))).rejects.toThrow(/ACCESS.REFUSED/);
      const connections: amqp.ChannelModel[] = [];
      let refused = '';
      for (let i = 0; i < 12 && refused === ''; i++) {
        await amqp.connect(urlOf(USER)).then(
          (connection) => connections.push(connection.on('error', () => undefined)),
          (fout: Error) => {
            refused = fout.message;
          },
        );
      }
      expect(refused).not.toBe('');
      expect(connections.length).toBeLessThanOrEqual(10);
      for (const connection of connections) await connection.close();
      expect(passwordOf(GATEWAY)).not.toBe(passwordOf(USER));
    });
  });
}

/** Rejects with why the broker closed the channel. */
function published(channel: amqp.ConfirmChannel, exchange: string, key: string, userId = USER): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.on('error', reject);
    channel.publish(exchange, key, MESSAGE, { userId }, (fout: unknown) => {
      if (fout == null) resolve();
    });
  });
}
