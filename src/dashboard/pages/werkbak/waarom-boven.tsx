import type { VNode } from 'preact';
import type { BesluitGevolg } from '../../../gateway/werkbak.ts';
import { Veld } from '../../kit/formulier.tsx';
import { watOpvalt } from './gevolgen.tsx';
import type { Ingevuld } from './invoer.ts';

type Opvallend = NonNullable<ReturnType<typeof watOpvalt>>;

/** Of what in a decision nobody wrote why yet; null where it asks for no reason. */
export function vraagtWaarom({ besluit, toelichting }: Ingevuld, van: readonly BesluitGevolg[]): Opvallend | null {
  return besluit === 'toewijzen' && toelichting === '' ? watOpvalt(van) : null;
}

const VRAAG: Readonly<Record<Opvallend, { readonly label: string; readonly dat: string }>> = {
  boven: { label: 'Waarom boven het vaste signaalbudget?', dat: 'u meer toewees' },
  maatwerk: { label: 'Waarom een maatwerksignaalbudget?', dat: 'u een eigen signaalbudget gaf' },
};

/** Asked once more where what is decided is about to be recorded: later nobody can tell. */
export function WaaromBoven({ wat }: { readonly wat: Opvallend }): VNode {
  const { label, dat } = VRAAG[wat];
  const uitleg = `U schreef nog geen toelichting. Zonder haar is later te zien dat ${dat}, en niet waarom. De aanbieder leest haar niet.`;
  return <Veld naam="toelichting" label={label} uitleg={uitleg} breed />;
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
