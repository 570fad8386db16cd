import { sql } from 'kysely';
import type { Seal, SealedBytes } from '../bodies.ts';
import { type Db, firstOf, KEEP, rowsOf } from '../engine/db.ts';
import { PRESENCE_LOCK } from '../engine/sql-source.ts';
import type { RecentBodies } from '../messages/recent-bodies.ts';
import { openBodies } from '../seal/open-bodies.ts';
import { opening } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { OPDRACHT } from '../tables/lanes/opdracht.ts';
import { BERICHT } from '../tables/messages/bericht.ts';
import { INHOUD } from '../tables/messages/inhoud.ts';
import type { LaanStore, LaanWerk } from './contract.ts';

/** Bytes that one turn loads at most, besides the number of messages, when no less was asked; the first is always taken. */
const BYTES_PER_BEURT = 64 * 1024 * 1024;

/** Lanes with work that has waited longer than this; where the oldest waits longest comes first. */
export async function waitingLanes(db: Db, ouderDanMs: number, limit: number): ReturnType<LaanStore['waitingLanes']> {
  return rowsOf(
    db,
    sql<{ laan: string; regio: string }>`
    select t.laan, coalesce(t.regio, 'LANDELIJK') as regio
    from laan_teller t left join laan l on l.laan = t.laan
    cross join lateral (
      select least(
        (select b.wacht_sinds from bericht b where b.laan = t.laan and b.volgnummer > coalesce(l.beoordeeld_tot, 0)
          order by b.volgnummer limit 1),
        (select o.wacht_sinds from opdracht o where o.laan = t.laan and o.volgnummer > coalesce(l.beoordeeld_tot, 0)
          order by o.volgnummer limit 1)) as sinds) oudste
    where t.volgnummer > coalesce(l.beoordeeld_tot, 0)
      and oudste.sinds <= now() - ${ouderDanMs} * interval '1 millisecond'
    order by oudste.sinds, t.laan limit ${limit}`,
  );
}

const WERK = BERICHT.pick('partij', 'type', 'release', 'regio', 'gemeente', 'aanbieder', 'pogingen', 'ontvangen_op');
const BYTES = INHOUD.pick('bytes');
/** Of a command alone. */
const GEVRAAGD = OPDRACHT.pick('soort', 'gegevens');

interface WerkRij extends RowOf<typeof WERK>, RowOf<typeof GEVRAAGD> {
  readonly tot: number;
  /** How many wait, counted no further than was asked for of each kind. */
  readonly wachtend: number;
  readonly kind: 'bericht' | 'opdracht' | null;
  readonly volgnummer: number;
  readonly id: string;
  readonly bytes: RowOf<typeof BYTES>['bytes'] | null;
}

/** Position of the lane and what waits in it, messages and commands in one numbering. */
export async function work(
  db: Db,
  recent: RecentBodies | null,
  laan: string,
  max: number,
  bytes: number | null = null,
): ReturnType<LaanStore['work']> {
  const [hoogstens, eersteAltijd] = bytes === null ? [BYTES_PER_BEURT, true] : [bytes, false];
  const here = recent?.first(laan, max) ?? new Map<string, Uint8Array>();
  const rijen = await rowsOf(
    db,
    sql<WerkRij>`${KEEP}
    with positie as (
      select coalesce((select beoordeeld_tot from laan where laan = ${laan}), 0) as tot
    ), wacht as (
      (select 'bericht' as kind, volgnummer, id, omvang, pogingen, ontvangen_op, partij, type, release, regio, gemeente,
        aanbieder, null as soort, null::json as gegevens
      from bericht where laan = ${laan} and volgnummer > (select tot from positie) order by volgnummer limit ${max})
      union all
      (select 'opdracht', volgnummer, id, 0, pogingen, ontvangen_op, partij, null, null, regio, null, null, soort, gegevens
      from opdracht where laan = ${laan} and volgnummer > (select tot from positie) order by volgnummer limit ${max})
    ), beurt as (
      select *, sum(omvang) over (order by volgnummer) as tot_hier from wacht order by volgnummer limit ${max}
    )
    select tot, (select count(*) from wacht) as wachtend, kind, volgnummer, id, ${BYTES.select('i')}, ${WERK.select('beurt')},
      ${GEVRAAGD.select('beurt')}
    from positie
    left join beurt on beurt.tot_hier <= ${hoogstens}::int or (${eersteAltijd}::boolean and beurt.tot_hier = beurt.omvang)
    left join inhoud i on i.bericht_id = beurt.id and beurt.id <> all(${[...here.keys()]}::uuid[])
    order by volgnummer`,
  );
  const werk = await opening(db, async (seal) => {
    const bodies = await openBodies(
      seal,
      rijen.filter((rij): rij is WerkRij & { readonly bytes: SealedBytes } => rij.bytes !== null),
    );
    return rijen.flatMap((rij) => werkVan(seal, rij, (id) => bodies.get(id) ?? here.get(id)));
  });
  recent?.forget(laan, rijen.at(-1)?.volgnummer ?? 0);
  const wachtend = rijen[0]?.wachtend ?? 0;
  return { beoordeeldTot: rijen[0]?.tot ?? 0, werk, meer: werk.length < wachtend || wachtend >= max };
}

