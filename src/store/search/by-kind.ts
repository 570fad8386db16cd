import { type RawBuilder, sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import { BERICHT_TYPES } from '../../standard/message-types.ts';
import type { Status } from '../../verdict/verdict.ts';
import type { BerichtFilter } from '../messages/contract.ts';
import { asked, both, idBounds } from './conditions.ts';

type Sql = RawBuilder<unknown>;

const STATUS: Readonly<Record<Status, true>> = {
  ontvangen: true,
  goedgekeurd: true,
  'deels-goedgekeurd': true,
  afgekeurd: true,
  geweigerd: true,
  vastgelopen: true,
};
/** Of what arrived at nobody; of what was rejected a part is delivered. */
export const NIET_GELEVERD: readonly string[] = ['ontvangen', 'afgekeurd', 'geweigerd', 'vastgelopen'];
export const STATUSSEN: readonly string[] = Object.keys(STATUS);

/** Every message: in the order of their ids. */
export function allKinds({ scope, regio, type, status }: BerichtFilter): boolean {
  return boundsOf(scope).regios === undefined && regio === undefined && type === undefined && status === undefined;
}

/**
 * Messages by region, type and status, in any combination, from an index that begins with all three: the newest of each
 * combination there can be, no more than a page of each, and of those the newest. So what is rare costs no more than what is
 * not, and nothing is read through.
 */
export function kindsOf(filter: BerichtFilter): Sql {
  const voorwaarden = both([...asked(filter), ...idBounds(filter, sql`b.id`)]);
  const richtingen = filter.richting === undefined ? ['in', 'uit'] : [filter.richting];
  const takken = regionsOf(filter).flatMap((regio) =>
    typesOf(filter.type).map(
      (type) => sql`
      (select s.id from ${regio.from} cross join ${type.from}
        cross join unnest(${richtingen}::text[]) d(v) cross join unnest(${statusesOf(filter)}::text[]) w(v)
        cross join lateral (
          select b.id from bericht b where b.richting = d.v and ${regio.is} and ${type.is} and b.status = w.v and ${voorwaarden}
          order by b.id desc limit ${filter.limit}) s)`,
    ),
  );
  if (takken.length === 0) return sql`select null::uuid as id where false`;
  return sql`select id from (${sql.join(takken, sql` union all `)}) alle order by id desc limit ${filter.limit}`;
}

/** Something that a kind consists of: where its values come from, and which a row must have. */
export interface Tak {
  readonly from: Sql;
  readonly is: Sql;
}

/** Those asked for, in sight; what lies in none is in everybody's sight. */
export function regionsOf({ scope, regio }: BerichtFilter, kolom: Sql = sql`b.regio`): Tak[] {
  const { regios } = boundsOf(scope);
  if (regio !== undefined) {
    const zicht = regios === undefined || regios.includes(regio);
    return zicht ? [{ from: sql`(values (${regio})) g(v)`, is: sql`${kolom} = g.v` }] : [];
  }
  const bekend = sql`(select distinct t.regio from laan_teller t where t.regio is not null) g(v)`;
  return [
    { from: regios === undefined ? bekend : sql`unnest(${regios}::text[]) g(v)`, is: sql`${kolom} = g.v` },
    { from: sql`(values (null)) g(v)`, is: sql`${kolom} is null` },
  ];
}

/** The type asked for, or every one there is: also that of messages whose type could not be read. */
export function typesOf(type: string | undefined, kolom: Sql = sql`b.type`): Tak[] {
  if (type !== undefined) return [{ from: sql`(values (${type})) t(v)`, is: sql`${kolom} = t.v` }];
  return [
    { from: sql`unnest(${BERICHT_TYPES}::text[]) t(v)`, is: sql`${kolom} = t.v` },
    { from: sql`(values (null)) t(v)`, is: sql`${kolom} is null` },
  ];
}

export function statusesOf({ status }: Pick<BerichtFilter, 'status'>): readonly string[] {
  return status === undefined ? STATUSSEN : [status];
}
