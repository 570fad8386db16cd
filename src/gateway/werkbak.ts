import type { Principal } from '../access/principal.ts';
import { actingFor, type Scope, scopeOf } from '../access/scope.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { despiteInterruption } from '../judging/despite-interruption.ts';
import type { Beslissing } from '../lanes/commands/beslissing.ts';
import { decisionCommand } from '../lanes/commands/decision-command.ts';
import type { DossierStore } from '../store/dossier/contract.ts';
import type { OpdrachtStore, OpdrachtUitkomst } from '../store/lanes/command-contract.ts';
import type { BerichtStore } from '../store/messages/contract.ts';
import type { WerkbakBeeld, WerkbakItemBeeld, WerkbakStore } from '../store/requests/contract.ts';
import type { Weging } from '../verdict/werkbak/weeg.ts';
import { readBericht } from '../xml/read/read.ts';
import type { Bericht } from '../xml/tree.ts';
import { type Page, type PageQuery, page } from './page.ts';
import { decidedBy, type GivenDecision, ownOf } from './people/past-decisions.ts';
import { type PutCommandDeps, putCommand } from './put-command.ts';
import { type Proef, tryDecision } from './trials/try-decision.ts';
import { type WeighDeps, weighRequests } from './trials/weigh-requests.ts';

export type { Beslissing } from '../lanes/commands/beslissing.ts';
export type { WerkbakBeeld } from '../store/requests/contract.ts';
export type { GivenDecision } from './people/past-decisions.ts';

/** With what the gemeente sees; null beyond what one page opens, and where the message cannot be read any more. */
export interface Weighed<T extends WerkbakBeeld> {
  readonly item: T;
  readonly toets: Weging | null;
}

/** A decision without the item that it is about. */
export type BeslissingInvoer = Omit<Beslissing, 'item' | 'idempotentie'>;

export interface BeslissingAntwoord {
  readonly id: string;
  readonly xml: string | null;
}

export type BeslissingUitkomst =
  | {
      readonly kind: 'decided';
      readonly opdracht: string;
      readonly uitkomst: Exclude<OpdrachtUitkomst, { stand: 'wacht' }>;
      /** The messages that went out; `xml` null for one that is there no more. */
      readonly antwoorden: readonly BeslissingAntwoord[];
    }
  | { readonly kind: 'pending'; readonly opdracht: string }
  /** The Idempotency-Key was used for something else. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unknown' };

export type { BesluitGevolg } from './trials/try-decision.ts';

export type BeslissingProef = Proef | { readonly kind: 'unknown' };

/** Requests that wait for the gemeente's decision. */
export interface Werkbak {
  /** Open ones, oldest first. */
  list(principal: Principal, query: PageQuery): Promise<Page<Weighed<WerkbakBeeld>>>;
  /** One of them, also when it was decided on. */
  item(principal: Principal, id: string): Promise<Weighed<WerkbakItemBeeld> | undefined>;
  /** What was decided on requests, newest first. */
  decided(principal: Principal, query: PageQuery): Promise<Page<GivenDecision>>;
  /** The message that holds the request, to be told in words; null when it is too long for a page. */
  request(principal: Principal, id: string): Promise<Bericht | null | undefined>;
  /** The same of many, each message read once; null too beyond what one page opens. Items as `list` gave them. */
  requests(principal: Principal, items: readonly WerkbakBeeld[]): Promise<readonly (Bericht | null)[]>;
  /** Decide on an item through its lane; waits at most `waitMs`. */
  decide(principal: Principal, besluit: Beslissing, waitMs: number): Promise<BeslissingUitkomst>;
  /** What that decision would send; no effect, no numbers used. */
  tryDecision(principal: Principal, besluit: Beslissing): Promise<BeslissingProef>;
  /** What became of a decision or grant that was not waited for. */
  command(principal: Principal, id: string): Promise<OpdrachtUitkomst | undefined>;
}

export interface WerkbakDeps extends PutCommandDeps, Omit<WeighDeps, 'store'> {
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly store: PutCommandDeps['store'] &
    WeighDeps['store'] &
    Pick<BerichtStore, 'message' | 'messageBytes'> &
    Pick<DossierStore, 'toewijzing'> &
    Pick<OpdrachtStore, 'commandsBy'> &
    Pick<WerkbakStore, 'werkbak' | 'werkbakItem'>;
}

/** Bytes of a message above which reading it would hold up others. */
const LONG = 256 * 1024;
/** Bytes of the messages of one page together. */
const PAGE = 2 * 1024 * 1024;

