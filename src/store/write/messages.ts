import { sql } from 'kysely';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import { joinBytes } from '../engine/join-bytes.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { kortVerslag, pakIn } from '../messages/verslag-rij.ts';
import { NIET_WACHTEND } from './eis.ts';

/** Bytes of one insert of answers. */
const BYTES_PER_KEER = 32 * 1024 * 1024;

/** The verdicts on the message rows themselves. A row that does not wait in this lane under this number is a bug. */
export function writeJudged(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts
    .filter(({ werk }) => werk.kind === 'bericht')
    .map(({ werk, verdict, beantwoordt }) => ({
      id: werk.id,
      volgnummer: werk.volgnummer,
      status: verdict.status,
      bevindingen: pakIn(verdict.bevindingen),
      verslag_kort: kortVerslag(verdict.bevindingen),
      afspraken_versie: verdict.afsprakenVersie,
      regels_versie: verdict.regelsVersie,
      in_antwoord_op: beantwoordt ?? verdict.mutaties.find((m) => m.soort === 'definitief')?.beantwoordId ?? null,
    }));
  if (rijen.length === 0) return [];
  const kolommen =
    'id uuid, volgnummer bigint, status text, bevindingen json, verslag_kort json, afspraken_versie int, ' +
    'regels_versie text, in_antwoord_op uuid';
  // Found by the ids alone, as an array of their own; the `|| ''` and coalesce keep the other conditions from an index. A
  // generic plan made while the table was small would be a sequential scan of it, or of the whole lane.
  return [
    sql`${KEEP}
    with gezet as (
      update bericht b set status = r.status, bevindingen = r.bevindingen, verslag_kort = r.verslag_kort, beoordeeld_op = now(),
        afspraken_versie = r.afspraken_versie, regels_versie = r.regels_versie, in_antwoord_op = r.in_antwoord_op, reden = null
      from ${recordset(rijen, kolommen)}
      where b.id = any(${rijen.map(({ id }) => id)}::uuid[]) and b.id = r.id and b.laan || '' = ${laan} and coalesce(b.volgnummer, 0) = r.volgnummer
        and b.status || '' = 'ontvangen' returning b.id
    )
    select eis((select count(*) from gezet) = ${rijen.length}::int, ${NIET_WACHTEND})`,
  ];
}

/** Outcomes of commands; without one of its own a command is done. */
export function writeOutcomes(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts
    .filter(({ werk }) => werk.kind === 'opdracht')
    .map(({ werk, uitkomst }) => ({
      id: werk.id,
      stand: uitkomst?.stand ?? 'gedaan',
      resultaat: uitkomst === undefined ? {} : (uitkomst.resultaat ?? null),
      reden: uitkomst?.stand === 'geweigerd' ? uitkomst.reden : null,
    }));
  if (rijen.length === 0) return [];
  return [
    sql`${KEEP}
    with gezet as (
      update opdracht o set stand = r.stand, resultaat = r.resultaat, reden = r.reden
      from ${recordset(rijen, 'id uuid, stand text, resultaat json, reden text')}
      where o.id = r.id and o.laan = ${laan} and o.stand = 'wacht' returning o.id
    )
    select eis((select count(*) from gezet) = ${rijen.length}::int, ${NIET_WACHTEND})`,
  ];
}

/** Composed messages: a row and its bytes each, goedgekeurd from the start, without volgnummer. */
export function writeAnswers(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict, antwoorden, inAntwoordOp }) =>
    paren(verdict.antwoorden, antwoorden).map(([antwoord, { id, bytes }], nr) => ({
      id,
      bytes,
      rij: {
        id,
        partij: antwoord.zender,
        ontvanger: antwoord.ontvanger,
        omvang: bytes.length,
        type: antwoord.type,
        release: antwoord.release,
        identificatie: antwoord.identificatie,
        gemeente: antwoord.gemeente,
        aanbieder: antwoord.aanbieder,
        in_antwoord_op: inAntwoordOp ?? (werk.kind === 'bericht' ? werk.id : null),
        antwoord_nr: nr,
        afspraken_versie: verdict.afsprakenVersie,
        regels_versie: verdict.regelsVersie,
      },
    })),
  );
  if (rijen.length === 0) return [];
  const kolommen =
    'id uuid, partij text, ontvanger text, omvang int, type text, release text, identificatie text, gemeente text, ' +
    'aanbieder text, in_antwoord_op uuid, antwoord_nr int, afspraken_versie int, regels_versie text';
  return [
    sql`${KEEP}
    insert into bericht (id, richting, laan, partij, omvang, type, release, afzender, ontvanger, identificatie, gemeente,
      aanbieder, regio, status, ontvangen_op, beoordeeld_op, in_antwoord_op, antwoord_nr, afspraken_versie, regels_versie)
    select r.id, 'uit', ${laan}, r.partij, r.omvang, r.type, r.release, r.partij, r.ontvanger, r.identificatie, r.gemeente,
      r.aanbieder, (select regio from laan_teller where laan = ${laan}), 'goedgekeurd', now(), now(), r.in_antwoord_op,
      r.antwoord_nr, r.afspraken_versie, r.regels_versie
    from ${recordset(
      rijen.map(({ rij }) => rij),
      kolommen,
    )}`,
    ...delen(rijen).map(inhoud),
  ];
}

function inhoud(rijen: readonly { readonly id: string; readonly bytes: Uint8Array }[]): Statement {
  const { bytes, vanaf } = joinBytes(rijen.map((rij) => rij.bytes));
  const stukken = rijen.map(({ id, bytes: { length } }, nr) => ({ id, vanaf: vanaf[nr], omvang: length }));
  return sql`${KEEP}
    insert into inhoud (bericht_id, bytes) select r.id, substring(${bytes}::bytea from r.vanaf for r.omvang)
    from ${recordset(stukken, 'id uuid, vanaf int, omvang int')}`;
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
