import type { NewSearch, SavedSearchStore } from '../../src/store/saved-searches/contract.ts';

/** Searches in memory. */
export function nepZoekopdrachten(): SavedSearchStore {
  const kept = new Map<string, NewSearch>();
  return {
    savedSearches: async (eigenaar) =>
      [...kept]
        .filter(([, search]) => search.eigenaar === eigenaar)
        .map(([id, { naam, vraag }]) => ({ id, naam, vraag })),
    saveSearch: async (search) => {
      const id = `z${kept.size + 1}`;
      kept.set(id, search);
      return id;
    },
    dropSearch: async (id, eigenaar) => kept.get(id)?.eigenaar === eigenaar && kept.delete(id),
  };
}