export function werkbak(deps: WerkbakDeps): Werkbak {
  const { door, store, agreements } = deps;
  const weigh = async (items: readonly WerkbakBeeld[]) => {
    const inForce = await agreements.fresh();
    return despiteInterruption(() => weighRequests(items, inForce, deps));
  };
  /** The item, and the code under which this principal decides on it. */
  const find = async (principal: Principal, id: string) => {
    const afspraken = await door.agreements();
    const item = await store.werkbakItem(id, scopeOf(principal, afspraken));
    const partij = item === undefined ? undefined : actingFor(principal, item.gemeente, afspraken);
    return item === undefined || partij === undefined ? undefined : { item, partij };
  };
  const read = async (item: WerkbakBeeld, scope: Scope) => {
    const bericht = item.omvang > LONG ? undefined : await store.message(item.berichtId, scope);
    const bytes = bericht === undefined ? undefined : await store.messageBytes(item.berichtId, scope);
    if (bericht?.type == null || bericht.release === null || bytes === undefined) return null;
    return readBericht(bytes, bericht.type, bericht.release);
  };
  return {
    list: async (principal, query) => {
      const scope = await door.enterAsParty(principal, 'werkbak.read');
      const { items, next } = await page(
        query.limit,
        (limit) => store.werkbak(scope, { ...query, limit }),
        ({ id }) => id,
      );
      const wegingen = await weigh(items);
      return { items: items.map((item, i) => ({ item, toets: wegingen[i] ?? null })), next };
    },
    item: async (principal, id) => {
      const item = await store.werkbakItem(id, await door.enter(principal, 'werkbak.read'));
      if (item === undefined) return undefined;
      const [toets = null] = item.open ? await weigh([item]) : [];
      return { item, toets };
    },
    request: async (principal, id) => {
      const scope = await door.enter(principal, 'werkbak.read');
      const item = await store.werkbakItem(id, scope);
      if (item === undefined) return undefined;
      return read(item, scope);
    },
    requests: async (principal, items) => {
      const scope = await door.enter(principal, 'werkbak.read');
      const gelezen = new Map<string, Bericht | null>();
      let over = PAGE;
      for (const item of items) {
        if (gelezen.has(item.berichtId)) continue;
        over -= item.omvang;
        gelezen.set(item.berichtId, over < 0 ? null : await read(item, scope));
      }
      return items.map(({ berichtId }) => gelezen.get(berichtId) ?? null);
    },
    decided: async (principal, query) => {
      const scope = await door.enterAsParty(principal, 'werkbak.read');
      return decidedBy(store, scope, query, ownOf(principal, await door.agreements()));
    },
    decide: async (principal, besluit, waitMs) => {
      door.check(principal, 'decision.make');
      const found = await find(principal, besluit.item);
      if (found === undefined) return { kind: 'unknown' };
      const { item, partij } = found;
      const gedaan = await putCommand(
        principal,
        {
          action: 'decision.make',
          subject: item.id,
          laan: item.laan,
          command: decisionCommand(besluit),
          partij,
          idempotentie: besluit.idempotentie,
        },
        waitMs,
        deps,
      );
      if (gedaan === null) return { kind: 'key-reused' };
      const { opdracht, uitkomst } = gedaan;
      if (uitkomst.stand === 'wacht') return { kind: 'pending', opdracht };
      const scope = scopeOf(principal, await door.agreements());
      return { kind: 'decided', opdracht, uitkomst, antwoorden: await answersOf(uitkomst, scope, store) };
    },
    tryDecision: async (principal, besluit) => {
      door.check(principal, 'decision.try');
      const found = await find(principal, besluit.item);
      if (found === undefined) return { kind: 'unknown' };
      const inForce = await agreements.fresh();
      const scope = scopeOf(principal, await door.agreements());
      return despiteInterruption(() => tryDecision(found.item, decisionCommand(besluit), inForce, deps, scope));
    },
    command: async (principal, id) => (await store.command(id, await door.enter(principal, 'command.read')))?.uitkomst,
  };
}

/** The messages that went out; the command keeps their ids only. */
async function answersOf(
  { stand, resultaat }: Exclude<OpdrachtUitkomst, { stand: 'wacht' }>,
  scope: Scope,
  store: Pick<BerichtStore, 'messageBytes'>,
): Promise<BeslissingAntwoord[]> {
  if (stand === 'geweigerd' || !Array.isArray(resultaat?.antwoorden)) return [];
  const decoder = new TextDecoder();
  return Promise.all(
    (resultaat.antwoorden as readonly { readonly id: string }[]).map(async (antwoord) => {
      const bytes = await store.messageBytes(antwoord.id, scope);
      return { ...antwoord, xml: bytes === undefined ? null : decoder.decode(bytes) };
    }),
  );
}
