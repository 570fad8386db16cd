import type { Toets } from '../toets.ts';
import type { Totaal } from '../totaal.ts';

/** A path that could not be read, and why. */
export interface Onleesbaar {
  readonly file: string;
  readonly onleesbaar: string;
}

/** How a report is written: what each file gives as it comes, and what stands around them once all are counted. */
export interface Vorm {
  kop(totaal: Totaal): string;
  stuk(ding: Toets | Onleesbaar, eerste: boolean): string;
  voet(): string;
}
