import { type Kysely, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  // When a request was decided on, and the last message that changed its state (the JW301, the JW319, or the JW315 that
  // was answered at once).
  `alter table verzoek add column beslist_op timestamptz, add column beslist_door uuid`,
  `create index verzoek_bericht on verzoek (bericht_id)`,
  `create index verzoek_beslist on verzoek (beslist_door) where beslist_door is not null`,
  `create index regie_bericht on regie (bericht_id)`,
  `create index regie_verwijderd on regie (verwijderd_door) where verwijderd_door is not null`,

  // Terms that run or ran: who must do what by when. `sleutel` names what is waited for within its lane.
  `create table termijn (
    rij bigint generated always as identity primary key,
    laan text not null,
    regio text,
    sleutel text collate "C" not null,
    soort text not null,
    partij text not null,
    gemeente text not null,
    aanbieder text not null,
    referentie text,
    toewijzing_nummer bigint,
    bericht_id uuid not null,
    begin date not null,
    waarschuw date not null,
    uiterlijk date not null,
    gewaarschuwd_op timestamptz,
    verstreken_op timestamptz,
    klaar_op timestamptz
  ) with (fillfactor = 80)`,
  `create unique index termijn_sleutel on termijn (laan, sleutel)`,
  `create index termijn_bericht on termijn (bericht_id) where klaar_op is null`,
  `create index termijn_gemeente on termijn (gemeente, rij) where klaar_op is null`,
  `create index termijn_aanbieder on termijn (aanbieder, rij) where klaar_op is null`,
  `create index termijn_regio on termijn (regio, rij) where klaar_op is null`,
  `create index termijn_waarschuw on termijn (waarschuw) where klaar_op is null and gewaarschuwd_op is null`,
  `create index termijn_uiterlijk on termijn (uiterlijk) where klaar_op is null and verstreken_op is null`,
];

/** Terms, and what became of requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
