import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/**
 * Entry of the bare frame: the storing, ringing and answering of the gateway without its XML, rules, seals and look-ups. What
 * arrives while a transaction runs is stored by the next one; a ring per lane; a turn takes at most fifty messages of a lane
 * and writes for each a verdict, an answer, two deliveries, a claim and an event, in one statement.
 */
const TURN = 50;
const WORKERS = 8;
const ANTWOORD = Buffer.from('<antwoord/>'.padEnd(1000, ' '));

const [databaseUrl, socket] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 24 });
await pool.query(`
  create table laan (laan text primary key, volgende bigint not null, tot bigint not null);
  create table bericht (id uuid primary key, laan text not null, nr bigint not null, inhoud bytea not null,
    status text not null, unique (laan, nr));
  create table antwoord (bericht_id uuid primary key, inhoud bytea not null);
  create table aflevering (rij bigserial primary key, bericht_id uuid not null, partij text not null);
  create table claim (sleutel text primary key, bericht_id uuid not null);
  create table gebeurtenis (rij bigserial primary key, laan text not null, bericht_id uuid not null, soort text not null)`);

const redis = [new Redis(socket), new Redis(socket, { maxRetriesPerRequest: null })];
const queue = new Queue('kader', { connection: redis[0], prefix: '{kader}' });
const worker = new Worker('kader', ({ data }) => turn(data.laan), {
  connection: redis[1],
  prefix: '{kader}',
  concurrency: WORKERS,
});
await worker.waitUntilReady();

let arrived = [];
let storing = false;
let waiting = 0;

async function store() {
  if (storing) return;
  storing = true;
  while (arrived.length > 0) {
    const group = arrived;
    arrived = [];
    const lanes = new Set(group.map(({ laan }) => laan));
    const rows = group.map(({ id, laan }, i) => ({ id, laan, i }));
    await pool.query(
      `with genomen as (
        insert into laan as l (laan, volgende, tot) select laan, count(*), 0 from json_to_recordset($1) as r(laan text)
        group by laan order by laan
        on conflict (laan) do update set volgende = l.volgende + excluded.volgende returning laan, volgende)
      insert into bericht (id, laan, nr, inhoud, status)
      select r.id, r.laan, g.volgende - row_number() over (partition by r.laan order by r.i desc) + 1, b.bytes, 'ontvangen'
      from json_to_recordset($1) as r(id uuid, laan text, i int) join genomen g on g.laan = r.laan
      join unnest($2::bytea[]) with ordinality b(bytes, i) on b.i = r.i + 1`,
      [JSON.stringify(rows), group.map(({ bytes }) => bytes)],
    );
    for (const { answer } of group) answer();
    await Promise.all(
      [...lanes].map((laan) =>
        queue.add(
          'bel',
          { laan },
          { deduplication: { id: `laan-${laan}`, keepLastIfActive: true }, removeOnComplete: true },
        ),
      ),
    );
  }
  storing = false;
}

async function turn(laan) {
  const client = await pool.connect();
  try {
    for (;;) {
      await client.query('begin');
      const { rows: stand } = await client.query('select tot from laan where laan = $1 for update', [laan]);
      const { rows } = await client.query(
        'select id, nr, inhoud from bericht where laan = $1 and nr > $2 order by nr limit $3',
        [laan, stand[0]?.tot ?? 0, TURN],
      );
      if (rows.length > 0) {
        await client.query(
          `with w as (select * from json_to_recordset($1) as r(id uuid, nr bigint)),
          v as (update bericht b set status = 'goedgekeurd' from w where b.id = w.id),
          a as (insert into antwoord select id, $3 from w),
          d as (insert into aflevering (bericht_id, partij) select id, p from w cross join unnest(array['a', 'g']) p),
          c as (insert into claim select 'id|' || id, id from w),
          e as (insert into gebeurtenis (laan, bericht_id, soort) select $2, id, 'beoordeeld' from w)
          update laan set tot = (select max(nr) from w) where laan = $2`,
          [JSON.stringify(rows.map(({ id, nr }) => ({ id, nr }))), laan, ANTWOORD],
        );
      }
      await client.query('commit');
      waiting -= rows.length;
      if (rows.length < TURN) return;
    }
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end(String(waiting));
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    waiting++;
    const laan = request.headers.authorization.slice('Bearer '.length);
    const id = randomUUID();
    const answer = () => {
      const body = JSON.stringify({ id, status: 'ontvangen' });
      response
        .writeHead(202, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    };
    arrived.push({ id, laan, bytes: Buffer.concat(parts), answer });
    void store();
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
