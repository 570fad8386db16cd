import type { AfsprakenStore } from './agreements/agreements-store.ts';
import type { AfleveringStore } from './deliveries/contract.ts';
import type { Heartbeat } from './engine/heartbeat.ts';
import type { SleutelStore } from './keys/contract.ts';
import type { OpdrachtStore } from './lanes/command-contract.ts';
import type { LaanStore } from './lanes/contract.ts';
import type { BerichtStore } from './messages/contract.ts';
import type { WachtrijStandStore } from './queues/contract.ts';
import type { InzichtStore } from './reports/insight-store.ts';
import type { InzageStore } from './reports/views-contract.ts';
import type { TermijnStore } from './requests/contract.ts';

/**
 * What the rest of the gateway asks of the database: one contract for PostgreSQL and PGlite
 * (docs/decisions/store-is-the-truth.md). Expected outcomes are values; exceptions are lost connections and bugs.
 */
export interface Store
  extends BerichtStore,
    LaanStore,
    AfleveringStore,
    AfsprakenStore,
    SleutelStore,
    InzageStore,
    InzichtStore,
    TermijnStore,
    WachtrijStandStore,
    OpdrachtStore {
  /** Run migrations; safe to call in several processes at once. */
  migrate(): Promise<void>;
  /** Names of the settings of the database, if any, with which a power cut may lose what was acknowledged. */
  unsafeSettings(): Promise<string[]>;
  /** Whether it can be used. */
  readonly heartbeat: Heartbeat;
  close(): Promise<void>;
}
