import type { Principal } from '../access/principal.ts';
import type { TermijnBeeld, TermijnStore } from '../store/requests/contract.ts';
import type { Door } from './door.ts';
import { type Page, type PageQuery, page } from './page.ts';

export type { TermijnBeeld } from '../store/requests/contract.ts';

export interface Terms {
  /** What runs, and what is over time and still waited for; oldest first. */
  list(
    principal: Principal,
    query: PageQuery & Pick<Parameters<TermijnStore['terms']>[0], 'soort' | 'regio' | 'voor'>,
  ): Promise<Page<TermijnBeeld>>;
}

export function terms({ door, store }: { readonly door: Door; readonly store: Pick<TermijnStore, 'terms'> }): Terms {
  return {
    list: async (principal, query) => {
      const scope = await door.enter(principal, 'term.list');
      return page(
        query.limit,
        (limit) => store.terms({ ...query, scope, limit }),
        ({ id }) => id,
      );
    },
  };
}
