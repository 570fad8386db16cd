import { sql } from 'kysely';
import { type Zoekterm, zoektermen } from '../../dossier/zoekterm.ts';
import { oorzakenIn } from '../../findings/oorzaken-in.ts';
import { inSteps, KEEP, recordset, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { termOf } from '../search/search-term.ts';
import type { RowOf } from '../tables/column-set.ts';
import { OORZAAK } from '../tables/messages/oorzaak.ts';

/** What the messages of these verdicts are about, and what was wrong with them. */
export function* writeSearch(verdicts: readonly TeSchrijven[]): Generator<Statement> {
  for (const step of inSteps(verdicts.flatMap(termenVan))) yield writeTerms(step);
  yield* writeCauses(verdicts);
}

function writeTerms(termen: readonly (readonly [string, Zoekterm])[]): Statement {
  // As text: a number of eight bytes is none of JavaScript's.
  const rijen = termen.map(([bericht_id, term]) => ({ term: termOf(term), bericht_id }));
  return sql`${KEEP}
    insert into zoekterm (term, bericht_id) select r.term, r.bericht_id
    from ${recordset(rijen, 'term bigint, bericht_id uuid')} on conflict do nothing`;
}

/** Of a message what it names. Of a command the toewijzingen that it brings: what it composed answers no message then. */
function termenVan({ werk, verdict, over, inAntwoordOp }: TeSchrijven): (readonly [string, Zoekterm])[] {
  if (werk.kind === 'bericht') {
    const regelsBewaard = verdict.mutaties.some(({ soort }) => soort === 'prestatie');
    return over == null ? [] : zoektermen(over, { regelsBewaard }).map((term) => [werk.id, term] as const);
  }
  if (inAntwoordOp !== undefined) return [];
  return verdict.mutaties.flatMap((mutatie) => {
    if (mutatie.soort !== 'toewijzing') return [];
    const { berichtId, client, nummer } = mutatie.toewijzing;
    const toewijzing = nummer === null ? [] : [{ soort: 'toewijzing', waarde: String(nummer) } as const];
    return [{ soort: 'client', waarde: client } as const, ...toewijzing].map((term) => [berichtId, term] as const);
  });
}

const GETELD = OORZAAK.pick('bericht_id', 'regel', 'retourcode', 'ernst', 'aantal', 'aan', 'status', 'clienten');

function writeCauses(verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts
    .filter(({ werk }) => werk.kind === 'bericht')
    .flatMap(({ werk, verdict }) =>
      oorzakenIn(verdict).map(({ retourcode, ...oorzaak }) => ({
        ...oorzaak,
        ...{
          berichtId: werk.id,
          retourcode: retourcode ?? '',
          aan: verdict.doorgeleverdAan[0] ?? null,
          status: verdict.status,
        },
      })),
    );
  return insertCauses(rijen);
}

/** What was wrong with messages, by which they are found. Judged again beside a process that takes away nothing before: what is said now holds. */
export function insertCauses(rijen: readonly RowOf<typeof GETELD>[]): Statement[] {
  if (rijen.length === 0) return [];
  return [
    sql`
    insert into oorzaak (partij, type, regio, op, ${GETELD.names()})
    select b.partij, b.type, b.regio, b.ontvangen_op, ${GETELD.of('r')}
    from ${GETELD.rows(rijen)} join bericht b on b.id = r.bericht_id
    on conflict (bericht_id, regel, retourcode, ernst) do update
      set aantal = excluded.aantal, status = excluded.status, clienten = excluded.clienten`,
  ];
}
