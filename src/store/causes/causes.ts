import { type RawBuilder, sql } from 'kysely';
import { boundsOf, type Scope } from '../../access/scope.ts';
import type { SealedText } from '../bodies.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { ROWS } from '../seal/places.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { OorzaakBeeld, OorzaakFilter, OorzaakGroep, OorzaakStore } from './contract.ts';

export function causesStore(db: Db): OorzaakStore {
  return over(db, { causes, setCauseState });
}

type Rij = Omit<OorzaakBeeld, 'eerste' | 'laatste' | 'standOp' | 'notitie'> & {
  readonly eerste: Date;
  readonly laatste: Date;
  readonly standOp: Date | null;
  readonly notitie: SealedText | null;
};

/** Parts of a trend. */
const DELEN = 12;

/** Refused by `fout` alone: a signal refuses nothing. Ids of version 7 sort by moment, so the greatest is the newest. */
async function causes(db: Db, filter: OorzaakFilter): Promise<OorzaakBeeld[]> {
  const rijen = await rowsOf(
    db,
    sql<Rij>`
    with keuze as materialized (select o.* from oorzaak o where ${conditions(filter)}),
    tijd as (
      select coalesce(${filter.van ?? null}::timestamptz, min(op)) as van, coalesce(${filter.tot ?? null}::timestamptz, max(op)) as tot
      from keuze
    ), deel as (
      select k.partij, k.type, k.regel, case when t.tot > t.van
          then least(${DELEN}::int, 1 + floor(${DELEN}::int * extract(epoch from k.op - t.van) / extract(epoch from t.tot - t.van))::int)
          else ${DELEN}::int end as nr, sum(k.aantal)::bigint as regels
      from keuze k cross join tijd t group by 1, 2, 3, 4
    ), groep as (
      select o.partij, o.type, o.regel, nullif(min(o.retourcode), '') as retourcode, sum(o.aantal)::bigint as regels,
        count(distinct o.bericht_id)::bigint as berichten, sum(o.clienten)::bigint as clienten, min(o.op) as eerste, max(o.op) as laatste,
        max(o.bericht_id::text) as voorbeeld
      from keuze o group by o.partij, o.type, o.regel
    )
    select g.*, coalesce(s.stand, 'open') as stand, s.notitie, s.op as "standOp", (
        select json_agg(coalesce(d.regels, 0) order by n.nr) from generate_series(1, ${DELEN}::int) n(nr) left join deel d
          on d.nr = n.nr and d.partij = g.partij and d.regel = g.regel and d.type is not distinct from g.type) as trend
    from groep g left join lateral (
      select * from oorzaak_stand s where s.partij = g.partij and s.type = coalesce(g.type, '') and s.regel = g.regel
      order by s.rij desc limit 1) s on true
    order by g.regels desc, g.berichten desc, g.partij, g.type, g.regel limit ${filter.limit}`,
  );
  return opening(db, (seal) =>
    rijen.map((rij) => ({
      ...rij,
      eerste: rij.eerste.toISOString(),
      laatste: rij.laatste.toISOString(),
      standOp: rij.standOp?.toISOString() ?? null,
      notitie: rij.notitie === null ? null : seal.openText('oorzaak_stand.notitie', ROWS.cause(rij), rij.notitie),
    })),
  );
}

function conditions({ scope, van, tot, regio, partij, groep }: OorzaakFilter): RawBuilder<unknown> {
  const delen = [sql`o.ernst = 'fout'`, inSight(scope)];
  if (van !== undefined) delen.push(sql`o.op >= ${van}::timestamptz`);
  if (tot !== undefined) delen.push(sql`o.op < ${tot}::timestamptz`);
  if (regio !== undefined) delen.push(sql`o.regio = ${regio}`);
  if (partij !== undefined) delen.push(sql`o.partij = ${partij}`);
  if (groep !== undefined) {
    delen.push(
      sql`o.partij = ${groep.partij} and o.regel = ${groep.regel} and o.type is not distinct from ${groep.type}`,
    );
  }
  return sql.join(delen, sql` and `);
}

/** As messages are: of who sent it and of those that it was delivered to, in a region or in none. */
function inSight(scope: Scope): RawBuilder<unknown> {
  const { partijen, regios } = boundsOf(scope);
  if (partijen !== undefined) return sql`(o.partij = any(${partijen}::text[]) or o.aan = any(${partijen}::text[]))`;
  return regios === undefined ? sql`true` : sql`(o.regio = any(${regios}::text[]) or o.regio is null)`;
}

async function setCauseState(
  db: Db,
  groep: OorzaakGroep,
  { stand, notitie, door, op }: Parameters<OorzaakStore['setCauseState']>[1],
): Promise<void> {
  const sealed = notitie === null ? null : sealOf(db).text('oorzaak_stand.notitie', ROWS.cause(groep), notitie);
  await sql`insert into oorzaak_stand (partij, type, regel, stand, notitie, door, op)
    values (${groep.partij}, ${groep.type ?? ''}, ${groep.regel}, ${stand}, ${sealed}::text, ${door},
      ${op}::timestamptz)`.execute(db);
}
