import { keyIdOf, type Principal } from '../access/principal.ts';
import type { AfleveringBeeld, AfleveringStore, Uitgaand } from '../store/deliveries/contract.ts';
import type { Door } from './door.ts';
import type { OutgoingWatch } from './live/outgoing-watch.ts';
import type { Page, PageQuery } from './page.ts';

export type { Uitgaand } from '../store/deliveries/contract.ts';

type OutgoingQuery = PageQuery & { readonly type?: string };

/** What became of a confirmation of many: how many were ever delivered to who asks, and which were not. */
export interface ConfirmedMany {
  readonly confirmed: number;
  readonly unknown: readonly string[];
}

/** What was delivered to a party. */
export interface Outgoing {
  /** Not yet confirmed, oldest first. */
  list(principal: Principal, query: OutgoingQuery): Promise<Page<Uitgaand>>;
  /** Resolves when the list may have something, after `waitMs`, or when the signal aborts. */
  something(principal: Principal, query: OutgoingQuery, waitMs: number, signal: AbortSignal): Promise<void>;
  /** Idempotent; false when nothing was ever delivered to it under this id. */
  confirm(principal: Principal, id: string): Promise<boolean>;
  /** Delivers once more, by the way that the party has now. */
  deliverAgain(principal: Principal, id: string): Promise<DeliverAgain>;
  /** The same for many; idempotent, so that a repetition is answered as the first time. */
  confirmMany(principal: Principal, ids: readonly string[]): Promise<ConfirmedMany>;
}

export type DeliverAgain =
  | { readonly kind: 'again'; readonly aflevering: AfleveringBeeld }
  | { readonly kind: 'unknown' }
  /** It is confirmed, or being sent at this moment. */
  | { readonly kind: 'not-now'; readonly aflevering: AfleveringBeeld };

export interface OutgoingDeps {
  readonly door: Door;
  readonly store: AfleveringStore;
  readonly outgoingWatch: Pick<OutgoingWatch, 'until'>;
}

export function outgoing({ door, store, outgoingWatch }: OutgoingDeps): Outgoing {
  return {
    list: async (principal, query) => {
      const scope = await door.enterAsParty(principal, 'outgoing.list');
      const { berichten, volgende } = await store.outgoing(scope, query);
      return { items: berichten, next: volgende };
    },
    something: async (principal, { type, na }, waitMs, signal) => {
      const scope = await door.enterAsParty(principal, 'outgoing.list');
      const narrower = { ...(type === undefined ? {} : { type }), ...(na === undefined ? {} : { na }) };
      await outgoingWatch.until({ scope, ...narrower }, waitMs, signal);
    },
    confirm: async (principal, id) => {
      const scope = await door.enterAsParty(principal, 'outgoing.confirm');
      return store.confirm(id, scope, door.now(), keyIdOf(principal));
    },
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
    confirmMany: async (principal, ids) => {
      const scope = await door.enterAsParty(principal, 'outgoing.confirm');
      const known = new Set(await store.confirmMany(ids, scope, door.now(), keyIdOf(principal)));
      return { confirmed: known.size, unknown: [...new Set(ids)].filter((id) => !known.has(id.toLowerCase())) };
    },
  };
}
