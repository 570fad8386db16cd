import { type RawBuilder, sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import type { BerichtFilter } from '../messages/contract.ts';
import { NIET_GELEVERD, regionsOf, statusesOf, type Tak, typesOf } from './by-kind.ts';
import { asked, both, listBounds, ofParties, partiesOf, partnerOf } from './conditions.ts';

type Sql = RawBuilder<unknown>;

/**
 * Messages that did not pass a rule, as `kindsOf` finds those of a kind: of each combination there can be the newest, no more
 * than a page of each. A rule that many did not pass costs no more than another one.
 */
export function byCause(filter: BerichtFilter): Sql {
  const partijen = partiesOf(filter);
  const takken = partijen === undefined ? ofRegions(filter) : ofEither(partijen, filter);
  if (takken.length === 0) return sql`select null::uuid as id where false`;
  return sql`select id from (${sql.join(takken, sql` union `)}) alle order by id desc limit ${filter.limit}`;
}

function ofRegions(filter: BerichtFilter): Sql[] {
  return regionsOf(filter, sql`o.regio`).flatMap((regio) => newestOfEach(filter, regio));
}

/** Sent by one of these parties, or delivered to it. */
function ofEither(partijen: readonly string[], filter: BerichtFilter): Sql[] {
  const { partijen: eigen } = boundsOf(filter.scope);
  const partner = partnerOf(filter);
  // A gemeente has many messages and an aanbieder few of them: what they exchanged is found from the side of the aanbieder.
  if (partner === undefined || eigen === undefined || partner.length <= (eigen[0]?.length ?? 0))
    return [...newestOfEach(filter, sentBy(partijen)), ...newestOfEach(filter, gotBy(partijen))];
  const zicht = ofParties(eigen);
  const statussen = statusesOf(filter).filter((status) => NIET_GELEVERD.includes(status));
  return [
    ...newestOfEach(filter, sentBy([partner]), zicht),
    ...newestOfEach(filter, gotBy([partner]), zicht),
    ...newestOfEach(filter, sentBy(eigen), sql`true`, statussen),
  ];
}

function sentBy(partijen: readonly string[]): Tak {
  return { from: sql`unnest(${partijen}::text[]) p(v)`, is: sql`o.partij = p.v` };
}

function gotBy(partijen: readonly string[]): Tak {
  return { from: sql`unnest(${partijen}::text[]) p(v)`, is: sql`o.aan = p.v` };
}

function newestOfEach(
  filter: BerichtFilter,
  wie: Tak,
  zicht: Sql = sql`true`,
  statussen: readonly string[] = statusesOf(filter),
): Sql[] {
  const { regel: _, retourcode, ...rest } = filter;
  const { limit } = rest;
  const code = retourcode === undefined ? sql`true` : sql`o.retourcode = ${retourcode}`;
  // The row itself is the cause: asked once more of its message it would be looked for in all others too.
  const voorwaarden = both([code, ...listBounds(rest, sql`o.bericht_id`), ...asked(rest), zicht]);
  return typesOf(filter.type, sql`o.type`).map(
    (type) => sql`
    (select s.id from ${rulesOf(filter)} cross join ${wie.from} cross join ${type.from}
      cross join unnest(${statussen}::text[]) w(v) cross join lateral (
        select distinct on (o.bericht_id) o.bericht_id as id from oorzaak o join bericht b on b.id = o.bericht_id
        where o.regel = r.v and ${wie.is} and ${type.is} and o.status = w.v and ${voorwaarden}
        order by o.bericht_id desc limit ${limit}) s)`,
  );
}

/** The rule that is asked for, or those that have this retourcode: each found behind the one before it. */
function rulesOf({ regel, retourcode }: BerichtFilter): Sql {
  if (regel !== undefined) return sql`(values (${regel})) r(v)`;
  return sql`(
    with recursive regels as (
      (select regel as v from oorzaak where retourcode = ${retourcode} and retourcode <> '' order by regel limit 1)
      union all
      select (select o.regel from oorzaak o where o.retourcode = ${retourcode} and o.retourcode <> '' and o.regel > k.v
        order by o.regel limit 1) from regels k where k.v is not null
    ) select v from regels where v is not null) r(v)`;
}
