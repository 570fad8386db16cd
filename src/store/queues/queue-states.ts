import { sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { regioOfStand, type WachtrijStand, type WachtrijStandStore } from './contract.ts';

export function queueStatesStore(db: Db): WachtrijStandStore {
  return over(db, { noteQueueStates });
}

type Kijk = Parameters<WachtrijStandStore['noteQueueStates']>[0];

/** A row that somebody else put or took first is not ours to tell of, so each begin and end has one signal. */
async function noteQueueStates(
  db: Db,
  { nu, twijfel, einde }: Kijk,
): ReturnType<WachtrijStandStore['noteQueueStates']> {
  return db.transaction().execute(async (trx) => {
    const begonnen = await rowsOf(
      trx,
      sql<WachtrijStand>`
      insert into wachtrij_stand (regio, soort) select r.regio, r.soort
      from ${recordset(nu, 'regio text, soort text')} order by 1, 2 on conflict do nothing returning regio, soort`,
    );
    const voorbij = await rowsOf(
      trx,
      sql<WachtrijStand>`
      delete from wachtrij_stand w where not exists (
        select from ${recordset([...nu, ...twijfel], 'regio text, soort text')} where r.regio = w.regio and r.soort = w.soort)
      returning regio, soort`,
    );
    const zinnen = new Map(nu.map((stand) => [JSON.stringify([stand.regio, stand.soort]), stand.begin]));
    await signal(trx, [
      ...begonnen.map((stand) => ({
        regio: regioOfStand(stand),
        melding: zinnen.get(JSON.stringify([stand.regio, stand.soort])) ?? '',
      })),
      ...voorbij.map((stand) => ({ regio: regioOfStand(stand), melding: einde(stand) })),
    ]);
    return { begonnen, voorbij };
  });
}

async function signal(
  db: Db,
  over: readonly { readonly regio: string | null; readonly melding: string }[],
): Promise<void> {
  if (over.length === 0) return;
  await sql`
    with nieuw as (
      insert into signaal (regio, soort, melding)
      select r.regio, 'wachtrij', r.melding
      from ${recordset(over, 'regio text, melding text')} returning rij, regio
    )
    insert into gebeurtenis (soort, gegevens)
    select 'signaal', json_build_object('signaal', rij::text, 'soort', 'wachtrij', 'regio', regio) from nieuw order by rij`.execute(
    db,
  );
}
