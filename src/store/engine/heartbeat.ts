/** Writes a row and commits it; the parameter names the row. */
export const BEAT = `insert into instelling (naam, waarde) values ($1, clock_timestamp()::text)
  on conflict (naam) do update set waarde = excluded.waarde`;

/** Whether a store can be used, which is tried and not believed. */
export interface Heartbeat {
  /** Writes a row and commits it; rejects with a StoreError when that cannot be done within `ms`. */
  beat(ms: number): Promise<void>;
  /** Whether it answers at all within `ms`, be it with a refusal; one that is busy with something large does. */
  responds(ms: number): Promise<boolean>;
  /** Throws when the folder of an embedded store is gone or is another: what it takes now would be lost. */
  ensureIntact(): void;
}
