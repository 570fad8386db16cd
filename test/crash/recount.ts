import pg from 'pg';
import { expect } from 'vitest';
import { within } from './patiently.ts';
import type { Parties, Sent, Traffic } from './traffic.ts';

/** Every message has its final state by then, and everybody what is for them (ms). */
const FINAL_MS = 90_000;

interface Row {
  readonly sha256: string;
  readonly status: string;
  readonly answers: readonly string[];
}

export interface Counted {
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
}

/**
 * Waits until all that was sent is judged and delivered, and counts it again in the rows and at the parties: each once, with
 * the answers that it must have, and the amounts to the cent. Throws when something is not so.
 */
export async function recounted(databaseUrl: string, traffic: Traffic, parties: Parties): Promise<Counted> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const rows = async () =>
      (
        await db.query<Row>(`select encode(b.sha256, 'hex') as sha256, b.status, coalesce((select array_agg(u.type order by u.type)
          from bericht u where u.in_antwoord_op = b.id and u.richting = 'uit'), '{}') as answers
          from bericht b where b.richting = 'in'`)
      ).rows;
    const waiting = async () => {
      const { rows: open } = await db.query(`select partij, kanaal, status, fout, max(pogingen) as pogingen, count(*),
        min(volgende_op)::text as volgende, max(geleased_tot)::text as geleased
        from aflevering where not bevestigd and status <> 'mislukt' group by 1, 2, 3, 4`);
      return open;
    };
    await within(FINAL_MS, 'every message its final state', async () => {
      const all = await rows();
      return all.length >= traffic.sent.length && all.every(({ status }) => status !== 'ontvangen');
    });
    await within(FINAL_MS, 'every delivery confirmed', async () => (await waiting()).length === 0).catch(
      async (fout) => {
        throw new Error(`${fout.message}; wait: ${JSON.stringify(await waiting())}`);
      },
    );
    const counted = compared(traffic.sent, await rows(), await events(db));
    expect(counted).toEqual({ sent: traffic.sent.length, lost: 0, doubled: 0 });
    await booked(db, traffic);
    await delivered(db, traffic.sent, parties);
    return counted;
  } finally {
    await db.end();
  }
}

/** What happened to each message and the others of its lane that came just before it, for whoever has to find out why. */
async function events(db: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ sha256: string; told: string }>(`
    select encode(b.sha256, 'hex') as sha256, (select string_agg(concat_ws(' ', e.volgnummer, e.type, e.via, e.status,
        e.pogingen, e.ontvangen_op, e.beoordeeld_op), '; ' order by e.volgnummer)
      from bericht e where e.laan = b.laan and e.richting = 'in' and e.volgnummer between b.volgnummer - 6 and b.volgnummer + 6)
      as told from bericht b where b.richting = 'in' and b.status in ('afgekeurd', 'vastgelopen', 'geweigerd')`);
  return new Map(rows.map(({ sha256, told }) => [sha256, told]));
}

/** Against the rows: what is not there was lost; what is there twice, or answered otherwise, was doubled. */
function compared(sent: readonly Sent[], rows: readonly Row[], told: ReadonlyMap<string, string>): Counted {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.sha256, [...(found.get(row.sha256) ?? []), row]);
  const lost = sent.filter(({ sha256 }) => !found.has(sha256)).length;
  const doubled = rows.length - found.size;
  const otherwise = sent.filter(({ sha256, status }) => (found.get(sha256)?.[0]?.status ?? status) !== status);
  expect(otherwise.map((one) => [one, told.get(one.sha256)])).toEqual([]);
  const outcome = sent.map(({ sha256 }) => [sha256, found.get(sha256)?.[0]?.status, found.get(sha256)?.[0]?.answers]);
  expect(outcome).toEqual(sent.map(({ sha256, status, answers }) => [sha256, status, [...answers].sort()]));
  return { sent: sent.length, lost, doubled };
}

/** The money of each toewijzing by the rows and by hand. */
async function booked(db: pg.Client, traffic: Traffic): Promise<void> {
  const { rows } = await db.query<{ nummer: string; som: string }>(
    'select toewijzing_nummer::text as nummer, sum(bedrag)::text as som from prestatie where bedrag > 0 group by 1',
  );
  const byRows = new Map(rows.map(({ nummer, som }) => [Number(nummer), Number(som)]));
  const byHand = new Map([...traffic.granted].filter(([, amount]) => amount > 0));
  expect([...byRows].sort(byNumber)).toEqual([...byHand].sort(byNumber));
  const twice = await db.query('select sleutel from claim group by sleutel having count(*) > 1');
  expect(twice.rows).toEqual([]);
}

function byNumber([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return a - b;
}

/** Once in the rows for each party; and each party has what is for it, no more and no less, with the amounts to the cent. */
async function delivered(db: pg.Client, sent: readonly Sent[], parties: Parties): Promise<void> {
  const twice = await db.query('select 1 from aflevering group by partij, bericht_id having count(*) > 1');
  expect(twice.rows).toEqual([]);
  const failed = await db.query(`select partij, fout from aflevering where status = 'mislukt'`);
  expect(failed.rows).toEqual([]);
  for (const [code, party] of parties) {
    const got = [...party.received.values()];
    // What was sent to it, what answers it, and what was answered in its name.
    const due = sent.flatMap(({ sender, receiver, type, answers }) => [
      ...(receiver === code ? [type] : []),
      ...(sender === code || receiver === code ? answers : []),
    ]);
    await within(
      FINAL_MS,
      `${code} has ${due.length} messages, and not ${party.received.size}`,
      () => party.received.size >= due.length,
    );
    expect([code, tally([...party.received.values()].map(({ type }) => type))]).toEqual([code, tally(due)]);
    const granted = got.filter(({ type }) => type === 'JW325').map(({ xml }) => totalOf(xml));
    const expected = sent.filter((one) => one.granted !== undefined && (one.sender === code || one.receiver === code));
    expect(sum(granted)).toBe(sum(expected.map((one) => one.granted ?? 0)));
  }
}

function totalOf(xml: string): number {
  return Number(/TotaalToegekendBedrag>\s*<[^>]*TotaalBedrag>(\d+)</.exec(xml)?.[1] ?? Number.NaN);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, one) => total + one, 0);
}

function tally(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of [...types].sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
