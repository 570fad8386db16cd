import type { VNode } from 'preact';
import { refusal } from '../../../access/actions.ts';
import type { SavedSearch } from '../../../gateway/people/saved-searches.ts';
import { Formulier, Knop, Veld } from '../../kit/formulier.tsx';
import type { PageRequest } from '../../page.ts';

/** What was typed, and why it was not kept. */
export interface NietBewaard {
  readonly naam: string;
  readonly fout: string;
}

export function Bewaard(props: {
  readonly request: PageRequest;
  readonly searches: readonly SavedSearch[];
  /** The filter in the address, as it is kept; empty without one. */
  readonly vraag: string;
  readonly niet?: NietBewaard | undefined;
}): VNode | null {
  const { request, searches, vraag, niet } = props;
  const mag = refusal(request.principal, 'search.keep') === null;
  if (searches.length === 0 && (vraag === '' || !mag)) return null;
  return (
    <details class="bewaard" open={searches.length > 0 || niet !== undefined}>
      <summary>Bewaarde zoekopdrachten</summary>
      {searches.length === 0 ? null : (
        <ul>
          {searches.map((een) => (
            <li>
              <a href={`/berichten?${een.vraag}`} aria-current={een.vraag === vraag ? 'true' : undefined}>
                {een.naam}
              </a>
              {mag ? (
                <Formulier action="/berichten/zoekopdrachten" class="kort" label={`Verwijder ${een.naam}`}>
                  <Knop naam="verwijder" waarde={een.id} rustig label={`Verwijder zoekopdracht ${een.naam}`}>
                    Verwijder
                  </Knop>
                </Formulier>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {vraag === '' || !mag ? null : (
        <Formulier action="/berichten/zoekopdrachten" label="Bewaar deze zoekopdracht" class="filter">
          <input type="hidden" name="vraag" value={vraag} />
          <Veld
            naam="naam"
            label="Bewaar dit filter als"
            waarde={niet?.naam}
            fout={niet?.fout}
            uitleg={
              request.principal.kind === 'party'
                ? 'Te zien voor wie met een sleutel van dezelfde partij werkt.'
                : 'Alleen te zien met deze sleutel.'
            }
          />
          <Knop rustig>Bewaar</Knop>
        </Formulier>
      )}
    </details>
  );
}
