#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16 (embedded PostgreSQL): a trigger that looks a row up by its primary key, in a table that was empty
# and vacuumed when the process began.
#
# Expected: as on a server, the trigger goes over to the index once the table has grown: the statistics of a busy table are
#   renewed by autovacuum within minutes, and that throws away plans that were kept.
# Behaviour: PGlite has no autovacuum, so nothing ever throws the kept plan away. The trigger reads the whole table for each
#   row for as long as the process lives, while the same look-up asked by the application (planned anew) takes the index.
#   An ANALYZE ends it at once.
# Seen:      rows of the table: 5000 · read by the trigger for 10 rows: 50000 · by the same look-up from outside: 0 ·
#            after ANALYZE: 0
#
# Needs node and npm. Exits 1 when the behaviour has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @electric-sql/pglite@0.5.16 >/dev/null
cat > trigger.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
await db.exec(`
  create table message (id int primary key, sender text not null);
  create table delivery (message_id int not null, sender text);
  create function note() returns trigger language plpgsql as $$
  begin
    new.sender := (select m.sender from message m where m.id = new.message_id);
    return new;
  end $$;
  create trigger note before insert on delivery for each row execute function note()`);
await db.exec('vacuum analyze');
const add = (from, to) =>
  db.query(`insert into message select n, 's' || n % 50 from generate_series($1::int, $2::int) n`, [from, to]);
const deliver = (from, to) => db.query('insert into delivery select generate_series($1::int, $2::int)', [from, to]);
const read = async () => {
  await db.query('select pg_stat_force_next_flush()');
  const sql = `select seq_tup_read::int as n from pg_stat_user_tables where relname = 'message'`;
  return (await db.query(sql)).rows[0].n;
};
const during = async (act) => {
  const before = await read();
  await act();
  return (await read()) - before;
};
await add(1, 1);
// A statement of a trigger is planned anew five times, and then once and for all.
for (let n = 0; n < 10; n++) await deliver(1, 1);
await add(2, 5000);
const trigger = await during(() => deliver(4001, 4010));
const outside = await during(() => db.query('select sender from message where id = $1', [4001]));
await db.exec('analyze message');
const analyzed = await during(() => deliver(4011, 4020));
console.log(
  `rows of the table: 5000 · read by the trigger for 10 rows: ${trigger} · by the same look-up from outside: ${outside} · after ANALYZE: ${analyzed}`,
);
process.exit(trigger === 50_000 && outside === 0 && analyzed === 0 ? 0 : 1);
JS
node trigger.mjs || { echo 'CHANGED'; exit 1; }
