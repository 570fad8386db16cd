/**
 * A judging thread on which some messages do harm: by the beginning of their Identificatie they make it throw, end, or
 * never answer. Everything else is judged as always. It runs the built code, as threads do.
 */
import { parentPort } from 'node:worker_threads';
import { JudgeDesk } from '../../dist/src/judging/judge-desk.js';

const desk = new JudgeDesk();

parentPort.on('message', ({ nr, vraag }) => {
  try {
    if (vraag.soort === 'open') for (const { bytes } of vraag.berichten) harm(Buffer.from(bytes).toString());
    parentPort.postMessage({ nr, waarde: desk.answer(vraag) });
  } catch (fout) {
    parentPort.postMessage({ nr, fout: fout.name });
  }
});

function harm(text) {
  if (text.includes('Identificatie>WERPT')) throw new TypeError('poison');
  if (text.includes('Identificatie>EINDIGT')) process.exit(3);
  // It stands still: fake-judge.mjs has the loop that keeps a processor busy, and here the others need theirs.
  if (text.includes('Identificatie>HANGT')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
