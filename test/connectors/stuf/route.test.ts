import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beurtenVoorAlles } from '../../../src/api/beurten.ts';
import { buildServer } from '../../../src/api/server.ts';
import { Streams } from '../../../src/api/stream/streams.ts';
import { loadConfig } from '../../../src/config/config.ts';
import type { TlsFiles } from '../../../src/config/tls.ts';
import { doorOf } from '../../../src/connectors/door-of.ts';
import { StufInbox } from '../../../src/connectors/stuf/inbox.ts';
import { stufRoutes } from '../../../src/connectors/stuf/route.ts';
import { PAD, SCHEMA_PAD } from '../../../src/connectors/stuf/wsdl.ts';
import type { Logger } from '../../../src/log/logger.ts';
import { Metrics } from '../../../src/metrics/metrics.ts';
import { KOPPELVLAK_FILES, koppelvlakFile } from '../../../src/standard/koppelvlak.ts';
import { leesFault } from '../../../src/xml/stuf/read-envelope.ts';
import { schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import { NepGateway } from '../../api/nep-gateway.ts';
import { type IssuedCertificate, Issuer } from '../../servers/certificates.ts';
import { envelop, gelezen } from '../../xml/stuf/make.ts';
import { jw305 } from '../../xml/voorbeeld.ts';

/** The endpoint on the real server, with a gateway in memory. */

const GEWOON = { partijen: null, alleenLezen: false, geldigTot: null, regios: null } as const;
const SLEUTELS = {
  aanbieder: { naam: 'a', rol: 'aanbieder', partij: '42420001', ...GEWOON },
  kijker: { naam: 'k', rol: 'aanbieder', partij: '42420001', ...GEWOON, alleenLezen: true },
  bureau: { naam: 's', rol: 'aanbieder', partij: null, ...GEWOON, partijen: ['42420001', '42420002'] },
  beheerder: { naam: 'b', rol: 'beheerder', partij: null, ...GEWOON },
} as const;

const gateway = new NepGateway();
const log: string[] = [];
let app: FastifyInstance;
let serverWith: (tls: TlsFiles | null) => Promise<FastifyInstance>;
const geheim = {} as Record<keyof typeof SLEUTELS, string>;
beforeAll(async () => {
  for (const [wie, gegevens] of Object.entries(SLEUTELS))
    geheim[wie as keyof typeof SLEUTELS] = (await gateway.kast.maak(gegevens)).geheim;
  const regel = (zin: string, velden?: unknown) => void log.push(JSON.stringify([zin, velden]));
  const logger: Logger = { error: regel, warn: regel, info: regel, debug: regel };
  const nu = () => new Date('2026-03-04T12:00:00Z');
  const werk = { beurten: beurtenVoorAlles(), streams: new Streams() };
  const wie = { sleutels: gateway.kast, sessies: gateway.sessiekast };
  const api = { gateway, ...wie, metrics: new Metrics(), ...werk, nu };
  const inbox = new StufInbox({ envelopes: gateway.envelopes, now: nu });
  await inbox.start(doorOf(gateway, inbox));
  const plugins = [stufRoutes({ inbox, now: nu, logger })];
  serverWith = (tls) => buildServer({ api, logger, metApi: true, plugins, tls });
  app = await serverWith(null);
  await app.ready();
});
beforeEach(() => {
  gateway.storing = null;
  gateway.ontvangen.length = 0;
  log.length = 0;
});

let nummer = 0;
const di01 = () =>
  schrijfEnvelop(
    envelop({
      zender: { organisatie: '42420001', applicatie: 'ZIS' },
      ontvanger: { organisatie: '0362', applicatie: 'GGk' },
      referentienummer: `9c0f7b90-5c69-41e5-a837-${String(++nummer).padStart(12, '0')}`,
      functie: 'JW305',
    }),
    Buffer.from(jw305()),
  );
function stuur(naam: string, sleutel: string, anders: Readonly<Record<string, string>> = {}, payload = di01()) {
  const authorization = `Basic ${Buffer.from(`${naam}:${sleutel}`).toString('base64')}`;
  const headers = { 'content-type': 'text/xml', authorization, ...anders };
  return app.inject({ method: 'POST', url: PAD, headers, payload: Buffer.from(payload) });
}

describe('who may send', () => {
  it('is who has a key of the party that it names', async () => {
    const status = async (naam: string, wie: keyof typeof SLEUTELS) => (await stuur(naam, geheim[wie])).statusCode;
    expect(await status('42420001', 'aanbieder')).toBe(200);
    expect(await status('42420001', 'bureau')).toBe(200);
    // Its other party may hand it over; whose it is the envelope says.
    expect(await status('42420002', 'bureau')).toBe(200);
    expect(await status('42420002', 'aanbieder')).toBe(401);
    expect(await status('', 'aanbieder')).toBe(401);
    expect(await status('42420001', 'kijker')).toBe(403);
    expect(await status('beheerder', 'beheerder')).toBe(403);
    expect((await stuur('42420001', 'ijw_fout')).statusCode).toBe(401);
    expect(
      (await stuur('42420001', geheim.aanbieder, { authorization: `Bearer ${geheim.aanbieder}` })).statusCode,
    ).toBe(200);
  });
});

describe('the endpoint', () => {
  it('takes SOAP 1.1, and answers as such', async () => {
    const { headers, rawPayload } = await stuur('42420001', geheim.aanbieder);
    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(gelezen(rawPayload)).toMatchObject({ antwoord: { soort: 'Bv03' } });
    expect((await stuur('42420001', geheim.aanbieder, { 'content-type': 'application/soap+xml' })).statusCode).toBe(
      415,
    );
    expect((await stuur('42420001', geheim.aanbieder, {}, new Uint8Array())).statusCode).toBe(500);
  });

  it('acknowledges nothing while the store is away, and says nothing of what came', async () => {
    gateway.storing = new Error('a secret of the store');
    const { statusCode, headers, rawPayload } = await stuur('42420001', geheim.aanbieder);
    expect([statusCode, headers['retry-after']]).toEqual([500, '5']);
    expect(leesFault(rawPayload)).toMatchObject({
      crossRefnummer: expect.stringMatching(/^9c0f7b90/),
      fout: { code: 'StUF058', plek: 'server' },
    });
    expect(rawPayload.toString()).not.toContain('secret');
    expect(log.join()).not.toContain('999900006');
  });
});

describe('the WSDL', () => {
  const haal = (url: string, host = 'gateway.voorbeeld.nl') => app.inject({ url, headers: { host } });

  it('has our address, and everything that it imports is there', async () => {
    const open = [`${PAD}?wsdl`];
    const gezien = new Map<string, string>();
    for (let url = open.pop(); url !== undefined; url = open.pop()) {
      if (gezien.has(url)) continue;
      const { statusCode, headers, payload } = await haal(url);
      expect([url, statusCode, headers['content-type']]).toEqual([url, 200, 'text/xml; charset=utf-8']);
      gezien.set(url, payload);
      for (const [, naar = ''] of payload.matchAll(
        /<(?:\w+:)?(?:import|include)\s[^>]*(?:location|schemaLocation)="([^"]+)"/g,
      ))
        open.push(new URL(naar, `http://x${url}`).pathname);
    }
    expect(gezien.size).toBe(KOPPELVLAK_FILES.length);
    expect(gezien.get(`${PAD}?wsdl`)).toContain(`<soap:address location="http://gateway.voorbeeld.nl${PAD}"/>`);
    for (const [url, tekst] of gezien)
      if (url.startsWith(SCHEMA_PAD))
        expect(Buffer.from(koppelvlakFile(url.slice(SCHEMA_PAD.length + 1))).toString()).toBe(tekst);
  });

  it('repeats no host that is none, and there is nothing else', async () => {
    expect((await haal(`${PAD}?WSDL`, 'x"><script>')).payload).not.toContain('script');
    for (const url of [PAD, `${SCHEMA_PAD}/0301/anders.xsd`, `${SCHEMA_PAD}/../../package.json`, `${SCHEMA_PAD}/`])
      expect([url, (await haal(url)).statusCode]).toEqual([url, 404]);
    expect((await haal(`${PAD}?wsdl&x=1`)).statusCode).toBe(400);
  });
});

