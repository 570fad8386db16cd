import { sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { KEEP, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { kortVerslag, pakIn } from '../messages/verslag-rij.ts';
import { joinBodies, STUK } from '../seal/join-bodies.ts';
import { uuid } from '../tables/column.ts';
import { ColumnSet } from '../tables/column-set.ts';
import { OPDRACHT } from '../tables/lanes/opdracht.ts';
import { BERICHT } from '../tables/messages/bericht.ts';
import { NIET_WACHTEND } from './eis.ts';

/** Bytes of one insert of answers. */
const BYTES_PER_KEER = 32 * 1024 * 1024;

const OORDEEL = BERICHT.pick(
  'status',
  'bevindingen',
  'verslag_kort',
  'afspraken_versie',
  'regels_versie',
  'in_antwoord_op',
  'zegt',
  'zegt_codes',
);
const BEOORDEELD = OORDEEL.and(BERICHT.pick('id', 'volgnummer').columns);

/** The verdicts on the message rows themselves. A row that does not wait in this lane under this number is a bug. */
export function writeJudged(seal: Seal, laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts
    .filter(({ werk }) => werk.kind === 'bericht')
    .map(({ werk, verdict, beantwoordt }) => ({
      id: werk.id,
      volgnummer: werk.volgnummer,
      status: verdict.status,
      bevindingen: seal.json('bericht.bevindingen', werk.id, pakIn(verdict.bevindingen)),
      verslagKort: kort(seal, werk.id, kortVerslag(verdict.bevindingen)),
      afsprakenVersie: verdict.afsprakenVersie,
      regelsVersie: verdict.regelsVersie,
      inAntwoordOp: beantwoordt ?? verdict.mutaties.find((m) => m.soort === 'definitief')?.beantwoordId ?? null,
      zegt: verdict.zegt ?? null,
      zegtCodes: verdict.zegtCodes ?? null,
    }));
  if (rijen.length === 0) return [];
  // Found by the ids alone, as an array of their own; the `|| ''` and coalesce keep the other conditions from an index. A
  // generic plan made while the table was small would be a sequential scan of it, or of the whole lane.
  return [
    sql`${KEEP}
    with gezet as (
      update bericht b set ${OORDEEL.set('r')}, beoordeeld_op = now(), reden = null
      from ${BEOORDEELD.rows(rijen)}
      where b.id = any(${rijen.map(({ id }) => id)}::uuid[]) and b.id = r.id and b.laan || '' = ${laan} and coalesce(b.volgnummer, 0) = r.volgnummer
        and b.status || '' = 'ontvangen' returning b.id
    )
    select eis((select count(*) from gezet) = ${rijen.length}::int, ${NIET_WACHTEND})`,
  ];
}

const UITKOMST = OPDRACHT.pick('stand', 'resultaat', 'reden');
const UITGEVOERD = UITKOMST.and(OPDRACHT.pick('id').columns);

/** Outcomes of commands; without one of its own a command is done. */
export function writeOutcomes(seal: Seal, laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts
    .filter(({ werk }) => werk.kind === 'opdracht')
    .map(({ werk, uitkomst }) => ({
      id: werk.id,
      stand: uitkomst?.stand ?? ('gedaan' as const),
      resultaat:
        uitkomst === undefined || uitkomst.resultaat !== undefined
          ? seal.json('opdracht.resultaat', werk.id, uitkomst?.resultaat ?? {})
          : null,
      reden: uitkomst?.stand === 'geweigerd' ? seal.text('opdracht.reden', werk.id, uitkomst.reden) : null,
    }));
  if (rijen.length === 0) return [];
  return [
    sql`${KEEP}
    with gezet as (
      update opdracht o set ${UITKOMST.set('r')}
      from ${UITGEVOERD.rows(rijen)}
      where o.id = r.id and o.laan = ${laan} and o.stand = 'wacht' returning o.id
    )
    select eis((select count(*) from gezet) = ${rijen.length}::int, ${NIET_WACHTEND})`,
  ];
}

const GEMAAKT = BERICHT.pick(
  'id',
  'partij',
  'omvang',
  'type',
  'release',
  'afzender',
  'ontvanger',
  'identificatie',
  'gemeente',
  'aanbieder',
  'in_antwoord_op',
  'antwoord_nr',
  'afspraken_versie',
  'regels_versie',
  'zegt',
  'zegt_codes',
);

/** Composed messages: a row and its bytes each, goedgekeurd from the start, without volgnummer. */
export function writeAnswers(seal: Seal, laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict, antwoorden, inAntwoordOp }) =>
    paren(verdict.antwoorden, antwoorden).map(([antwoord, { id, bytes }], nr) => ({
      id,
      bytes,
      rij: {
        ...antwoord,
        id,
        partij: antwoord.zender,
        afzender: antwoord.zender,
        omvang: bytes.length,
        inAntwoordOp: inAntwoordOp ?? (werk.kind === 'bericht' ? werk.id : null),
        antwoordNr: nr,
        afsprakenVersie: verdict.afsprakenVersie,
        regelsVersie: verdict.regelsVersie,
        zegt: antwoord.zegt ?? null,
        zegtCodes: antwoord.zegtCodes ?? null,
      },
    })),
  );
  if (rijen.length === 0) return [];
  return [
    sql`${KEEP}
    insert into bericht (richting, laan, regio, status, ontvangen_op, beoordeeld_op, ${GEMAAKT.names()})
    select 'uit', ${laan}, (select regio from laan_teller where laan = ${laan}), 'goedgekeurd', now(), now(),
      ${GEMAAKT.of('r')}
    from ${GEMAAKT.rows(rijen.map(({ rij }) => rij))}`,
    ...delen(rijen).map((deel) => inhoud(seal, deel)),
  ];
}

function kort(seal: Seal, id: string, verslag: ReturnType<typeof kortVerslag>) {
  return verslag === null ? null : seal.json('bericht.verslag_kort', id, verslag);
}

const STUKKEN = new ColumnSet({ id: uuid, ...STUK });

function inhoud(seal: Seal, antwoorden: readonly { readonly id: string; readonly bytes: Uint8Array }[]): Statement {
  const { rows, bytesOf } = joinBodies(seal, antwoorden);
  return sql`${KEEP}
    insert into inhoud (bericht_id, bytes) select r.id, ${bytesOf('r')} from ${STUKKEN.rows(rows)}`;
}

function paren<A, B>(links: readonly A[], rechts: readonly B[]): [A, B][] {
  if (links.length !== rechts.length) throw new Error('the answers of a verdict and their bytes do not match');
  return links.flatMap((a, i) => {
    const b = rechts[i];
    return b === undefined ? [] : [[a, b] satisfies [A, B]];
  });
}

function delen<T extends { readonly bytes: Uint8Array }>(rijen: readonly T[]): T[][] {
  const alle: T[][] = [];
  let deel: T[] = [];
  let omvang = 0;
  for (const rij of rijen) {
    if (deel.length > 0 && omvang + rij.bytes.length > BYTES_PER_KEER) {
      alle.push(deel);
      deel = [];
      omvang = 0;
    }
    deel.push(rij);
    omvang += rij.bytes.length;
  }
  return [...alle, deel];
}
