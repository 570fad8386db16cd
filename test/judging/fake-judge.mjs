/** A judging thread that judges nothing: it tells which thread it is and which agreements it knows, waits, hangs or ends. */
import { parentPort, threadId } from 'node:worker_threads';

const bekend = new Set();

parentPort.on('message', ({ nr, vraag }) => {
  const answer = (reply) => parentPort.postMessage({ nr, ...reply });
  if (vraag.soort === 'afspraken') {
    bekend.add(vraag.afspraken.versie);
    for (const versie of vraag.vergeet) bekend.delete(versie);
    return answer({ waarde: null });
  }
  if (vraag.soort === 'open') {
    const [{ berichtId = '' } = {}] = vraag.berichten;
    if (berichtId === 'hangt') for (;;);
    if (berichtId === 'eindigt') process.exit(3);
    if (berichtId === 'werpt') return answer({ fout: 'TypeError' });
    if (berichtId === 'wacht') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
  answer({ waarde: { threadId, bekend: [...bekend] } });
});
