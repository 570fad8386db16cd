import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../src/api/routes.ts';
import { WITH_IDEMPOTENCY_KEY } from '../../src/client/calls.ts';
import { IJW_EVENTS } from '../../src/client/events.ts';
import { IjwClient, type IjwClientOptions, IjwError } from '../../src/client/ijw-client.ts';
import { EVENT_NAMES } from '../../src/gateway/live/live-event.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (asked: Asked, answer: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A gateway that answers as it is told, one answer after the other (the last again), and keeps what it was asked. */
async function gateway(...answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(pieces).toString('utf8') };
      asked.push(one);
      answers[Math.min(asked.length, answers.length) - 1]?.(one, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (more: Partial<IjwClientOptions> = {}) =>
    new IjwClient({ url: `${url}/`, sleutel: 'geheim', firstWaitMs: 1, ...more });
  return { asked, url, client };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_asked, answer) => {
    answer.writeHead(status, { 'content-type': 'application/json', ...headers });
    answer.end(JSON.stringify(body));
  };
}
const problem = (status: number, code: string, headers = {}) =>
  json(status, { code, detail: 'Zo niet.', status }, headers);
const broken: Answer = (_asked, answer) => answer.destroy();
const BERICHT = { id: 'b1', status: 'goedgekeurd', type: 'JW315', bevindingen: [] };
const sinds =
  (stroom: string): Answer =>
  (_asked, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    answer.end(stroom);
  };

