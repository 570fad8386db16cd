import { clienten } from './clients.mjs';
import { jw301, jw305 } from './messages.mjs';
import { percentile } from './numbers.mjs';
import { Poster } from './poster.mjs';

/**
 * Entry of the load process. It is told what to send, makes all of it, says so, and posts it when told: so many in flight,
 * over connections that stay open. Then it tells how long each post took.
 */
const SOORTEN = {
  JW301: { maak: jw301, zender: (client) => client.gemeente },
  JW305: { maak: jw305, zender: (client) => client.agb },
};

process.once('message', ({ url, sleutels, soort, lijst, tegelijk }) => {
  const { maak, zender } = SOORTEN[soort];
  const posters = Array.from({ length: tegelijk }, () => new Poster(url));
  const requests = clienten(lijst).map((client) => {
    const bytes = maak(client, `${soort.slice(-1)}${String(client.nummer).padStart(9, '0')}`);
    return posters[0].request(sleutels[zender(client)], bytes);
  });
  process.send({ klaar: requests.length });
  process.once('message', async () => {
    const voor = process.cpuUsage();
    const duur = await post(posters, requests);
    const { user, system } = process.cpuUsage(voor);
    const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(duur, p));
    process.send({ p50, p95, p99, cpu: (user + system) / 1_000_000 });
    for (const poster of posters) poster.close();
    process.disconnect();
  });
});

async function post(posters, requests) {
  const duur = [];
  let volgende = 0;
  const zend = async (poster) => {
    while (volgende < requests.length) {
      const request = requests[volgende++];
      const begin = performance.now();
      const status = await poster.send(request);
      if (status !== 202) throw new Error(`HTTP ${status}`);
      duur.push(performance.now() - begin);
    }
  };
  await Promise.all(posters.map(zend));
  return duur;
}
