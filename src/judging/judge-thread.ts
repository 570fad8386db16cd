import { parentPort } from 'node:worker_threads';
import { failureText, refusedAnswer } from './failure-text.ts';
import { JudgeDesk } from './judge-desk.ts';
import type { JudgeCall } from './judge-protocol.ts';

/**
 * Entry of a judging thread. It has no network, no files beyond the schemas and no clock: what it answers depends on the
 * question alone. An exception is answered by its name, because its message may hold what stood in a message of a client.
 */
const desk = new JudgeDesk();

parentPort?.on('message', ({ nr, vraag }: { nr: number; vraag: JudgeCall }) => {
  try {
    parentPort?.postMessage({ nr, waarde: desk.answer(vraag) });
  } catch (fout) {
    parentPort?.postMessage({ nr, fout: failureText(fout), strijdig: refusedAnswer(fout) });
  }
});
