import { aanbieders } from './agreements.mjs';
import { whole } from './cpu.mjs';
import { fill, PER_TOEWIJZING } from './fill.mjs';
import { startGateway } from './gateway.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS, lists } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { fillSearch, measureSearch, searchReport } from './search.mjs';
import { onStore } from './stores.mjs';
import { throughput } from './throughput.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);

/** What a message costs where the store is full of history, beside an empty one in turns; and lists and look-ups in it. */
export async function largeStore(plan, zeg) {
  const postgres = await startPostgres();
  try {
    return await onStore(postgres, 'leeg', (leeg) =>
      onStore(postgres, 'vol', async (vol) => {
        zeg(`${getal(plan.toewijzingen)} toewijzingen`);
        await fill(vol, { toewijzingen: plan.toewijzingen, partijen: AANBIEDERS });
        const rondes = [];
        for (let ronde = 0; ronde < plan.rondes; ronde++) {
          const volgorde = ronde % 2 === 0 ? { leeg, vol } : { vol, leeg };
          const uit = {};
          for (const [naam, store] of Object.entries(volgorde)) {
            zeg(`ronde ${ronde + 1}, ${naam}`);
            uit[naam] = await messages(store, plan, ronde);
          }
          rondes.push(uit);
        }
        // Now only: it holds refused messages, which the rounds would take for theirs.
        await fillSearch(vol);
        return { rondes, zoeken: await measureSearch(vol, plan.keren, zeg) };
      }),
    );
  } finally {
    await postgres.stop();
  }
}

async function messages(store, { perAanbieder, een }, ronde) {
  const gateway = await startGateway(store);
  const { vijftig, een: ene } = lists(PARTIJEN, { perAanbieder, een });
  // Clients and numbers of this round alone; those of one aanbieder after those that all have in all rounds.
  const lijsten = {
    vijftig: { ...vijftig, reeks: 1 + ronde, vanaf: ronde * perAanbieder },
    een: { ...ene, reeks: 30 + ronde, vanaf: 1000 + ronde * een },
  };
  const uit = {};
  try {
    for (const [naam, lijst] of Object.entries(lijsten)) {
      for (const soort of ['JW301', 'JW305']) {
        uit[`${soort} ${naam}`] = await throughput({ ...store, gateway, soort, lijst });
      }
    }
    return uit;
  } finally {
    await gateway.stop();
  }
}

export function largeStoreReport({ rondes, zoeken }, { toewijzingen }) {
  const berichten = toewijzingen * PER_TOEWIJZING;
  const midden = (getallen) => percentile(getallen, 50);
  const cpu = (meting) => whole(meting.cpu);
  const rij = (meting) => {
    const van = (naam, wat) => midden(rondes.map((ronde) => wat(ronde[naam][meting])));
    const [leeg, vol] = [van('leeg', (m) => m.perSeconde), van('vol', (m) => m.perSeconde)];
    const [kostLeeg, kostVol] = [van('leeg', cpu), van('vol', cpu)];
    return `| ${meting} | ${getal(leeg)} | ${getal(vol)} | ${getal(vol / leeg, 2)} | ${getal(kostLeeg, 2)} | ${getal(kostVol, 2)} | ${getal(kostVol / kostLeeg, 2)} |`;
  };
  return [
    `Een opslag met ${getal(berichten)} berichten en ${getal(toewijzingen)} toewijzingen naast een lege, om en om`,
    '',
    '| meting | leeg (per s) | vol (per s) | verhouding | CPU leeg (ms) | CPU vol (ms) | verhouding |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...Object.keys(rondes[0].leeg).map(rij),
    '',
    searchReport(zoeken, { berichten }),
  ].join('\n');
}
