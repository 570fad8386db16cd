import type { SleutelStore } from '../access/keys/contract.ts';
import type { SessionStore } from '../access/sessions/contract.ts';
import type { AfsprakenStore } from './agreements/agreements-store.ts';
import type { AuditStore } from './audit/contract.ts';
import type { BudgetStore } from './budgets/contract.ts';
import type { OorzaakStore } from './causes/contract.ts';
import type { ChannelStore } from './channels/contract.ts';
import type { AanspreekpuntStore } from './contact-points/contract.ts';
import type { AfleveringStore } from './deliveries/contract.ts';
import type { OutboxStore } from './deliveries/outbox-contract.ts';
import type { DossierStore } from './dossier/contract.ts';
import type { Heartbeat } from './engine/heartbeat.ts';
import type { EnvelopeStore } from './envelopes/contract.ts';
import type { FeedbackStore } from './feedback/contract.ts';
import type { HappeningStore } from './happenings/contract.ts';
import type { KeepStore } from './keeping/contract.ts';
import type { OpdrachtStore } from './lanes/command-contract.ts';
import type { LaanStore } from './lanes/contract.ts';
import type { BerichtStore, GebeurtenisStore } from './messages/contract.ts';
import type { OverviewStore } from './overview/contract.ts';
import type { PersonStore } from './person/contract.ts';
import type { WachtrijStandStore } from './queues/contract.ts';
import type { HerhalingStore } from './replays/contract.ts';
import type { TellingStore } from './reports/contract.ts';
import type { TermijnStore, WerkbakStore } from './requests/contract.ts';
import type { SavedSearchStore } from './saved-searches/contract.ts';
import type { SealStore } from './seal/contract.ts';
import type { ZoekStore } from './search/contract.ts';
import type { SignaalStore } from './signals/contract.ts';
import type { SubscriptionStore } from './subscriptions/contract.ts';

/**
 * What the rest of the gateway asks of the database: one contract for PostgreSQL and PGlite
 * (docs/decisions/store-is-the-truth.md). Expected outcomes are values; exceptions are lost connections and bugs.
 */
export interface Store
  extends BerichtStore,
    LaanStore,
    AfleveringStore,
    OutboxStore,
    ChannelStore,
    FeedbackStore,
    EnvelopeStore,
    AfsprakenStore,
    SleutelStore,
    SessionStore,
    DossierStore,
    WerkbakStore,
    TermijnStore,
    SignaalStore,
    SubscriptionStore,
    ZoekStore,
    SavedSearchStore,
    OorzaakStore,
    HerhalingStore,
    BudgetStore,
    AanspreekpuntStore,
    TellingStore,
    OverviewStore,
    GebeurtenisStore,
    AuditStore,
    HappeningStore,
    WachtrijStandStore,
    SealStore,
    KeepStore,
    PersonStore,
    OpdrachtStore {
  /** Run migrations; safe to call in several processes at once. */
  migrate(): Promise<void>;
  /** Names of the settings of the database, if any, with which a power cut may lose what was acknowledged. */
  unsafeSettings(): Promise<string[]>;
  /** Whether it can be used. */
  readonly heartbeat: Heartbeat;
  close(): Promise<void>;
}
