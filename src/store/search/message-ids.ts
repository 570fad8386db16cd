import { type RawBuilder, sql } from 'kysely';
import { WHOLE_TABLE_PLANS } from '../engine/sql-source.ts';
import { isId } from '../engine/uuid.ts';
import type { BerichtFilter } from '../messages/contract.ts';
import { byCause } from './by-cause.ts';
import { allKinds, kindsOf } from './by-kind.ts';
import { byParty, DEELS } from './by-party.ts';
import { byTerms, hasTerms } from './by-terms.ts';
import { asked, both, deliveryStands, idBounds, ofParties, partiesOf } from './conditions.ts';

/**
 * Goes before a query of which `readsCauses` says so, in its transaction: a page is the first fifty of what an index has in order,
 * and these plans read all that there is. A bitmap, because the planner expects fewer refusals of each kind than there may be (at
 * 5,000,000 messages: 250 ms); the others for sessions that are shared, where nothing is set. Not before other lists: of
 * messages that nobody analysed yet it would go through all, along their ids.
 */
export const IN_ORDER = sql`select set_config(s, 'off', true)
  from unnest(${['enable_bitmapscan', ...WHOLE_TABLE_PLANS]}::text[]) s`;

/** Whether a page is looked for among what was wrong with messages. */
export function readsCauses(filter: BerichtFilter): boolean {
  if (hasTerms(filter) || filter.identificatie !== undefined || filter.aflevering !== undefined) return false;
  if (filter.regel !== undefined || filter.retourcode !== undefined) return true;
  return partiesOf(filter) !== undefined && filter.status !== undefined && DEELS.includes(filter.status);
}

/**
 * A query for the ids of a page, newest first; null when there can be none. What few messages have is looked up by that, and
 * the rest is asked of what was found; else the page is read in the order of an index that begins with what is asked.
 */
export function messageIds(filter: BerichtFilter): RawBuilder<unknown> | null {
  if (filter.na !== undefined && !isId(filter.na)) return null;
  const again = filter.van === undefined ? null : sentAgain(filter);
  const found = source(filter);
  if (again === null) return found;
  return sql`select id from ((${found}) union (${again})) beide order by id desc limit ${filter.limit}`;
}

function source(filter: BerichtFilter): RawBuilder<unknown> {
  if (hasTerms(filter)) return byTerms(filter);
  if (filter.identificatie !== undefined) return whole(filter);
  if (filter.aflevering !== undefined) return byDelivery(filter);
  if (filter.regel !== undefined || filter.retourcode !== undefined) return byCause(filter);
  const partijen = partiesOf(filter);
  if (partijen !== undefined) return byParty(partijen, filter);
  return allKinds(filter) ? whole(filter, idBounds(filter, sql`b.id`)) : kindsOf(filter);
}

/** What stands open is little, and has an index of its own. */
function byDelivery(filter: BerichtFilter): RawBuilder<unknown> {
  return sql`select b.id from bericht b
    where b.id = any(array(select a.bericht_id from aflevering a where ${deliveryStands(filter)})) and ${both(asked(filter))}
    order by b.id desc limit ${filter.limit}`;
}

/** By the index of what is asked, or from the newest on. */
function whole(filter: BerichtFilter, bounds: readonly RawBuilder<unknown>[] = []): RawBuilder<unknown> {
  const partijen = partiesOf(filter);
  const van = partijen === undefined ? [] : [ofParties(partijen)];
  return sql`select b.id from bericht b where ${both([...asked(filter), ...van, ...bounds])}
    order by b.id desc limit ${filter.limit}`;
}

/** Those that were refused and sent again within the time that is asked: their ids tell of an earlier moment. */
function sentAgain(filter: BerichtFilter): RawBuilder<unknown> {
  const { van, tot } = filter;
  const partijen = partiesOf(filter);
  return sql`select b.id from bericht b
    where b.opnieuw_op >= ${van}::timestamptz ${tot === undefined ? sql`` : sql`and b.opnieuw_op < ${tot}::timestamptz`}
      and ${both([...asked(filter), ...(partijen === undefined ? [] : [ofParties(partijen)]), byTermsToo(filter)])}
    order by b.id desc limit ${filter.limit}`;
}

function byTermsToo(filter: BerichtFilter): RawBuilder<unknown> {
  return hasTerms(filter) ? sql`b.id in (${byTerms({ ...filter, limit: filter.limit })})` : sql`true`;
}
