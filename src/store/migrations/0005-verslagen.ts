import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // What a list shows of a report that is longer than a list shows: how many findings, of each rule, and the first. Null for
  // the others.
  'alter table bericht add column verslag_kort json',

  // The same, read from a report as it was stored before it was packed.
  `create function verslag_kort(alle json) returns json language sql immutable as $$
    with elk as (
      select e.value, e.ordinality as nr from json_array_elements(alle) with ordinality e
    ), telling as (
      select value->>'regel' as regel, count(*) as aantal from elk group by 1
    )
    select json_build_object(
      'aantal', (select count(*) from elk),
      'perRegel', (select coalesce(json_object_agg(regel, aantal), '{}') from telling),
      'eerste', (select coalesce(json_agg(value order by nr), '[]') from elk where nr <= 10))
  $$`,

  // Short ones are read whole; which are short is seen without reading them.
  `update bericht set verslag_kort = verslag_kort(bevindingen)
    where pg_column_size(bevindingen) > 2000 and json_typeof(bevindingen) = 'array'`,
];

/** Lists read counts per rule, not reports of megabytes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
