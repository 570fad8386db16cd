import { sql } from 'kysely';
import type { PartyScope } from '../../access/scope.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { isId, isRijSleutel } from '../engine/uuid.ts';
import type { AfleveringStore } from './contract.ts';

interface UitgaandRij {
  readonly rij: number;
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
 * with much waiting stay cheap. Rows that another reader is marking as `aangeboden` at this moment are left to it.
 */
export async function outgoing(
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
    ), aangeboden as (
      update aflevering set status = 'aangeboden', op = now() where rij in (
        select rij from aflevering where rij in (select rij from blad order by rij limit ${limit}) and status = 'wacht'
        for update skip locked)
    )
    select blad.rij, b.id, b.type, b.afzender, b.ontvanger, b.partij, b.in_antwoord_op as "inAntwoordOp", blad.gemaakt_op as op
    from blad join bericht b on b.id = blad.bericht_id order by blad.rij`,
  );
  // One more was read than is given (and offered): whether it was there tells if there is a next page.
  const gegeven = rijen.slice(0, limit);
  const laatste = gegeven.at(-1);
  return {
    berichten: gegeven.map(({ rij: _, partij, afzender, ontvanger, op, ...rest }) => ({
      ...rest,
      afzender: afzender ?? partij,
      ontvanger: ontvanger ?? '',
      op: op.toISOString(),
    })),
    volgende: laatste !== undefined && rijen.length > limit ? String(laatste.rij) : null,
  };
}

/** Idempotent; false when nothing was ever delivered to these parties under this id. */
export async function confirm(db: Db, id: string, { parties: partijen }: PartyScope, op: Date): Promise<boolean> {
  if (!isId(id)) return false;
  const deze = sql`bericht_id = ${id}::uuid and partij = any(${partijen}::text[])`;
  const rij = await firstOf(
    db,
    sql<{ ooit: boolean }>`
    with nu as (
      update aflevering set status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz
      where ${deze} and not bevestigd returning bericht_id, partij
    ), gebeurd as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select b.laan, b.id, 'afgeleverd', json_build_object('partij', nu.partij) from nu join bericht b on b.id = nu.bericht_id
    )
    select exists (select from aflevering where ${deze}) as ooit`,
  );
  return rij?.ooit === true;
}
