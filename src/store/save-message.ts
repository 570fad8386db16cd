import { type RawBuilder, sql } from 'kysely';
import type { Status } from '../verdict/verdict.ts';
import { type Db, firstOf, KEEP } from './db.ts';
import { StoreError } from './errors.ts';
import type { Bewaard, Ontvangst } from './store.ts';
import { newId } from './uuid.ts';

interface Uitslag {
  readonly id: string;
  readonly laan: string;
  readonly status: Status;
  /** Null when the same bytes were stored before. */
  readonly volgnummer: number | null;
}

/**
 * Stores a message. Each step of the statement reads from the one before, which fixes their order: the bytes first, then
 * the lane's next number, then the row. The lane's counter is locked from its number to the commit, so number order is
 * commit order, and the lock is not held while bytes are written.
 */
export async function saveMessage(db: Db, ontvangst: Ontvangst): Promise<Bewaard> {
  for (;;) {
    const id = newId();
    const uitslag = await storeOrFind(db, id, ontvangst);
    if (uitslag === 'raced') continue;
    const { laan, status, volgnummer } = uitslag;
    if (volgnummer !== null) return { kind: 'stored', id: uitslag.id, laan, volgnummer };
    if (status !== 'geweigerd') return { kind: 'duplicate', id: uitslag.id, status, laan };
    const weer = await waitAgain(db, uitslag.id, ontvangst);
    if (weer !== undefined) return { kind: 'again', id: uitslag.id, laan: ontvangst.laan, volgnummer: weer };
    // Somebody else sent it again a moment earlier: look anew.
  }
}

async function storeOrFind(db: Db, id: string, ontvangst: Ontvangst): Promise<Uitslag | 'raced'> {
  try {
    const uitslag = await firstOf(db, statement(id, ontvangst));
    if (uitslag === undefined) throw new Error('storing a message gave no row');
    return uitslag;
  } catch (fout) {
    // The same bytes were stored between this statement's look and its insert: they are found by a second look.
    if (fout instanceof StoreError && fout.constraint === 'bericht_bytes') return 'raced';
    throw fout;
  }
}

function statement(id: string, o: Ontvangst): RawBuilder<Uitslag> {
  return sql<Uitslag>`${KEEP}
    with eerder as (
      select id, laan, status from bericht where partij = ${o.partij} and sha256 = ${o.sha256}::bytea and richting = 'in'
    ), bytes as (
      insert into inhoud (bericht_id, bytes)
      select ${id}::uuid, ${o.bytes}::bytea where not exists (select from eerder) returning bericht_id
    ), teller as (
      insert into laan_teller as t (laan, regio, volgnummer) select ${o.laan}, ${o.regio}::text, 1 from bytes
      on conflict (laan) do update set volgnummer = t.volgnummer + 1 returning volgnummer
    ), nieuw as (
      insert into bericht (id, richting, laan, volgnummer, partij, sha256, omvang, type, release, afzender, ontvanger,
        identificatie, gemeente, aanbieder, regio, status, ontvangen_op)
      select ${id}::uuid, 'in', ${o.laan}, volgnummer, ${o.partij}, ${o.sha256}::bytea, ${o.bytes.length}::int, ${o.type},
        ${o.release}, ${o.afzender}, ${o.ontvanger}, ${o.identificatie}, ${o.gemeente}, ${o.aanbieder}, ${o.regio},
        'ontvangen', ${o.ontvangenOp}::timestamptz
      from teller returning id, laan, status, volgnummer
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort) select laan, id, 'ontvangen' from nieuw
    )
    select id, laan, status, volgnummer from nieuw union all select id, laan, status, null from eerder`;
}

/**
 * A refused message waits again, as if it came in now: the lane and region are those of today's agreements. Undefined when
 * it is not refused any more. The row is locked before the number is taken, so that no number is taken in vain.
 */
async function waitAgain(db: Db, id: string, o: Ontvangst): Promise<number | undefined> {
  const rij = await firstOf(
    db,
    sql<{ volgnummer: number }>`
    with geweigerd as (
      select id from bericht where id = ${id}::uuid and status = 'geweigerd' for update
    ), teller as (
      insert into laan_teller as t (laan, regio, volgnummer) select ${o.laan}, ${o.regio}::text, 1 from geweigerd
      on conflict (laan) do update set volgnummer = t.volgnummer + 1 returning volgnummer
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort) select ${o.laan}, ${id}::uuid, 'opnieuw-ontvangen' from teller
    )
    update bericht b set status = 'ontvangen', volgnummer = teller.volgnummer, laan = ${o.laan}, regio = ${o.regio},
      ontvangen_op = ${o.ontvangenOp}::timestamptz, wacht_sinds = now(), beoordeeld_op = null, bevindingen = '[]', pogingen = 0
    from teller where b.id = ${id}::uuid returning b.volgnummer`,
  );
  return rij?.volgnummer;
}
