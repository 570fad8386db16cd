import { type RawBuilder, sql } from 'kysely';
import { sealJson } from '../bodies.ts';
import { toJson } from '../engine/json.ts';

/** What a message that waits again has no more of its earlier judgement. */
export const AFRESH: RawBuilder<unknown> = sql`
  status = 'ontvangen', wacht_sinds = now(), pogingen = 0, beoordeeld_op = null, reden = null,
  bevindingen = ${toJson(sealJson([]))}::json, verslag_kort = null`;
