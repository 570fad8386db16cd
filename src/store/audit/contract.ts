import type { SleutelStore } from '../../access/keys/contract.ts';
import type { SessionStore } from '../../access/sessions/contract.ts';
import type { AfsprakenStore } from '../agreements/agreements-store.ts';
import type { OorzaakStore } from '../causes/contract.ts';
import type { ChannelStore } from '../channels/contract.ts';
import type { AanspreekpuntStore } from '../contact-points/contract.ts';
import type { AfleveringStore } from '../deliveries/contract.ts';
import type { OpdrachtStore } from '../lanes/command-contract.ts';
import type { BerichtStore } from '../messages/contract.ts';
import type { HerhalingStore } from '../replays/contract.ts';
import type { SavedSearchStore } from '../saved-searches/contract.ts';
import type { SignaalStore } from '../signals/contract.ts';
import type { SubscriptionStore } from '../subscriptions/contract.ts';

export interface AuditRow {
  /** Id of the key, and the name that it has now: both survive the key. */
  readonly door: string;
  readonly doorNaam: string;
  readonly handeling: string;
  readonly onderwerp: string;
  /** Why, in the words of who did it; null when nothing was said. */
  readonly reden?: string | null;
  readonly op: Date;
}

/** A row of the audit as it is shown. */
export interface AuditBeeld extends Omit<AuditRow, 'op' | 'doorNaam' | 'reden'> {
  readonly id: string;
  readonly reden: string | null;
  /** Null for what was done before names were kept. */
  readonly doorNaam: string | null;
  readonly op: string;
}

/** What somebody may change from outside; each of these is recorded. */
export type Changes = Pick<SleutelStore, 'addKey' | 'changeKey' | 'endKey'> &
  Pick<SessionStore, 'addSession' | 'endSession'> &
  Pick<AfsprakenStore, 'saveAgreements'> &
  Pick<BerichtStore, 'replay'> &
  Pick<AanspreekpuntStore, 'setContactPoint'> &
  Pick<SignaalStore, 'setSignalState'> &
  Pick<OpdrachtStore, 'saveCommand'> &
  Pick<ChannelStore, 'changeChannel'> &
  Pick<AfleveringStore, 'deliverAgain'> &
  Pick<OorzaakStore, 'setCauseState'> &
  Pick<HerhalingStore, 'startReplays'> &
  Pick<SavedSearchStore, 'saveSearch' | 'dropSearch'> &
  Pick<SubscriptionStore, 'addSubscription' | 'endSubscription' | 'trySubscription'>;

/**
 * What became of the audit. `rij` is the key of the first row that is not as it was written; of one that is gone, its own or
 * that of the next.
 */
export type AuditVerdict =
  | { readonly kind: 'whole'; readonly rows: number; readonly hash: string }
  | { readonly kind: 'broken'; readonly rij: number };

export interface AuditStore {
  /** Reads the whole audit, and compares each row with the hash that it was given. */
  verifyAudit(): Promise<AuditVerdict>;
  /** The hash of the newest row, as hexadecimal text: for a place that nobody can change who can write the database. */
  auditHash(): Promise<string>;
  /** On its own: a body that is about to be opened (docs/decisions/privacy.md). */
  audit(row: AuditRow): Promise<void>;
  /** Newest first; after the row with this id. */
  audited(query: { readonly na?: string; readonly limit: number }): Promise<AuditBeeld[]>;
  /**
   * A change and its row in one transaction; without a row nothing happened that is worth one. The work may be begun anew,
   * so it has no effect but on the store that it is given.
   */
  recorded<T>(work: (store: Changes) => Promise<{ readonly result: T; readonly row: AuditRow | null }>): Promise<T>;
}
