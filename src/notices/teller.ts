import type { SleutelStore } from '../access/keys/contract.ts';
import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import { type Scope, scopeOf } from '../access/scope.ts';
import type { Poster } from '../connectors/post-bytes.ts';
import type { Overview } from '../gateway/people/overview.ts';
import type { Subscription } from '../gateway/people/subscriptions.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { Logger } from '../log/logger.ts';
import { beginVanDag, inAmsterdam, plusDagen } from '../standard/datum.ts';
import type { HappeningStore } from '../store/happenings/contract.ts';
import type { SignaalStore } from '../store/signals/contract.ts';
import type { SubscriptionStore } from '../store/subscriptions/contract.ts';
import { type Gathered, gather } from './gather.ts';
import { lookerNow } from './looker.ts';
import { mailText } from './mail-text.ts';
import type { Mailer } from './mailer.ts';
import { type Notice, type Sent, totalOf } from './notice.ts';
import { postNotice } from './notice-webhook.ts';
import { nextLook, nextTry } from './pace.ts';

export interface TellerDeps {
  readonly store: Pick<HappeningStore, 'eventsAfter' | 'presentPosition'> &
    Pick<SubscriptionStore, 'takeSubscriptions' | 'noteTold'> &
    Pick<SignaalStore, 'signal'> &
    Pick<SleutelStore, 'keys'>;
  readonly overview: Pick<Overview, 'arrivals' | 'attention'>;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly poster: Pick<Poster, 'post'>;
  /** Null: no mail from this gateway. */
  readonly mailer: Pick<Mailer, 'send'> | null;
  readonly pageUrl: string | null;
  readonly now: () => Date;
  readonly logger: Logger;
  /** How often a subscription is looked at while nothing happens (ms). */
  readonly lookMs: number;
}

/** At most so many at once by one process, and for so long before another may take one over (ms). */
const AT_ONCE = 10;
const LEASE_MS = 120_000;
/** What stands with a subscription whose key has ended. */
const ENDED = 'sleutel-beeindigd';
/** Their sentences are made of codes alone. */
const SPOKEN: ReadonlySet<string> = new Set(['aflevering', 'wachtrij']);

/**
 * Tells those subscriptions that are due. The place of one moves on once it was told: what failed is told again, together
 * with what happened since, and nothing is lost.
 */
export class Teller {
  readonly #deps: TellerDeps;

  constructor(deps: TellerDeps) {
    this.#deps = deps;
  }

  /** Gives how many were told something. */
  async tellDue(): Promise<number> {
    const { store, now } = this.#deps;
    const due = await store.takeSubscriptions(now(), new Date(now().getTime() + LEASE_MS), AT_ONCE);
    if (due.length === 0) return 0;
    const keys = await store.keys();
    const told = await Promise.all(
      due.map(async (one) => {
        const looker = lookerNow(one, keys, now());
        if (looker !== null) return this.#tell(one, looker);
        await this.#failed(one, ENDED);
        return false;
      }),
    );
    return told.filter((yes) => yes).length;
  }

  async #tell(one: Subscription, looker: PartyPrincipal | StaffPrincipal): Promise<boolean> {
    const { store, now, logger, lookMs, agreements } = this.#deps;
    const scope = scopeOf(looker, (await agreements.fresh()).afspraken);
    const found = await gather(store, { position: one.positie, scope, kinds: one.soorten });
    const notice = await this.#notice(one, found, scope, looker);
    const nothing = notice.day === null && totalOf(notice) === 0;
    const quiet = nothing && !notice.trial;
    const sent: Sent = quiet ? { kind: 'sent' } : await this.#send(one, notice);
    if (sent.kind === 'failed') {
      await this.#failed(one, sent.code);
      return false;
    }
    const op = now();
    if (one.fout !== null) logger.info('signals are told again', { abonnement: one.id });
    const volgendeOp = nextLook(one.ritme, op, !nothing, lookMs);
    const told = { positie: found.position, verteldOp: quiet ? null : op, volgendeOp };
    await store.noteTold(one.id, { ...told, fout: null, op, proefOp: one.proefOp });
    return !quiet;
  }

  async #failed(one: Subscription, fout: string): Promise<void> {
    const { store, now, logger } = this.#deps;
    // Once per failure: what is tried again is not logged again.
    if (one.fout === null) logger.warn('signals could not be told', { abonnement: one.id, fout });
    const again = { positie: one.positie, verteldOp: null, volgendeOp: nextTry(now(), one.pogingen) };
    await store.noteTold(one.id, { ...again, fout, op: now(), proefOp: one.proefOp });
  }

  async #notice(
    one: Subscription,
    { counts, first, position }: Gathered,
    scope: Scope,
    looker: PartyPrincipal | StaffPrincipal,
  ): Promise<Notice> {
    const { store } = this.#deps;
    const spoken = await Promise.all(
      first.map(async (noticed) => {
        const signal = SPOKEN.has(noticed.kind) ? await store.signal(noticed.id, scope) : undefined;
        return { ...noticed, melding: signal?.melding ?? null };
      }),
    );
    const day = one.ritme === 'dag' ? await this.#day(looker) : null;
    // A trial is another notice than what is told of the same place.
    const id = `${one.id}.${position}${one.proefOp === null ? '' : `.${one.proefOp.getTime()}`}`;
    return { id, subscription: one.id, trial: one.proefOp !== null, counts, first: spoken, day };
  }

  /** Yesterday: a digest goes out in the morning. */
  async #day(looker: PartyPrincipal | StaffPrincipal): Promise<Notice['day']> {
    const { overview, now } = this.#deps;
    const date = plusDagen(inAmsterdam(now()).datum, -1);
    const [van, tot] = [beginVanDag(date), beginVanDag(plusDagen(date, 1))];
    const received = new Map<string, number>();
    for (const { status, aantal } of await overview.arrivals(looker, { van, tot, per: 'dag' })) {
      received.set(status, (received.get(status) ?? 0) + aantal);
    }
    return { date, received, attention: await overview.attention(looker) };
  }

  async #send(one: Subscription, notice: Notice): Promise<Sent> {
    const { mailer, poster, pageUrl, now } = this.#deps;
    if (one.weg === 'webhook') return postNotice(poster, one, notice, now());
    if (mailer === null) return { kind: 'failed', code: 'geen-mailserver' };
    return mailer.send(one.adres, mailText(notice, pageUrl), notice.id);
  }
}
