import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesFor } from '../../src/access/actions.ts';
import { API_ROUTES, GEZONDHEID_ROUTES } from '../../src/api/routes.ts';
import type { Route } from '../../src/api/vraag.ts';
import { Opstelling } from './opstelling.ts';

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak({ paginas: true });
});
afterAll(() => o.app.close());

const BODY: Readonly<Record<Route['body'], object>> = {
  bericht: { payload: '<x/>', headers: { 'content-type': 'application/xml' } },
  xml: { payload: '<x/>', headers: { 'content-type': 'application/xml' } },
  json: {},
  document: { payload: {} },
  geen: {},
};

type Paar = readonly [string, string];
const tekst = (paren: readonly Paar[]) =>
  paren.map(([naam, waarde]) => `${naam}=${encodeURIComponent(waarde)}`).join('&');

/** A call with its example, and this behind the question mark. */
function roep({ method, pad, action, body, schema }: Route, query: string) {
  const { params = {}, body: payload } = schema.example ?? {};
  const url = pad.replace(/:(\w+)/g, (_, naam: string) => params[naam] ?? naam);
  const inhoud = body === 'json' ? { payload: payload as object } : BODY[body];
  return o.vraag(rolesFor(action)[0] ?? 'beheerder', method, `${url}?${query}`, inhoud);
}

const metQuery = API_ROUTES.filter((r) => r.schema.query !== undefined);
const namen = ({ schema }: Route) => Object.keys(schema.query?.properties ?? {});
const voorbeeld = ({ schema }: Route): Paar[] =>
  Object.entries(schema.example?.query ?? {}).map(([naam, waarde]) => [naam, String(waarde)]);
const nodig = (route: Route) => voorbeeld(route).filter(([naam]) => route.schema.query?.required.includes(naam));

describe('a parameter that a call does not know', () => {
  it.each(API_ROUTES.map((r) => [`${r.method} ${r.pad}`, r] as const))('%s refuses it', async (_naam, route) => {
    const antwoord = await roep(route, 'geslacht=1');
    expect(antwoord.headers['content-type']).toBe('application/problem+json');
    expect(antwoord.json()).toMatchObject({ status: 400, code: 'ongeldige-parameter', bekend: namen(route) });
    expect(antwoord.json().detail).toContain('De parameter geslacht is onbekend.');
    for (const naam of namen(route)) expect(antwoord.json().detail).toContain(naam);
  });

  it.each(GEZONDHEID_ROUTES.map((r) => r.pad))('%s refuses it', async (pad) => {
    const headers = { authorization: `Basic ${btoa(`x:${o.sleutels.beheerder}`)}` };
    const goed = await o.app.inject({ url: pad, headers });
    const fout = await o.app.inject({ url: `${pad}?geslacht=1`, headers });
    expect([goed.statusCode, fout.statusCode, fout.json().bekend]).toEqual([200, 400, []]);
    expect(fout.json().detail).toBe('De parameter geslacht is onbekend. Deze aanroep kent geen parameters.');
  });

  it('the port of the metrics refuses it too', async () => {
    expect((await o.metrics.inject('/metrics?x=1')).json()).toMatchObject({ status: 400, bekend: [] });
  });

  it('says no more of it than its name, and no number of a child', async () => {
    const lang = 'x'.repeat(5_000);
    const { payload } = await o.vraag('beheerder', 'GET', `/api/v1/signalen?${lang}=geheim&999900006=geheim`);
    expect(payload).not.toMatch(/geheim|999900006/);
    expect(payload.length).toBeLessThan(1_000);
  });
});

describe('a value that a parameter cannot take', () => {
  const gevallen = metQuery.flatMap((route) =>
    namen(route).map((naam) => [`${route.pad}?${naam}`, route, naam] as const),
  );

  it.each(gevallen)('%s is refused, and told what it can be', async (_naam, route, naam) => {
    const rest = nodig(route).filter(([ander]) => ander !== naam);
    const { status, code, fouten, detail } = (await roep(route, tekst([...rest, [naam, '\u0001']]))).json();
    expect([status, code, fouten.map((f: { parameter: string }) => f.parameter)]).toEqual([
      400,
      'ongeldige-parameter',
      [naam],
    ]);
    expect(detail).toMatch(new RegExp(`^Onjuiste waarde: ${naam} is .{5,}\\. Deze aanroep kent de parameters `));
  });

  it.each(gevallen)('%s is refused twice', async (_naam, route, naam) => {
    const goed = String(route.schema.example?.query?.[naam] ?? '1');
    const { status, detail } = (await roep(route, `${naam}=${goed}&${naam}=${goed}`)).json();
    expect(status).toBe(400);
    expect(detail).toMatch(/^Elke parameter mag één keer voorkomen\. Deze aanroep kent/);
  });

  it.each([
    ['status=kapot', 'status is een van ontvangen, goedgekeurd'],
    ['type=jw301', 'type is een van JW301'],
    ['partij=036', 'partij is een gemeentecode van 4'],
    ['limit=0', 'limit is een getal van 1 tot en met 500'],
    ['limit=501', 'limit is'],
    ['limit=1e2', 'limit is'],
    ['limit=%205', 'limit is'],
    ['limit=', 'limit is'],
    ['status=', 'status is'],
  ])('GET /berichten?%s', async (query, zin) => {
    const { status, detail } = (await o.vraag('aanbieder', 'GET', `/api/v1/berichten?${query}`)).json();
    expect([status, detail.includes(zin)]).toEqual([400, true]);
  });

  it.each(['gemeente', 'aanbieder', 'product', 'datum'])('GET /uitleg asks for %s', async (naam) => {
    const route = API_ROUTES.find((r) => r.pad === '/api/v1/uitleg');
    if (route === undefined) throw new Error('no uitleg');
    const rest = nodig(route).filter(([ander]) => ander !== naam);
    const { status, detail } = (await roep(route, tekst(rest))).json();
    expect([status, detail]).toEqual([400, expect.stringContaining(`De parameter ${naam} ontbreekt: ${naam} is een`)]);
  });
});

describe('what a call does take', () => {
  it.each(metQuery.map((r) => [`${r.method} ${r.pad}`, r] as const))('%s takes its example', async (_naam, route) => {
    expect((await roep(route, tekst(voorbeeld(route)))).json().code).not.toBe('ongeldige-parameter');
  });

  it('an empty key is the first page', async () => {
    expect((await o.vraag('operator', 'GET', '/api/v1/signalen?na=')).statusCode).toBe(200);
  });

  it('an address that cannot be is one where nothing is, whatever comes with it', async () => {
    const antwoord = await o.vraag('gemeente', 'PUT', '/api/v1/toewijzingen/036/x/signaalbudget', { payload: {} });
    expect(antwoord.json()).toMatchObject({ status: 404, code: 'niet-gevonden' });
  });
});
