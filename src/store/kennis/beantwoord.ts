import { sql } from 'kysely';
import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { KEEP, recordset, type Statement } from '../engine/db.ts';
import type { RowOf } from '../tables/column-set.ts';
import { INHOUD } from '../tables/messages/inhoud.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

const BYTES = INHOUD.pick('bytes');

export type BeantwoordRij = Omit<BeantwoordBericht, 'inhoud'> & RowOf<typeof BYTES>;

/**
 * The message that a retourbericht, JW325 or JW304 answers: the accepted one of that type and Identificatie by that party,
 * or the JW303 with that nummer. A declaratie of which each line was refused was delivered all the same, so the gemeente
 * answers it as well. It is answered already when an accepted message of the answering type answers it.
 */
export function beantwoordBij(zoek: readonly Zoekvraag[]): Statement<Bij<BeantwoordRij>> | null {
  const vragen = zoek.flatMap(({ nr, vraag: { beantwoordt } }) =>
    beantwoordt === null ? [] : [{ nr, ...beantwoordt, antwoord: MESSAGES[beantwoordt.type].antwoord }],
  );
  if (vragen.length === 0) return null;
  const kolommen = 'nr int, type text, zender text, identificatie text, antwoord text';
  return sql<Bij<BeantwoordRij>>`${KEEP}
    select v.nr, b.id, b.type, b.release, ${BYTES.select('i')}, exists (
        select from bericht a where a.in_antwoord_op = b.id and a.type = v.antwoord and a.status = 'goedgekeurd'
      ) as "alBeantwoord"
    from ${recordset(vragen, kolommen, 'v')} cross join lateral (
      select b.* from bericht b where b.id in (
        select k.id from bericht k where k.partij = v.zender and k.type = v.type and k.identificatie = v.identificatie
        union all
        select d.bericht_id from declaratie d where d.aanbieder = v.zender and d.nummer = v.identificatie
          and v.type = 'JW303'
      ) and b.type = v.type and (b.status in ('goedgekeurd', 'deels-goedgekeurd')
        or exists (select from aflevering a where a.bericht_id = b.id)) order by b.id desc limit 1) b
    join inhoud i on i.bericht_id = b.id order by v.nr`;
}
