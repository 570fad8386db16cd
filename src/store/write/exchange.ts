import { sql } from 'kysely';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { Mutaties } from './rows.ts';

/** Starts, stops, declarations and their lines, and the Client of toewijzingen: what the message itself told. */
export function writeExchange(laan: string, m: Mutaties): Statement[] {
  return [
    ...clienten(m.clienten),
    ...verwijderdeRegie(m.regieVerwijderd),
    ...regie(laan, m.regie),
    ...declaraties(laan, m.declaraties),
    ...prestaties(laan, m.prestaties),
  ];
}

function clienten(mutaties: Mutaties['clienten']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, gemeente, client, gegevens }) => ({ van, gemeente, client, gegevens }));
  return [
    sql`${KEEP}
    insert into client_gegevens (gemeente, aanbieder, client, gegevens, bericht_id)
    select distinct on (r.gemeente, b.aanbieder, r.client) r.gemeente, b.aanbieder, r.client, r.gegevens, r.van
    from ${recordset(rijen, 'van uuid, gemeente text, client text, gegevens json')} join bericht b on b.id = r.van
    order by r.gemeente, b.aanbieder, r.client, b.volgnummer desc
    on conflict (aanbieder, client, gemeente) do update
      set gegevens = excluded.gegevens, bericht_id = excluded.bericht_id, op = excluded.op`,
  ];
}

function verwijderdeRegie(mutaties: Mutaties['regieVerwijderd']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, record: { soort, client, berichtId, volgorde } }) => ({
    van,
    soort,
    client,
    bericht_id: berichtId,
    volgorde,
  }));
  return [
    sql`${KEEP}
    update regie g set verwijderd_door = r.van
    from ${recordset(rijen, 'van uuid, soort text, client text, bericht_id uuid, volgorde bigint')}
    join bericht b on b.id = r.van
    where g.aanbieder = b.aanbieder and g.client = r.client and g.soort = r.soort and g.bericht_id = r.bericht_id
      and g.volgorde = r.volgorde and g.verwijderd_door is null`,
  ];
}

function regie(laan: string, mutaties: Mutaties['regie']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, record: r }, nr) => ({
    nr,
    van,
    client: r.client,
    soort: r.soort,
    toewijzing_nummer: r.toewijzingNummer,
    categorie: r.categorie,
    code: r.code,
    begindatum: r.begindatum,
    einddatum: r.einddatum,
    reden_beeindiging: r.redenBeeindiging,
    toewijzing_ingangsdatum: r.toewijzingIngangsdatum,
    bericht_id: r.berichtId,
    volgorde: r.volgorde,
  }));
  const kolommen =
    'nr int, van uuid, client text, soort text, toewijzing_nummer bigint, categorie text, code text, begindatum date, ' +
    'einddatum date, reden_beeindiging text, toewijzing_ingangsdatum date, bericht_id uuid, volgorde bigint';
  return [
    sql`${KEEP}
    insert into regie (laan, gemeente, aanbieder, client, soort, toewijzing_nummer, categorie, code, begindatum, einddatum,
      reden_beeindiging, toewijzing_ingangsdatum, bericht_id, volgorde)
    select ${laan}, b.gemeente, b.aanbieder, r.client, r.soort, r.toewijzing_nummer, r.categorie, r.code, r.begindatum,
      r.einddatum, r.reden_beeindiging, r.toewijzing_ingangsdatum, r.bericht_id, r.volgorde
    from ${recordset(rijen, kolommen)} join bericht b on b.id = r.van order by r.nr`,
  ];
}

function declaraties(laan: string, mutaties: Mutaties['declaraties']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, declaratie: d }) => ({
    van,
    nummer: d.nummer,
    periode_begin: d.periodeBegin,
    periode_einde: d.periodeEinde,
    bericht_id: d.berichtId,
    release: d.release,
  }));
  return [
    sql`${KEEP}
    insert into declaratie (aanbieder, nummer, laan, gemeente, periode_begin, periode_einde, bericht_id, release)
    select b.aanbieder, r.nummer, ${laan}, b.gemeente, r.periode_begin, r.periode_einde, r.bericht_id, r.release
    from ${recordset(
      rijen,
      'van uuid, nummer text, periode_begin date, periode_einde date, bericht_id uuid, release text',
    )} join bericht b on b.id = r.van
    on conflict (aanbieder, nummer) do update set laan = excluded.laan, gemeente = excluded.gemeente,
      periode_begin = excluded.periode_begin, periode_einde = excluded.periode_einde, bericht_id = excluded.bericht_id,
      release = excluded.release`,
  ];
}

function prestaties(laan: string, mutaties: Mutaties['prestaties']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, prestatie: p }) => ({
    van,
    bericht_id: p.berichtId,
    referentie: p.referentie,
    vorige_referentie: p.vorigeReferentie,
    toewijzing: p.toewijzing,
    toewijzing_nummer: p.toewijzingNummer,
    client: p.client,
    categorie: p.categorie,
    code: p.code,
    begin: p.begin,
    einde: p.einde,
    volume: p.volume,
    eenheid: p.eenheid,
    tarief: p.tarief,
    bedrag: p.bedrag,
    debet_credit: p.debetCredit,
    stand: p.stand,
  }));
  const kolommen =
    'van uuid, bericht_id uuid, referentie text, vorige_referentie text, toewijzing uuid, toewijzing_nummer bigint, ' +
    'client text, categorie text, code text, begin date, einde date, volume bigint, eenheid text, tarief bigint, ' +
    'bedrag bigint, debet_credit text, stand text';
  return [
    sql`${KEEP}
    insert into prestatie (bericht_id, referentie, laan, gemeente, aanbieder, vorige_referentie, toewijzing,
      toewijzing_nummer, client, categorie, code, begin, einde, volume, eenheid, tarief, bedrag, debet_credit, stand)
    select r.bericht_id, r.referentie, ${laan}, b.gemeente, b.aanbieder, r.vorige_referentie, r.toewijzing,
      r.toewijzing_nummer, r.client, r.categorie, r.code, r.begin, r.einde, r.volume, r.eenheid, r.tarief, r.bedrag,
      r.debet_credit, r.stand
    from ${recordset(rijen, kolommen)} join bericht b on b.id = r.van
    on conflict (bericht_id, referentie) do update set stand = excluded.stand, bedrag = excluded.bedrag`,
  ];
}
