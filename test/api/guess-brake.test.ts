import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from '../dashboard/visitor.ts';
import { Opstelling } from './opstelling.ts';

const RADER = '203.0.113.7';

let o: Opstelling;
let geraden = 0;
beforeEach(async () => {
  o = await Opstelling.maak();
});

function raad(remoteAddress = RADER, headers: Record<string, string> = {}) {
  const authorization = `Bearer fout-${++geraden}`;
  return o.app.inject({ url: '/api/v1/berichten', remoteAddress, headers: { authorization, ...headers } });
}

async function raadVaak(keer: number, adres: (nr: number) => string = () => RADER): Promise<number[]> {
  const statussen: number[] = [];
  for (let nr = 0; nr < keer; nr++) statussen.push((await raad(adres(nr))).statusCode);
  return statussen;
}

const mag = (wie: Parameters<Opstelling['vraag']>[0], remoteAddress = RADER) =>
  o.vraag(wie, 'GET', '/api/v1/signalen', { remoteAddress }).then((antwoord) => antwoord.statusCode);

describe('guessing keys', () => {
  it('is braked after a hundred failures of an address, and nobody else is', async () => {
    expect(new Set(await raadVaak(100))).toEqual(new Set([401]));
    const geremd = await raad();
    expect(geremd.json()).toMatchObject({ status: 429, code: 'te-veel-pogingen' });
    expect(geremd.headers['content-type']).toContain('application/problem+json');
    expect(Number(geremd.headers['retry-after'])).toBeGreaterThan(0);
    expect((await raad('203.0.113.8')).statusCode).toBe(401);
    expect((await o.app.inject({ url: '/api/v1/berichten', remoteAddress: RADER })).statusCode).toBe(401);
  });

  it('does not brake a right key behind the same address, seen before or not', async () => {
    expect(await mag('aanbieder')).toBe(200);
    await raadVaak(110);
    const [, bekend] = await Promise.all([Promise.all(Array.from({ length: 100 }, () => raad())), mag('aanbieder')]);
    expect(bekend).toBe(200);
    expect(await mag('gemeente')).toBe(200);
  });

  it('looks at few keys of a flood, also when it comes at once', async () => {
    const tegelijk = await Promise.all(Array.from({ length: 300 }, () => raad()));
    expect(tegelijk.filter((antwoord) => antwoord.statusCode === 401).length).toBeLessThanOrEqual(100);
    expect(o.gateway.gevraagd.length).toBeLessThanOrEqual(100 + 3);
    expect(o.gateway.gevraagd.length).toBeGreaterThanOrEqual(100);
    const voor = o.gateway.gevraagd.length;
    const vloed = await Promise.all(Array.from({ length: 300 }, () => raad()));
    expect(new Set(vloed.map((antwoord) => antwoord.statusCode))).toEqual(new Set([429]));
    expect(o.gateway.gevraagd.length - voor).toBeLessThanOrEqual(3);
  });

  it('takes no system for a guesser that begins with many calls at once', async () => {
    const statussen = await Promise.all(Array.from({ length: 300 }, () => mag('aanbieder')));
    expect(new Set(statussen)).toEqual(new Set([200]));
  });

  it('is one brake for every door: the API, envelopes, metrics and the pages', async () => {
    // As the endpoint of envelopes says it (src/connectors/stuf/route.ts).
    const envelopes = async (app: FastifyInstance) => {
      app.post('/envelop', { config: { action: 'message.send', aanmelden: 'partij' } }, async () => 'ok');
    };
    o = await Opstelling.maak({ paginas: true, plugins: [envelopes] });
    const basic = () => `Basic ${Buffer.from(`42420001:fout-${++geraden}`).toString('base64')}`;
    const doors = [
      () => raad(),
      () =>
        o.app.inject({ method: 'POST', url: '/envelop', remoteAddress: RADER, headers: { authorization: basic() } }),
      () =>
        o.app.inject({ url: '/metrics', remoteAddress: RADER, headers: { authorization: `Bearer f-${++geraden}` } }),
      () => new Visitor(o, RADER).signIn(`fout-${++geraden}`),
    ];
    for (let nr = 0; nr < 25; nr++) for (const door of doors) expect((await door()).statusCode, `${nr}`).toBe(401);
    for (const door of doors) expect((await door()).statusCode).toBe(429);
    expect((await new Visitor(o, '203.0.113.9').signIn(o.sleutels.gemeente)).statusCode).toBe(303);
  });

  it('is braked from many addresses together', async () => {
    expect(await mag('aanbieder', '192.0.2.1')).toBe(200);
    const statussen = await raadVaak(502, (nr) => `198.51.${nr >> 8}.${nr & 255}`);
    expect([statussen.indexOf(429), statussen.at(-1)]).toEqual([500, 429]);
    expect(await mag('aanbieder', '192.0.2.1')).toBe(200);
  });

  it('counts a network of IPv6 as one address', async () => {
    const statussen = await raadVaak(101, (nr) => `2001:db8:0:1:${nr.toString(16)}::1`);
    expect(statussen.at(-1)).toBe(429);
    expect((await raad('2001:db8:0:2::1')).statusCode).toBe(401);
  });

  it('cannot be hidden in X-Forwarded-For, unless a proxy that is named wrote it', async () => {
    const van = (nr: number) => ({ 'x-forwarded-for': `192.0.2.${nr}` });
    for (let nr = 0; nr < 100; nr++) await raad(RADER, van(nr));
    expect((await raad(RADER, van(100))).statusCode).toBe(429);
    o = await Opstelling.maak({ proxies: [RADER] });
    for (let nr = 0; nr < 100; nr++) await raad(RADER, van(1));
    expect((await raad(RADER, van(1))).statusCode).toBe(429);
    expect((await raad(RADER, van(2))).statusCode).toBe(401);
  });

  it('leaves the address in the log, and no key', async () => {
    await raad();
    await mag('aanbieder');
    const regels = o.log.filter((regel) => regel.includes('"verzoek"'));
    expect(regels.map((regel) => regel.includes(RADER))).toEqual([true, false]);
    expect(o.log.join()).not.toContain('fout-');
  });
});
