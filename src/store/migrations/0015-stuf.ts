import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // A referentienummer is used once by each party. `bericht_id` or `reden` tells that the envelope came to its end: stored, or
  // refused afterwards (Fo01); without either it was under way when the process was killed.
  `create table stuf_envelop (
    partij text not null,
    referentienummer text not null,
    soort text not null check (soort in ('Di01', 'Du01')),
    cross_refnummer text,
    sha256 bytea not null,
    ontvanger text not null,
    details text not null,
    bericht_id uuid,
    reden text,
    op timestamptz not null,
    primary key (partij, referentienummer)
  )`,
  'create index stuf_envelop_bericht on stuf_envelop (bericht_id)',
];

/** Envelopes of StUF: which number was used for what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
