import { type RawBuilder, sql } from 'kysely';
import type { SealedText } from '../bodies.ts';
import { type Db, firstOf } from '../engine/db.ts';
import type { AuditVerdict } from './contract.ts';

/** What the hash of a row is taken over, besides the hash of the row before it: all that it says, as it is stored. */
export const CHAINED = sql.raw(`convert_to(json_build_array(a.rij, (extract(epoch from a.op) * 1000000)::bigint, a.door,
  a.door_naam, a.handeling, a.onderwerp, a.reden)::text, 'UTF8')`);

/** What a row does that tells where the chain begins since its begin was removed after its time (`src/store/keeping`). */
export const CUT = 'audit-ingekort';

/** Before the first row. */
const NOTHING = sql.raw(`decode(repeat('00', 32), 'hex')`);

/** Makes the row that holds the end of the chain, in a store that is new. */
export async function beginChain(db: Db): Promise<void> {
  await sql`insert into audit_keten (nummer, begin_hash, rij, hash) values (1, ${NOTHING}, null, ${NOTHING})
    on conflict (nummer) do nothing`.execute(db);
}

/** A row as it is written. */
export interface ChainedRow {
  readonly op: Date;
  readonly door: string;
  readonly doorNaam: string;
  readonly handeling: string;
  readonly onderwerp: string;
  readonly reden: SealedText | null;
}

/**
 * The steps of a statement that put a row at the end of the chain, to be followed by a last one. The end is locked first, so
 * that rows are linked in the order in which their transactions commit; what is audited is done by people, so none waits long.
 * `beginChain` comes before it.
 */
export function linking({ op, door, doorNaam, handeling, onderwerp, reden }: ChainedRow): RawBuilder<unknown> {
  return sql`staart as (select hash from audit_keten where nummer = 1 for update),
    a as (
      select nextval(pg_get_serial_sequence('audit', 'rij')) as rij, ${op}::timestamptz as op, ${door}::text as door,
        ${doorNaam}::text as door_naam, ${handeling}::text as handeling, ${onderwerp}::text as onderwerp,
        ${reden}::text as reden, staart.hash as vorige
      from staart
    ),
    geboekt as (
      insert into audit (rij, op, door, door_naam, handeling, onderwerp, reden, vorige, hash) overriding system value
      select a.*, sha256(a.vorige || ${CHAINED}) from a returning rij, hash
    ),
    keten as (
      update audit_keten k set rij = geboekt.rij, hash = geboekt.hash from geboekt where k.nummer = 1 returning k.rij
    )`;
}

/** Reads the whole chain, and compares each row with the hash that it had when it was written. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const found = await firstOf(
    db,
    sql<{ rij: number | null; all: number; hash: string | null }>`
    with begin as (select begin_hash, rij, hash from audit_keten where nummer = 1),
    gelezen as (
      select a.rij, a.hash, a.vorige is distinct from coalesce(lag(a.hash) over (order by a.rij), begin.begin_hash)
        or a.hash is distinct from sha256(a.vorige || ${CHAINED}) as stuk
      from audit a cross join begin
    ),
    einde as (select rij, hash from gelezen order by rij desc limit 1),
    -- It begins where the last row says that tells of a cut; without such a row, at the begin.
    ingekort as (
      select split_part(onderwerp, ' ', 3) as hash from audit where handeling = ${CUT} order by rij desc limit 1
    )
    select coalesce(
        (select min(rij) from gelezen where stuk),
        (select coalesce((select min(rij) from audit), 0) from begin
          where encode(begin_hash, 'hex') <> coalesce((select hash from ingekort), repeat('00', 32))),
        -- The last row is not the one that was written last: that one is gone.
        (select coalesce(begin.rij, einde.rij) from begin left join einde on true
          where begin.hash is distinct from coalesce(einde.hash, begin.begin_hash))
      ) as rij,
      (select count(*) from audit)::int as "all",
      (select encode(hash, 'hex') from begin) as hash`,
  );
  if (found === undefined) throw new Error('the audit cannot be read');
  const { hash } = found;
  // Nothing was written yet; or the row that holds the end is gone, and then whatever else there is, it is not whole.
  if (hash === null) return found.all === 0 ? { kind: 'whole', rows: 0, hash: '' } : { kind: 'broken', rij: 0 };
  return found.rij === null ? { kind: 'whole', rows: found.all, hash } : { kind: 'broken', rij: Number(found.rij) };
}

/** The hash of the newest row, as hexadecimal text: what goes to the log, where nobody who can write the database can change it. */
export async function auditHash(db: Db): Promise<string> {
  const found = await firstOf(db, sql<{ hash: string }>`select encode(hash, 'hex') as hash from audit_keten`);
  return found?.hash ?? '';
}
