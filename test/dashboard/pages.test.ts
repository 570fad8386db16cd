import { beforeAll, describe, expect, it } from 'vitest';
import { rolesFor } from '../../src/access/actions.ts';
import { PAGES } from '../../src/dashboard/pages/pages.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling, type Wie } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(bericht().id, bericht());
  o.gateway.bytes.set(bericht().id, new TextEncoder().encode('<Bsn>999900006</Bsn>'));
});

const ROLLEN: readonly Wie[] = ['aanbieder', 'gemeente', 'operator', 'beheerder'];

/** Pages without something in their address. */
const PLAIN = PAGES.filter(({ path }) => !path.includes(':'));

describe('the pages', () => {
  it('show each role what it may see, in the menu too, and the others why not', async () => {
    for (const wie of ROLLEN) {
      const visitor = await Visitor.signedIn(o, wie);
      const menu = (await visitor.get('/')).payload;
      for (const { path, action } of PLAIN) {
        const mag = rolesFor(action).some((rol) => rol === wie);
        const { statusCode, payload } = await visitor.get(path);
        expect([wie, path, statusCode]).toEqual([wie, path, mag ? 200 : 403]);
        expect([wie, path, menu.includes(`<a href="${path}"`)]).toEqual([wie, path, mag || path === '/']);
        expect(payload.match(/<h1/g)).toHaveLength(1);
        for (const deel of ['<html lang="nl">', '<nav ', '<main ']) expect(payload).toContain(deel);
      }
    }
  });

  it('may be kept by no one, and load nothing from elsewhere', async () => {
    const visitor = await Visitor.signedIn(o, 'beheerder');
    for (const { path } of PLAIN.filter(({ action }) => rolesFor(action).includes('beheerder'))) {
      const { headers, payload } = await visitor.get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/);
      expect(payload).not.toMatch(/<style|style="|(?:src|href)="(?!\/|#|data:text\/csv)/);
    }
  });

  it('refuse a query that they do not know, and name what they do', async () => {
    const visitor = await Visitor.signedIn(o, 'operator');
    const { statusCode, payload } = await visitor.get('/berichten?statsu=afgekeurd');
    expect([
      statusCode,
      payload.includes('statsu'),
      payload.includes('identificatie') || payload.includes('status'),
    ]).toEqual([400, true, true]);
    expect((await visitor.get('/berichten?status=kapot')).statusCode).toBe(400);
    expect((await visitor.get('/berichten?status=&type=')).statusCode).toBe(200);
  });

  it('answer an address that is none with a page, and one of the API as the API does', async () => {
    const visitor = await Visitor.signedIn(o, 'operator');
    for (const url of ['/bestaat-niet', `/berichten/${bericht().id.replace('1', '2')}`]) {
      const { statusCode, payload } = await visitor.get(url);
      expect([url, statusCode, payload.includes('<h1>Niet gevonden</h1>')]).toEqual([url, 404, true]);
    }
    const api = await visitor.get('/api/v1/bestaat-niet');
    expect([api.statusCode, api.headers['content-type']]).toEqual([404, 'application/problem+json']);
  });

  it('show the body to staff only with a reason, and a party its own without', async () => {
    const url = `/berichten/${bericht().id}`;
    const visitor = await Visitor.signedIn(o, 'operator');
    expect((await visitor.get(url)).payload).not.toContain('999900006');
    const leeg = await visitor.send(url, { reden: '  ' });
    expect([leeg.statusCode, leeg.payload.includes('999900006')]).toEqual([422, false]);
    const open = await visitor.send(url, { reden: 'klacht van de aanbieder' });
    expect([open.statusCode, open.payload.includes('999900006')]).toEqual([200, true]);
    expect(o.gateway.audit.at(-1)?.handeling).toBe('bericht-geopend');
    const eigen = await Visitor.signedIn(o, 'aanbieder');
    expect((await eigen.get(url)).payload).toContain('999900006');
    expect((await (await Visitor.signedIn(o, 'andereAanbieder')).get(url)).statusCode).toBe(404);
  });

  it('escape whatever they show', async () => {
    const kwaad = '<script>alert("1")</script>';
    const id = '0196f000-0000-7000-8000-000000000009';
    const melding = {
      niveau: 2,
      regel: 'X',
      retourcode: null,
      ernst: 'fout',
      pad: kwaad,
      lijn: 1,
      kolom: 1,
      melding: kwaad,
    } as const;
    o.gateway.berichten.set(id, bericht({ id, bevindingen: [melding] }));
    const { payload } = await (await Visitor.signedIn(o, 'operator')).get(`/berichten/${id}`);
    expect(payload).not.toContain('<script>alert');
    expect(payload).toContain('&lt;script>alert');
  });
});
