import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Termijn } from '../../requests/termijnen.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import type { Bericht } from '../../xml/tree.ts';

/** What a verdict does to the terms of its lane. */
export type TermijnWijziging =
  /** Begins, or begins anew under the same sleutel. */
  | { readonly kind: 'runs'; readonly termijn: Termijn }
  /** What was waited for came, or is not waited for any more. */
  | { readonly kind: 'done'; readonly sleutel: string };

/** What terms look at beside the verdict. */
export interface TermijnContext {
  /** The message that was judged; null with a command. */
  readonly bericht: Bericht | null;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly kennis: Kennis;
  readonly afspraken: Afspraken;
}
