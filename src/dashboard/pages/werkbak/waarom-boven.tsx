import type { VNode } from 'preact';
import type { BesluitGevolg } from '../../../gateway/werkbak.ts';
import { Veld } from '../../kit/formulier.tsx';
import { bovenVast } from './gevolgen.tsx';
import type { Ingevuld } from './invoer.ts';

/** Whether a decision goes above the fixed budget and nobody wrote why yet. */
export function vraagtWaarom({ besluit, toelichting }: Ingevuld, gevolgen: readonly BesluitGevolg[]): boolean {
  return besluit === 'toewijzen' && toelichting === '' && bovenVast(gevolgen);
}

/** Asked once more where what is decided is about to be recorded: later nobody can tell. */
export function WaaromBoven(): VNode {
  return (
    <Veld
      naam="toelichting"
      label="Waarom boven het vaste signaalbudget?"
      uitleg="U schreef nog geen toelichting. Zonder haar is later te zien dat u meer toewees, en niet waarom. De aanbieder leest haar niet."
      breed
    />
  );
}

/** What was filled in, unseen, in the form that records it. */
export function Bewaard(props: { readonly van: Ingevuld; readonly zonder: keyof Ingevuld | null }): VNode {
  return (
    <>
      {Object.entries(props.van)
        .filter(([naam]) => naam !== props.zonder)
        .map(([naam, waarde]) => (
          <input type="hidden" name={naam} value={waarde} />
        ))}
    </>
  );
}
