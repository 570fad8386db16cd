import type { VNode } from 'preact';
import { Knop } from './formulier.tsx';

/** What the button of `PasAan` sends as its step. */
export const PAS_AAN = 'pas-aan';

/**
 * Beside the button that does what was shown: back to the form, filled in as it was. While something is shown there is no form
 * to fill in beside it, so that what is done is what was read.
 */
export function PasAan(): VNode {
  return (
    <Knop naam="stap" waarde={PAS_AAN} rustig>
      Pas aan
    </Knop>
  );
}
