import { type RawBuilder, sql } from 'kysely';
import { boundsOf, type Scope } from '../../access/scope.ts';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import type { ChannelStateRow, PartyWay } from './contract.ts';

export async function noteChannelStates(db: Db, proces: string, standen: readonly ChannelStateRow[]): Promise<void> {
  if (standen.length === 0) return;
  const rijen = standen.map(({ sinds, ...rest }) => ({ ...rest, sinds: sinds.toISOString() }));
  await sql`
    with oud as (
      delete from kanaal_stand where gezien_op < now() - interval '1 day'
    )
    insert into kanaal_stand (kanaal, proces, staat, sinds, laatste_fout)
    select r.kanaal, ${proces}::uuid, r.staat, r.sinds, r."laatsteFout"
    from ${recordset(rijen, 'kanaal text, staat text, sinds timestamptz, "laatsteFout" text')}
    on conflict (kanaal, proces) do update
      set staat = excluded.staat, sinds = excluded.sinds, laatste_fout = excluded.laatste_fout, gezien_op = now()`.execute(
    db,
  );
}

export async function channelStates(db: Db, withinMs: number): Promise<readonly ChannelStateRow[]> {
  return rowsOf(
    db,
    sql<ChannelStateRow>`
    select kanaal, staat, sinds, laatste_fout as "laatsteFout" from kanaal_stand
    where gezien_op > now() - ${withinMs}::float8 * interval '1 millisecond' order by kanaal, sinds`,
  );
}

/** How many of the newest deliveries of a party that fetches tell when it confirmed last: no row keeps that. */
const NEWEST = 100;

export async function partyWays(db: Db, scope: Scope, regio?: string): Promise<readonly PartyWay[]> {
  return rowsOf(
    db,
    sql<PartyWay>`
    with open as (
      select a.partij, count(*)::int as wacht, min(a.gemaakt_op) as oudste from aflevering a
      where not a.bevestigd and a.status <> 'mislukt' and ${counted(scope, regio)} group by a.partij
    ), wegen as (
      select coalesce(p.partij, o.partij) as partij, coalesce(p.kanaal, 'ophalen') as kanaal, p.amqp_gebruiker,
        coalesce(o.wacht, 0) as wacht, o.oudste
      from partij_kanaal p full join open o on o.partij = p.partij
    )
    select w.partij, w.kanaal, w.amqp_gebruiker as "amqpGebruiker", w.wacht, w.oudste,
      case when w.kanaal = 'ophalen' then greatest(g.laatste_succes, (
        select max(n.op) from (
          select a.op, a.bevestigd from aflevering a where a.partij = w.partij
          order by a.bericht_id desc limit ${sql.lit(NEWEST)}) n
        where n.bevestigd)) else g.laatste_succes end as "laatsteSucces",
      g.laatste_fout as "laatsteFout", g.storing_sinds as "storingSinds"
    from wegen w left join partij_weg g on g.partij = w.partij order by w.partij`,
  );
}

/** Of messages in sight: a list of them has as many. Whoever sees all of them needs no look at each. */
function counted(scope: Scope, regio: string | undefined): RawBuilder<unknown> {
  const { regios } = boundsOf(scope);
  const delen = [
    ...(regios === undefined ? [] : [sql`(b.regio = any(${regios}::text[]) or b.regio is null)`]),
    ...(regio === undefined ? [] : [sql`b.regio = ${regio}`]),
  ];
  if (delen.length === 0) return sql`true`;
  return sql`exists (select from bericht b where b.id = a.bericht_id and ${sql.join(delen, sql` and `)})`;
}
