import { clienten } from './clients.mjs';
import { jw305 } from './messages.mjs';
import { Poster } from './poster.mjs';

/**
 * Entry of the load process by HTTP that ends where that by AMQP ends: with the answer in the hands of the sender. When told,
 * each aanbieder posts its messages over two connections, and over a third asks what lies ready, takes the answers and
 * confirms them all at once; it is over when everybody has the answer to every message.
 */
const PER_AANBIEDER = 2;
const AT_ONCE = 200;

process.once('message', async ({ url, sleutels, lijst }) => {
  const perPartij = new Map(lijst.partijen.map(({ agb }) => [agb, []]));
  for (const client of clienten(lijst)) {
    perPartij.get(client.agb).push(jw305(client, `5${String(client.nummer).padStart(9, '0')}`));
  }
  const systemen = [...perPartij].map(([agb, berichten]) => {
    const posters = Array.from({ length: PER_AANBIEDER + 1 }, () => new Poster(url));
    const requests = berichten.map((bytes) => posters[0].request(sleutels[agb], bytes));
    return { sleutel: sleutels[agb], posters, requests };
  });
  process.once('message', async () => {
    const [begin, voor] = [performance.now(), process.cpuUsage()];
    await Promise.all(systemen.flatMap((systeem) => [post(systeem), collect(systeem)]));
    const { user, system } = process.cpuUsage(voor);
    process.send({ ms: performance.now() - begin, cpu: (user + system) / 1_000_000 });
    for (const { posters } of systemen) for (const poster of posters) poster.close();
    process.disconnect();
  });
  process.send({ klaar: systemen.reduce((som, { requests }) => som + requests.length, 0) });
});

async function post({ posters, requests }) {
  let volgende = 0;
  const zend = async (poster) => {
    while (volgende < requests.length) {
      const status = await poster.send(requests[volgende++]);
      if (status !== 202) throw new Error(`HTTP ${status}`);
    }
  };
  await Promise.all(posters.slice(1).map(zend));
}

async function collect({ sleutel, posters: [poster], requests }) {
  const vraag = async (methode, pad, inhoud, kop) => {
    const { status, tekst } = await poster.ask(poster.call(methode, pad, sleutel, inhoud, kop));
    if (status !== 200) throw new Error(`${methode} ${pad}: HTTP ${status}`);
    return tekst;
  };
  for (let gekregen = 0; gekregen < requests.length; ) {
    const lijst = await vraag('GET', `/api/v1/uitgaand?type=JW306&limit=${AT_ONCE}`, '', { prefer: 'wait=5' });
    const { berichten } = JSON.parse(lijst);
    for (const { id } of berichten) await vraag('GET', `/api/v1/berichten/${id}/xml`, '');
    if (berichten.length === 0) continue;
    const ids = berichten.map(({ id }) => id);
    await vraag('POST', '/api/v1/uitgaand/bevestigingen', JSON.stringify({ ids }), {
      'content-type': 'application/json',
    });
    gekregen += berichten.length;
  }
}