function werkVan(seal: Seal, rij: WerkRij, bytesOf: (id: string) => Uint8Array | undefined): LaanWerk[] {
  const { tot: _, wachtend: __, kind, bytes: ___, soort, gegevens, ...werk } = rij;
  if (kind === null) return [];
  if (kind === 'opdracht') {
    const { volgnummer, id, ontvangenOp, pogingen } = werk;
    return [
      {
        kind,
        volgnummer,
        id,
        soort,
        gegevens: seal.openJson('opdracht.gegevens', id, gegevens),
        ontvangenOp,
        pogingen,
      },
    ];
  }
  const bytes = bytesOf(werk.id);
  if (bytes === undefined) throw new Error(`the bytes of message ${werk.id} are missing`);
  return [{ kind, ...werk, bytes }];
}

/**
 * Marks the lane as being judged by this process (`ik`, its presence). `brokeOff` when another had marked it that lives no
 * more; one that lives is at it still, and that is no reason to suspect what waits.
 */
export async function beginTurn(db: Db, laan: string, ik: number): ReturnType<LaanStore['beginTurn']> {
  const rij = await firstOf(
    db,
    sql<{ was: boolean | null }>`${KEEP}
    with oud as (select bezig from laan where laan = ${laan})
    insert into laan (laan, beoordeeld_tot, bezig) values (${laan}, 0, ${ik}::int)
    on conflict (laan) do update set bezig = excluded.bezig
    returning (select case when bezig is null or bezig = ${ik}::int then false else not exists (
      select from pg_locks where locktype = 'advisory' and classid = ${PRESENCE_LOCK}::oid and objid = bezig::oid and granted
        and database = (select oid from pg_database where datname = current_database())) end from oud) as was`,
  );
  return { brokeOff: rij?.was === true };
}

export async function endTurn(db: Db, laan: string, ik: number): Promise<void> {
  await sql`update laan set bezig = null where laan = ${laan} and bezig = ${ik}::int`.execute(db);
}

export async function countAttempt(db: Db, werk: { kind: 'bericht' | 'opdracht'; id: string }): Promise<number> {
  const tabel = sql.raw(werk.kind);
  const rij = await firstOf(
    db,
    sql<{
      pogingen: number;
    }>`update ${tabel} set pogingen = pogingen + 1 where id = ${werk.id}::uuid returning pogingen`,
  );
  if (rij === undefined) throw new Error(`no ${werk.kind} ${werk.id} to count an attempt of`);
  return rij.pogingen;
}

export async function voidAttempt(db: Db, werk: { kind: 'bericht' | 'opdracht'; id: string }): Promise<void> {
  const tabel = sql.raw(werk.kind);
  await sql`update ${tabel} set pogingen = greatest(pogingen - 1, 0) where id = ${werk.id}::uuid`.execute(db);
}
