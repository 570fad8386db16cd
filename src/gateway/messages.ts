import type { Principal } from '../access/principal.ts';
import { regioVanLaan } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { BerichtBeeld, BerichtFilter, BerichtRegel, BerichtStore } from '../store/messages/contract.ts';
import type { Status } from '../verdict/verdict.ts';
import type { Door } from './door.ts';
import { type Page, page } from './page.ts';

export type { BerichtBeeld, BerichtRegel } from '../store/messages/contract.ts';

export type ReplayUitkomst =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not-allowed'; readonly status: Status }
  | { readonly kind: 'unknown' };

/** Messages that are stored; undefined for one that is not there, or not in sight. */
export interface Messages {
  /** Newest first. */
  list(principal: Principal, query: Omit<BerichtFilter, 'scope'>): Promise<Page<BerichtRegel>>;
  read(principal: Principal, id: string): Promise<BerichtBeeld | undefined>;
  /** The exact bytes; written down first when it is no party of the message that opens it. */
  openBody(principal: Principal, id: string): Promise<Uint8Array | undefined>;
  /** A quarantined or refused message waits again, and its lane is rung. */
  replay(principal: Principal, id: string): Promise<ReplayUitkomst>;
}

export interface MessagesDeps {
  readonly door: Door;
  readonly store: Pick<BerichtStore, 'message' | 'messageBytes' | 'messages'>;
  readonly doorbell: Pick<Doorbell, 'ring'>;
}

export function messages({ door, store, doorbell }: MessagesDeps): Messages {
  return {
    list: async (principal, query) => {
      const scope = await door.enter(principal, 'message.list');
      return page(
        query.limit,
        (limit) => store.messages({ ...query, scope, limit }),
        ({ id }) => id,
      );
    },
    read: async (principal, id) => store.message(id, await door.enter(principal, 'message.read')),
    openBody: async (principal, id) => {
      const scope = await door.enter(principal, 'message.open');
      const bericht = await store.message(id, scope);
      if (bericht === undefined) return undefined;
      await door.opens(principal, 'message.open', bericht.id);
      return store.messageBytes(bericht.id, scope);
    },
    replay: async (principal, id) => {
      const scope = await door.enter(principal, 'message.replay');
      if ((await store.message(id, scope)) === undefined) return { kind: 'unknown' };
      const uitkomst = await door.change(principal, 'message.replay', async (changes) => {
        const result = await changes.replay(id);
        return { result, subject: result.kind === 'waiting' ? id : null };
      });
      if (uitkomst.kind !== 'waiting') return uitkomst;
      doorbell.ring(uitkomst.laan, regioVanLaan(uitkomst.laan));
      return { kind: 'waiting' };
    },
  };
}
