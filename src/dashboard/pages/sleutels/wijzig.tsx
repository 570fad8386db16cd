import type { VNode } from 'preact';
import type { Sleutel } from '../../../access/keys/contract.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';

/** Name and last day of a key, and its end; folded away in the row. */
export function Wijzig({ sleutel }: { readonly sleutel: Sleutel }): VNode {
  const { id, naam, geldigTot } = sleutel;
  return (
    <details>
      <summary>
        Wijzig <span class="alleen-gehoord">{naam}</span>
      </summary>
      <Formulier action={`/sleutels/${id}`} label={`Wijzig ${naam}`}>
        <p>
          <label for={`naam-${id}`}>Naam</label> <input id={`naam-${id}`} name="naam" value={naam} autocomplete="off" />
        </p>
        <p>
          <label for={`tot-${id}`}>Geldig tot en met</label>{' '}
          <input id={`tot-${id}`} name="geldigTot" type="date" value={geldigTot ?? ''} />
        </p>
        <p class="knoppen">
          <Knop naam="doen" waarde="wijzig">
            Bewaar
          </Knop>
          <Knop naam="doen" waarde="beeindig" rustig label={`Beëindig ${naam}`}>
            Beëindig …
          </Knop>
        </p>
      </Formulier>
    </details>
  );
}
