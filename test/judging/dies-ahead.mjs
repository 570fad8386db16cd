/** A judging thread that ends while it looks ahead, as one that has no memory left does; it opens everything. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ nr, vraag }) => {
  if (vraag.soort === 'ahead') process.exit(3);
  parentPort.postMessage({ nr, waarde: vraag.soort === 'open' ? vraag.berichten : null });
});
