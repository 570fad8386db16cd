import { sql } from 'kysely';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { KEEP, type Statement } from '../engine/db.ts';
import { int } from '../tables/column.ts';
import type { RowOf } from '../tables/column-set.ts';
import { VERSIE } from '../tables/dossier/toewijzing.ts';
import type { Mutaties } from './rows.ts';
import { undo } from './undo.ts';

const KOLOMMEN = VERSIE.names();
const NIEUW = VERSIE.without('sleutel').set('excluded');
const MET_NR = VERSIE.and({ nr: int });

/**
 * Versions of toewijzingen. Each goes into the history; the current row is replaced only by a version that is not older
 * by Toewijzingsdatum and -tijd (IV013), and of two that are equal the later written stands.
 */
export function writeToewijzingen(laan: string, toewijzingen: readonly Toewijzing[]): Statement[] {
  if (toewijzingen.length === 0) return [];
  const rijen = MET_NR.rows(toewijzingen.map((t, nr) => ({ ...rijVan(t), nr })));
  return [
    sql`${KEEP}
    insert into toewijzing_versie (laan, ${KOLOMMEN}) select ${laan}, ${KOLOMMEN} from ${rijen} order by nr`,
    sql`${KEEP}
    insert into toewijzing as t (laan, ${KOLOMMEN})
    select distinct on (sleutel) ${laan}, ${KOLOMMEN} from ${rijen}
    order by sleutel, toewijzingsdatum desc, toewijzingstijd collate "C" desc, nr desc
    on conflict (sleutel) do update set laan = excluded.laan, ${NIEUW}
    where (excluded.toewijzingsdatum, excluded.toewijzingstijd) >= (t.toewijzingsdatum, t.toewijzingstijd)`,
  ];
}

/** The row of a toewijzing: its signaalbudget in two columns. */
function rijVan({ signaalbudget, ...rest }: Toewijzing): RowOf<typeof VERSIE> {
  const [signaalbudgetSoort, signaalbudgetBedrag] = [signaalbudget?.soort ?? null, signaalbudget?.bedrag ?? null];
  return { ...rest, signaalbudgetSoort, signaalbudgetBedrag };
}

/**
 * What an own system (`retour: eigen`) said of a message. Accepted: its toewijzingen and prestaties are no longer
 * provisional. Refused: its versions never counted, so that the newest of the others stands again, or nothing.
 */
export function writeDefinitief(definitief: Mutaties['definitief']): Statement[] {
  const ids = (aanvaard: boolean) => definitief.filter((d) => d.aanvaard === aanvaard).map((d) => d.beantwoordId);
  return [...accept(ids(true)), ...refuse(ids(false))];
}

function accept(ids: readonly string[]): Statement[] {
  if (ids.length === 0) return [];
  const deze = sql`bericht_id = any(${ids}::uuid[])`;
  return [
    sql`update toewijzing_versie set voorlopig = false where ${deze} and voorlopig`,
    sql`${KEEP}
    update toewijzing set voorlopig = false
    where voorlopig and ${deze} and sleutel in (select sleutel from toewijzing_versie where ${deze})`,
    sql`update prestatie set stand = 'toegekend' where ${deze} and stand = 'voorlopig'`,
  ];
}

function refuse(ids: readonly string[]): Statement[] {
  if (ids.length === 0) return [];
  const deze = sql`bericht_id = any(${ids}::uuid[])`;
  const geraakt = sql`select sleutel from toewijzing_versie where ${deze}`;
  return [
    sql`update toewijzing_versie set verworpen = true where ${deze}`,
    sql`${KEEP}
    delete from toewijzing t where t.sleutel in (${geraakt})
      and not exists (select from toewijzing_versie v where v.sleutel = t.sleutel and not v.verworpen)`,
    sql`${KEEP}
    insert into toewijzing (laan, ${KOLOMMEN})
    select distinct on (sleutel) laan, ${KOLOMMEN} from toewijzing_versie where not verworpen and sleutel in (${geraakt})
    order by sleutel, toewijzingsdatum desc, toewijzingstijd desc, rij desc
    on conflict (sleutel) do update set laan = excluded.laan, ${NIEUW}`,
    sql`update prestatie set stand = 'afgewezen' where ${deze} and stand = 'voorlopig'`,
    ...undo(ids),
  ];
}
