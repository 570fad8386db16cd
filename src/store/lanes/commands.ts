import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { type PartyScope, type Scope, sees } from '../../access/scope.ts';
import type { Seal } from '../bodies.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { toJson } from '../engine/json.ts';
import { over } from '../engine/over.ts';
import { isId, newId } from '../engine/uuid.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { OPDRACHT } from '../tables/lanes/opdracht.ts';
import type { GedaneOpdracht, GegevenOpdracht, OpdrachtStore, OpdrachtUitkomst } from './command-contract.ts';

export function commandsStore(db: Db): OpdrachtStore {
  return over(db, { saveCommand, command, commandsDone, commandsBy });
}

/**
 * Stores a command under the lane's next number, as a message is stored. The same party's same idempotency key gives back
 * the first command.
 */
async function saveCommand(
  db: Db,
  opdracht: Parameters<OpdrachtStore['saveCommand']>[0],
): ReturnType<OpdrachtStore['saveCommand']> {
  const { laan, regio, soort, partij, gegevens, idempotentie, op, door = null } = opdracht;
  for (;;) {
    try {
      const nieuwId = newId();
      const sealed = sealOf(db).json('opdracht.gegevens', nieuwId, gegevens);
      const rij = await firstOf(
        db,
        sql<{ id: string; nieuw: boolean; zelfde: boolean; gevraagd: RowOf<typeof OPDRACHT>['gegevens'] | null }>`
        with eerder as (
          select o.id, o.laan = ${laan} and o.soort = ${soort} as zelfde, o.gegevens from opdracht o where o.partij = ${partij} and o.idempotentie = ${idempotentie}::text
        ), teller as (
          insert into laan_teller as t (laan, regio, volgnummer)
          select ${laan}, ${regio}::text, 1 where not exists (select from eerder)
          on conflict (laan) do update set volgnummer = t.volgnummer + 1 returning volgnummer
        ), nieuw as (
          insert into opdracht (id, laan, volgnummer, regio, soort, partij, gegevens, idempotentie, ontvangen_op)
          select ${nieuwId}::uuid, ${laan}, volgnummer, ${regio}::text, ${soort}, ${partij}, ${toJson(sealed)}::json,
            ${idempotentie}::text, ${op}::timestamptz
          from teller returning id
        ), gebeurd as (
          insert into gebeurtenis (laan, onderwerp, soort, gegevens)
          select ${laan}, id, 'opdracht', json_strip_nulls(
            json_build_object('soort', ${soort}::text, 'partij', ${partij}::text, 'door', ${door}::text)) from nieuw
        )
        select id, true as nieuw, true as zelfde, null::json as gevraagd from nieuw
        union all select id, false, zelfde, gegevens from eerder`,
      );
      if (rij === undefined) throw new Error('storing a command gave no row');
      const { id, nieuw, zelfde, gevraagd } = rij;
      if (gevraagd === null) return { id, nieuw, gelijk: zelfde };
      const eerder = await opening(db, (seal) => seal.openJson('opdracht.gegevens', id, gevraagd));
      return { id, nieuw, gelijk: zelfde && isDeepStrictEqual(asked(eerder), asked(gegevens)) };
    } catch (fout) {
      // The same key was stored between this statement's look and its insert: a second look finds it.
      // A transaction that is under way is broken by it, and begun anew by whoever began it.
      if (db.isTransaction || !(fout instanceof StoreError && fout.constraint === 'opdracht_idempotentie')) throw fout;
    }
  }
}

/** What was asked for, as JSON says it; rows of older builds do not bear the kind and version of their command. */
function asked(gegevens: unknown): unknown {
  const { kind: _kind, version: _version, ...rest } = JSON.parse(toJson(gegevens));
  return rest;
}

const VERLOOP = OPDRACHT.pick('id', 'partij', 'regio', 'stand', 'resultaat', 'reden');

async function command(db: Db, id: string, scope: Scope): ReturnType<OpdrachtStore['command']> {
  if (!isId(id)) return undefined;
  const query = sql<RowOf<typeof VERLOOP>>`select ${VERLOOP.select('o')} from opdracht o where o.id = ${id}::uuid`;
  const rij = await firstOf(db, query);
  if (rij === undefined || !sees(scope, { parties: [rij.partij], regio: rij.regio })) return undefined;
  return { partij: rij.partij, uitkomst: await opening(db, (seal) => uitkomstVan(seal, rij)) };
}

const GEDAAN = OPDRACHT.pick('id', 'laan', 'partij', 'ontvangen_op', 'gegevens', 'resultaat');

async function commandsDone(db: Db, laan: string, soort: string, limit: number): Promise<GedaneOpdracht[]> {
  const welke = sql`o.laan = ${laan} and o.soort = ${soort} and o.stand = 'gedaan' order by o.volgnummer desc`;
  return (await done(db, sql`${welke} limit ${limit}`)).map(({ id: _id, laan: _laan, ...rest }) => rest);
}

async function commandsBy(
  db: Db,
  { parties }: PartyScope,
  soort: string,
  { na, limit }: Parameters<OpdrachtStore['commandsBy']>[2],
): Promise<GegevenOpdracht[]> {
  if (na !== undefined && !isId(na)) return [];
  const voorbij = na === undefined ? sql`true` : sql`e.id < ${na}::uuid`;
  // Of each party its newest by the index, and of those the newest: what is older is not read, whatever there is of it.
  const welke = sql`o.id in (
    select d.id from (select distinct unnest(${parties}::text[]) as partij) p cross join lateral (
      select e.id from opdracht e where e.partij = p.partij and e.soort = ${soort} and e.stand = 'gedaan' and ${voorbij}
      order by e.id desc limit ${limit}) d
    order by d.id desc limit ${limit})`;
  return done(db, sql`${welke} order by o.id desc`);
}

async function done(db: Db, welke: RawBuilder<unknown>): Promise<GegevenOpdracht[]> {
  const rijen = await rowsOf(
    db,
    sql<RowOf<typeof GEDAAN> & Pick<GedaneOpdracht, 'doorNaam' | 'antwoorden'>>`
    select ${GEDAAN.select('o')}, (
        select s.naam from gebeurtenis g join api_sleutel s on s.id::text = g.gegevens->>'door'
        where g.onderwerp = o.id and g.soort = 'opdracht' limit 1) as "doorNaam", coalesce((
        select g.gegevens->'antwoorden' from gebeurtenis g where g.onderwerp = o.id and g.soort = 'besloten' limit 1),
        '[]') as antwoorden
    from opdracht o where ${welke}`,
  );
  return opening(db, (seal) =>
    rijen.map(({ ontvangenOp, gegevens, resultaat, ...rij }) => ({
      ...rij,
      op: ontvangenOp.toISOString(),
      gegevens: seal.openJson('opdracht.gegevens', rij.id, gegevens),
      resultaat: resultaat === null ? {} : seal.openJson('opdracht.resultaat', rij.id, resultaat),
    })),
  );
}

function uitkomstVan(seal: Seal, rij: RowOf<typeof VERLOOP>): OpdrachtUitkomst {
  const resultaat = rij.resultaat === null ? null : seal.openJson('opdracht.resultaat', rij.id, rij.resultaat);
  if (rij.stand === 'gedaan') return { stand: 'gedaan', resultaat: resultaat ?? {} };
  if (rij.stand !== 'geweigerd') return { stand: 'wacht' };
  const reden = rij.reden === null ? '' : seal.openText('opdracht.reden', rij.id, rij.reden);
  return { stand: 'geweigerd', reden, ...(resultaat === null ? {} : { resultaat }) };
}
