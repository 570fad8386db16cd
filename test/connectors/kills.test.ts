import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { OutJob } from '../../src/connectors/bullmq/queues.ts';
import { jw301 } from '../gateway/berichten.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { BrokerServer } from '../servers/broker-redis.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { BrokerParty } from './bullmq/party.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from './bullmq/rights.ts';

const AANBIEDERS = [0, 1, 2, 3].map(aanbieder);
const PARTIES = [GEMEENTE, ...AANBIEDERS];
/** JW301s of the gemeente, to each aanbieder in turn; a thousand take minutes. */
const MESSAGES = Number(process.env.WAYS_MESSAGES ?? 60);
const TIMEOUT = 300_000 + MESSAGES * 1_000;

/** What a party found before it, in that order. */
interface Got {
  readonly id: string;
  readonly party: string;
}

/** A way with all parties at its other side. */
interface Ways {
  readonly env: Readonly<Record<string, string>>;
  /** The gemeente puts its messages in, in this order. */
  post(messages: readonly Uint8Array[]): Promise<void>;
  /** The ids of those that are known to be stored, in the order in which they were put in. */
  stored(): Promise<readonly string[]>;
  readonly got: readonly Got[];
  /** Something of the way itself breaks, and is there again. */
  shake(): Promise<void>;
  stop(): Promise<void>;
}

describe(`${MESSAGES} messages in and their answers out, while the gateway is killed twice and the way shaken`, () => {
  it('folders: none lost, none doubled, in order', { timeout: TIMEOUT }, () => play('map', folders));
  it('BullMQ: none lost, none doubled, in order', { timeout: TIMEOUT }, () => play('bullmq', queues));
});

async function play(kanaal: string, make: () => Promise<Ways>): Promise<void> {
  const way = await make();
  const gateway = await TestGateway.start({ env: way.env });
  try {
    const http = new HttpClient(gateway.url);
    await http.putAgreements(afsprakenMet(AANBIEDERS.length));
    for (const party of PARTIES) await http.json('PUT', `/api/v1/partijen/${party}/kanaal`, BEHEERDER, { kanaal });
    const clients = Array.from({ length: MESSAGES }, (_, nr) => client(nr % AANBIEDERS.length));
    const posted = way.post(clients.map((wie) => jw301(wie, `A${wie.nummer}`)));
    for (const part of [0.2, 0.6]) {
      await until(async () => way.got.length >= 2 * part * MESSAGES);
      await gateway.kill();
      await way.shake();
      await gateway.start();
    }
    await posted;
    // The JW301 itself to the aanbieder, its JW302 to both (a copy in the name of the aanbieder).
    await until(async () => (await way.stored()).length === MESSAGES && way.got.length >= 2 * MESSAGES);
    const ids = await way.stored();
    const beelden = await Promise.all(ids.map((id) => http.bericht(id)));
    await until(async () => (await Promise.all(ids.map((id) => http.bericht(id)))).every(confirmed));
    expect(beelden.map(({ status }) => status)).toEqual(ids.map(() => 'goedgekeurd'));
    const twice = way.got.map(({ id, party }) => `${id} ${party}`);
    expect(twice.filter((one, nr) => twice.indexOf(one) !== nr)).toEqual([]);
    const answers = beelden.map(({ antwoorden }) => antwoorden.map(({ id }) => id));
    const atGemeente = way.got.filter(({ party }) => party === GEMEENTE).map(({ id }) => id);
    expect(answers.map((each) => each.filter((id) => atGemeente.includes(id)).length)).toEqual(ids.map(() => 1));
    for (const [nr, party] of AANBIEDERS.entries()) {
      // Order is that of a lane: of one aanbieder, whoever gets it.
      const own = ids.filter((_, at) => at % AANBIEDERS.length === nr);
      const ofLane = answers.filter((_, at) => at % AANBIEDERS.length === nr).flat();
      expect(atGemeente.filter((id) => ofLane.includes(id))).toEqual(ofLane.filter((id) => atGemeente.includes(id)));
      const seen = way.got.filter((one) => one.party === party).map(({ id }) => id);
      // What is no JW301 is a copy of an answer.
      expect(seen.filter((id) => own.includes(id))).toEqual(own);
    }
  } finally {
    await gateway.remove();
    await way.stop();
  }
}

