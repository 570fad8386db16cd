import { sql } from 'kysely';
import { type PartyScope, type Scope, sees } from '../../access/scope.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId, isRijSleutel } from '../engine/uuid.ts';
import { confirmMany } from './confirm-many.ts';
import type { AfleveringBeeld, AfleveringStore, AfleverStatus } from './contract.ts';
import { by, type Delivered, TOLD } from './told.ts';
import { whichWait } from './which-wait.ts';

export function deliveriesStore(db: Db) {
  return over(db, { outgoing, whichWait, markOffered, confirm, confirmMany, delivery, deliverAgain });
}

interface UitgaandRij {
  readonly rij: number;
  readonly status: AfleverStatus;
  readonly id: string;
  readonly type: BerichtType;
  readonly afzender: string | null;
  readonly ontvanger: string | null;
  readonly partij: string;
  readonly inAntwoordOp: string | null;
  readonly op: Date;
}

/**
 * A page of what waits for these parties, oldest first. A page reads per party no more than its length, so that parties
 * with much waiting stay cheap.
 */
async function outgoing(
  db: Db,
  { parties: partijen }: PartyScope,
  filter: Parameters<AfleveringStore['outgoing']>[1],
): ReturnType<AfleveringStore['outgoing']> {
  const { type, na = '0', limit } = filter;
  if (!isRijSleutel(na)) return { berichten: [], volgende: null };
  const vanType = type === undefined ? sql`` : sql`and a.type = ${type}`;
  const rijen = await rowsOf(
    db,
    sql<UitgaandRij>`
    with blad as (
      select w.rij, w.bericht_id, w.partij, w.gemaakt_op, w.status
      from unnest(${partijen}::text[]) p(partij) cross join lateral (
        select a.* from aflevering a where a.partij = p.partij and not a.bevestigd and a.rij > ${na}::bigint ${vanType}
        order by a.rij limit ${limit + 1}) w
      order by w.rij limit ${limit + 1}
    )
    select blad.rij, blad.status, b.id, b.type, b.afzender, b.ontvanger, b.partij, b.in_antwoord_op as "inAntwoordOp", blad.gemaakt_op as op
    from blad join bericht b on b.id = blad.bericht_id order by blad.rij`,
  );
  // One more was read than is given: whether it was there tells if there is a next page.
  const gegeven = rijen.slice(0, limit);
  const laatste = gegeven.at(-1);
  return {
    berichten: gegeven.map(({ rij, partij, afzender, ontvanger, op, ...rest }) => ({
      ...rest,
      aflevering: String(rij),
      afzender: afzender ?? partij,
      ontvanger: ontvanger ?? '',
      op: op.toISOString(),
    })),
    volgende: laatste !== undefined && rijen.length > limit ? String(laatste.rij) : null,
  };
}

/** Rows that somebody else is at (another mark, a confirmation) are left to it. */
async function markOffered(db: Db, afleveringen: readonly string[]): Promise<Delivered[]> {
  const rijen = afleveringen.filter(isRijSleutel);
  if (rijen.length === 0) return [];
  return rowsOf(
    db,
    sql<Delivered>`
    with nu as (
      update aflevering set status = 'aangeboden', op = now() where rij in (
        select rij from aflevering where rij = any(${rijen}::bigint[]) and status = 'wacht' and kanaal = 'ophalen' order by rij
        for update skip locked)
      returning bericht_id, partij, kanaal
    )
    ${TOLD('aangeboden')}`,
  );
}

/** Idempotent; false when nothing was ever delivered to these parties under this id. */
async function confirm(
  db: Db,
  id: string,
  { parties: partijen }: PartyScope,
  op: Date,
  door: string | null = null,
): Promise<{ readonly ooit: boolean; readonly nu: readonly Delivered[] }> {
  if (!isId(id)) return { ooit: false, nu: [] };
  const deze = sql`bericht_id = ${id}::uuid and partij = any(${partijen}::text[])`;
  const rij = await firstOf(
    db,
    sql<{ ooit: boolean; nu: readonly Delivered[] }>`
    with nu as (
      update aflevering set status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz
      where ${deze} and not bevestigd returning bericht_id, partij, kanaal
    ), verteld as (
      ${TOLD('afgeleverd', by(door))}
    )
    select exists (select from aflevering where ${deze}) as ooit, coalesce((select json_agg(verteld) from verteld), '[]') as nu`,
  );
  return { ooit: rij?.ooit === true, nu: rij?.nu ?? [] };
}

async function delivery(db: Db, id: string, scope: Scope): Promise<AfleveringBeeld | undefined> {
  if (!isRijSleutel(id)) return undefined;
  const rij = await firstOf(
    db,
    sql<Omit<AfleveringBeeld, 'op'> & { op: Date; regio: string | null }>`
    select a.rij::text as id, a.partij, a.kanaal, a.status, a.op, a.pogingen, a.fout, b.regio
    from aflevering a join bericht b on b.id = a.bericht_id where a.rij = ${id}::bigint`,
  );
  if (rij === undefined) return undefined;
  const { regio, op, ...rest } = rij;
  return sees(scope, { parties: [rij.partij], regio }) ? { ...rest, op: op.toISOString() } : undefined;
}

async function deliverAgain(db: Db, id: string, op: Date): Promise<boolean> {
  if (!isRijSleutel(id)) return false;
  const rij = await firstOf(
    db,
    sql`
    update aflevering a set status = 'wacht', op = ${op}::timestamptz, volgende_op = null, eerste_poging_op = null,
      geleased_tot = null, fout = null,
      kanaal = coalesce((select p.kanaal from partij_kanaal p where p.partij = a.partij), 'ophalen')
    where a.rij = ${id}::bigint and not a.bevestigd and coalesce(a.geleased_tot <= ${op}::timestamptz, true)
    returning a.rij`,
  );
  return rij !== undefined;
}