describe('mutual TLS', () => {
  it('lets the party in that the certificate names, in place of a key', async () => {
    const ours = new Issuer();
    const [own, party, other] = [
      ours.issue('/CN=localhost', { names: 'DNS:localhost,IP:127.0.0.1' }),
      ours.issue('/CN=42420001'),
      ours.issue('/CN=Iemand'),
    ];
    const loaded = loadConfig({ TLS_CERT: own.cert, TLS_KEY: own.key, TLS_CA: ours.ca });
    if (loaded.kind === 'invalid') throw new Error(loaded.fouten.join(' '));
    const server = await serverWith(loaded.config.tls);
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const send = (shown: IssuedCertificate | null) =>
      new Promise<number | undefined>((resolve, reject) => {
        const certificate = shown === null ? {} : { cert: readFileSync(shown.cert), key: readFileSync(shown.key) };
        const where = { host: '127.0.0.1', port, path: PAD, method: 'POST', agent: false as const };
        const options = {
          ...where,
          headers: { 'content-type': 'text/xml' },
          ca: readFileSync(ours.ca),
          ...certificate,
        };
        request(options, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end(di01());
      });
    try {
      expect(await send(party)).toBe(200);
      expect(gateway.ontvangen).toMatchObject([[{ parties: ['42420001'] }, expect.anything(), { via: 'stuf' }]]);
      expect(await send(null)).toBe(401);
      expect(await send(other)).toBe(401);
    } finally {
      await server.close();
      ours.remove();
    }
  });
});
