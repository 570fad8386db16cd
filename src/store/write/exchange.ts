import { sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { inSteps, KEEP, type Statement } from '../engine/db.ts';
import { ROWS } from '../seal/places.ts';
import { int, uuid } from '../tables/column.ts';
import { CLIENT_GEGEVENS } from '../tables/dossier/client-gegevens.ts';
import { DECLARATIE, DECLARATIE_RECORD } from '../tables/dossier/declaratie.ts';
import { PRESTATIE, PRESTATIE_RECORD } from '../tables/dossier/prestatie.ts';
import { REGIE, REGIE_RECORD } from '../tables/dossier/regie.ts';
import type { Mutaties } from './rows.ts';

/** Starts, stops, declarations and their lines, and the Client of toewijzingen: what the message itself told. */
export function* writeExchange(seal: Seal, laan: string, m: Mutaties): Generator<Statement> {
  yield* clienten(seal, m.clienten);
  yield* verwijderdeRegie(m.regieVerwijderd);
  yield* regie(laan, m.regie);
  yield* declaraties(laan, m.declaraties);
  for (const step of inSteps(m.prestaties)) yield prestaties(laan, step);
}

const CLIENT = CLIENT_GEGEVENS.pick('gemeente', 'client', 'gegevens').and({ van: uuid });

function clienten(seal: Seal, mutaties: Mutaties['clienten']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ gegevens, ...rest }) => ({
    ...rest,
    gegevens: seal.json('client_gegevens.gegevens', ROWS.client(rest), gegevens),
  }));
  return [
    sql`${KEEP}
    insert into client_gegevens (gemeente, aanbieder, client, gegevens, bericht_id)
    select distinct on (r.gemeente, b.aanbieder, r.client) r.gemeente, b.aanbieder, r.client, r.gegevens, r.van
    from ${CLIENT.rows(rijen)} join bericht b on b.id = r.van
    order by r.gemeente, b.aanbieder, r.client, b.volgnummer desc
    on conflict (aanbieder, client, gemeente) do update
      set gegevens = excluded.gegevens, bericht_id = excluded.bericht_id, op = excluded.op`,
  ];
}

const VERWIJDERD = REGIE.pick('soort', 'client', 'bericht_id', 'volgorde').and({ van: uuid });

function verwijderdeRegie(mutaties: Mutaties['regieVerwijderd']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, record }) => ({ ...record, van }));
  return [
    sql`${KEEP}
    update regie g set verwijderd_door = r.van
    from ${VERWIJDERD.rows(rijen)} join bericht b on b.id = r.van
    where g.aanbieder = b.aanbieder and g.client = r.client and g.soort = r.soort and g.bericht_id = r.bericht_id
      and g.volgorde = r.volgorde and g.verwijderd_door is null`,
  ];
}

const MET_NR = REGIE_RECORD.and({ nr: int, van: uuid });

function regie(laan: string, mutaties: Mutaties['regie']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, record }, nr) => ({ ...record, van, nr }));
  return [
    sql`${KEEP}
    insert into regie (laan, gemeente, aanbieder, ${REGIE_RECORD.names()})
    select ${laan}, b.gemeente, b.aanbieder, ${REGIE_RECORD.of('r')}
    from ${MET_NR.rows(rijen)} join bericht b on b.id = r.van order by r.nr`,
  ];
}

const INGEDIEND = DECLARATIE_RECORD.and({ van: uuid });
const OPNIEUW = DECLARATIE.without('aanbieder', 'nummer').set('excluded');

function declaraties(laan: string, mutaties: Mutaties['declaraties']): Statement[] {
  if (mutaties.length === 0) return [];
  const rijen = mutaties.map(({ van, declaratie }) => ({ ...declaratie, van }));
  return [
    sql`${KEEP}
    insert into declaratie (laan, gemeente, aanbieder, ${DECLARATIE_RECORD.names()})
    select ${laan}, b.gemeente, b.aanbieder, ${DECLARATIE_RECORD.of('r')}
    from ${INGEDIEND.rows(rijen)} join bericht b on b.id = r.van
    on conflict (aanbieder, nummer) do update set ${OPNIEUW}`,
  ];
}

const REGEL = PRESTATIE_RECORD.and({ van: uuid });
const ANDERS = PRESTATIE.pick('stand', 'bedrag').set('excluded');

function prestaties(laan: string, mutaties: Mutaties['prestaties']): Statement {
  const rijen = mutaties.map(({ van, prestatie }) => ({ ...prestatie, van }));
  return sql`${KEEP}
    insert into prestatie (laan, gemeente, aanbieder, ${PRESTATIE_RECORD.names()})
    select ${laan}, b.gemeente, b.aanbieder, ${PRESTATIE_RECORD.of('r')}
    from ${REGEL.rows(rijen)} join bericht b on b.id = r.van
    on conflict (bericht_id, referentie) do update set ${ANDERS}`;
}
