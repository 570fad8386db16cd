import { type RawBuilder, sql } from 'kysely';
import type { Status } from '../../verdict/verdict.ts';
import { type Db, firstOf, KEEP, rowsOf } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { newIdAt } from '../engine/uuid.ts';
import { FEEDBACK_WAYS, waysThatTell } from '../feedback/ways.ts';
import { type JoinedBodies, joinBodiesLater, STUK } from '../seal/join-bodies.ts';
import { sealOf } from '../seal/seal-of.ts';
import { int, orNull, type Row, text } from '../tables/column.ts';
import type { RowOf } from '../tables/column-set.ts';
import { BERICHT } from '../tables/messages/bericht.ts';
import { NIETS_OPNIEUW } from '../write/eis.ts';
import { AFRESH, beforeAgain } from './afresh.ts';
import type { Ontvangst } from './contract.ts';

/** What became of one message. */
export interface Opgeslagen {
  readonly id: string;
  readonly laan: string;
  readonly status: Status;
  /** Null when the same bytes were stored before. */
  readonly volgnummer: number | null;
}

/** What was there before tells its place in what was asked; what is new is known by the id that was made for it. */
type Rij = Opgeslagen & { readonly nr: number | null };

/**
 * Stores messages in one statement, of which no two are the same bytes of one party; in the order given. When others store
 * such bytes at the same moment it looks again.
 */
export async function saveMessages(db: Db, ontvangsten: readonly Ontvangst[]): Promise<Opgeslagen[]> {
  for (;;) {
    try {
      return await storeOrFind(db, ontvangsten);
    } catch (fout) {
      if (!isStoredMeanwhile(fout)) throw fout;
    }
  }
}

/**
 * One look; for within a transaction, which an error ends. `none-again`: nothing is stored, and NIETS_OPNIEUW raised, when
 * one of them is to wait again.
 */
export async function storeOrFind(
  db: Db,
  ontvangsten: readonly Ontvangst[],
  weer: 'again-too' | 'none-again' = 'again-too',
): Promise<Opgeslagen[]> {
  const bodies = await joinBodiesLater(
    sealOf(db),
    ontvangsten.map((ontvangst) => ({ ...ontvangst, id: newIdAt(ontvangst.ontvangenOp) })),
  );
  const rijen = new Map((await rowsOf(db, statement(bodies, weer))).map(({ nr, ...rest }) => [nr ?? rest.id, rest]));
  return bodies.rows.map(({ id }, nr) => {
    const opgeslagen = rijen.get(nr) ?? rijen.get(id);
    if (opgeslagen === undefined) throw new Error('storing a message gave no row');
    return opgeslagen;
  });
}

/** The same bytes were stored between a statement's look and its insert: they are found by a second look. */
export function isStoredMeanwhile(fout: unknown): boolean {
  return fout instanceof StoreError && fout.constraint === 'bericht_bytes';
}

/** What a message is stored with; the lane gives it its number. */
const BINNEN = BERICHT.pick(
  'id',
  'laan',
  'regio',
  'partij',
  'omvang',
  'type',
  'release',
  'afzender',
  'ontvanger',
  'identificatie',
  'gemeente',
  'aanbieder',
  'ontvangen_op',
  'via',
  'transport_id',
);
/** The hash comes as hexadecimal text: JSON has no bytes. */
const ONTVANGEN = BINNEN.and({ nr: int, sha256: text, door: orNull(text), ...STUK });

/** In the text and not parameters: with a list it does not know PostgreSQL would plan the statement anew each time. */
const [ALTIJD, EENMAAL] = (['always', 'once'] as const).map((how) =>
  sql.join(waysThatTell(how).map((via) => sql.lit(via))),
);

/**
 * Each step of the statement reads from the one before, which fixes their order: the bytes first, then the next numbers of
 * the lanes, then the rows. A lane's counter is locked from its numbers to the commit, so number order is commit order, and
 * the lock is not held while bytes are written; counters are locked in order of lane, so that no two statements
 * deadlock.
 *
 * Steps are not joined with each other by id: the planner takes each for fifty rows, compares every row of one with every
 * row of the next, and of three steps so joined the time grew with the third power (1.8 s for 221 messages over a broker).
 */
