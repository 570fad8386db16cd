import { elfproef } from '../standard/bsn.ts';

const LAAGSTE = 999_900_006;
const AANTAL = 99_985;

/** A fictive burgerservicenummer of the test range (999900006 to 999999990) that passes the 11-proef. */
export function fictiefBsn(toeval: number): string {
  for (let i = 0; i < AANTAL; i++) {
    const bsn = String(LAAGSTE + ((Math.floor(toeval * AANTAL) + i) % AANTAL));
    if (elfproef(bsn)) return bsn;
  }
  throw new Error('the test range has no number');
}
