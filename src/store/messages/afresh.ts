import { type RawBuilder, sql } from 'kysely';

/** Of which nothing was found, or nothing may be told any more. */
export const NOTHING_FOUND: RawBuilder<unknown> = sql`bevindingen = '[]', verslag_kort = null`;

/** What a message that waits again has no more of its earlier judgement. */
export const AFRESH: RawBuilder<unknown> = sql`
  status = 'ontvangen', wacht_sinds = now(), pogingen = 0, beoordeeld_op = null, reden = null,
  ${NOTHING_FOUND}`;
