import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, rolesFor } from '../../src/access/actions.ts';
import { API_ROUTES } from '../../src/api/routes.ts';
import { Opstelling, type Wie } from './opstelling.ts';

let o: Opstelling;
let port = 0;

beforeAll(async () => {
  o = await Opstelling.maak({ paginas: true });
  port = Number(new URL(await o.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => o.app.close());

interface Ruw {
  readonly status: number;
  readonly koppen: string;
  readonly body: string;
}

/** What comes back for these very bytes. */
function ruw(verzoek: string): Promise<Ruw> {
  return new Promise((klaar, mis) => {
    const lijn = connect(port, '127.0.0.1', () => lijn.write(verzoek));
    let tekst = '';
    lijn.setEncoding('utf8').on('data', (stuk: string) => {
      tekst += stuk;
    });
    lijn.on('error', mis);
    lijn.on('close', () => {
      const [koppen = '', body = ''] = tekst.split('\r\n\r\n', 2);
      klaar({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(koppen)?.[1] ?? 0), koppen: koppen.toLowerCase(), body });
    });
  });
}

const wieVan = (action: Action): Wie => rolesFor(action)[0] as Wie;

const SLOT = 'Connection: close\r\n\r\n';
const GET = (pad: string) => `GET ${pad} HTTP/1.1\r\nHost: x\r\n${SLOT}`;

describe('what no route answers', () => {
  it.each([
    ['an address that is no address', GET('/api/v1/berichten/%zz-999990019'), 400, 'ongeldig-adres'],
    ['a part of an address that is too long', GET(`/api/v1/berichten/${'9'.repeat(200)}`), 414, 'adres-te-lang'],
    ['headers that are too large', `GET /health HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n${SLOT}`, 431, 'kop-te-groot'],
    ['an address that is too large', GET(`/health?${'a'.repeat(20_000)}`), 431, 'kop-te-groot'],
    ['no HTTP at all', 'hello 999990019\r\n\r\n', 400, 'ongeldig-verzoek'],
    ['a method that does not exist', `JANSEN / HTTP/1.1\r\nHost: x\r\n${SLOT}`, 400, 'ongeldig-verzoek'],
    [
      'two lengths',
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n${SLOT}`,
      400,
      'ongeldig-verzoek',
    ],
    ['OPTIONS', `OPTIONS /api/v1/berichten HTTP/1.1\r\nHost: x\r\n${SLOT}`, 404, 'niet-gevonden'],
    ['an unusual method', `PROPFIND /api/v1/berichten HTTP/1.1\r\nHost: x\r\n${SLOT}`, 404, 'niet-gevonden'],
    ['a path that does not exist, with NUL', GET('/api/v1/nergens/%00'), 400, 'onbewaarbare-tekens'],
    ['no Host', `GET /api/v1/berichten HTTP/1.1\r\n${SLOT}`, 401, 'sleutel-ontbreekt'],
    [
      'an unknown expectation',
      `GET /api/v1/berichten HTTP/1.1\r\nHost: x\r\nExpect: iets\r\n${SLOT}`,
      401,
      'sleutel-ontbreekt',
    ],
  ])('%s: a problem in Dutch', async (_wat, verzoek, status, code) => {
    const antwoord = await ruw(verzoek);
    expect(antwoord.status).toBe(status);
    expect(antwoord.koppen).toContain('content-type: application/problem+json');
    expect(antwoord.koppen).toContain('cache-control: no-store');
    expect(JSON.parse(antwoord.body)).toMatchObject({ status, code, type: `urn:ijw-gateway:probleem:${code}` });
    expect(antwoord.body + o.log.join()).not.toMatch(/999990019|9{20}|JANSEN/);
  });

  it('a body that does not come: 408', async () => {
    const antwoord = await ruw(
      `POST /api/v1/berichten HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${o.sleutels.aanbieder}\r\n` +
        'Content-Type: application/xml\r\nContent-Length: 100\r\n\r\n<',
    );
    expect(antwoord.status).toBe(408);
    expect(antwoord.koppen).toContain('content-type: application/problem+json');
    expect(JSON.parse(antwoord.body)).toMatchObject({ status: 408, code: 'te-traag' });
  }, 60_000);
});

describe('NUL and half characters', () => {
  const BRIEVEN = ['\0', 'a\ud800', '\udc00a'];

  it.each(API_ROUTES.filter((r) => r.pad.includes(':')).map((r) => [r.method, r.pad, r] as const))(
    '%s %s: not in a path',
    async (method, pad, route) => {
      const url = pad.replaceAll(/:\w+/g, 'a%00b');
      const antwoord = await o.vraag(wieVan(route.action), method, url, route.body === 'json' ? { payload: {} } : {});
      expect(antwoord.statusCode).toBe(400);
      expect(antwoord.headers['content-type']).toBe('application/problem+json');
      expect(antwoord.json()).toMatchObject({ code: 'onbewaarbare-tekens' });
    },
  );

  it.each(API_ROUTES.map((r) => [r.method, r.pad, r] as const))('%s %s: not in a query', async (method, pad, route) => {
    for (const vraag of ['type=%00', '%00=1', 'partij=a%00b']) {
      const url = `${pad.replaceAll(/:\w+/g, 'a')}?${vraag}`;
      const lading =
        route.body === 'xml' || route.body === 'bericht'
          ? { payload: '<x/>', headers: { 'content-type': 'application/xml' } }
          : {};
      const json = route.body === 'json' ? { payload: {} } : {};
      const antwoord = await o.vraag(wieVan(route.action), method, url, { ...lading, ...json });
      expect([antwoord.statusCode, antwoord.json().code]).toEqual([400, 'onbewaarbare-tekens']);
    }
  });

  it.each(API_ROUTES.filter((r) => r.body === 'json').map((r) => [r.method, r.pad, r] as const))(
    '%s %s: not in a body, however deep, nor in a name',
    async (method, pad, route) => {
      const url = pad.replaceAll(/:\w+/g, '1');
      for (const brief of BRIEVEN) {
        for (const payload of [{ naam: brief }, { [brief]: 1 }, { a: [{ b: { c: [brief] } }] }, [brief], brief]) {
          const headers = { 'content-type': 'application/json' };
          const antwoord = await o.vraag(wieVan(route.action), method, url, {
            payload: JSON.stringify(payload),
            headers,
          });
          expect([antwoord.statusCode, antwoord.json().code]).toEqual([400, 'onbewaarbare-tekens']);
        }
      }
    },
  );

  it('whole characters beyond the first plane are no half ones', async () => {
    const antwoord = await o.vraag('beheerder', 'POST', '/api/v1/sleutels', {
      payload: { naam: '👧', rol: 'beheerder' },
    });
    expect(antwoord.statusCode).toBe(201);
  });
});

describe('nobody on the way keeps an answer', () => {
  it.each(API_ROUTES.map((r) => [r.method, r.pad, r] as const))('%s %s', async (method, pad, route) => {
    const url = pad.replaceAll(/:\w+/g, '1');
    for (const wie of ['beheerder', wieVan(route.action)] as const) {
      const antwoord = await o.vraag(wie, method, url, route.body === 'json' ? { payload: {} } : {});
      expect(antwoord.headers['cache-control']).toBe('no-store');
    }
  });

  it.each(['/', '/stijl.css', '/wachtrijen', '/metrics', '/health', '/nergens'])('%s', async (pad) => {
    expect((await o.vraag('beheerder', 'GET', pad)).headers['cache-control']).toBe('no-store');
  });
});
