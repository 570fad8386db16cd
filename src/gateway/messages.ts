import { keyIdOf, type Principal } from '../access/principal.ts';
import { regioVanLaan } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { elfproef } from '../standard/bsn.ts';
import type { BerichtBeeld, BerichtFilter, BerichtRegel, BerichtStore } from '../store/messages/contract.ts';
import type { ZoekStore } from '../store/search/contract.ts';
import type { Status } from '../verdict/verdict.ts';
import type { Door } from './door.ts';
import { type Page, type PageQuery, page } from './page.ts';

export type { BerichtBeeld, BerichtRegel } from '../store/messages/contract.ts';

export type ReplayUitkomst =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not-allowed'; readonly status: Status }
  | { readonly kind: 'unknown' };

/** What a list is asked by. */
export type MessageQuery = Omit<BerichtFilter, 'scope' | 'client'>;

/** Messages that are stored; undefined for one that is not there, or not in sight. */
export interface Messages {
  /** Newest first. */
  list(principal: Principal, query: MessageQuery): Promise<Page<BerichtRegel>>;
  /** All of one client, newest first, and their answers; written down. Undefined when it is no BSN. */
  ofClient(principal: Principal, bsn: string, query: PageQuery): Promise<Page<BerichtRegel> | undefined>;
  read(principal: Principal, id: string): Promise<BerichtBeeld | undefined>;
  /** Several at once, each as the one who asks for it sees it; in the order asked. */
  readMany(
    asked: readonly { readonly principal: Principal; readonly id: string }[],
  ): Promise<readonly (BerichtBeeld | undefined)[]>;
  /** The exact bytes; written down first when it is no party of the message that opens it. */
  openBody(principal: Principal, id: string, reden?: string | null): Promise<Uint8Array | undefined>;
  /** A quarantined or refused message waits again, and its lane is rung. */
  replay(principal: Principal, id: string): Promise<ReplayUitkomst>;
}

export interface MessagesDeps {
  readonly door: Door;
  readonly store: Pick<BerichtStore, 'message' | 'messagesSeen' | 'messageBytes' | 'messages'> & ZoekStore;
  readonly doorbell: Pick<Doorbell, 'ring'>;
}

export function messages({ door, store, doorbell }: MessagesDeps): Messages {
  const pageOf = (filter: BerichtFilter) =>
    page(
      filter.limit,
      (limit) => store.messages({ ...filter, limit }),
      ({ id }) => id,
    );
  return {
    list: async (principal, query) => {
      const scope = await door.enter(principal, 'message.list');
      return pageOf({ ...query, scope });
    },
    ofClient: async (principal, bsn, query) => {
      const scope = await door.enter(principal, 'client.search');
      if (!elfproef(bsn)) return undefined;
      const client = await store.clientOf(bsn);
      await door.opens(principal, 'client.search', client);
      return pageOf({ ...query, client, scope });
    },
    read: async (principal, id) => store.message(id, await door.enter(principal, 'message.read')),
    readMany: async (asked) =>
      store.messagesSeen(
        await Promise.all(
          asked.map(async ({ principal, id }) => ({ id, scope: await door.enter(principal, 'message.read') })),
        ),
      ),
    openBody: async (principal, id, reden = null) => {
      const scope = await door.enter(principal, 'message.open');
      const bericht = await store.message(id, scope);
      if (bericht === undefined) return undefined;
      await door.opens(principal, 'message.open', bericht.id, reden);
      return store.messageBytes(bericht.id, scope);
    },
    replay: async (principal, id) => {
      const scope = await door.enter(principal, 'message.replay');
      if ((await store.message(id, scope)) === undefined) return { kind: 'unknown' };
      const uitkomst = await door.change(principal, 'message.replay', async (changes) => {
        const result = await changes.replay(id, keyIdOf(principal));
        return { result, subject: result.kind === 'waiting' ? id : null };
      });
      if (uitkomst.kind !== 'waiting') return uitkomst;
      doorbell.ring(uitkomst.laan, regioVanLaan(uitkomst.laan));
      return { kind: 'waiting' };
    },
  };
}
