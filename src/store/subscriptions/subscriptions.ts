import { sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { over } from '../engine/over.ts';
import { isId, newId } from '../engine/uuid.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { ABONNEMENT } from '../tables/tasks/abonnement.ts';
import type { NewSubscription, Subscription, SubscriptionStore, Told } from './contract.ts';

export function subscriptionsStore(db: Db): SubscriptionStore {
  return over(db, { addSubscription, subscriptions, endSubscription, trySubscription, takeSubscriptions, noteTold });
}

const KOLOMMEN = ABONNEMENT.without('bezet_tot');

type Rij = RowOf<typeof KOLOMMEN>;

async function addSubscription(db: Db, nieuw: NewSubscription): Promise<Subscription> {
  const { rol, partijen, regios, weg, adres, geheim, soorten, ritme, door, positie, op, volgendeOp } = nieuw;
  const [seal, id] = [sealOf(db), newId()];
  const rij = await firstOf(
    db,
    sql<Rij>`
    insert into abonnement as a (id, rol, partijen, regios, weg, adres, geheim, soorten, ritme, door, gemaakt_op, positie, volgende_op)
    values (${id}::uuid, ${rol}, ${orNull(partijen)}::json, ${orNull(regios)}::json, ${weg},
      ${seal.text('abonnement.adres', id, adres)},
      ${geheim === null ? null : seal.text('abonnement.geheim', id, geheim)}::text,
      ${toJson(soorten)}::json, ${ritme}, ${door}, ${op}::timestamptz, ${positie}, ${volgendeOp}::timestamptz)
    returning ${KOLOMMEN.select('a')}`,
  );
  if (rij === undefined) throw new Error('a subscription was not stored');
  return opening(db, (own) => subscriptionVan(own, rij));
}

async function subscriptions(db: Db): Promise<readonly Subscription[]> {
  const rijen = await rowsOf(db, sql<Rij>`select ${KOLOMMEN.select('a')} from abonnement a order by a.id`);
  return opening(db, (seal) => rijen.map((rij) => subscriptionVan(seal, rij)));
}

async function endSubscription(db: Db, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const weg = sql<{ een: number }>`delete from abonnement where id = ${id}::uuid returning 1 as een`;
  return (await firstOf(db, weg)) !== undefined;
}

async function trySubscription(db: Db, id: string, op: Date): Promise<boolean> {
  if (!isId(id)) return false;
  const vraag = sql<{ een: number }>`
    update abonnement set proef_op = ${op}::timestamptz, volgende_op = ${op}::timestamptz where id = ${id}::uuid
    returning 1 as een`;
  return (await firstOf(db, vraag)) !== undefined;
}

async function takeSubscriptions(db: Db, op: Date, bezetTot: Date, limit: number): Promise<readonly Subscription[]> {
  const rijen = await rowsOf(
    db,
    sql<Rij>`
    update abonnement a set bezet_tot = ${bezetTot}::timestamptz where a.id in (
      select id from abonnement where volgende_op <= ${op}::timestamptz
        and (bezet_tot is null or bezet_tot < ${op}::timestamptz)
      order by volgende_op limit ${limit} for update skip locked)
    returning ${KOLOMMEN.select('a')}`,
  );
  return opening(db, (seal) => rijen.map((rij) => subscriptionVan(seal, rij)));
}

async function noteTold(
  db: Db,
  id: string,
  { positie, verteldOp, volgendeOp, fout, op, proefOp }: Told,
): Promise<void> {
  // A trial that was asked for meanwhile waits for the next look.
  await sql`
    update abonnement set bezet_tot = null, positie = ${positie}, volgende_op = ${volgendeOp}::timestamptz,
      verteld_op = coalesce(${verteldOp}::timestamptz, verteld_op), fout = ${fout}::text,
      proef_op = case when ${fout}::text is null and proef_op is not distinct from ${proefOp}::timestamptz then null else proef_op end,
      pogingen = case when ${fout}::text is null then 0 else pogingen + 1 end,
      fout_sinds = case when ${fout}::text is null then null else coalesce(fout_sinds, ${op}::timestamptz) end
    where id = ${id}::uuid`.execute(db);
}

function subscriptionVan(seal: Seal, rij: Rij): Subscription {
  return {
    ...rij,
    adres: seal.openText('abonnement.adres', rij.id, rij.adres),
    geheim: rij.geheim === null ? null : seal.openText('abonnement.geheim', rij.id, rij.geheim),
  };
}

function orNull(list: readonly string[] | null): string | null {
  return list === null ? null : toJson(list);
}
