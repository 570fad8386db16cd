import { sql } from 'kysely';
import { type Scope, sees } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { TOEWIJZING_KOLOMMEN, type ToewijzingRij, toewijzingVan } from '../kennis/toewijzingen.ts';
import type { DossierStore, ToewijzingBeeld } from './contract.ts';

export function dossierStore(db: Db): DossierStore {
  return over(db, { toewijzing });
}

/** Under the first of these gemeentecodes that has the number; the history in order of writing, refused versions left out. */
async function toewijzing(
  db: Db,
  gemeenten: readonly string[],
  nummer: number,
  scope: Scope,
): Promise<ToewijzingBeeld | undefined> {
  const rij = await firstOf(
    db,
    sql<ToewijzingRij & { laan: string; gebruikt: number }>`
    select ${TOEWIJZING_KOLOMMEN}, t.laan, (
        select coalesce(sum(case when p.debet_credit = 'D' then p.bedrag else -p.bedrag end), 0)::bigint
        from prestatie p where p.toewijzing = t.sleutel and p.stand <> 'afgewezen') as gebruikt
    from toewijzing t where t.gemeente = any(${gemeenten}::text[]) and t.nummer = ${nummer}
    order by array_position(${gemeenten}::text[], t.gemeente), t.sleutel limit 1`,
  );
  if (rij === undefined) return undefined;
  const { laan, gebruikt, ...huidig } = rij;
  const { gemeente, aanbieder } = huidig;
  if (!sees(scope, { gemeente, parties: [gemeente, aanbieder] })) return undefined;
  return { huidig: toewijzingVan(huidig), historie: await versies(db, huidig.sleutel), gebruikt, laan };
}

async function versies(db: Db, sleutel: string): Promise<Toewijzing[]> {
  const rijen = await rowsOf(
    db,
    sql<ToewijzingRij>`
    select ${TOEWIJZING_KOLOMMEN} from toewijzing_versie t where t.sleutel = ${sleutel}::uuid and not t.verworpen
    order by t.rij`,
  );
  return rijen.map(toewijzingVan);
}
