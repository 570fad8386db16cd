import type { Principal } from '../access/principal.ts';
import type { AfleveringStore, Uitgaand } from '../store/deliveries/contract.ts';
import type { Door } from './door.ts';
import type { Page, PageQuery } from './page.ts';

export type { Uitgaand } from '../store/deliveries/contract.ts';

/** What was delivered to a party. */
export interface Outgoing {
  /** Not yet confirmed, oldest first. */
  list(principal: Principal, query: PageQuery & { readonly type?: string }): Promise<Page<Uitgaand>>;
  /** Idempotent; false when nothing was ever delivered to it under this id. */
  confirm(principal: Principal, id: string): Promise<boolean>;
}

export interface OutgoingDeps {
  readonly door: Door;
  readonly store: AfleveringStore;
}

export function outgoing({ door, store }: OutgoingDeps): Outgoing {
  return {
    list: async (principal, query) => {
      const scope = await door.enterAsParty(principal, 'outgoing.list');
      const { berichten, volgende } = await store.outgoing(scope, query);
      return { items: berichten, next: volgende };
    },
    confirm: async (principal, id) =>
      store.confirm(id, await door.enterAsParty(principal, 'outgoing.confirm'), door.now()),
  };
}
