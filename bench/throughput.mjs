import { setTimeout as sleep } from 'node:timers/promises';
import { perMessage, used } from './cpu.mjs';
import { expect } from './http.mjs';
import { loading } from './loading.mjs';

const TEGELIJK = 64;
const KIJK_MS = 50;
const BEOORDEELD = ['geweigerd', 'afgekeurd', 'deels-goedgekeurd', 'vastgelopen'];

/**
 * Posts one message of a type for each client of the list and waits until every one has its verdict, and so its answer.
 * Gives messages a second from the first post to the last verdict, the times of posting (ms), and CPU ms per message.
 */
export async function throughput({ gateway, postgres, sleutels, soort, lijst }) {
  const meet = {
    before: () => used(gateway, postgres),
    settled: () => judged(gateway.beheerder),
    after: () => used(gateway, postgres),
  };
  const { voor, na, ...meting } = await posted({ url: gateway.url, sleutels, soort, lijst }, meet);
  await allAccepted(gateway.beheerder, soort);
  return { ...meting, cpu: perMessage(voor, na, meting.zenden.cpu, meting.aantal) };
}

/** Posts them to any server that takes them so, and waits until it says that all are settled. */
export async function posted({ url, sleutels, soort, lijst }, { before, settled, after }) {
  const load = loading('./load.mjs');
  load.send({ url, sleutels, soort, lijst, tegelijk: TEGELIJK });
  const { klaar: aantal } = await load.answer();
  const voor = before();
  const begin = performance.now();
  load.send('begin');
  const zenden = await load.answer();
  const verzonden = performance.now();
  await settled();
  const eind = performance.now();
  return {
    aantal,
    perSeconde: (aantal * 1000) / (eind - begin),
    naloop: eind - verzonden,
    zenden,
    voor,
    na: after(),
  };
}

/** Until nothing waits for its verdict. */
async function judged(beheerder) {
  while (await any(beheerder, 'status=ontvangen')) await sleep(KIJK_MS);
}

async function allAccepted(beheerder, soort) {
  for (const status of BEOORDEELD) {
    const bericht = await any(beheerder, `type=${soort}&status=${status}`);
    if (bericht) throw new Error(`a ${soort} was ${status}: ${JSON.stringify(bericht.bevindingen)}`);
  }
}

async function any(beheerder, vraag) {
  return expect(await beheerder.json('GET', `/api/v1/berichten?${vraag}&limit=1`), 200).berichten[0];
}
