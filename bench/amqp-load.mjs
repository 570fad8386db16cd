import { setTimeout as sleep } from 'node:timers/promises';
import amqp from 'amqplib';
import { clienten } from './clients.mjs';
import { jw305 } from './messages.mjs';

/**
 * Entry of the load process by AMQP: a system for each aanbieder, with a connection of its own. When told, each puts its
 * messages in, and it is over when the answer to every one came on the queue of its sender.
 */
process.once('message', async ({ systemen, lijst }) => {
  const perPartij = new Map(systemen.map(({ agb }) => [agb, []]));
  for (const client of clienten(lijst)) {
    const id = `5${String(client.nummer).padStart(9, '0')}`;
    perPartij.get(client.agb).push({ id, bytes: jw305(client, id) });
  }
  const wacht = new Set([...perPartij.values()].flat().map(({ id }) => id));
  const aantal = wacht.size;
  let klaar = () => undefined;
  const kanalen = [];
  for (const { agb, user, url } of systemen) {
    const connection = await amqp.connect(url, { noDelay: true });
    const channel = await connection.createConfirmChannel();
    await channel.prefetch(200);
    const ack = acknowledger(channel);
    await channel.consume(`ijw.uit.${agb}`, (message) => {
      if (message === null) throw new Error('a queue was deleted');
      const { type, headers, correlationId, messageId } = message.properties;
      ack(message);
      if (type === 'JW306' && wacht.delete(headers['ijw-op']) && wacht.size === 0) klaar();
      // A measurement of failures is none.
      if (messageId.startsWith('oordeel-') && wacht.has(correlationId)) {
        const { status } = JSON.parse(message.content.toString());
        if (status !== 'goedgekeurd') throw new Error(`a JW305 was ${status}`);
      }
    });
    kanalen.push({ connection, channel, queue: `ijw.uit.${agb}`, user, berichten: perPartij.get(agb) });
  }
  // What came before the answers is not measured.
  for (const { channel, queue } of kanalen) {
    while ((await channel.checkQueue(queue)).messageCount > 0) await sleep(50);
  }
  process.once('message', async () => {
    const alle = new Promise((resolve) => {
      klaar = resolve;
    });
    const [begin, voor] = [performance.now(), process.cpuUsage()];
    await Promise.all(kanalen.map(put));
    await alle;
    const { user, system } = process.cpuUsage(voor);
    process.send({ ms: performance.now() - begin, cpu: (user + system) / 1_000_000 });
    for (const { connection } of kanalen) await connection.close();
    process.disconnect();
  });
  process.send({ klaar: aantal });
});

/**
 * What came in the same moment is acknowledged by one word, as a system that keeps up does and as the gateway itself does:
 * for the broker each word is an entry in the log of the queue, and what a party does with what it has is not measured here.
 */
function acknowledger(channel) {
  let last;
  return (message) => {
    if (last === undefined) {
      setImmediate(() => {
        channel.ack(last, true);
        last = undefined;
      });
    }
    last = message;
  };
}

/** At most twenty without the broker's word. */
async function put({ channel, user, berichten }) {
  let volgende = 0;
  const een = async () => {
    while (volgende < berichten.length) {
      const { id, bytes } = berichten[volgende++];
      await new Promise((resolve, reject) => {
        const properties = { userId: user, messageId: id, contentType: 'application/xml', persistent: true };
        channel.publish('ijw', 'in.bericht', bytes, properties, (fout) => (fout == null ? resolve() : reject(fout)));
      });
    }
  };
  await Promise.all(Array.from({ length: 20 }, een));
}
