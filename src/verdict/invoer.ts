import type { Afspraken } from '../agreements/afspraken.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import type { Oordeel } from '../rules/oordeel.ts';
import type { Bericht } from '../xml/tree.ts';
import type { Nummers } from './nummers.ts';

/** What the file of one message type needs to turn the Oordeel into the Verdict. */
export interface BeoordeelInvoer {
  readonly bericht: Bericht;
  readonly kennis: Kennis;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly oordeel: Oordeel;
  /** Version of the rule set, `n.n.n`: goes out as XsltVersie and stands in the verdict. */
  readonly regelsVersie: string;
}
