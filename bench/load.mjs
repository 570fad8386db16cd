import { clienten } from './clients.mjs';
import { Client } from './http.mjs';
import { jw301, jw305 } from './messages.mjs';
import { percentile } from './numbers.mjs';

/**
 * Entry of the load process. It is told what to send, makes all of it, says so, and posts it when told: so many in flight,
 * over connections that stay open. Then it tells how long each post took.
 */
const SOORTEN = {
  JW301: { maak: jw301, zender: (client) => client.gemeente },
  JW305: { maak: jw305, zender: (client) => client.agb },
};

process.once('message', async ({ url, sleutels, soort, lijst, tegelijk }) => {
  const { maak, zender } = SOORTEN[soort];
  const basis = new Client(url, '', tegelijk);
  const zenders = Object.fromEntries(Object.entries(sleutels).map(([partij, sleutel]) => [partij, basis.as(sleutel)]));
  const berichten = clienten(lijst).map((client) => ({
    van: zenders[zender(client)],
    bytes: maak(client, `${soort.slice(-1)}${String(client.nummer).padStart(9, '0')}`),
  }));
  process.send({ klaar: berichten.length });
  process.once('message', async () => {
    const voor = process.cpuUsage();
    const duur = await post(berichten, tegelijk);
    const { user, system } = process.cpuUsage(voor);
    const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(duur, p));
    process.send({ p50, p95, p99, cpu: (user + system) / 1_000_000 });
    basis.close();
    process.disconnect();
  });
});

async function post(berichten, tegelijk) {
  const duur = [];
  let volgende = 0;
  const zend = async () => {
    while (volgende < berichten.length) {
      const { van, bytes } = berichten[volgende++];
      const begin = performance.now();
      const { status, body } = await van.post(bytes);
      if (status !== 202) throw new Error(`HTTP ${status}: ${JSON.stringify(body)}`);
      duur.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, zend));
  return duur;
}