function confirmed({ afleveringen }: { afleveringen: readonly { status: string }[] }): boolean {
  return afleveringen.every(({ status }) => status === 'bevestigd');
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + TIMEOUT; !(await done().catch(() => false)); await sleep(100)) {
    if (Date.now() > end) throw new Error('it never came');
  }
}

async function folders(): Promise<Ways> {
  const root = mkdtempSync(join(tmpdir(), 'ijw-kanaal-'));
  const got: Got[] = [];
  const names: string[] = [];
  let stopped = false;
  const read = (async () => {
    for (; !stopped; await sleep(30)) {
      for (const party of PARTIES) for (const file of taken(join(root, 'uit', party))) got.push({ id: file, party });
    }
  })();
  return {
    env: { KANAAL_MAP: root },
    got,
    async post(messages) {
      const folder = join(root, 'in', GEMEENTE);
      await until(async () => statSync(folder).isDirectory());
      for (const [nr, bytes] of messages.entries()) {
        const name = `${String(nr).padStart(5, '0')}.xml`;
        names.push(name);
        // As a sender does that wants it taken at once; others are written in place.
        const part = nr % 3 === 0 ? name : `.${name}`;
        writeFileSync(join(folder, part), bytes);
        if (part !== name) renameSync(join(folder, part), join(folder, name));
        if (nr % 20 === 19) await sleep(200);
      }
    },
    stored: async () => {
      const folder = join(root, 'verwerkt', GEMEENTE);
      const there = new Set(readdirSync(folder));
      const done = names.filter((name) => there.has(name));
      expect(readdirSync(join(root, 'geweigerd', GEMEENTE))).toEqual([]);
      return done.map((name) => (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { id: string }).id);
    },
    shake: async () => undefined,
    async stop() {
      stopped = true;
      await read;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The ids of what lay there, oldest first; the party takes it away. */
function taken(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
    const byMoment = files
      .map((name) => ({ name, at: statSync(join(folder, name), { bigint: true }).mtimeNs }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const { name } of byMoment) {
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(/<\/\S+>\s*$/);
      rmSync(join(folder, name));
    }
    return byMoment.map(({ name }) => name.replace(/\.xml$/, ''));
  } catch (fout) {
    if (fout instanceof Error && fout.message.startsWith('ENOENT')) return [];
    throw fout;
  }
}

async function queues(): Promise<Ways> {
  const broker = await BrokerServer.start();
  await broker.user('gateway', GATEWAY_RIGHTS);
  const parties = new Map<string, BrokerParty>();
  const got: Got[] = [];
  for (const [nr, party] of PARTIES.entries()) {
    await broker.user(party, PARTY_RIGHTS(party));
    const program = new BrokerParty(nr % 2 === 0 ? 5 : 6, broker, party);
    parties.set(party, program);
    const seen = new Set<string>();
    program.worker(async ({ data }: { data: OutJob }) => {
      // The broker is killed too, and BullMQ gives a job again whose end it did not hear; a party knows it by its id.
      if (!seen.has(data.id)) got.push({ id: data.id, party });
      seen.add(data.id);
    });
  }
  const queue = parties.get(GEMEENTE)?.queue();
  if (queue === undefined) throw new Error('no gemeente');
  return {
    env: { BROKER_REDIS_URL: broker.url('gateway') },
    got,
    async post(messages) {
      for (const [nr, bytes] of messages.entries()) {
        const xml = Buffer.from(bytes).toString();
        await queue.add('bericht', { xml }, { jobId: `zending-${nr}`, removeOnComplete: false });
        await sleep(10);
      }
    },
    stored: async () => {
      const jobs = await queue.getJobs(['completed'], 0, -1);
      expect(await queue.getFailedCount()).toBe(0);
      const nrOf = (id: string | undefined) => Number((id ?? '').replace('zending-', ''));
      return jobs.toSorted((a, b) => nrOf(a.id) - nrOf(b.id)).map((job) => (job.returnvalue as { id: string }).id);
    },
    async shake() {
      await broker.kill();
      await broker.up();
    },
    async stop() {
      await Promise.all([...parties.values()].map((party) => party.close()));
      await broker.stop();
    },
  };
}
