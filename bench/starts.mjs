import { aanbieders } from './agreements.mjs';
import { fill } from './fill.mjs';
import { startGateway } from './gateway.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { onStore } from './stores.mjs';

/** Milliseconds from the command to a ready gateway on an embedded store that has history, one start after another. */
export function starts({ toewijzingen, keren }, zeg) {
  const doe = async (store) => {
    await fill(store, { toewijzingen, partijen: AANBIEDERS });
    const uit = [];
    for (let keer = 0; keer < keren; keer++) {
      const begin = performance.now();
      const gateway = await startGateway(store);
      uit.push(performance.now() - begin);
      zeg(`start ${keer + 1}: ${getal(uit.at(-1))} ms`);
      await gateway.stop();
    }
    return uit;
  };
  return onStore(null, 'start', doe, undefined, aanbieders(AANBIEDERS));
}

export function startsReport(metingen, { toewijzingen }) {
  return `Van opdracht tot gereed op PGlite met ${getal(toewijzingen)} toewijzingen: ${metingen.map((ms) => getal(ms)).join(', ')} ms; in het midden ${getal(percentile(metingen, 50))}.`;
}
