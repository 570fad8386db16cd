import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as plain } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { type IssuedCertificate, Issuer } from '../servers/certificates.ts';
import { bericht } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

const [ours, foreign] = [new Issuer(), new Issuer('een andere uitgever')];
const own = ours.issue('/CN=gateway', { names: 'DNS:localhost,IP:127.0.0.1' });
const TLS = { TLS_CERT: own.cert, TLS_KEY: own.key, TLS_CA: ours.ca };

let o: Opstelling;
let port = 0;
beforeAll(async () => {
  const geladen = loadConfig(TLS);
  if (geladen.kind === 'invalid') throw new Error(geladen.fouten.join(' '));
  o = await Opstelling.maak({ tls: geladen.config.tls });
  await o.app.listen({ host: '127.0.0.1', port: 0 });
  port = (o.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await o.app.close();
  ours.remove();
  foreign.remove();
});

interface Asking {
  readonly certificate?: IssuedCertificate;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly body?: string;
}

function ask(path: string, { certificate, headers = {}, method = 'GET', body = '' }: Asking = {}) {
  const shown =
    certificate === undefined ? {} : { cert: readFileSync(certificate.cert), key: readFileSync(certificate.key) };
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    headers,
    ca: readFileSync(ours.ca),
    ...shown,
    agent: false as const,
  };
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: unknown }>((resolve, reject) => {
    const sent = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: text === '' ? null : JSON.parse(text),
        }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

describe('TLS of our own', () => {
  it('serves, takes keys as before, and tells browsers to come back by it', async () => {
    const { status, headers } = await ask('/health');
    expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    const key = { authorization: `Bearer ${o.sleutels.aanbieder}` };
    expect((await ask('/api/v1/uitgaand', { headers: key })).status).toBe(200);
    expect((await ask('/api/v1/uitgaand')).body).toMatchObject({ status: 401, code: 'sleutel-ontbreekt' });
  });

  it('answers no plain HTTP', async () => {
    const spoken = new Promise((resolve, reject) => {
      plain({ host: '127.0.0.1', port, path: '/health' }, resolve).on('error', reject).end();
    });
    await expect(spoken).rejects.toThrow();
  });
});

describe('a client certificate', () => {
  it('names the party: its rights, and no more', async () => {
    const aanbieder = ours.issue('/O=Zorg/CN=42420001');
    expect((await ask('/api/v1/uitgaand', { certificate: aanbieder })).status).toBe(200);
    expect(o.gateway.gevraagd.at(-1)).toMatchObject({ partijen: ['42420001'] });
    const post = {
      certificate: aanbieder,
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: '<x/>',
    };
    expect((await ask('/api/v1/berichten', post)).status).toBe(202);
    expect(o.gateway.ontvangen.at(-1)?.[0]).toMatchObject({ kind: 'party', role: 'aanbieder', parties: ['42420001'] });
    expect((await ask('/api/v1/afspraken', { certificate: aanbieder })).body).toMatchObject({ code: 'rol-ongeschikt' });
    o.gateway.berichten.set(bericht().id, bericht());
    const pad = `/api/v1/berichten/${bericht().id}`;
    const statussen = ['42420001', '42420002', '0362', '0439'].map(async (code) => {
      return (await ask(pad, { certificate: ours.issue(`/CN=${code}`) })).status;
    });
    expect(await Promise.all(statussen)).toEqual([200, 404, 200, 404]);
    expect((await ask('/api/v1/werkbak', { certificate: ours.issue('/CN=0362') })).status).toBe(200);
  });

  it.each([
    ['of another issuer', () => foreign.issue('/CN=42420001')],
    ['that is over', () => ours.issue('/CN=42420001', { expired: true })],
    ['of no party', () => ours.issue('/CN=beheerder')],
    ['with a code inside another name', () => ours.issue('/CN=42420001.example')],
    ['with several names', () => ours.issue('/CN=42420001/CN=42420002')],
    ['without a name', () => ours.issue('/O=42420001')],
  ])('%s counts for nothing, and says so', async (_what, issue) => {
    const certificate = issue();
    const { status, body } = await ask('/api/v1/uitgaand', { certificate });
    expect([status, body]).toMatchObject([401, { code: 'certificaat-geweigerd' }]);
    // It does not stand in the way of a key.
    const headers = { authorization: `Bearer ${o.sleutels.aanbieder}` };
    expect((await ask('/api/v1/uitgaand', { certificate, headers })).status).toBe(200);
  });

  it('does not make good for a key that is none, nor for a browser of another site', async () => {
    const certificate = ours.issue('/CN=42420001');
    const wrong = await ask('/api/v1/uitgaand', { certificate, headers: { authorization: 'Bearer niets' } });
    expect(wrong.body).toMatchObject({ status: 401, code: 'sleutel-onbekend' });
    const post = { certificate, method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask(`/api/v1/uitgaand/${bericht().id}/bevestiging`, post)).body).toMatchObject({
      code: 'andere-oorsprong',
    });
  });
});

describe('TLS_CERT, TLS_KEY and TLS_CA', () => {
  const fouten = (env: Record<string, string>) => {
    const geladen = loadConfig(env);
    return geladen.kind === 'invalid' ? geladen.fouten : [];
  };

  it.each([
    [{ TLS_CERT: own.cert }, 'TLS_CERT werkt alleen met TLS_CERT en TLS_KEY samen'],
    [{ TLS_CA: ours.ca }, 'TLS_CA werkt alleen met'],
    [{ ...TLS, TLS_CERT: '/nergens' }, 'Het bestand van TLS_CERT is niet te lezen'],
    [{ ...TLS, TLS_CERT: own.key }, 'TLS_CERT is geen certificaat in PEM'],
    [{ ...TLS, TLS_KEY: ours.issue('/CN=ander').key }, 'hoort niet bij TLS_CERT'],
    [{ ...TLS, TLS_KEY: own.cert }, 'TLS_KEY is geen sleutel in PEM'],
    [{ ...TLS, TLS_CA: own.key }, 'TLS_CA bevat geen certificaat'],
  ])('%o is refused with a sentence, without what is in it', (env, zin) => {
    const [eerste = '', ...meer] = fouten(env as Record<string, string>);
    expect([eerste.includes(zin), meer]).toEqual([true, []]);
    expect(eerste).not.toContain('/');
  });

  it('are taken when they fit', () => {
    expect(fouten(TLS)).toEqual([]);
  });
});
