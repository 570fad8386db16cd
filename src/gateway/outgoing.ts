import type { Principal } from '../access/principal.ts';
import type { AfleveringBeeld, AfleveringStore, Uitgaand } from '../store/deliveries/contract.ts';
import type { Door } from './door.ts';
import type { Page, PageQuery } from './page.ts';

export type { Uitgaand } from '../store/deliveries/contract.ts';

/** What was delivered to a party. */
export interface Outgoing {
  /** Not yet confirmed, oldest first. */
  list(principal: Principal, query: PageQuery & { readonly type?: string }): Promise<Page<Uitgaand>>;
  /** Idempotent; false when nothing was ever delivered to it under this id. */
  confirm(principal: Principal, id: string): Promise<boolean>;
  /** Delivers once more, by the way that the party has now. */
  deliverAgain(principal: Principal, id: string): Promise<DeliverAgain>;
}

export type DeliverAgain =
  | { readonly kind: 'again'; readonly aflevering: AfleveringBeeld }
  | { readonly kind: 'unknown' }
  /** It is confirmed, or being sent at this moment. */
  | { readonly kind: 'not-now'; readonly aflevering: AfleveringBeeld };

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
    deliverAgain: async (principal, id) => {
      const scope = await door.enter(principal, 'delivery.again');
      const aflevering = await store.delivery(id, scope);
      if (aflevering === undefined) return { kind: 'unknown' };
      const again = await door.change(principal, 'delivery.again', async (changes) => {
        const result = await changes.deliverAgain(id, door.now());
        return { result, subject: result ? id : null };
      });
      const nu = (await store.delivery(id, scope)) ?? aflevering;
      return { kind: again ? 'again' : 'not-now', aflevering: nu };
    },
  };
}
