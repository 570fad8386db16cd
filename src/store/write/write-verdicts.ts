import { sql } from 'kysely';
import type { Bevinding } from '../../findings/bevinding.ts';
import { vastgelopen } from '../../findings/vastgelopen.ts';
import { asMade, type Db, inOneGo, KEEP, type Part, type Statement } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import type { Geschreven, LaanStore, TeSchrijven } from '../lanes/contract.ts';
import { sealOf } from '../seal/seal-of.ts';
import { claimsVan, takeClaims, vreemdeClaims } from './claims.ts';
import { CLAIM_VREEMD, isEis, LAAN_VERDER } from './eis.ts';
import { writeExchange } from './exchange.ts';
import { writeAnswers, writeJudged, writeOutcomes } from './messages.ts';
import { writeRefusals } from './refusals.ts';
import { writeRequests } from './requests.ts';
import { type Mutaties, mutatiesVan } from './rows.ts';
import { insertCauses, writeSearch } from './search.ts';
import { writeSignalStates } from './signal-states.ts';
import { writeTerms } from './terms.ts';
import { writeDefinitief, writeToewijzingen } from './toewijzingen.ts';
import { writeDeliveries, writeEvents, writeSignals } from './trail.ts';
import { releaseClaims, releaseNumbers } from './undo.ts';

/** A message that changes more than this is sent as its rows are made. */
const LARGE = 1_000;

/**
 * Verdicts of one lane in one transaction and one round trip (docs/decisions/doorbell-queues.md,
 * docs/decisions/one-message-one-effect.md). It begins with the lane's compare-and-set, which also keeps every other
 * writer of this lane out until the end; then the claims, the only rows that other lanes may want too; then a handful
 * of statements, one per kind of row, however many verdicts there are.
 */
export async function writeVerdicts(
  db: Db,
  laan: string,
  van: number,
  verdicts: readonly TeSchrijven[],
): Promise<Geschreven> {
  const tot = positieNa(van, verdicts);
  const claims = claimsVan(verdicts);
  if (claims.dubbel.length > 0) return { kind: 'conflict', claims: claims.dubbel };
  const large = verdicts.some(({ verdict }) => verdict.mutaties.length > LARGE);
  let sorted: Mutaties | undefined;
  const mutaties = () => (sorted ??= mutatiesVan(verdicts));
  const seal = sealOf(db);
  const parts: readonly Part[] = [
    () => move(laan, van, tot),
    () => takeClaims(claims),
    () => writeJudged(seal, laan, verdicts),
    () => writeOutcomes(seal, laan, verdicts),
    () => writeAnswers(seal, laan, verdicts),
    () => writeDeliveries(verdicts),
    () => writeToewijzingen(laan, mutaties().toewijzingen),
    () => writeExchange(seal, laan, mutaties()),
    () => writeRequests(laan, mutaties()),
    () => writeTerms(laan, verdicts),
    () => writeDefinitief(mutaties().definitief),
    () => releaseClaims(mutaties().vrij),
    () => releaseNumbers(mutaties().nummersVrij),
    () => writeSignalStates(mutaties().signaalStanden),
    () => writeRefusals(laan, verdicts),
    () => writeSearch(verdicts),
    () => writeSignals(laan, verdicts),
    () => writeEvents(laan, verdicts),
  ];
  const all = () => parts.flatMap((part) => [...part()]);
  const geschreven = await write(() => (large ? asMade(db, parts) : inOneGo(db, all())));
  // Whose they are is read anew: the transaction that found them taken is over.
  return geschreven === 'conflict'
    ? { kind: 'conflict', claims: await vreemdeClaims(db, claims) }
    : { kind: geschreven };
}

/** The lane goes on without this one. */
export async function quarantine(
  db: Db,
  laan: string,
  van: number,
  werk: Parameters<LaanStore['quarantine']>[2],
  reden: string,
  strijdig: string | null = null,
): Promise<Geschreven> {
  const tot = positieNa(van, [{ werk }]);
  const seal = sealOf(db);
  const bevinding = vastgelopen(strijdig);
  const statements = [
    ...move(laan, van, tot),
    werk.kind === 'bericht'
      ? sql`update bericht set status = 'vastgelopen', beoordeeld_op = now(), reden = ${reden},
          bevindingen = ${toJson(seal.json('bericht.bevindingen', werk.id, [bevinding]))}::json
        where id = ${werk.id}::uuid and laan = ${laan} and status = 'ontvangen'`
      : sql`update opdracht set stand = 'geweigerd', reden = ${seal.text('opdracht.reden', werk.id, reden)}
        where id = ${werk.id}::uuid and laan = ${laan} and stand = 'wacht'`,
    sql`insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      values (${laan}, ${werk.id}::uuid, 'vastgelopen',
        json_build_object('reden', ${reden}::text, 'werk', ${werk.kind}::text))`,
    ...(werk.kind === 'bericht' ? [quarantineSignal(werk.id), ...quarantineCause(werk.id, bevinding)] : []),
  ];
  const geschreven = await write(() => inOneGo(db, statements));
  if (geschreven === 'conflict') throw new Error('quarantine takes no claims');
  return { kind: geschreven };
}

const VASTGELOPEN =
  'Bericht %s (%s van %s) is vastgelopen: het is niet beoordeeld en er is niets op geantwoord. ' +
  'De beheerder van de gateway zoekt uit waardoor en kan het opnieuw laten beoordelen.';

/** Nobody hears of it otherwise: no answer goes out, and who waits for one cannot know that none comes. */
function quarantineSignal(id: string): Statement {
  return sql`insert into signaal (laan, regio, onderwerp, soort, gemeente, aanbieder, melding)
    select b.laan, b.regio, b.id, 'wachtrij', b.gemeente, b.aanbieder,
      format(${VASTGELOPEN}::text, b.id, coalesce(b.type, 'bericht'), b.partij)
    from bericht b where b.id = ${id}::uuid`;
}

/** By which it is found, as any other that has this finding. */
function quarantineCause(berichtId: string, { regel, ernst }: Bevinding): Statement[] {
  return insertCauses([
    { berichtId, regel, retourcode: '', ernst, aantal: 1, aan: null, status: 'vastgelopen', clienten: 0 },
  ]);
}

async function write(send: () => Promise<unknown>): Promise<Geschreven['kind']> {
  try {
    await send();
    return 'written';
  } catch (fout) {
    if (isEis(fout, LAAN_VERDER)) return 'overtaken';
    if (isEis(fout, CLAIM_VREEMD)) return 'conflict';
    throw fout;
  }
}

/** Exclusivity is this compare-and-set: no row, and another worker was first. It also ends the turn's mark. */
function move(laan: string, van: number, tot: number): Statement[] {
  return [
    sql`${KEEP}
    with verder as (
      insert into laan as l (laan, beoordeeld_tot) values (${laan}, ${tot}::bigint)
      on conflict (laan) do update set beoordeeld_tot = excluded.beoordeeld_tot, bezig = null
      where l.beoordeeld_tot = ${van}::bigint returning laan
    )
    select eis(exists (select from verder), ${LAAN_VERDER})`,
  ];
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
