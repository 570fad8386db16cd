import { availableParallelism, cpus, loadavg } from 'node:os';
import { beside, besideReport } from './beside.mjs';
import { broker, brokerReport } from './broker.mjs';
import { busiest, busiestReport } from './busiest.mjs';
import { frame, frameReport } from './frame.mjs';
import { largeStore, largeStoreReport } from './large-store.mjs';
import { noop } from './noop.mjs';
import { getal } from './numbers.mjs';
import { planOf } from './plan.mjs';
import { purge, purgeReport } from './purge.mjs';
import { report } from './report.mjs';
import { search, searchReport } from './search.mjs';
import { soak, soakReport } from './soak.mjs';
import { starts, startsReport } from './starts.mjs';
import { measure } from './stores.mjs';

/** What can be asked for alone: how it is measured, and told. */
const ALLEEN = {
  amqp: [broker, brokerReport],
  zoeken: [search, searchReport],
  kader: [frame, frameReport],
  profiel: [busiest, busiestReport],
  groot: [largeStore, largeStoreReport],
  duur: [soak, soakReport],
  start: [starts, startsReport],
  opruimen: [purge, purgeReport],
};

/** Measures what the arguments ask for and prints the report; what happens meanwhile goes to stderr. */
export async function bench(args) {
  const { alleen, naast, opslag } = planOf(args);
  const zeg = (tekst) => process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${tekst}\n`);
  const [druk] = loadavg();
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const kop = `${machine}; load bij het begin ${getal(druk, 1)}`;
  process.stdout.write(`${kop}\n\n${await told(alleen, naast, opslag, zeg)}\n`);
}

async function told(alleen, naast, opslag, zeg) {
  if (alleen !== null) {
    const [meet, vertel] = ALLEEN[alleen.naam];
    return vertel(await meet(alleen.plan, zeg), alleen.plan);
  }
  if (naast !== null) return besideReport(naast, await beside(naast, opslag, zeg));
  zeg('BullMQ zonder werk');
  const uit = { noop: await noop(), metingen: {} };
  for (const [soort, omvang] of Object.entries(opslag)) {
    uit.metingen[soort] = await measure(soort, omvang, (tekst) => zeg(`${soort}: ${tekst}`));
  }
  return report(uit);
}
