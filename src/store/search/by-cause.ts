import { type RawBuilder, sql } from 'kysely';
import type { BerichtFilter } from '../messages/contract.ts';
import { asked, both, causeIs, idBounds, ofParties, partiesOf, received } from './conditions.ts';

type Sql = RawBuilder<unknown>;

/** Messages that did not pass a rule: few of all, each with what a list asks beside it. */
export function byCause(filter: BerichtFilter): Sql {
  const partijen = partiesOf(filter);
  const zicht = partijen === undefined ? [] : [ofParties(partijen)];
  const voorwaarden = both([causeIs(filter), ...narrowed(filter), ...idBounds(filter, sql`o.bericht_id`)]);
  return sql`
    select distinct on (o.bericht_id) o.bericht_id as id from oorzaak o join bericht b on b.id = o.bericht_id
    where ${voorwaarden} and ${both([...asked(filter), ...zicht])}
    order by o.bericht_id desc limit ${filter.limit}`;
}

/** What stands beside a cause of its message, so that a message is looked at only when it fits. */
function narrowed(filter: BerichtFilter): Sql[] {
  const { type, status, regio } = filter;
  const partijen = partiesOf(filter);
  return [
    ...(type === undefined ? [] : [sql`o.type = ${type}`]),
    ...(status === undefined ? [] : [sql`o.status = ${status}`]),
    ...(regio === undefined ? [] : [sql`o.regio = ${regio}`]),
    ...(partijen === undefined ? [] : [sql`(o.partij = any(${partijen}::text[]) or o.aan = any(${partijen}::text[]))`]),
    ...received(filter, sql`o.op`),
  ];
}
