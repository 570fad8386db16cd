import { beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../src/api/routes.ts';
import { html } from '../../src/dashboard/html.ts';
import { overzicht } from '../../src/dashboard/overzicht.ts';
import { operator as operatorVan } from '../access/wie.ts';
import { Opstelling, type Wie } from './opstelling.ts';

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak({ paginas: true });
});

function kijk(wie: Wie | null, url: string, method: 'GET' | 'PUT' = 'GET', headers: Record<string, string> = {}) {
  const authorization = wie === null ? {} : { authorization: `Basic ${btoa(`ik:${o.sleutels[wie]}`)}` };
  return o.app.inject({ method, url, headers: { ...authorization, ...headers } });
}

describe('the pages', () => {
  it('ask for a name and a key, and are for operators and the beheerder', async () => {
    const zonder = await kijk(null, '/');
    expect([zonder.statusCode, zonder.headers['www-authenticate']]).toEqual([401, 'Basic realm="ijw-gateway"']);
    for (const pad of ['/', '/wachtrijen', '/wachtrijen/api/queues'])
      for (const [wie, status] of [
        ['operator', 200],
        ['beheerder', 200],
        ['aanbieder', 403],
        ['gemeente', 403],
      ] as const)
        expect([pad, wie, (await kijk(wie, pad)).statusCode]).toEqual([pad, wie, status]);
    expect((await kijk('operator', '/beheer/wachtrijen')).statusCode).toBe(403);
    expect((await kijk('beheerder', '/beheer/wachtrijen')).statusCode).toBe(200);
  });

  it('show the API to whoever has a key, in the style of the others', async () => {
    for (const wie of ['aanbieder', 'gemeente', 'operator', 'beheerder'] as const)
      for (const pad of ['/docs', '/stijl.css'])
        expect([pad, wie, (await kijk(wie, pad)).statusCode]).toEqual([pad, wie, 200]);
    expect((await kijk(null, '/docs')).statusCode).toBe(401);
    const { payload, headers } = await kijk('aanbieder', '/docs');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
    for (const deel of ['<html lang="nl">', '<nav ', '<main>', '<h1>API ']) expect(payload).toContain(deel);
    expect(payload.match(/<h1/g)).toHaveLength(1);
    expect(payload).not.toMatch(/<script|<style|style="|(?:src|href)="(?!\/|#)/);
    for (const { method, pad, schema } of API_ROUTES) {
      expect(payload).toContain(`<code>${method} ${pad.replace(/:(\w+)/g, '{$1}')}</code>`);
      expect(payload).toContain(html`${schema.summary}`.tekst);
    }
  });

  it('count what the operator may see', async () => {
    const operator = (await kijk('operator', '/')).payload;
    expect(operator).toContain('JW315');
    expect(operator).not.toContain('JW323');
    // What is in no region is for every operator to look at.
    expect(operator).toContain('geen regio');
    const beheerder = (await kijk('beheerder', '/')).payload;
    for (const tekst of ['JW323', 'geen regio', 'In totaal 12 berichten', 'ZAWA']) expect(beheerder).toContain(tekst);
  });

  it('load nothing from elsewhere and run no scripts but the board its own', async () => {
    const pagina = await kijk('beheerder', '/');
    expect(pagina.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(pagina.payload).not.toMatch(/<script|https?:/);
    const bord = await kijk('beheerder', '/wachtrijen');
    expect(bord.headers['content-security-policy']).toMatch(/font-src 'self'/);
    expect(bord.headers['content-security-policy']).not.toMatch(/https?:/);
  });

  it('change nothing for another site', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://elders.example', host: 'hier.example' },
    ]) {
      const antwoord = await kijk('beheerder', '/beheer/wachtrijen/api/queues/ijw-AA/pause', 'PUT', headers);
      expect(antwoord.json()).toMatchObject({ status: 403, code: 'andere-oorsprong' });
    }
  });

  it('escape whatever they show', () => {
    const kwaad = `<script>alert("1")</script>&'`;
    expect(html`<p title="${kwaad}">${kwaad}</p>`.tekst).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</p>',
    );
    const wie = { ...operatorVan(kwaad), keyName: kwaad };
    const tellingen = {
      berichten: [{ regio: kwaad, type: kwaad, status: 'ontvangen', aantal: 1 }],
      wachtend: [],
    } as const;
    expect(overzicht(tellingen, wie, kwaad).tekst).not.toContain('<script');
  });
});
