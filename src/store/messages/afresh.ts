import { type RawBuilder, sql } from 'kysely';

/** What a message that waits again has no more of its earlier judgement. */
export const AFRESH: RawBuilder<unknown> = sql`
  status = 'ontvangen', wacht_sinds = now(), pogingen = 0, beoordeeld_op = null, reden = null,
  bevindingen = '[]', verslag_kort = null`;
