import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beurtenVoorAlles } from '../../src/api/beurten.ts';
import { buildServer } from '../../src/api/server.ts';
import { Streams } from '../../src/api/stream/streams.ts';
import type { Api } from '../../src/api/vraag.ts';
import type { Started } from '../../src/assemble/start.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { BEHEERDER } from '../access/wie.ts';
import { jw301 } from '../gateway/berichten.ts';
import { metAfspraken, opstelling } from '../gateway/opstelling.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const { database, start } = opstelling();

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A process with its HTTP server, as `serve --role api` has it. */
class Proces {
  readonly started: Started;
  readonly app: FastifyInstance;
  readonly url: string;

  private constructor(started: Started, app: FastifyInstance, url: string) {
    this.started = started;
    this.app = app;
    this.url = url;
  }

  static async begin(started: Started): Promise<Proces> {
    const api: Api = {
      ...{ gateway: started.gateway, sleutels: started.kast, sessies: started.sessies, metrics: new Metrics() },
      ...{ beurten: beurtenVoorAlles(), streams: new Streams(), nu: () => new Date() },
    };
    const app = await buildServer({ api, logger: stilleLogger, metApi: true });
    return new Proces(started, app, await app.listen({ host: '127.0.0.1', port: 0 }));
  }

  get(pad: string, key: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
    const all = { authorization: `Bearer ${key}`, ...headers };
    return fetch(`${this.url}/api/v1${pad}`, { headers: all, ...(signal === undefined ? {} : { signal }) });
  }

  /** What a stream says, until it ends; `last` is the id that a client would go on from. */
  async *listen(key: string, last: string | null): AsyncGenerator<Heard | { readonly begun: string }, void> {
    const leave = new AbortController();
    try {
      const headers: Record<string, string> = last === null ? {} : { 'last-event-id': last };
      const ask = () => this.get('/gebeurtenissen', key, headers, leave.signal);
      let answer = await ask();
      // Streams that were left a moment ago still count until their connection is seen to be closed.
      for (; answer.status === 429; answer = await ask()) await sleep(20);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
      let text = '';
      for await (const piece of answer.body ?? []) {
        text += Buffer.from(piece).toString('utf8');
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
          if (block.startsWith(':')) yield { begun: field('id') };
          else yield { id: field('id'), event: field('event'), data: JSON.parse(field('data')) };
        }
      }
    } finally {
      leave.abort();
    }
  }
}

let [a, b]: Proces[] = [];
const keys: Record<string, string> = {};

beforeAll(async () => {
  const db = await database();
  const begin = async () => Proces.begin(await start(db, { rol: 'api', prefix: '{live}' }));
  [a, b] = [await begin(), await begin()];
  await metAfspraken(one(a).started, afsprakenMet(2));
  await start(db, { rol: 'worker', prefix: '{live}' });
  const none = { partij: null, partijen: null, regios: null, alleenLezen: false, geldigTot: null };
  for (const [naam, meer] of Object.entries({
    gemeente: { rol: 'gemeente', partij: GEMEENTE },
    aanbieder: { rol: 'aanbieder', partij: aanbieder(0) },
    leeg: { rol: 'aanbieder', partij: '42429999' },
    ander: { rol: 'aanbieder', partij: aanbieder(1) },
    beheerder: { rol: 'beheerder' },
    tijdelijk: { rol: 'beheerder' },
  } as const)) {
    keys[naam] = (await one(a).started.kast.maak({ naam, ...none, ...meer })).geheim;
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([a?.app.close(), b?.app.close()]);
});

function one<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}
const key = (naam: string) => one(keys[naam]);

