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
];

/** Deliveries can be tried, again and in turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
