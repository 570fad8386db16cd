import { type RawBuilder, sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import type { BerichtFilter } from '../messages/contract.ts';
import { NIET_GELEVERD, statusesOf, typesOf } from './by-kind.ts';
import { asked, both, exchangeBounds, listBounds, ofParties, partnerOf } from './conditions.ts';

type Sql = RawBuilder<unknown>;

/** What was delivered had one of these; what was refused as a whole, or is not judged yet, went to nobody. */
const ALLES_GOED = 'goedgekeurd';
export const DEELS: readonly string[] = ['deels-goedgekeurd', 'afgekeurd'];

/** Messages of parties, found in two ways: sent and got. Each way gives no more than a page of each kind. */
export function byParty(partijen: readonly string[], filter: BerichtFilter): Sql {
  const partner = partnerOf(filter);
  const { partijen: eigen } = boundsOf(filter.scope);
  if (partner !== undefined && eigen !== undefined && partner.length === eigen[0]?.length) {
    const statussen = statusesOf(filter).filter((status) => NIET_GELEVERD.includes(status));
    return newest([between(eigen, partner, filter), ...sent(eigen, filter, sql`true`, statussen)], filter.limit);
  }
  // A gemeente has many messages and an aanbieder few of them: what they exchanged is found from the side of the aanbieder.
  if (partner !== undefined && eigen !== undefined && partner.length > (eigen[0]?.length ?? 0)) {
    const zicht = ofParties(eigen);
    const statussen = statusesOf(filter).filter((status) => NIET_GELEVERD.includes(status));
    return newest(
      [
        ...sent([partner], filter, zicht),
        ...got([partner], filter, zicht),
        ...sent(eigen, filter, sql`true`, statussen),
      ],
      filter.limit,
    );
  }
  return newest([...sent(partijen, filter), ...got(partijen, filter)], filter.limit);
}

/**
 * What arrived between two parties of one kind: next to nothing, while each has many messages. Their ids are compared as the
 * indexes give them, and only what both have is looked at.
 */
function between(eigen: readonly string[], partner: string, filter: BerichtFilter): Sql {
  const uit = (partijen: readonly string[]) =>
    sql`select id from bericht where partij = any(${partijen}::text[]) and ${both(exchangeBounds(filter, sql`id`))}`;
  const naar = (partijen: readonly string[]) =>
    sql`select bericht_id from aflevering where partij = any(${partijen}::text[]) and ${both(exchangeBounds(filter, sql`bericht_id`))}`;
  return sql`
    (select b.id from bericht b where b.id in (
      (${naar([partner])} intersect (${uit(eigen)} union all ${naar(eigen)}))
      union all (${uit([partner])} intersect ${naar(eigen)})
    ) and ${both(asked(filter))} order by b.id desc limit ${filter.limit})`;
}

function newest(takken: readonly Sql[], limit: number): Sql {
  return sql`select id from (${sql.join(takken, sql` union `)}) alle order by id desc limit ${limit}`;
}

/** Each kind of a party has its place in the index, the newest last. */
function sent(
  partijen: readonly string[],
  filter: BerichtFilter,
  bij: Sql = sql`true`,
  statussen: readonly string[] = statusesOf(filter),
): Sql[] {
  const voorwaarden = both([...asked(filter), ...listBounds(filter, sql`b.id`), bij]);
  return typesOf(filter.type).map(
    (type) => sql`
    (select s.id from unnest(${partijen}::text[]) p(v) cross join ${type.from} cross join unnest(${statussen}::text[]) w(v)
      cross join lateral (
        select b.id from bericht b where b.partij = p.v and ${type.is} and b.status = w.v and ${voorwaarden}
        order by b.id desc limit ${filter.limit}) s)`,
  );
}

function got(partijen: readonly string[], filter: BerichtFilter, bij: Sql = sql`true`): Sql[] {
  const { status, limit } = filter;
  if (status !== undefined && DEELS.includes(status)) return [gotInPart(partijen, filter, bij)];
  if (status !== undefined && status !== ALLES_GOED) return [];
  const voorwaarden = both([...asked(filter), ...listBounds(filter, sql`a.bericht_id`), bij]);
  return typesOf(filter.type, sql`a.type`).map(
    (type) => sql`
    (select s.id from unnest(${partijen}::text[]) p(v) cross join ${type.from} cross join lateral (
      select b.id from aflevering a join bericht b on b.id = a.bericht_id
      where a.partij = p.v and ${type.is} and ${voorwaarden} order by a.bericht_id desc limit ${limit}) s)`,
  );
}

/** Declaraties of which lines were refused: each has its causes, and of each rule and type the newest stand together. */
function gotInPart(partijen: readonly string[], filter: BerichtFilter, bij: Sql): Sql {
  const voorwaarden = both([...asked(filter), ...listBounds(filter, sql`o.bericht_id`), bij]);
  return sql`
    (select s.id from ${causesOf(partijen, filter.type)} cross join lateral (
      select distinct on (o.bericht_id) o.bericht_id as id from oorzaak o join bericht b on b.id = o.bericht_id
      where o.aan = c.aan and o.regel = c.regel and o.type = c.type and o.status = ${filter.status} and ${voorwaarden}
      order by o.bericht_id desc limit ${filter.limit}) s)`;
}

/** By which rules and of which types there is anything that these parties got: each found behind the one before it. */
function causesOf(partijen: readonly string[], type: string | undefined): Sql {
  const next = (na: Sql) => sql`
    cross join lateral (select o.regel, o.type from oorzaak o where o.aan = k.aan and o.type is not null ${na}
      order by o.regel, o.type limit 1) o`;
  return sql`(
    with recursive soorten as (
      (select k.aan, o.regel, o.type from unnest(${partijen}::text[]) k(aan) ${next(sql``)})
      union all
      select k.aan, o.regel, o.type from soorten k ${next(sql`and (o.regel, o.type) > (k.regel, k.type)`)}
    ) select * from soorten ${type === undefined ? sql`` : sql`where type = ${type}`}) c`;
}
