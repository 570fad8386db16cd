import { sql } from 'kysely';
import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import { clientSleutel } from '../client-key/client-sleutel.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import type { Unit } from '../keeping/due-units.ts';
import { keysOf, opening, sealOf } from '../seal/seal-of.ts';
import { termOf } from '../search/search-term.ts';
import { json } from '../tables/column.ts';
import type { RowOf } from '../tables/column-set.ts';
import { OPDRACHT } from '../tables/lanes/opdracht.ts';
import { INHOUD } from '../tables/messages/inhoud.ts';
import { mentions } from './cut-client.ts';

/** Where one child stands. */
export interface Whereabouts {
  readonly bsn: string;
  readonly client: ClientSleutel;
  /** Messages that tell of it, with what they answer and what answers them. */
  readonly messages: readonly string[];
  /** The first of each of those exchanges. */
  readonly roots: readonly string[];
  readonly commands: readonly string[];
  readonly units: readonly Unit[];
  /** Its items of the werkbak. */
  readonly items: readonly string[];
  /** Numbers of its toewijzingen, each as `gemeente/nummer`. */
  readonly numbers: readonly string[];
}

const AT_ONCE = 50;

/** What stands for a child here. */
export function nameOf(db: Db, bsn: string): ClientSleutel {
  return clientSleutel(keysOf(db).clientKey, bsn);
}

export async function findPerson(db: Db, bsn: string): Promise<Whereabouts> {
  const client = nameOf(db, bsn);
  const unread = await inUnread(db, bsn);
  const found = await rowsOf(
    db,
    sql<{ id: string; root: boolean }>`
    with recursive raak as (
      select bericht_id as id from zoekterm where term = ${termOf({ soort: 'client', waarde: client })}::bigint
      union select bericht_id from prestatie where client = ${client}
      union select bericht_id from toewijzing_versie where client = ${client}
      union select bericht_id from verzoek where client = ${client}
      union select bericht_id from regie where client = ${client}
      union select unnest(${unread}::uuid[])
    ), omhoog as (
      select b.id, b.in_antwoord_op from bericht b join raak on raak.id = b.id
      union select p.id, p.in_antwoord_op from omhoog join bericht p on p.id = omhoog.in_antwoord_op
    ), boom as (
      select id, true as root from omhoog where in_antwoord_op is null
      union select b.id, false from boom join bericht b on b.in_antwoord_op = boom.id
    )
    select id, root from boom`,
  );
  const units = await rowsOf(
    db,
    sql<Unit>`
    select distinct gemeente, aanbieder, client, '' as last from (
      select gemeente, aanbieder, client from toewijzing union select gemeente, aanbieder, client from toewijzing_versie
      union select gemeente, aanbieder, client from regie union select gemeente, aanbieder, client from verzoek
      union select gemeente, aanbieder, client from werkbak union select gemeente, aanbieder, client from client_gegevens
    ) alles where client = ${client} order by gemeente, aanbieder`,
  );
  const numbers = await rowsOf(
    db,
    sql<{ nummer: string }>`
    select distinct gemeente || '/' || nummer as nummer from toewijzing_versie
    where client = ${client} and nummer is not null order by 1`,
  );
  const items = await rowsOf(db, sql<{ id: string }>`select id from werkbak where client = ${client} order by id`);
  return {
    ...{ bsn, client, units, numbers: numbers.map(({ nummer }) => nummer), items: items.map(({ id }) => id) },
    messages: found.map(({ id }) => id),
    roots: found.filter(({ root }) => root).map(({ id }) => id),
    commands: await commandsOf(db, client),
  };
}

/** What could not be read has no terms to look it up by: its bytes are searched. */
async function inUnread(db: Db, bsn: string): Promise<string[]> {
  const found: string[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await rowsOf(
      db,
      sql<RowOf<typeof INHOUD>>`
      select ${INHOUD.select('i')} from bericht b join inhoud i on i.bericht_id = b.id
      where b.status in ('geweigerd', 'vastgelopen', 'ontvangen') and b.id > ${after}::uuid order by b.id limit ${AT_ONCE}`,
    );
    const read = await opening(db, (seal) =>
      rows.filter(({ berichtId, bytes }) => mentions(seal.openBytes('inhoud.bytes', berichtId, bytes), bsn)),
    );
    found.push(...read.map(({ berichtId }) => berichtId));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return found;
    after = last.berichtId;
  }
}

const COMMAND = OPDRACHT.pick('id', 'gegevens').and({
  items: json<readonly string[]>(),
  nummers: json<readonly string[]>(),
});

/** Decisions on its requests, and what was granted on its toewijzingen: what they are about is sealed. */
async function commandsOf(db: Db, client: ClientSleutel): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<RowOf<typeof COMMAND>>`
    select o.id, o.gegevens, eigen.items, eigen.nummers from opdracht o, (
      select coalesce((select json_agg(id) from werkbak where client = ${client}), '[]') as items,
        coalesce((select json_agg(distinct gemeente || '/' || nummer) from toewijzing_versie
          where client = ${client} and nummer is not null), '[]') as nummers
    ) eigen where o.laan in (select laan from toewijzing_versie where client = ${client}
      union select laan from werkbak where client = ${client})`,
  );
  return opening(db, (seal) =>
    rows
      .filter(({ id, gegevens, items, nummers }) => {
        const { item, gemeente, nummer } = seal.openJson('opdracht.gegevens', id, gegevens);
        return items.includes(String(item)) || nummers.includes(`${gemeente}/${nummer}`);
      })
      .map(({ id }) => id),
  );
}

/** The text of a message. */
export async function textsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(
    db,
    sql<RowOf<typeof INHOUD>>`select ${INHOUD.select('i')} from inhoud i where i.bericht_id = any(${ids}::uuid[])`,
  );
  return opening(db, (seal) => {
    const text = ({ berichtId, bytes }: RowOf<typeof INHOUD>) =>
      [berichtId, Buffer.from(seal.openBytes('inhoud.bytes', berichtId, bytes)).toString('utf8')] as const;
    return new Map(rows.map(text));
  });
}

export async function writeText(db: Db, id: string, text: string): Promise<void> {
  const sealed = sealOf(db).bytes('inhoud.bytes', id, Buffer.from(text));
  await sql`update inhoud set bytes = ${sealed}::bytea where bericht_id = ${id}::uuid`.execute(db);
}
