import Fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rol } from '../../src/access/keys/contract.ts';
import { API_ROUTES } from '../../src/api/routes.ts';
import { bewaakToegang } from '../../src/api/toegang.ts';
import { NepGateway } from './nep-gateway.ts';
import { Opstelling, WIE, type Wie } from './opstelling.ts';

/** Who may call what, written down a second time: b(eheerder), o(perator), a(anbieder), g(emeente). */
const MAG: Readonly<Record<string, string>> = {
  'POST /api/v1/berichten': 'ag',
  'GET /api/v1/berichten': 'agob',
  'GET /api/v1/berichten/:id': 'agob',
  'GET /api/v1/berichten/:id/xml': 'agob',
  'POST /api/v1/berichten/:id/replay': 'ob',
  'POST /api/v1/zoeken': 'agob',
  'POST /api/v1/clienten/uitvoer': 'b',
  'POST /api/v1/clienten/verwijdering': 'b',
  'GET /api/v1/abonnementen': 'agob',
  'POST /api/v1/abonnementen': 'agob',
  'DELETE /api/v1/abonnementen/:id': 'agob',
  'GET /api/v1/inzage': 'b',
  'POST /api/v1/herhalingen': 'ob',
  'GET /api/v1/herhalingen/:id': 'ob',
  'GET /api/v1/oorzaken': 'agob',
  'PUT /api/v1/oorzaken/:partij/:type/:regel': 'ob',
  'GET /api/v1/uitgaand': 'ag',
  'POST /api/v1/uitgaand/:id/bevestiging': 'ag',
  'POST /api/v1/afleveringen/:id/opnieuw': 'ob',
  'POST /api/v1/uitgaand/bevestigingen': 'ag',
  'GET /api/v1/gebeurtenissen': 'agob',
  'POST /api/v1/controle': 'ag',
  'PUT /api/v1/afspraken': 'b',
  'GET /api/v1/afspraken': 'b',
  'GET /api/v1/afspraken/versies': 'b',
  'GET /api/v1/uitleg': 'agob',
  'PUT /api/v1/signalen/:id': 'ag',
  'GET /api/v1/signaalbudgetten': 'agob',
  'GET /api/v1/signaalbudgetten/verdeling': 'agob',
  'GET /api/v1/inzicht': 'gob',
  'GET /api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt': 'agob',
  'PUT /api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt': 'g',
  'POST /api/v1/sleutels': 'b',
  'GET /api/v1/sleutels': 'b',
  'PATCH /api/v1/sleutels/:id': 'b',
  'DELETE /api/v1/sleutels/:id': 'b',
  'PUT /api/v1/partijen/:code/kanaal': 'b',
  'GET /api/v1/partijen/:code/kanaal': 'ob',
  'GET /api/v1/kanalen': 'ob',
  'GET /api/v1/toewijzingen/:gemeente/:nummer': 'agob',
  'PUT /api/v1/toewijzingen/:gemeente/:nummer/signaalbudget': 'g',
  'GET /api/v1/signalen': 'agob',
  'GET /api/v1/termijnen': 'agob',
  'GET /api/v1/werkbak': 'g',
  'GET /api/v1/werkbak/:id': 'g',
  'POST /api/v1/werkbak/:id': 'g',
  'GET /api/v1/opdrachten/:id': 'g',
};
const ROLLEN: readonly (Rol & Wie)[] = ['aanbieder', 'gemeente', 'operator', 'beheerder'];

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak();
});

