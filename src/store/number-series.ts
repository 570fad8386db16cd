import { sql } from 'kysely';
import { type Db, recordset, rowsOf } from './db.ts';
import type { LaanStore } from './store.ts';

const IDENTIFICATIE = 'identificatie';
const toewijzingReeks = (gemeente: string) => `toewijzing|${gemeente}`;

/**
 * First numbers of fresh blocks: one short statement, outside any verdict's transaction, whose rows are taken in order of
 * name so that two draws never wait for each other in a ring. A series never goes back; when `vanaf` was raised it moves on.
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
    select naam, vanaf, blok, vanaf + blok from ${recordset(blokken, 'naam text, vanaf bigint, blok bigint')}
    order by naam collate "C"
    on conflict (naam) do update set vanaf = excluded.vanaf, blok = excluded.blok,
      volgende = greatest(n.volgende, excluded.vanaf) + excluded.blok
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
