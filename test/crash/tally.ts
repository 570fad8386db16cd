import { appendFileSync } from 'node:fs';

export interface Tally {
  readonly faults: number;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
}

/** For the last line of `npm run test:crash` and `test:machines` (scripts/long-tests.mjs). */
export function tell(tally: Tally): void {
  const file = process.env.IJW_PROEF_TELLING;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
