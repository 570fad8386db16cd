import { sql } from 'kysely';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';

/** Deliveries: the message itself to those it is passed on to, then its answers in the order in which they go out. */
export function writeDeliveries(verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict, antwoorden }) => [
    ...(werk.kind === 'bericht' ? verdict.doorgeleverdAan.map((partij) => ({ bericht_id: werk.id, partij })) : []),
    ...verdict.antwoorden.flatMap(({ leverAan }, i) =>
      leverAan.map((partij) => ({ bericht_id: antwoorden[i]?.id, partij })),
    ),
  ]);
  if (rijen.length === 0) return [];
  const genummerd = rijen.map((rij, nr) => ({ ...rij, nr }));
  return [
    sql`${KEEP}
    insert into aflevering (bericht_id, partij, type)
    select r.bericht_id, r.partij, b.type
    from ${recordset(genummerd, 'bericht_id uuid, partij text, nr int')} join bericht b on b.id = r.bericht_id
    order by r.nr on conflict (partij, bericht_id) do nothing`,
  ];
}

/** One event per verdict. */
export function writeEvents(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.map(({ werk, verdict, antwoorden, uitkomst }) => ({
    onderwerp: werk.id,
    soort: werk.kind === 'bericht' ? 'beoordeeld' : 'besloten',
    gegevens: {
      ...(werk.kind === 'bericht'
        ? { status: verdict.status, type: werk.type ?? null }
        : { stand: uitkomst?.stand ?? 'gedaan', soort: werk.soort ?? null }),
      afspraken: verdict.afsprakenVersie,
      regels: verdict.regelsVersie,
      antwoorden: antwoorden.map(({ id }) => id),
    },
  }));
  return [
    sql`${KEEP}
    insert into gebeurtenis (laan, onderwerp, soort, gegevens) select ${laan}, r.onderwerp, r.soort, r.gegevens
    from ${recordset(rijen, 'onderwerp uuid, soort text, gegevens json')}`,
  ];
}

export function writeSignals(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict }) =>
    verdict.signalen.map((signaal) => ({
      onderwerp: werk.id,
      soort: signaal.soort,
      gemeente: signaal.gemeente,
      aanbieder: signaal.aanbieder,
      toewijzing_nummer: signaal.toewijzingNummer,
      percentage: signaal.percentage,
      melding: signaal.melding,
    })),
  );
  if (rijen.length === 0) return [];
  const kolommen =
    'onderwerp uuid, soort text, gemeente text, aanbieder text, toewijzing_nummer bigint, percentage float8, melding text';
  return [
    sql`${KEEP}
    with nieuw as (
      insert into signaal (laan, regio, onderwerp, soort, gemeente, aanbieder, toewijzing_nummer, percentage, melding)
      select ${laan}, (select regio from laan_teller where laan = ${laan}), r.onderwerp, r.soort, r.gemeente, r.aanbieder,
        r.toewijzing_nummer, r.percentage, r.melding
      from ${recordset(rijen, kolommen)} returning *
    )
    insert into gebeurtenis (laan, onderwerp, soort, gegevens)
    select laan, onderwerp, 'signaal', json_build_object(
      'signaal', rij::text, 'soort', soort, 'gemeente', gemeente, 'aanbieder', aanbieder)
    from nieuw order by rij`,
  ];
}
