import { type RawBuilder, sql } from 'kysely';

/**
 * Steps of the statement that settles a delivery (its step `nu` gave the delivery): how the way of its party does since. One
 * signal when it begins to fail and one when something arrives again, also when several processes settle at once: the row
 * of the party tells who is first.
 */
export function arrived(op: Date): RawBuilder<unknown> {
  // What arrived last is written once a second at most; a failure ends at once.
  return sql`
    hersteld as (
      update partij_weg w set storing_sinds = null, laatste_succes = ${op}::timestamptz from nu
      where w.partij = nu.partij and w.storing_sinds is not null returning w.partij
    ), gelukt as (
      insert into partij_weg as w (partij, laatste_succes)
      select distinct partij, ${op}::timestamptz from nu where partij not in (select partij from hersteld) order by partij
      on conflict (partij) do update set laatste_succes = excluded.laatste_succes
      where coalesce(w.laatste_succes < excluded.laatste_succes - interval '1 second', true)
    ), ${signal(
      sql`select distinct on (nu.partij) nu.bericht_id, nu.partij, nu.kanaal, '' as code
        from nu join hersteld h on h.partij = nu.partij`,
      WORKS,
    )}`;
}

/** `lasting`: this message will never be taken, which says nothing of the way; told each time. */
export function failed(code: string, lasting: boolean, op: Date): RawBuilder<unknown> {
  const since = lasting ? sql`null::timestamptz` : sql`${op}::timestamptz`;
  return sql`
    gestoord as (
      insert into partij_weg as w (partij, storing_sinds, laatste_fout, laatste_fout_op)
      select partij, ${since}, ${code}, ${op}::timestamptz from nu
      on conflict (partij) do update set storing_sinds = coalesce(w.storing_sinds, excluded.storing_sinds),
        laatste_fout = excluded.laatste_fout, laatste_fout_op = excluded.laatste_fout_op
      returning w.partij, w.storing_sinds
    ), ${signal(
      sql`select nu.*, ${code}::text as code from nu join gestoord g on g.partij = nu.partij
        where ${lasting ? sql`true` : sql`g.storing_sinds = ${op}::timestamptz`}`,
      lasting ? NEVER : FAILS,
    )}`;
}

const WORKS = sql`'Berichten aan ' || s.partij || ' komen weer aan (kanaal ' || s.kanaal || ').'`;
const FAILS = sql`'Berichten aan ' || s.partij || ' komen niet aan (kanaal ' || s.kanaal || ', fout ' || s.code ||
  '). De gateway blijft het 24 uur proberen; wat dan niet is aangekomen krijgt de status mislukt. Controleer de instellingen van het kanaal en het systeem van de partij.'`;
const NEVER = sql`'Een bericht aan ' || s.partij || ' is geweigerd (kanaal ' || s.kanaal || ', fout ' || s.code ||
  ') en gaat niet opnieuw. De partij kan het ophalen via HTTP; na herstel kan een operator het opnieuw laten afleveren.'`;

/** To the party itself and to the operators of the region of the message. */
function signal(source: RawBuilder<unknown>, sentence: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    gesignaleerd as (
      insert into signaal (laan, regio, onderwerp, soort, gemeente, aanbieder, melding)
      select b.laan, b.regio, b.id, 'aflevering', case when length(s.partij) = 4 then s.partij end,
        case when length(s.partij) = 8 then s.partij end, ${sentence}
      from (${source}) s join bericht b on b.id = s.bericht_id returning *
    ), signaalverhaal as (
      insert into gebeurtenis (laan, onderwerp, soort, gegevens)
      select laan, onderwerp, 'signaal', json_build_object(
        'signaal', rij::text, 'soort', soort, 'gemeente', gemeente, 'aanbieder', aanbieder)
      from gesignaleerd
    )`;
}
