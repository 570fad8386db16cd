import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // By which way a delivery goes (`ophalen`: the party asks for it), how often it was tried, since when, who is at it now,
  // when it is tried next and why it failed last. A lease that ends by itself survives the process that took it.
  `alter table aflevering
    add column kanaal text not null default 'ophalen',
    add column pogingen int not null default 0,
    add column eerste_poging_op timestamptz,
    add column volgende_op timestamptz,
    add column geleased_tot timestamptz,
    add column fout text`,

  // The way out of each party that does not ask for its messages itself.
  `create table partij_kanaal (
    partij text primary key,
    kanaal text not null
  )`,
  'create index partij_kanaal_kanaal on partij_kanaal (kanaal, partij)',

  // The order of `rij` is not that of commits. Events are read in the order of their transactions, up to the oldest that is
  // still under way (src/store/happenings), and nothing comes in before what was read. Rows of before this migration come
  // first, in their order; a constant default leaves them where they lie.
  `alter table gebeurtenis add column tx xid8 not null default '0'`,
  'alter table gebeurtenis alter column tx set default pg_current_xact_id()',
  'alter table gebeurtenis drop constraint gebeurtenis_pkey, add primary key (tx, rij)',

  // What happens outside lanes is told of too.
  'alter table gebeurtenis alter column laan drop not null, alter column onderwerp drop not null',
  'alter table gebeurtenis add column versie smallint not null default 1',
];

/** Deliveries can be tried, again and in turn; what happened can be read in an order that loses nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
