import { type RawBuilder, sql } from 'kysely';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import type { LaanStore } from './contract.ts';

const IDENTIFICATIE = 'identificatie';
const toewijzingReeks = (gemeente: string) => `toewijzing|${gemeente}`;

/**
 * First numbers of fresh blocks: one short statement, outside any verdict's transaction, whose rows are taken in order of
 * name so that two draws cannot deadlock. A series never goes back; when `vanaf` was raised it moves on,
 * and past ToewijzingNummers that the gemeente used itself, however many follow each other.
 */
export async function drawNumbers(
  db: Db,
  identificaties: number,
  toewijzingen: Parameters<LaanStore['drawNumbers']>[1],
): ReturnType<LaanStore['drawNumbers']> {
  const blokken = [
    { naam: IDENTIFICATIE, vanaf: 1, blok: identificaties },
    ...Object.entries(toewijzingen).map(([g, { aantal, vanaf }]) => ({
      naam: toewijzingReeks(g),
      vanaf,
      blok: aantal,
    })),
  ];
  const rijen = await rowsOf(
    db,
    sql<{ naam: string; eerste: number }>`
    insert into nummerreeks as n (naam, vanaf, blok, volgende)
    select naam, vanaf, blok, ${vrijVanaf(sql`r.naam`, sql`r.vanaf`, sql`r.blok`)} + blok
    from ${recordset(blokken, 'naam text, vanaf bigint, blok bigint')} order by naam collate "C"
    on conflict (naam) do update set vanaf = excluded.vanaf, blok = excluded.blok,
      volgende = ${vrijVanaf(sql`n.naam`, sql`greatest(n.volgende, excluded.vanaf)`, sql`excluded.blok`)} + excluded.blok
    returning naam, volgende - blok as eerste`,
  );
  const eerste = new Map(rijen.map((rij) => [rij.naam, rij.eerste]));
  const van = (naam: string) => {
    const nummer = eerste.get(naam);
    if (nummer === undefined) throw new Error('a number series gave no block');
    return nummer;
  };
  return {
    identificatie: van(IDENTIFICATIE),
    toewijzing: Object.fromEntries(Object.keys(toewijzingen).map((g) => [g, van(toewijzingReeks(g))])),
  };
}

/**
 * The first number from `van` on that begins a block of numbers of which no toewijzing of the gemeente has one: `van` itself,
 * else the one after a number in use that is followed by room enough. Both are found by the index on gemeente and number,
 * which has the collation of its table and not that of the series' names.
 */
function vrijVanaf(naam: RawBuilder<unknown>, van: RawBuilder<unknown>, blok: RawBuilder<unknown>) {
  const inGebruik = sql`toewijzing t where t.gemeente = split_part(${naam}, '|', 2) collate "default" and t.nummer >= ${van}`;
  return sql`(case when not exists (select from ${inGebruik} and t.nummer < ${van} + ${blok}) then ${van} else (
    select b.nummer + 1 from (
      select t.nummer, lead(t.nummer) over (order by t.nummer) as erna from ${inGebruik}) b
    where b.erna is null or b.erna > b.nummer + ${blok} order by b.nummer limit 1) end)`;
}
