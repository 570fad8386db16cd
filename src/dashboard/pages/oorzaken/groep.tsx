import type { VNode } from 'preact';
import { OORZAAK_STANDEN, type OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { count } from '../../kit/value.tsx';

/** What is done about a group, and judging its messages again; folded away in its row. */
export function Groep(props: {
  readonly groep: OorzaakBeeld;
  /** There are regions that whoever looks does not see: what is set holds there too. */
  readonly deels: boolean;
}): VNode {
  const { groep, deels } = props;
  const { partij, type, regel, stand, notitie, berichten } = groep;
  const id = `${partij}-${type ?? 'x'}-${regel}`;
  const wie = (
    <>
      <input type="hidden" name="partij" value={partij} />
      <input type="hidden" name="type" value={type ?? ''} />
      <input type="hidden" name="regel" value={regel} />
    </>
  );
  return (
    <details>
      <summary>
        Volg op <span class="alleen-gehoord">{`${regel} van ${partij}`}</span>
      </summary>
      <Formulier action="/oorzaken" label={`Stand van ${regel} van ${partij}`}>
        {wie}
        <p>
          <label for={`stand-${id}`}>Stand</label>{' '}
          <select id={`stand-${id}`} name="stand">
            {OORZAAK_STANDEN.map((een) => (
              <option value={een} selected={een === stand}>
                {een}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for={`notitie-${id}`}>Notitie</label>{' '}
          <input id={`notitie-${id}`} name="notitie" value={notitie ?? ''} maxlength={2000} autocomplete="off" />
        </p>
        {deels ? (
          <p class="uitleg">
            Geldt voor alle regio’s: {berichten === 1 ? 'het bericht' : `de ${count(berichten)} berichten`} die u hier
            ziet, en wat deze afzender om {regel} in andere regio’s kreeg afgewezen.
          </p>
        ) : null}
        <Knop rustig>Bewaar</Knop>
      </Formulier>
      <Formulier action="/oorzaken/herhalen" label={`Opnieuw beoordelen: ${regel} van ${partij}`}>
        {wie}
        <Knop rustig>Tel wat opnieuw kan worden beoordeeld</Knop>
      </Formulier>
    </details>
  );
}
