import { sql } from 'kysely';
import { KEEP, type Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { int } from '../tables/column.ts';
import { AFLEVERING } from '../tables/messages/aflevering.ts';
import { GEBEURTENIS } from '../tables/messages/gebeurtenis.ts';
import { SIGNAAL } from '../tables/tasks/signaal.ts';

const LEVERING = AFLEVERING.pick('bericht_id', 'partij', 'type').and({ nr: int });

/**
 * Deliveries, each by the way of its party: the message itself to those it is passed on to, then its answers in the order in which
 * they go out. The type comes along, as the turn knows it; looking it up again cost as much as the insert itself.
 */
export function writeDeliveries(verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict, antwoorden }) => [
    ...(werk.kind === 'bericht'
      ? verdict.doorgeleverdAan.map((partij) => ({ berichtId: werk.id, partij, type: werk.type ?? null }))
      : []),
    ...antwoorden.flatMap(({ id }, i) => {
      const antwoord = verdict.antwoorden[i];
      return antwoord === undefined
        ? []
        : antwoord.leverAan.map((partij) => ({ berichtId: id, partij, type: antwoord.type }));
    }),
  ]);
  if (rijen.length === 0) return [];
  const genummerd = rijen.map((rij, nr) => ({ ...rij, nr }));
  return [
    sql`${KEEP}
    insert into aflevering (bericht_id, partij, type, kanaal)
    select r.bericht_id, r.partij, coalesce(r.type, (select b.type from bericht b where b.id = r.bericht_id)),
      coalesce((select kanaal from partij_kanaal p where p.partij = r.partij), 'ophalen')
    from ${LEVERING.rows(genummerd)}
    order by r.nr on conflict (partij, bericht_id) do nothing`,
  ];
}

const EVENT = GEBEURTENIS.pick('onderwerp', 'soort', 'gegevens');

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
    insert into gebeurtenis (laan, ${EVENT.names()}) select ${laan}, ${EVENT.of('r')} from ${EVENT.rows(rijen)}`,
  ];
}

const GEGEVEN = SIGNAAL.without('rij', 'laan', 'regio', 'op', 'stand', 'stand_op');

export function writeSignals(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ werk, verdict }) =>
    verdict.signalen.map((signaal) => ({ ...signaal, onderwerp: werk.id })),
  );
  if (rijen.length === 0) return [];
  return [
    sql`${KEEP}
    with nieuw as (
      insert into signaal (laan, regio, ${GEGEVEN.names()})
      select ${laan}, (select regio from laan_teller where laan = ${laan}), ${GEGEVEN.of('r')}
      from ${GEGEVEN.rows(rijen)} returning *
    )
    insert into gebeurtenis (laan, onderwerp, soort, gegevens)
    select laan, onderwerp, 'signaal', json_build_object(
      'signaal', rij::text, 'soort', soort, 'gemeente', gemeente, 'aanbieder', aanbieder)
    from nieuw order by rij`,
  ];
}
