import { availableParallelism, cpus, loadavg } from 'node:os';
import { beside, besideReport } from './beside.mjs';
import { broker, brokerReport } from './broker.mjs';
import { noop } from './noop.mjs';
import { getal } from './numbers.mjs';
import { planOf } from './plan.mjs';
import { report } from './report.mjs';
import { search, searchReport } from './search.mjs';
import { measure } from './stores.mjs';

/** Measures what the arguments ask for and prints the report; what happens meanwhile goes to stderr. */
export async function bench(args) {
  const { naast, opslag, broker: wegen, zoeken } = planOf(args);
  const zeg = (tekst) => process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${tekst}\n`);
  const [druk] = loadavg();
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const kop = `${machine}; load bij het begin ${getal(druk, 1)}`;
  if (wegen !== null) {
    process.stdout.write(`${kop}\n\n${brokerReport(await broker(wegen, zeg))}\n`);
    return;
  }
  if (zoeken !== null) {
    process.stdout.write(`${kop}\n\n${searchReport(zoeken, await search(zoeken, zeg))}\n`);
    return;
  }
  if (naast !== null) {
    process.stdout.write(`${kop}\n\n${besideReport(naast, await beside(naast, opslag, zeg))}\n`);
    return;
  }
  zeg('BullMQ zonder werk');
  const uit = { noop: await noop(), metingen: {} };
  for (const [soort, omvang] of Object.entries(opslag)) {
    uit.metingen[soort] = await measure(soort, omvang, (tekst) => zeg(`${soort}: ${tekst}`));
  }
  process.stdout.write(`${kop}\n\n${report(uit)}\n`);
}