function statement(
  { rows, bytesOf }: JoinedBodies<Ontvangst & { readonly id: string }>,
  weer: 'again-too' | 'none-again',
): RawBuilder<Rij> {
  return sql<Rij>`${KEEP}
    with r as materialized (
      select * from ${ONTVANGEN.rows(rows.map(rijVan))}
    ), eerder as (
      select r.nr, r.via, r.partij, r.transport_id, b.id, b.laan, b.status from r cross join lateral (
        select id, laan, status from bericht b
        where b.sha256 = decode(r.sha256, 'hex') and b.partij || '' = r.partij and b.richting = 'in' offset 0) b
    ), vers as materialized (
      select * from r where nr not in (select nr from eerder)
    ), bytes as (
      insert into inhoud (bericht_id, bytes)
      select id, ${bytesOf('vers')} from vers returning bericht_id
    ), wens as (
      select laan, max(regio) as regio, count(*) as aantal from vers where (select count(*) from bytes) > 0 group by laan
    ), teller as (
      insert into laan_teller as t (laan, regio, volgnummer) select laan, regio, aantal from wens order by laan collate "C"
      on conflict (laan) do update set volgnummer = t.volgnummer + excluded.volgnummer returning laan, volgnummer
    ), nieuw as (
      insert into bericht (richting, volgnummer, sha256, status, ${BINNEN.names()})
      select 'in', t.volgnummer + 1 - row_number() over (partition by v.laan order by v.nr desc), decode(v.sha256, 'hex'),
        'ontvangen', ${BINNEN.of('v')}
      from teller t join vers v on v.laan = t.laan returning id, laan, status, volgnummer
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select laan, id, 'ontvangen', json_build_object('door', door) from vers where (select count(*) from nieuw) > 0
      order by laan, nr
    ), terug as (
      insert into terugmelding (via, partij, transport_id, bericht_id)
      select k.via, k.partij, k.transport_id, k.id from (
        select nr, via, partij, transport_id, id, true as nieuw from vers
        union all select nr, via, partij, transport_id, id, false from eerder where status <> 'geweigerd') k
      where k.via in (${ALTIJD}) or (k.via in (${EENMAAL}) and (k.nieuw
        or not exists (select from terugmelding t where t.bericht_id = k.id and t.transport_id = k.transport_id)))
      order by k.nr
    )
    select null::int as nr, id, laan, status, volgnummer from nieuw
    union all select nr, id, laan, status, null from eerder
    where case when status = 'geweigerd' and ${weer === 'none-again'}::boolean
      then eis(false, ${sql.lit(NIETS_OPNIEUW)}) is null else true end`;
}

function rijVan(rij: Ontvangst & { readonly id: string } & Row<typeof STUK>, nr: number): RowOf<typeof ONTVANGEN> {
  return { ...rij, nr, omvang: rij.bytes.length, sha256: Buffer.from(rij.sha256).toString('hex') };
}

/**
 * A refused message waits again, as if it came in now: the lane and region are those of today's agreements, and its
 * parties are what the door sees in it today; who is told by its way is told of the new verdict. Gives its volgnummer; undefined when it is not refused any more. The row is locked before the number is taken, so that no number is
 * taken in vain.
 */
export async function waitAgain(db: Db, id: string, o: Ontvangst): Promise<number | undefined> {
  const rij = await firstOf(
    db,
    sql<{ volgnummer: number }>`
    with geweigerd as (
      select id from bericht where id = ${id}::uuid and status = 'geweigerd' for update
    ), teller as (
      insert into laan_teller as t (laan, regio, volgnummer) select ${o.laan}, ${o.regio}::text, 1 from geweigerd
      on conflict (laan) do update set volgnummer = t.volgnummer + 1 returning volgnummer
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select ${o.laan}, ${id}::uuid, 'opnieuw-ontvangen', ${beforeAgain(sql`${id}::uuid`, { door: sql`${o.door}::text` })} from teller
    ), terug as (
      insert into terugmelding (via, partij, transport_id, bericht_id)
      select ${o.via}, ${o.partij}, ${o.transportId}::text, ${id}::uuid from teller where ${o.via in FEEDBACK_WAYS}::boolean
    ), weg as (
      delete from oorzaak using teller where bericht_id = ${id}::uuid
    )
    update bericht b set ${AFRESH}, volgnummer = teller.volgnummer, laan = ${o.laan}, regio = ${o.regio},
      type = ${o.type}, release = ${o.release}, afzender = ${o.afzender}, ontvanger = ${o.ontvanger},
      identificatie = ${o.identificatie}, gemeente = ${o.gemeente}, aanbieder = ${o.aanbieder},
      via = ${o.via}, transport_id = ${o.transportId}::text, ontvangen_op = ${o.ontvangenOp}::timestamptz,
      opnieuw_op = ${o.ontvangenOp}::timestamptz
    from teller where b.id = ${id}::uuid returning b.volgnummer`,
  );
  return rij?.volgnummer;
}
