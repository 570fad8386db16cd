import { sql } from 'kysely';
import type { Termijn } from '../../requests/termijnen.ts';
import { KEEP, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { TERMIJN } from '../tables/tasks/termijn.ts';

/** Terms that begin or are over; where one transaction says both of one sleutel, the last counts. */
export function writeTerms(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const laatste = new Map<string, Termijn | null>();
  for (const wijziging of verdicts.flatMap(({ verdict }) => verdict.termijnen ?? [])) {
    if (wijziging.kind === 'done') laatste.set(wijziging.sleutel, null);
    else laatste.set(wijziging.termijn.sleutel, wijziging.termijn);
  }
  const lopend = [...laatste.values()].filter((termijn) => termijn !== null);
  const klaar = [...laatste].flatMap(([sleutel, termijn]) => (termijn === null ? [sleutel] : []));
  return [...begin(laan, lopend), ...end(laan, klaar)];
}

const LOPEND = TERMIJN.without('rij', 'laan', 'regio', 'gewaarschuwd_op', 'verstreken_op', 'klaar_op');
/** A term that begins anew keeps its place: reference and parties are in its sleutel. */
const OPNIEUW = TERMIJN.pick('soort', 'partij', 'bericht_id', 'begin', 'waarschuw', 'uiterlijk').set('excluded');

function begin(laan: string, termijnen: readonly Termijn[]): Statement[] {
  if (termijnen.length === 0) return [];
  return [
    sql`${KEEP}
    insert into termijn (laan, regio, ${LOPEND.names()})
    select ${laan}, (select regio from laan_teller where laan = ${laan}), ${LOPEND.of('r')}
    from ${LOPEND.rows(termijnen)}
    on conflict (laan, sleutel) do update set ${OPNIEUW}, gewaarschuwd_op = null, verstreken_op = null, klaar_op = null`,
  ];
}

function end(laan: string, sleutels: readonly string[]): Statement[] {
  if (sleutels.length === 0) return [];
  return [
    sql`${KEEP}
    update termijn set klaar_op = now()
    where laan = ${laan} and sleutel = any(${sleutels}::text[]) and klaar_op is null`,
  ];
}
