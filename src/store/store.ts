import type { SleutelStore } from '../access/keys/contract.ts';
import type { AfsprakenStore } from './agreements/agreements-store.ts';
import type { AuditStore } from './audit/contract.ts';
import type { AfleveringStore } from './deliveries/contract.ts';
import type { Heartbeat } from './engine/heartbeat.ts';
import type { OpdrachtStore } from './lanes/command-contract.ts';
import type { LaanStore } from './lanes/contract.ts';
import type { BerichtStore } from './messages/contract.ts';
import type { InzichtStore } from './reports/insight-store.ts';
import type { InzageStore } from './reports/views-contract.ts';
import type { TermijnStore } from './requests/contract.ts';

/**
 * What the rest of the gateway asks of the database: one contract for PostgreSQL and PGlite (DESIGN decisions 1 to 6).
 * Expected outcomes are values; exceptions are lost connections and bugs.
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
    OpdrachtStore,
    AuditStore {
  /** Run migrations; safe to call in several processes at once. */
  migrate(): Promise<void>;
  /** Names of the settings of the database, if any, with which a power cut may lose what was acknowledged. */
  unsafeSettings(): Promise<string[]>;
  /** Whether it can be used. */
  readonly heartbeat: Heartbeat;
  close(): Promise<void>;
}
