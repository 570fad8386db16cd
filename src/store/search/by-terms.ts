import { type RawBuilder, sql } from 'kysely';
import type { Zoekterm } from '../../dossier/zoekterm.ts';
import type { BerichtFilter } from '../messages/contract.ts';
import { asked, both, ofParties, partiesOf } from './conditions.ts';
import { termOf } from './search-term.ts';

type Sql = RawBuilder<unknown>;

export function hasTerms(filter: BerichtFilter): boolean {
  return termsOf(filter).length > 0;
}

/** What is about all that is asked, and the answers to it. */
export function byTerms(filter: BerichtFilter): Sql {
  const partijen = partiesOf(filter);
  return sql`select b.id from bericht b
    where ${both(termsOf(filter).map((term) => sql`b.id in (${about(term)})`))}
      and ${both([...asked(filter), ...(partijen === undefined ? [] : [ofParties(partijen)])])}
    order by b.id desc limit ${filter.limit}`;
}

function termsOf({ client, toewijzing, referentie, declaratie }: BerichtFilter): Zoekterm[] {
  return [
    ...(client === undefined ? [] : [{ soort: 'client', waarde: client } as const]),
    ...(toewijzing === undefined ? [] : [{ soort: 'toewijzing', waarde: String(toewijzing) } as const]),
    ...(referentie === undefined ? [] : [{ soort: 'referentie', waarde: referentie } as const]),
    ...(declaratie === undefined ? [] : [{ soort: 'declaratie', waarde: declaratie } as const]),
  ];
}

function about(term: Zoekterm): Sql {
  const zelf = sql`select z.bericht_id as id from zoekterm z where z.term = ${termOf(term)}::bigint
    ${term.soort === 'referentie' ? sql`union ${linesWith(term.waarde)}` : sql``}`;
  return sql`
    with zelf as materialized (${zelf})
    select id from zelf
    union select a.id from zelf cross join lateral (
      select id from bericht where in_antwoord_op = zelf.id offset 0) a`;
}

/** Lines of declaraties are found by the aanbieder that gave them their reference: each that has a lane is asked. */
function linesWith(referentie: string): Sql {
  return sql`
    select p.bericht_id from (select distinct split_part(laan, '|', 2) as aanbieder from laan_teller) l
    cross join lateral (
      select bericht_id from prestatie p where p.aanbieder = l.aanbieder and p.referentie = ${referentie} offset 0) p`;
}
