import type { Principal } from '../../access/principal.ts';
import type { SavedSearch, SavedSearchStore } from '../../store/saved-searches/contract.ts';
import { zonderBsn } from '../../xml/bsn-in-tekst.ts';
import type { Door } from '../door.ts';
import { NotAllowed } from '../door.ts';

export type { SavedSearch } from '../../store/saved-searches/contract.ts';

/** So many somebody keeps at most: a list of more is no help. */
const MOST = 30;
const LONGEST_NAME = 60;
const LONGEST_QUESTION = 1_000;

export type SaveOutcome =
  | { readonly kind: 'saved' }
  /** A Dutch sentence: why not, and what to do. */
  | { readonly kind: 'refused'; readonly melding: string };

/** Searches that somebody keeps: colleagues with keys of the same parties share them, staff has its own. */
export interface SavedSearches {
  list(principal: Principal): Promise<readonly SavedSearch[]>;
  /** `vraag`: as it stands behind the `?` of the list; never with a BSN. */
  save(principal: Principal, search: Omit<SavedSearch, 'id'>): Promise<SaveOutcome>;
  /** False when there is none. */
  drop(principal: Principal, id: string): Promise<boolean>;
}

export function savedSearches(deps: {
  readonly door: Door;
  readonly store: Pick<SavedSearchStore, 'savedSearches'>;
}): SavedSearches {
  const { door, store } = deps;
  return {
    list: async (principal) => {
      door.check(principal, 'search.list');
      return store.savedSearches(ownerOf(principal).eigenaar);
    },
    save: async (principal, { naam, vraag }) => {
      door.check(principal, 'search.keep');
      const owner = ownerOf(principal);
      const melding = faultIn(naam, vraag) ?? (await tooMany(store, owner.eigenaar));
      if (melding !== null) return { kind: 'refused', melding };
      return door.change(principal, 'search.keep', async (changes) => {
        const subject = await changes.saveSearch({ ...owner, naam, vraag, op: door.now() });
        return { result: { kind: 'saved' } as const, subject };
      });
    },
    drop: async (principal, id) => {
      const { eigenaar } = ownerOf(principal);
      return door.change(principal, 'search.keep', async (changes) => {
        const result = await changes.dropSearch(id, eigenaar);
        return { result, subject: result ? id : null };
      });
    },
  };
}

function ownerOf(principal: Principal): { readonly eigenaar: string; readonly door: string } {
  if (principal.kind === 'system') throw new NotAllowed('search.list', 'role');
  const { keyId: door } = principal;
  return { door, eigenaar: principal.kind === 'party' ? principal.parties.toSorted().join(',') : `sleutel ${door}` };
}

function faultIn(naam: string, vraag: string): string | null {
  if (naam === '' || naam.length > LONGEST_NAME || /\p{Cc}/u.test(naam))
    return `Geef de zoekopdracht een naam van hoogstens ${LONGEST_NAME} tekens.`;
  if (vraag === '') return 'Kies eerst een filter; alles zonder filter hoeft u niet te bewaren.';
  if (vraag.length > LONGEST_QUESTION) return 'Dit filter is te lang om te bewaren. Maak het korter.';
  const teksten = [naam, ...new URLSearchParams(vraag).values()];
  return teksten.some((tekst) => zonderBsn(tekst) !== tekst)
    ? 'In een zoekopdracht kan geen BSN staan. Zoek op BSN met het formulier daarvoor, dat niets bewaart.'
    : null;
}

async function tooMany(store: Pick<SavedSearchStore, 'savedSearches'>, eigenaar: string): Promise<string | null> {
  const { length } = await store.savedSearches(eigenaar);
  return length < MOST ? null : `U bewaart al ${MOST} zoekopdrachten. Verwijder er eerst een.`;
}
