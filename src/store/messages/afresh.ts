import { type RawBuilder, sql } from 'kysely';

/** Of which nothing was found, or nothing may be told any more. */
export const NOTHING_FOUND: RawBuilder<unknown> = sql`bevindingen = '[]', verslag_kort = null`;

/** What a message that waits again has no more of its earlier judgement. */
export const AFRESH: RawBuilder<unknown> = sql`
  status = 'ontvangen', wacht_sinds = now(), pogingen = 0, beoordeeld_op = null, reden = null, zegt = null, zegt_codes = null,
  ${NOTHING_FOUND}`;

/**
 * What its event keeps of that judgement (`gegevens`): how often each rule, and who had it judged again: a key, by itself or
 * with a group. The findings are gone by then.
 */
export function beforeAgain(
  id: RawBuilder<unknown>,
  { door, herhaling = sql`null` }: { readonly door: RawBuilder<unknown>; readonly herhaling?: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`json_strip_nulls(json_build_object('door', (${door})::text, 'herhaling', (${herhaling})::text, 'regels', (
    select json_object_agg(regel, aantal) from (
      select regel, sum(aantal) as aantal from oorzaak where bericht_id = ${id} group by regel order by regel) t)))`;
}
