import type { VNode } from 'preact';
import { Formulier, Keuze, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { BESLUITEN, BekijkEerst, type Invulling, REDENEN } from './besluit-form.tsx';

/** The form that the boxes in the list belong to. */
export const SAMEN = 'samen';

/** One decision on several requests: shown first, as for one. */
export function SamenForm(props: Invulling): VNode {
  const { ingevuld: v, fouten } = props;
  return (
    <Sectie kop="Hetzelfde besluit op meer verzoeken" id="besluit-samen">
      <p>Vink hierboven de verzoeken aan. U ziet eerst wat er per verzoek zou uitgaan.</p>
      <Formulier action="/werkbak" label="Hetzelfde besluit op meer verzoeken" id={SAMEN}>
        <Keuze
          naam="besluit"
          label="Wat besluit u?"
          leeg="Kies een besluit"
          waarde={v.besluit}
          fout={fouten.besluit}
          opties={BESLUITEN.map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <Keuze
          naam="reden"
          label="Reden, bij afwijzen"
          leeg="Kies een reden"
          waarde={v.reden}
          fout={fouten.reden}
          opties={REDENEN}
        />
        <Veld
          naam="woonplaats"
          label="Verantwoordelijke gemeente (code), bij woonplaatsbeginsel"
          cijfers
          waarde={v.woonplaats}
          fout={fouten.woonplaats}
        />
        <BekijkEerst {...props} />
      </Formulier>
    </Sectie>
  );
}
