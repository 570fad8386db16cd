import { type RawBuilder, sql } from 'kysely';
import { boundsOf, type Scope } from '../../access/scope.ts';
import { firstIdAt } from '../engine/uuid.ts';
import type { BerichtFilter } from '../messages/contract.ts';

/** Conditions on a message `b`, as a list asks for them. */
type Sql = RawBuilder<unknown>;

/** In the regions of this scope, or in none. */
export function inRegions(scope: Scope): Sql {
  const { regios } = boundsOf(scope);
  return regios === undefined ? sql`true` : sql`(b.regio = any(${regios}::text[]) or b.regio is null)`;
}

/** Sent by one of these parties, or delivered to it. */
export function ofParties(partijen: readonly string[]): Sql {
  return sql`(b.partij = any(${partijen}::text[]) or exists (
    select from aflevering v where v.bericht_id = b.id and v.partij = any(${partijen}::text[])))`;
}

/** What was exchanged with this party, got there or not. */
export function exchangedWith(partij: string): Sql {
  return sql`(${partij} in (b.partij, b.afzender, b.ontvanger)
    or exists (select from aflevering m where m.bericht_id = b.id and m.partij = ${partij}))`;
}

/** Whose messages they are: of the one that is asked for where that is in sight, else of all parties that are. */
export function partiesOf({ scope, partij }: BerichtFilter): readonly string[] | undefined {
  const { partijen } = boundsOf(scope);
  if (partij === undefined) return partijen;
  return partijen === undefined || partijen.includes(partij) ? [partij] : partijen;
}

/** The other party of what is asked for, where it is not the own one. */
export function partnerOf(filter: BerichtFilter): string | undefined {
  const { partij } = filter;
  return partij !== undefined && partiesOf(filter)?.includes(partij) !== true ? partij : undefined;
}

/** Clocks of processes and of the database differ by less, and storing takes less. */
const MARGE_MS = 3_600_000;

/** Bounds of an id, which tells its moment: with these an index in order of ids is entered where the page begins. */
export function idBounds({ na, van, tot }: Pick<BerichtFilter, 'na' | 'van' | 'tot'>, id: Sql): Sql[] {
  return [
    ...(na === undefined ? [] : [sql`${id} < ${na}::uuid`]),
    ...(tot === undefined ? [] : [sql`${id} < ${firstIdAt(new Date(tot.getTime() + MARGE_MS))}::uuid`]),
    ...(van === undefined ? [] : [sql`${id} >= ${firstIdAt(new Date(van.getTime() - MARGE_MS))}::uuid`]),
  ];
}

/** The same of a list, which with a party that there was nothing with is not looked for at all. */
export function listBounds(filter: BerichtFilter, id: Sql): Sql[] {
  return [...idBounds(filter, id), ...exchangeBounds(filter, id)];
}

/** When something was exchanged with the party that is asked for; null, which nothing is after or before, when there never was. */
export function exchangeBounds(filter: BerichtFilter, id: Sql): Sql[] {
  const { partijen } = boundsOf(filter.scope);
  const partner = partnerOf(filter);
  if (partner === undefined || partijen === undefined) return [];
  const vak = (welk: 'min' | 'max') => sql`select ${sql.raw(welk)}(u.vak) from uitwisseling u
    where u.partij = any(${partijen}::text[]) and u.ander = ${partner}`;
  return [
    sql`${id} >= ((${vak('min')}) || ${sql.lit('0000-0000-0000-0000-000000000000')})::uuid`,
    sql`${id} <= ((${vak('max')}) || ${sql.lit('ffff-ffff-ffff-ffff-ffffffffffff')})::uuid`,
  ];
}

/** The moments of receipt that are asked for. */
export function received({ van, tot }: Pick<BerichtFilter, 'van' | 'tot'>, op: Sql = sql`b.ontvangen_op`): Sql[] {
  return [
    ...(van === undefined ? [] : [sql`${op} >= ${van}::timestamptz`]),
    ...(tot === undefined ? [] : [sql`${op} < ${tot}::timestamptz`]),
  ];
}

/** A delivery `a` that stands so, to a party that is asked for or in sight. */
export function deliveryStands(filter: BerichtFilter): Sql {
  const partijen = partiesOf(filter);
  const zo =
    filter.aflevering === 'mislukt'
      ? sql`not a.bevestigd and a.status = 'mislukt'`
      : sql`not a.bevestigd and a.status <> 'mislukt'`;
  return partijen === undefined ? zo : sql`(${zo} and a.partij = any(${partijen}::text[]))`;
}

/** All that a filter asks of one message, but whose it is. */
export function asked(filter: BerichtFilter): Sql[] {
  const { scope, richting, type, status, aflevering, regio, na, identificatie, regel, retourcode } = filter;
  const partner = partnerOf(filter);
  return [
    inRegions(scope),
    ...(richting === undefined ? [] : [sql`b.richting = ${richting}`]),
    ...(type === undefined ? [] : [sql`b.type = ${type}`]),
    ...(status === undefined ? [] : [sql`b.status = ${status}`]),
    ...(aflevering === undefined
      ? []
      : [sql`exists (select from aflevering a where a.bericht_id = b.id and ${deliveryStands(filter)})`]),
    ...(regio === undefined ? [] : [sql`b.regio = ${regio}`]),
    ...(identificatie === undefined ? [] : [sql`b.identificatie = ${identificatie}`]),
    ...(partner === undefined ? [] : [exchangedWith(partner)]),
    ...(regel === undefined && retourcode === undefined ? [] : [hasCause(filter)]),
    ...(na === undefined ? [] : [sql`b.id < ${na}::uuid`]),
    ...received(filter),
  ];
}

/** Some rule with this code, with this retourcode: of the same finding where both are asked. */
export function causeIs({ regel, retourcode }: BerichtFilter): Sql {
  const delen = [
    ...(regel === undefined ? [] : [sql`o.regel = ${regel}`]),
    ...(retourcode === undefined ? [] : [sql`o.retourcode = ${retourcode}`]),
  ];
  return both(delen);
}

function hasCause(filter: BerichtFilter): Sql {
  return sql`exists (select from oorzaak o where o.bericht_id = b.id and ${causeIs(filter)})`;
}

export function both(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
