import { sql } from 'kysely';
import { type Db, firstOf } from './db.ts';
import type { Geschreven, LaanStore, TeSchrijven } from './store.ts';
import { takeClaims } from './write/claims.ts';
import { writeExchange } from './write/exchange.ts';
import { writeRefusals, writeSignalStates } from './write/insight.ts';
import { writeAnswers, writeJudged, writeOutcomes } from './write/messages.ts';
import { writeRequests } from './write/requests.ts';
import { mutatiesVan } from './write/rows.ts';
import { writeTerms } from './write/terms.ts';
import { writeDefinitief, writeToewijzingen } from './write/toewijzingen.ts';
import { writeDeliveries, writeEvents, writeSignals } from './write/trail.ts';
import { releaseClaims } from './write/undo.ts';

/** Ends the transaction with a result instead of a fault. */
class Undone extends Error {
  readonly uitslag: Geschreven;

  constructor(uitslag: Geschreven) {
    super(uitslag.kind);
    this.uitslag = uitslag;
  }
}

/**
 * Verdicts of one lane in one transaction (DESIGN decisions 3 and 4). It begins with the lane's compare-and-set, which
 * also keeps every other writer of this lane out until the end; then the claims, the only rows that other lanes may want
 * too; then a handful of statements, one per kind of row, however many verdicts there are.
 */
export async function writeVerdicts(
  db: Db,
  laan: string,
  van: number,
  verdicts: readonly TeSchrijven[],
): Promise<Geschreven> {
  const tot = positieNa(van, verdicts);
  const mutaties = mutatiesVan(verdicts);
  return transaction(db, async (trx) => {
    await move(trx, laan, van, tot);
    const vreemd = await takeClaims(trx, verdicts);
    if (vreemd.length > 0) throw new Undone({ kind: 'conflict', claims: vreemd });
    await writeJudged(trx, laan, verdicts);
    await writeOutcomes(trx, laan, verdicts);
    await writeAnswers(trx, laan, verdicts);
    await writeDeliveries(trx, verdicts);
    await writeToewijzingen(trx, laan, mutaties.toewijzingen);
    await writeExchange(trx, laan, mutaties);
    await writeRequests(trx, laan, mutaties);
    await writeTerms(trx, laan, verdicts);
    await writeDefinitief(trx, mutaties.definitief);
    await releaseClaims(trx, mutaties.vrij);
    await writeSignalStates(trx, mutaties.signaalStanden);
    await writeRefusals(trx, laan, verdicts);
    await writeSignals(trx, laan, verdicts);
    await writeEvents(trx, laan, verdicts);
  });
}

/** The lane goes on without this one. */
export async function quarantine(
  db: Db,
  laan: string,
  van: number,
  werk: Parameters<LaanStore['quarantine']>[2],
  reden: string,
): Promise<Geschreven> {
  const tot = positieNa(van, [{ werk }]);
  return transaction(db, async (trx) => {
    await move(trx, laan, van, tot);
    if (werk.kind === 'bericht') {
      await sql`update bericht set status = 'vastgelopen', beoordeeld_op = now(), reden = ${reden}
        where id = ${werk.id}::uuid and laan = ${laan} and status = 'ontvangen'`.execute(trx);
    } else {
      await sql`update opdracht set stand = 'geweigerd', reden = ${reden}
        where id = ${werk.id}::uuid and laan = ${laan} and stand = 'wacht'`.execute(trx);
    }
    await sql`insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      values (${laan}, ${werk.id}::uuid, 'vastgelopen', json_build_object('reden', ${reden}::text))`.execute(trx);
  });
}

async function transaction(db: Db, write: (trx: Db) => Promise<void>): Promise<Geschreven> {
  try {
    await db.transaction().execute(write);
    return { kind: 'written' };
  } catch (fout) {
    if (fout instanceof Undone) return fout.uitslag;
    throw fout;
  }
}

/** Exclusivity is this compare-and-set: no row, and another worker was first. It also ends the turn's mark. */
async function move(trx: Db, laan: string, van: number, tot: number): Promise<void> {
  const rij = await firstOf(
    trx,
    sql`insert into laan as l (laan, beoordeeld_tot) values (${laan}, ${tot}::bigint)
      on conflict (laan) do update set beoordeeld_tot = excluded.beoordeeld_tot, bezig = null
      where l.beoordeeld_tot = ${van}::bigint returning laan`,
  );
  if (rij === undefined) throw new Undone({ kind: 'overtaken' });
}

/** Numbers of a lane are dense, so verdicts that leave one out would skip work for ever: a bug of the caller. */
function positieNa(van: number, verdicts: readonly Pick<TeSchrijven, 'werk'>[]): number {
  let tot = van;
  for (const { werk } of verdicts) {
    if (werk.volgnummer !== tot + 1) throw new Error(`the lane stands at ${tot}, the verdict is on ${werk.volgnummer}`);
    tot = werk.volgnummer;
  }
  if (tot === van) throw new Error('nothing to write');
  return tot;
}