describe('roles and routes', () => {
  it('covers every route of the table', () => {
    expect(API_ROUTES.map((r) => `${r.method} ${r.pad}`).sort()).toEqual(Object.keys(MAG).sort());
  });

  for (const [nr, route] of API_ROUTES.entries()) {
    const naam = `${route.method} ${route.pad}`;
    const url = route.pad.replace(':gemeente', '0362').replace(/:\w+/g, '1');
    for (const rol of ROLLEN) {
      const mag = MAG[naam]?.includes(rol.charAt(0)) === true;
      it(`${naam}: ${rol} ${mag ? 'may' : 'may not'}`, async () => {
        const antwoord = await o.vraag(rol, route.method, url);
        if (mag) expect([401, 403]).not.toContain(antwoord.statusCode);
        else expect(antwoord.json()).toMatchObject({ status: 403, code: 'rol-ongeschikt' });
      });
    }

    it(`${naam}: the role of a key counts, not whose it is`, async () => {
      for (const [wie, { rol }] of Object.entries(WIE)) {
        const { statusCode, body } = await o.vraag(wie as Wie, route.method, url);
        const geweigerd = statusCode === 403 && body.includes('rol-ongeschikt');
        expect([wie, geweigerd]).toEqual([wie, !MAG[naam]?.includes(rol.charAt(0))]);
      }
    });

    // The brake on guessing counts failures per address, and this walk fails on purpose: each route has its own.
    const remoteAddress = `192.0.2.${nr + 1}`;

    it(`${naam}: nobody with a key that has ended`, async () => {
      for (const [wie, gegevens] of Object.entries(WIE)) {
        const { sleutel, geheim } = await o.kast.maak(gegevens);
        await o.kast.verwijder(sleutel.id);
        const antwoord = await o.app.inject({
          method: route.method,
          url,
          headers: { authorization: `Bearer ${geheim}` },
          remoteAddress,
        });
        expect([wie, antwoord.json()]).toMatchObject([wie, { status: 401, code: 'sleutel-onbekend' }]);
      }
    });

    it(`${naam}: nobody without a key, or with another one`, async () => {
      const zonder = await o.app.inject({ method: route.method, url, remoteAddress });
      expect(zonder.json()).toMatchObject({ status: 401, code: 'sleutel-ontbreekt' });
      expect(zonder.headers['www-authenticate']).toMatch(/^Bearer/);
      for (const authorization of ['Bearer onbekend', 'Bearer ', `Basic ${btoa(`x:${o.sleutels.beheerder}`)}`]) {
        const vreemd = await o.app.inject({ method: route.method, url, remoteAddress, headers: { authorization } });
        expect(vreemd.statusCode).toBe(401);
      }
    });
  }

  it('does not start with a route that says nothing of roles', async () => {
    const app = Fastify();
    bewaakToegang(app, new NepGateway().kast);
    await app.register(async (scope) => {
      scope.get('/open', async () => 'ja');
    });
    await expect(app.ready()).rejects.toThrow('routes without an action: /open');
  });

  it('tells its numbers to operators and beheerders, and on this machine to everybody', async () => {
    const elders = { remoteAddress: '203.0.113.7' };
    expect((await o.app.inject({ url: '/metrics', ...elders })).statusCode).toBe(401);
    const doorgegeven = await o.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(doorgegeven.statusCode).toBe(401);
    const statussen = ROLLEN.map(async (rol) => (await o.vraag(rol, 'GET', '/metrics', elders)).statusCode);
    expect(await Promise.all(statussen)).toEqual([403, 403, 200, 200]);
    for (const remoteAddress of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect((await o.app.inject({ url: '/metrics', remoteAddress })).statusCode).toBe(200);
  });

  it('tells its numbers on a port of its own alone, when it has one', async () => {
    const apart = await Opstelling.maak({ metricsElders: true });
    expect((await apart.vraag('beheerder', 'GET', '/metrics')).statusCode).toBe(404);
    const { statusCode, payload } = await apart.metrics.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
    expect([statusCode, payload.includes('ijw_log_verloren')]).toEqual([200, true]);
    expect((await apart.metrics.inject('/api/v1/berichten')).json()).toMatchObject({ code: 'niet-gevonden' });
  });

  it('tells of its health to everybody', async () => {
    for (const url of ['/health', '/ready', '/metrics']) expect((await o.app.inject(url)).statusCode).toBe(200);
    o.gateway.storing = new Error('weg');
    const ready = await o.app.inject('/ready');
    o.gateway.storing = null;
    expect([ready.statusCode, ready.json().store]).toEqual([503, false]);
  });
});
