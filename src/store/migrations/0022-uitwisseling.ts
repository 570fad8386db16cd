import { type Kysely, sql } from 'kysely';

/** Who sees a message (`v`), and who figures in it (`o`): of messages `b`. */
const PARTIES = `
  cross join lateral (select b.partij union select a.partij from aflevering a where a.bericht_id = b.id) v(partij)
  cross join lateral (values (b.partij), (b.afzender), (b.ontvanger)
    union select a.partij from aflevering a where a.bericht_id = b.id) o(ander)
  where o.ander <> v.partij`;
const VAK = `left(b.id::text, 4)`;

const STATEMENTS: readonly string[] = [
  // Which parties figure in messages that a party sees, by the first four digits of their ids, which tell fifty days. So a list
  // of what was exchanged with a party is looked for among the days in which there was any, and among none where there was not;
  // an index that answers the same costs each delivery an entry, this a look.
  `create table uitwisseling (
    partij text not null,
    ander text not null,
    vak text not null,
    primary key (partij, ander, vak)
  )`,
  `insert into uitwisseling (partij, ander, vak)
    select distinct b.partij, o.ander, ${VAK} from bericht b cross join lateral (values (b.afzender), (b.ontvanger)) o(ander)
    where o.ander <> b.partij`,
  // Of few messages the parties are others than those of their header, and these are told by what was delivered.
  `insert into uitwisseling (partij, ander, vak)
    select distinct v.partij, o.ander, ${VAK}
    from (select distinct on (b.partij, b.afzender, b.ontvanger, aan, ${VAK}) b.* from bericht b
      join (select bericht_id, array_agg(partij order by partij) as aan from aflevering group by 1) w on w.bericht_id = b.id) b
    ${PARTIES}
    on conflict do nothing`,

  // By the tables themselves, so that no way of storing can leave it out: once for each statement that adds rows.
  `create function noteer_bericht() returns trigger language plpgsql as $$
  begin
    insert into uitwisseling (partij, ander, vak)
      select distinct b.partij, o.ander, b.vak
      from (select distinct n.partij, n.afzender, n.ontvanger, left(n.id::text, 4) as vak from nieuw n) b
        cross join lateral (values (b.afzender), (b.ontvanger)) o(ander)
      where o.ander <> b.partij
        and not exists (select from uitwisseling u where u.partij = b.partij and u.ander = o.ander and u.vak = b.vak)
      order by 1, 2, 3
    on conflict do nothing;
    return null;
  end $$`,
  `create trigger uitwisseling after insert on bericht referencing new table as nieuw
    for each statement execute function noteer_bericht()`,
  // Each message is found by its id alone, whatever the planner knows. That who got messages of the same header may see each other
  // is more than there may be, which only lets a list be looked for.
  `create function noteer_aflevering() returns trigger language plpgsql as $$
  begin
    insert into uitwisseling (partij, ander, vak)
      with soort as materialized (
        select distinct left(n.bericht_id::text, 4) as vak, n.partij as aan, b.partij, b.afzender, b.ontvanger
        from nieuw n cross join lateral (
          select b.partij, b.afzender, b.ontvanger from bericht b where b.id = n.bericht_id offset 0) b
      ), paar as (
        select s.aan as partij, o.ander, s.vak from soort s
          cross join lateral (values (s.partij), (s.afzender), (s.ontvanger)) o(ander)
        union select s.partij, s.aan, s.vak from soort s
        union select s.aan, a.aan, s.vak from soort s join soort a
          on a.vak = s.vak and (a.partij, a.afzender, a.ontvanger) is not distinct from (s.partij, s.afzender, s.ontvanger)
      )
      select p.partij, p.ander, p.vak from paar p where p.ander <> p.partij
        and not exists (select from uitwisseling u where u.partij = p.partij and u.ander = p.ander and u.vak = p.vak)
      order by 1, 2, 3
    on conflict do nothing;
    return null;
  end $$`,
  `create trigger uitwisseling after insert on aflevering referencing new table as nieuw
    for each statement execute function noteer_aflevering()`,
  // Refused, and sent again to somebody else.
  `create function noteer_gewijzigd() returns trigger language plpgsql as $$
  begin
    insert into uitwisseling (partij, ander, vak)
      select distinct new.partij, o.ander, left(new.id::text, 4) from (values (new.afzender), (new.ontvanger)) o(ander)
      where o.ander <> new.partij
    on conflict do nothing;
    return null;
  end $$`,
  `create trigger uitwisseling_gewijzigd after update of afzender, ontvanger on bericht for each row
    when (old.afzender is distinct from new.afzender or old.ontvanger is distinct from new.ontvanger)
    execute function noteer_gewijzigd()`,
];

/** Which parties exchanged anything, and when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
