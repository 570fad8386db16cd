import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fuzz } from './run.ts';

/** `npm run fuzz` sets these; without them a few seconds of the same inputs everywhere. */
const { IJW_FUZZ_SECONDS, IJW_FUZZ_SEED = '1', IJW_FUZZ_OUT } = process.env;
const SECONDS = Number(IJW_FUZZ_SECONDS ?? 120);
const SHORT = 1_500;

it('whatever is read gives an answer, never an exception, within two seconds', {
  timeout: (SECONDS + 120) * 1_000,
}, async () => {
  const seed = Number(IJW_FUZZ_SEED);
  const report = await fuzz({ seed, seconds: SECONDS, ...(IJW_FUZZ_SECONDS === undefined ? { inputs: SHORT } : {}) });
  const { inputs, outcomes, slowestMs, wrong } = report;
  const said = `fuzz: seed ${seed}: ${inputs} inputs, ${outcomes} outcomes, slowest ${slowestMs} ms of CPU, ${wrong.length} wrong`;
  console.log(said);
  if (IJW_FUZZ_OUT !== undefined) writeFileSync(IJW_FUZZ_OUT, said);
  expect(wrong).toEqual([]);
  expect(outcomes).toBeGreaterThan(15);
});
