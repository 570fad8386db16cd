import { Worker } from 'node:worker_threads';
import { drawing } from './drawing.ts';
import { mutate } from './mutate.ts';
import { TARGETS, type Target } from './targets.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly seconds: number;
  /** At most so many; for a run that must be the same everywhere. */
  readonly inputs?: number;
}

export interface FuzzReport {
  readonly inputs: number;
  /** How many kinds of outcome there were. */
  readonly outcomes: number;
  /** CPU of the slowest (ms). */
  readonly slowestMs: number;
  /** What may not be, with all that is needed to see it again. */
  readonly wrong: readonly string[];
}

/** CPU that one input may take (ms); what the machine does beside it does not count. */
const MOST_CPU_MS = 2_000;
/** What takes so long never ends: told, and the process with it (ms). */
const HANGS_MS = 60_000;
/** Inputs with an outcome that was not seen before are changed further; so many are remembered. */
const MOST_FOUND = 3_000;
const LARGEST_FOUND = 64 * 1024;

/** Changes samples until the time is over; what comes is told by the seed and the number of the input. */
export async function fuzz({ seed, seconds, inputs = Number.POSITIVE_INFINITY }: FuzzOptions): Promise<FuzzReport> {
  const draw = drawing(seed);
  const pools = TARGETS.map((target) => ({ target, pool: [...target.seeds], seen: new Set<string>() }));
  const at = new Int32Array(new SharedArrayBuffer(4));
  const watch = watchdog(at, seed);
  const wrong: string[] = [];
  const loose = (fout: unknown) => void wrong.push(`an unhandled rejection: ${String(fout)}`);
  process.on('unhandledRejection', loose);
  let [done, slowestMs] = [0, 0];
  const until = performance.now() + seconds * 1_000;
  try {
    while (done < inputs && performance.now() < until && wrong.length < 20) {
      const { target, pool, seen } = pools[chosen(draw())] ?? fail();
      const [one, other] = [pool, pool].map((of) => of[Math.floor(draw() * of.length)] ?? fail());
      const bytes = mutate(one ?? fail(), other ?? fail(), draw);
      Atomics.store(at, 0, ++done);
      const before = process.cpuUsage();
      const said = await outcome(target, bytes);
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1_000;
      slowestMs = Math.max(slowestMs, ms);
      const where = `input ${done} of seed ${seed} (${target.name}, ${bytes.length} bytes)`;
      if (said.startsWith('threw ')) wrong.push(`${where} ${said}: ${bytes.subarray(0, 3_000).toString('base64')}`);
      if (ms > MOST_CPU_MS) wrong.push(`${where} took ${Math.round(ms)} ms of CPU`);
      if (!seen.has(said) && seen.size < MOST_FOUND && bytes.length <= LARGEST_FOUND) pool.push(bytes);
      seen.add(said);
    }
    // Rejections are told a round later.
    await new Promise((round) => setImmediate(round));
  } finally {
    process.off('unhandledRejection', loose);
    await watch.terminate();
  }
  const outcomes = pools.reduce((sum, { seen }) => sum + seen.size, 0);
  return { inputs: done, outcomes, slowestMs: Math.round(slowestMs), wrong };
}

async function outcome({ read }: Target, bytes: Buffer): Promise<string> {
  try {
    return await read(bytes);
  } catch (fout) {
    return `threw ${fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)}`;
  }
}

function chosen(drawn: number): number {
  let left = drawn * 100;
  return TARGETS.findIndex(({ share }) => {
    left -= share;
    return left < 0;
  });
}

function fail(): never {
  throw new Error('nothing to draw from');
}

/** Ends the process when one input takes for ever: what is synchronous cannot be interrupted otherwise. */
function watchdog(at: Int32Array, seed: number): Worker {
  const code = `
    const { workerData: { at, seed, ms } } = require('node:worker_threads');
    let last = -1, since = Date.now();
    setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) { last = now; since = Date.now(); }
      else if (Date.now() - since > ms) {
        require('node:fs').writeSync(2, 'fuzz: input ' + now + ' of seed ' + seed + ' goes on for ever\\n');
        process.kill(process.pid, 'SIGKILL');
      }
    }, 1000);`;
  return new Worker(code, { eval: true, workerData: { at, seed, ms: HANGS_MS } });
}