describe('sending', () => {
  it('gives the verdict, with the key, the bytes as they are and how long to wait', async () => {
    const { asked, client } = await gateway(json(200, BERICHT, { 'idempotent-replay': 'true' }));
    const sent = await client().send('<é/>');
    expect(sent).toMatchObject({ id: 'b1', status: 'goedgekeurd', repeated: true, message: BERICHT });
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/v1/berichten', body: '<é/>' });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer geheim', prefer: 'wait=30' });
    expect(asked[0]?.headers['content-type']).toBe('application/xml');
  });

  it('looks again until there is a verdict', async () => {
    const waits = json(202, { id: 'b1', status: 'ontvangen' });
    const { asked, client } = await gateway(waits, json(200, { ...BERICHT, status: 'ontvangen' }), json(200, BERICHT));
    expect((await client().sendAndWait('<a/>')).status).toBe('goedgekeurd');
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      ...['POST /api/v1/berichten', 'GET /api/v1/berichten/b1', 'GET /api/v1/berichten/b1'],
    ]);
  });

  it('sends the same again when nobody knows whether it arrived, and when the gateway is busy', async () => {
    const { asked, client } = await gateway(
      broken,
      problem(503, 'storing', { 'retry-after': '0' }),
      problem(429, 'te-veel-tegelijk', { 'retry-after': '0' }),
      json(200, BERICHT),
    );
    expect((await client().send('<a/>')).id).toBe('b1');
    expect(asked.map(({ body }) => body)).toEqual(['<a/>', '<a/>', '<a/>', '<a/>']);
  });

  it('does not send again what is refused, nor waits for days, nor for ever', async () => {
    const refused = await gateway(problem(422, 'geen-ijw'));
    await expect(refused.client().send('<a/>')).rejects.toMatchObject({ status: 422, code: 'geen-ijw' });
    expect(refused.asked).toHaveLength(1);
    const frozen = await gateway(problem(503, 'bevroren', { 'retry-after': '86400' }));
    await expect(frozen.client().send('<a/>')).rejects.toMatchObject({ code: 'bevroren' });
    expect(frozen.asked).toHaveLength(1);
    const gone = await gateway(broken);
    await expect(gone.client({ tries: 3 }).send('<a/>')).rejects.toMatchObject({ status: 0, code: 'onbereikbaar' });
    expect(gone.asked).toHaveLength(3);
    const slow = await gateway(() => undefined);
    await expect(slow.client({ tries: 2, timeoutMs: 20 }).message('x')).rejects.toMatchObject({ code: 'onbereikbaar' });
  });

  it('follows no redirect: key and message stay here', async () => {
    const other = await gateway(json(200, BERICHT));
    const { asked, client } = await gateway((_asked, answer) =>
      answer.writeHead(307, { location: `${other.url}/api/v1/berichten` }).end(),
    );
    await expect(client().send('<a/>')).rejects.toMatchObject({ status: 307, code: 'omleiding' });
    expect([asked.length, other.asked.length]).toEqual([1, 0]);
  });

  it('tells what is no answer of the gateway, and stops when it is told to', async () => {
    const { client } = await gateway((_asked, answer) => answer.writeHead(404).end('<html>weg</html>'));
    await expect(client().message('x')).rejects.toBeInstanceOf(IjwError);
    await expect(client().message('x')).rejects.toMatchObject({ status: 404, code: 'onleesbaar' });
    const slow = await gateway(() => undefined);
    await expect(slow.client().message('x', { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    for (const url of ['ftp://x', 'gateway']) expect(() => new IjwClient({ url, sleutel: 'k' })).toThrow(TypeError);
    expect(() => new IjwClient({ url: 'http://x', sleutel: '' })).toThrow(TypeError);
  });
});

describe('any call', () => {
  it('is repeated where that has no second effect: with one Idempotency-Key for all tries', async () => {
    const decided = await gateway(broken, json(200, { opdracht: 'o1' }));
    const params = { id: 'w/1' };
    await decided.client().call('post', '/api/v1/werkbak/{id}', { params, body: { besluit: 'onderzoek' } });
    const [first, second] = decided.asked.map(({ headers }) => headers['idempotency-key']);
    expect([first, decided.asked[0]?.url]).toEqual([second, '/api/v1/werkbak/w%2F1']);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    const made = await gateway(broken, json(201, {}));
    const body = { naam: 'x', rol: 'beheerder' } as const;
    await expect(made.client().call('post', '/api/v1/sleutels', { body })).rejects.toMatchObject({
      code: 'onbereikbaar',
    });
    expect(made.asked).toHaveLength(1);
  });

  it('knows which calls take an Idempotency-Key, and the names of events', () => {
    const keyed = API_ROUTES.filter(({ schema }) => schema.headers?.includes('Idempotency-Key') === true);
    expect(WITH_IDEMPOTENCY_KEY.toSorted()).toEqual(
      keyed.map(({ method, pad }) => `${method} ${pad.replace(/:(\w+)/g, '{$1}')}`).toSorted(),
    );
    expect(IJW_EVENTS).toEqual(EVENT_NAMES);
  });
});

describe('receiving', () => {
  /** A list of what is not confirmed, in pages of two. */
  async function list(...ids: readonly string[]) {
    const open = [...ids];
    const confirmed: string[] = [];
    const answer: Answer = ({ method, url, body }, response) => {
      const [, id] = /berichten\/(\w+)\/xml$/.exec(url) ?? [];
      if (id !== undefined) return void response.writeHead(200).end(`<${id}/>`);
      if (method === 'POST') {
        const asked = (JSON.parse(body) as { ids: string[] }).ids;
        confirmed.push(...asked);
        for (const one of asked) open.splice(open.indexOf(one), 1);
        return json(200, { bevestigd: asked.length, onbekend: [] })({} as Asked, response);
      }
      const after = new URL(url, 'http://x').searchParams.get('na');
      const rest = open.filter((one) => after === null || one > after);
      const berichten = rest.slice(0, 2).map((one) => ({ id: one, type: 'JW301' }));
      json(200, { berichten, volgende: rest.length > 2 ? rest[1] : null })({} as Asked, response);
    };
    return { ...(await gateway(answer)), open, confirmed };
  }

  it('gives each with its bytes, and confirms it when the next is asked for', async () => {
    const { client, confirmed } = await list('m1', 'm2', 'm3', 'm4', 'm5');
    const seen: string[] = [];
    for await (const { id, xml } of client().receive({ untilEmpty: true })) {
      expect(confirmed).toEqual(seen);
      expect(Buffer.from(xml).toString()).toBe(`<${id}/>`);
      seen.push(id);
    }
    expect([seen, confirmed]).toEqual([['m1', 'm2', 'm3', 'm4', 'm5'], seen]);
  });

  it('does not confirm what the loop failed on or stopped at', async () => {
    const { client, confirmed, open } = await list('m1', 'm2', 'm3');
    const read = async () => {
      for await (const { id } of client().receive({ untilEmpty: true })) if (id === 'm2') throw new Error('disk full');
    };
    await expect(read()).rejects.toThrow('disk full');
    expect([confirmed, open]).toEqual([['m1'], ['m2', 'm3']]);
    for await (const message of client().receive()) {
      await message.confirm();
      break;
    }
    expect([confirmed, open]).toEqual([['m1', 'm2'], ['m3']]);
  });

  it('gives what is not confirmed once, when it is left to the caller', async () => {
    const { client, open } = await list('m1', 'm2', 'm3');
    const seen: string[] = [];
    for await (const { id } of client().receive({ untilEmpty: true, confirm: false })) seen.push(id);
    expect([seen, open.length]).toEqual([['m1', 'm2', 'm3'], 3]);
  });

  it('waits for what comes, and ends without an error when it is told to', async () => {
    const stop = new AbortController();
    const { asked, client } = await gateway(() => setTimeout(() => stop.abort(), 20));
    for await (const _message of client().receive({ signal: stop.signal, type: 'JW301' }));
    expect(asked[0]).toMatchObject({ url: '/api/v1/uitgaand?type=JW301' });
    expect(asked[0]?.headers.prefer).toBe('wait=60');
  });
});

describe('events', () => {
  const event = (id: string) => `id: ${id}\nevent: besluit\ndata: {"id":"o${id}","op":""}\n\n`;

  it('come one by one, and a line that breaks is taken up after the last that was dealt with', async () => {
    const { asked, client } = await gateway(
      sinds(`: begin\nretry: 2000\nid: 1-0\n\n${event('1-1')}${event('1-2').slice(0, 20)}`),
      sinds(`: begin\nid: 1-1\n\n${event('1-2')}: niets nieuws\nid: 1-9\n\n`),
      sinds(`: begin\nid: 1-9\n\n${event('2-1')}`),
    );
    const seen: string[] = [];
    for await (const { position, data } of client().events()) {
      expect(data.id).toBe(`o${position}`);
      if (seen.push(position) === 3) break;
    }
    expect(seen).toEqual(['1-1', '1-2', '2-1']);
    expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1-1', '1-9']);
  });

  it('begin after a place that was kept; one that the gateway does not know is an error', async () => {
    const { asked, client } = await gateway(problem(400, 'ongeldige-kopregel'));
    const read = async () => {
      for await (const _event of client().events({ after: 'x-1' }));
    };
    await expect(read()).rejects.toMatchObject({ status: 400, code: 'ongeldige-kopregel' });
    expect(asked[0]?.headers['last-event-id']).toBe('x-1');
  });
});