/** A message of the gemeente to this aanbieder; its id. */
async function post(proces: Proces, nr = 0): Promise<string> {
  const wie = client(nr);
  const answer = await fetch(`${proces.url}/api/v1/berichten`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key('gemeente')}`, 'content-type': 'application/xml' },
    body: Buffer.from(jw301(wie, `A${wie.nummer}`)),
  });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

describe('GET /gebeurtenissen over processes', { timeout: 120_000 }, () => {
  it('tells each key what it may see, and goes on after any of its events in another process', async () => {
    const [seen, others]: Heard[][] = [[], []];
    let id = '';
    const whole = (async () => {
      for await (const heard of one(a).listen(key('gemeente'), null)) {
        if ('begun' in heard) {
          if (id === '') id = await post(one(b));
          continue;
        }
        one(seen).push(heard);
        if (heard.event === 'aflevering.bevestigd') return;
        if (heard.event === 'bericht.beoordeeld') await confirmAll();
      }
    })();
    const stranger = (async () => {
      const leave = sleep(3_000).then(() => 'over' as const);
      const stream = one(b).listen(key('ander'), null);
      for (let next = stream.next(); ; next = stream.next()) {
        const heard = await Promise.race([next, leave]);
        if (heard === 'over' || heard.done === true) break;
        if (!('begun' in heard.value)) one(others).push(heard.value);
      }
    })();
    async function confirmAll() {
      const got = await one(b).get('/uitgaand', key('aanbieder'), { prefer: 'wait=30' });
      const { berichten } = (await got.json()) as { berichten: { id: string }[] };
      expect(berichten.map((een) => een.id)).toContain(id);
      const answer = await fetch(`${one(b).url}/api/v1/uitgaand/bevestigingen`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key('aanbieder')}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ids: [id] }),
      });
      expect(await answer.json()).toEqual({ bevestigd: 1, onbekend: [] });
    }
    await whole;
    const mine = one(seen).filter(({ data }) => data.id === id);
    expect(mine.map(({ event }) => event)).toEqual([
      ...['bericht.ontvangen', 'bericht.beoordeeld', 'aflevering.aangeboden', 'aflevering.bevestigd'],
    ]);
    expect(mine[1]?.data).toMatchObject({ type: 'JW301', status: 'goedgekeurd', regio: 'AA' });
    // From every place, in the other process: exactly what came after it.
    for (const [i, from] of one(seen).entries()) {
      const rest: string[] = [];
      for await (const heard of one(b).listen(key('gemeente'), from.id)) {
        if (!('begun' in heard)) rest.push(heard.id);
        if (rest.length === one(seen).length - i - 1) break;
      }
      expect(rest).toEqual(
        one(seen)
          .slice(i + 1)
          .map((een) => een.id),
      );
    }
    await stranger;
    expect(one(others).filter(({ data }) => data.id === id)).toEqual([]);
  });

  it('loses nothing and repeats nothing when a reader comes back after every few events, here and there', async () => {
    const begin = await new Promise<string>((resolve) => {
      void (async () => {
        for await (const heard of one(a).listen(key('beheerder'), null))
          if ('begun' in heard) return resolve(heard.begun);
      })();
    });
    const posted = Array.from({ length: 12 }, (_, i) => post(one(i % 2 === 0 ? a : b), i % 2));
    const read: Heard[] = [];
    const judged = () => read.filter(({ event }) => event === 'bericht.beoordeeld').length;
    for (let last = begin, turn = 0; judged() < 12; turn++) {
      let few = 0;
      for await (const heard of one(turn % 2 === 0 ? a : b).listen(key('beheerder'), last)) {
        if (!('begun' in heard)) {
          read.push(heard);
          last = heard.id;
        }
        if (!('begun' in heard) && (judged() === 12 || ++few === 3)) break;
      }
    }
    const all: string[] = [];
    for await (const heard of one(a).listen(key('beheerder'), begin)) {
      if (!('begun' in heard)) all.push(heard.id);
      if (all.length === read.length) break;
    }
    expect(read.map(({ id }) => id)).toEqual(all);
    const ids = await Promise.all(posted);
    for (const name of ['bericht.ontvangen', 'bericht.beoordeeld'])
      expect(read.flatMap(({ event, data }) => (event === name ? [data.id] : [])).toSorted()).toEqual(ids.toSorted());
    expect(JSON.stringify(read)).not.toMatch(/9999\d{5}|Achternaam/);
  });

  it('ends when its key does, also when another process ended it', async () => {
    const stream = one(a).listen(key('tijdelijk'), null);
    await stream.next();
    const ended = one((await one(b).started.kast.alle()).find(({ naam }) => naam === 'tijdelijk'));
    await one(b).started.gateway.keys.end(BEHEERDER, ended.id);
    // It ends by itself; one that does not is ended by the time limit of the test.
    for await (const _heard of stream);
    expect((await one(a).get('/gebeurtenissen', key('tijdelijk'))).status).toBe(401);
  });
});

describe('Prefer: wait and the end of a process', { timeout: 120_000 }, () => {
  it('ends streams and waiters when the server stops, and answers those who wait', async () => {
    const stream = one(b).listen(key('leeg'), null);
    await stream.next();
    const waiting = one(b).get('/uitgaand', key('leeg'), { prefer: 'wait=60' });
    // Once it waits: an answer that comes later than this is not one that came at once.
    await sleep(500);
    await one(b).app.close();
    const answer = await waiting;
    expect([answer.status, await answer.json()]).toEqual([200, { berichten: [], volgende: null }]);
    for await (const heard of stream) expect('begun' in heard).toBe(true);
  });
});
