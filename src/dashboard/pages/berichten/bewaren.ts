import type { Post } from '../../page.ts';
import { showBerichten } from './berichten.tsx';
import { FILTER_NAMES } from './filter.tsx';

/** Keeps the filter that stands in the form under a name, or drops one that was kept. */
export const ZOEKOPDRACHTEN: Post = {
  path: '/berichten/zoekopdrachten',
  action: 'search.keep',
  act: async (request) => {
    const { api, principal, form } = request;
    const verwijder = form.text('verwijder');
    if (verwijder !== '') {
      const weg = await api.gateway.savedSearches.drop(principal, verwijder);
      return weg ? { kind: 'to', url: '/berichten' } : { kind: 'not-found' };
    }
    // Only what the list can be asked by; a page further on is no part of it.
    const gevraagd = [...new URLSearchParams(form.text('vraag'))].filter(
      ([naam]) => naam !== 'na' && FILTER_NAMES.includes(naam),
    );
    const vraag = new URLSearchParams(gevraagd).toString();
    const naam = form.text('naam');
    const uitkomst = await api.gateway.savedSearches.save(principal, { naam, vraag });
    if (uitkomst.kind === 'saved') return { kind: 'to', url: `/berichten?${vraag}` };
    return showBerichten({ ...request, query: Object.fromEntries(gevraagd) }, { naam, fout: uitkomst.melding });
  },
};
