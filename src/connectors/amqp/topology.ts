import type { Channel, ChannelModel } from 'amqplib';
import { declareFault } from './broker-fault.ts';
import { EXCHANGE, KEY_IN, keyOut, keyVerdict, QUEUE_IN, queueOut, REFUSED_EXCHANGE, REFUSED_QUEUE } from './names.ts';

/** Replicated, and on disk before the broker confirms. */
const QUORUM = { durable: true, arguments: { 'x-queue-type': 'quorum' } };

/** What the broker must have of us before anything is sent or taken; throws a BrokerFault when it has it otherwise. */
export async function declareShared(connection: ChannelModel): Promise<void> {
  for (const name of [EXCHANGE, REFUSED_EXCHANGE]) {
    await declare(connection, `de exchange ${name}`, (channel) =>
      channel.assertExchange(name, 'topic', { durable: true }),
    );
  }
  await declare(connection, `de wachtrij ${QUEUE_IN}`, async (channel) => {
    await channel.assertQueue(QUEUE_IN, QUORUM);
    await channel.bindQueue(QUEUE_IN, EXCHANGE, KEY_IN);
  });
  await declare(connection, `de wachtrij ${REFUSED_QUEUE}`, (channel) => channel.assertQueue(REFUSED_QUEUE, QUORUM));
}

/** The queue of a party, with what it is sent and the verdicts on what it sent. */
export async function declareParty(connection: ChannelModel, partij: string): Promise<void> {
  const queue = queueOut(partij);
  await declare(connection, `de wachtrij ${queue}`, async (channel) => {
    await channel.assertQueue(queue, QUORUM);
    for (const key of [keyOut(partij), keyVerdict(partij)]) await channel.bindQueue(queue, EXCHANGE, key);
  });
}

/** How many lie in a queue that nobody has taken; rejects when there is no such queue. */
export async function depthOf(connection: ChannelModel, queue: string): Promise<number> {
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  const { messageCount } = await channel.checkQueue(queue);
  await channel.close();
  return messageCount;
}

/** On a channel of its own: a refusal closes it, and nothing else may go with it. */
async function declare(
  connection: ChannelModel,
  what: string,
  work: (channel: Channel) => Promise<unknown>,
): Promise<void> {
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  try {
    await work(channel);
  } catch (fout) {
    throw declareFault(what, fout);
  }
  await channel.close();
}
