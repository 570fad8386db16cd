import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { amqpConnector } from '../../../src/connectors/amqp/amqp-connector.ts';
import { type CutProxy, cutProxy, type RabbitmqServer, startRabbitmq } from '../../servers/rabbitmq.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { type ConnectorAtWork, connectorContract, type PartyAnswer } from '../contract.ts';
import { definitionsFor, GATEWAY_USER, passwordOf, userOf } from './definitions.ts';
import { PartySystem } from './party-system.ts';
import { until } from './rig.ts';

let broker: RabbitmqServer;
let proxy: CutProxy;
/** Puts in as anybody, as the broker lets who may speak for others. */
let voice: PartySystem;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  broker = await startRabbitmq({ definitions: definitionsFor([]) });
  proxy = await cutProxy(broker.port);
  voice = await PartySystem.connect(broker.urlOf('stem', passwordOf('stem')));
}, 200_000);
afterAll(async () => {
  for (const end of ends) await end();
  await voice?.close();
  await proxy?.close();
  await broker?.remove();
});

async function amqp(channel: string): Promise<ConnectorAtWork> {
  const waiting = new Map<unknown, (id: string | null) => void>();
  const seen: { id: string; party: string; bytes: Uint8Array }[] = [];
  const state = { good: false };
  const settle = (messageId: unknown, id: string | null) => {
    waiting.get(messageId)?.(id);
    waiting.delete(messageId);
  };
  const connector = amqpConnector({
    url: broker.urlOf(GATEWAY_USER, passwordOf(GATEWAY_USER), proxy.port),
    parties: { ofUser: async (user) => user.replace('systeem-', ''), withQueue: () => [], onChange() {} },
    messageJson: async () => undefined,
    back: () => undefined,
    health: {
      good: () => void Object.assign(state, { good: true }),
      trouble: () => Object.assign(state, { good: false }),
    },
    logger: stilleLogger,
    acknowledged: ({ properties }, taken) => settle(properties.messageId, taken.kind === 'stored' ? taken.id : null),
    waits: { first: 20, longest: 200 },
  });
  await connector.open?.();
  ends.push(async () => connector.close?.());
  await until(() => state.good);
  let how: (id: string) => PartyAnswer | Promise<PartyAnswer> = () => 'take';
  return {
    givesUp: false,
    seen,
    answer: (anders) => {
      how = anders;
    },
    post: (party, bytes) =>
      new Promise((resolve, reject) => {
        const messageId = randomUUID();
        waiting.set(messageId, resolve);
        voice.put(bytes, messageId, { userId: userOf(party) }).catch(reject);
      }),
    connector: {
      ...connector.in,
      ...connector.out,
      channel,
      start: async (door) => {
        await voice.channel.purgeQueue('ijw.in').catch(() => undefined);
        await connector.in.start((bytes, from) =>
          door(bytes, from).catch((fout) => {
            // Not acknowledged, now or later: the sender would wait for ever.
            settle(from.transportId, null);
            throw fout;
          }),
        );
      },
      async send(delivery) {
        const queue = `ijw.uit.${delivery.partij}`;
        const came = { id: delivery.berichtId, party: delivery.partij, bytes: new Uint8Array() };
        seen.push(came);
        const answer = await how(delivery.berichtId);
        await until(() => state.good);
        if (answer === 'busy' || answer === 'never') {
          // Nothing is bound for it when it is published; at the next attempt it is again.
          await connector.out.send({ ...delivery, berichtId: randomUUID() });
          await voice.channel.deleteQueue(queue);
        }
        if (answer === 'lost') proxy.cutAfter(100);
        const outcome = await connector.out.send(delivery);
        if (outcome.kind !== 'confirmed') return outcome;
        const message = await voice.channel.get(queue, { noAck: true });
        if (message !== false && message.properties.messageId === delivery.berichtId)
          came.bytes = new Uint8Array(message.content);
        return outcome;
      },
    },
  };
}

connectorContract('amqp', amqp);
