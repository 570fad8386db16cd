import { beforeEach, describe, expect, it } from 'vitest';
import { Sleutelkast } from '../../src/access/keys/sleutelkast.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { DOCUMENT, NepGateway, toewijzing } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak();
});

describe('sleutels', () => {
  const maak = (payload: object) => o.vraag('beheerder', 'POST', '/api/v1/sleutels', { payload });

  it('makes a key that works, shows it once and keeps a hash', async () => {
    const antwoord = await maak({ naam: 'nieuw', rol: 'aanbieder', partij: '42420009' });
    const { id, sleutel } = antwoord.json();
    expect(antwoord.statusCode).toBe(201);
    expect(
      (await o.app.inject({ url: '/api/v1/signalen', headers: { authorization: `Bearer ${sleutel}` } })).statusCode,
    ).toBe(200);
    const lijst = await o.vraag('beheerder', 'GET', '/api/v1/sleutels');
    expect(lijst.json().sleutels.at(-1)).toEqual({
      id,
      naam: 'nieuw',
      rol: 'aanbieder',
      partij: '42420009',
      regios: null,
      gemaaktOp: '2026-01-01T00:00:00.000Z',
      partijen: null,
      alleenLezen: false,
      geldigTot: null,
      laatstGebruiktOp: '2026-01-02T12:00:00.000Z',
      staart: sleutel.slice(-4),
      beeindigdOp: null,
    });
    expect(lijst.payload).not.toContain(sleutel);
    expect(JSON.stringify(o.gateway.sleutels)).not.toContain(sleutel);
  });

  it('ends a key at once, and believes it for a while without asking', async () => {
    const { id, sleutel } = (await maak({ naam: 'kort', rol: 'gemeente', partij: '0370' })).json();
    const gebruik = () => o.app.inject({ url: '/api/v1/signalen', headers: { authorization: `Bearer ${sleutel}` } });
    await gebruik();
    o.gateway.gevraagd.length = 0;
    await gebruik();
    expect(o.gateway.gevraagd).not.toContain('keyByHash');
    expect((await o.vraag('beheerder', 'DELETE', `/api/v1/sleutels/${id}`)).statusCode).toBe(204);
    expect((await gebruik()).statusCode).toBe(401);
    expect((await o.vraag('beheerder', 'DELETE', `/api/v1/sleutels/${id}`)).statusCode).toBe(404);
  });

  it.each([
    [{ rol: 'beheerder' }, ['/naam']],
    [{ naam: '', rol: 'koning' }, ['/naam', '/rol']],
    [{ naam: 'x', rol: 'aanbieder' }, ['/partij']],
    [{ naam: 'x', rol: 'aanbieder', partij: '0362' }, ['/partij']],
    [{ naam: 'x', rol: 'gemeente', partij: '42420001' }, ['/partij']],
    [{ naam: 'x', rol: 'operator' }, ['/regios']],
    [{ naam: 'x', rol: 'operator', regios: [] }, ['/regios']],
    [{ naam: 'x', rol: 'beheerder', partij: '0362' }, ['/partij']],
    [{ naam: 'x', rol: 'beheerder', extra: 1 }, ['/extra']],
  ])('refuses %j and points at what is wrong', async (payload, pointers) => {
    const antwoord = await maak(payload);
    expect(antwoord.headers['content-type']).toBe('application/problem+json');
    expect(antwoord.json()).toMatchObject({ status: 422, code: 'onjuiste-invoer' });
    expect(antwoord.json().fouten.map((f: { pointer: string }) => f.pointer)).toEqual(pointers);
  });

  it('knows the key of the environment and never stores it', async () => {
    const gateway = new NepGateway();
    const kast = new Sleutelkast(gateway.sleutelStore, 'uit-de-omgeving');
    expect((await kast.zoek('uit-de-omgeving'))?.rol).toBe('beheerder');
    expect(await kast.zoek('iets-anders')).toBeUndefined();
    expect(await kast.eerste()).toBeNull();
    expect(gateway.sleutels).toEqual([]);
  });

  it('makes the first key once', async () => {
    const gateway = new NepGateway();
    const eerste = await new Sleutelkast(gateway.sleutelStore, null).eerste();
    expect((await new Sleutelkast(gateway.sleutelStore, null).zoek(eerste ?? ''))?.rol).toBe('beheerder');
    expect(await new Sleutelkast(gateway.sleutelStore, null).eerste()).toBeNull();
  });
});

describe('afspraken', () => {
  it('puts, reads, and tells every mistake', async () => {
    const document = { ...voorbeeldDocument(), versie: 'x' };
    o.gateway.document = document;
    const goed = await o.vraag('beheerder', 'PUT', '/api/v1/afspraken', { payload: document });
    expect([goed.statusCode, goed.json()]).toMatchObject([200, { versie: 'x', nummer: 2, wijzigingen: [] }]);
    expect(o.gateway.gevraagd.at(-1)).toEqual({ document, door: 's0' });
    expect(o.gateway.geboekt).toEqual(['s0 afspraken-vervangen 2']);
    o.gateway.document = DOCUMENT;
    expect((await o.vraag('beheerder', 'GET', '/api/v1/afspraken')).json().versie).toBe('nep');
    const fout = await o.vraag('beheerder', 'PUT', '/api/v1/afspraken', {
      headers: { 'content-type': 'application/json' },
    });
    expect(fout.json()).toMatchObject({ status: 422, code: 'onjuiste-afspraken', fouten: [{ pointer: '' }] });
  });

  it('replaces only the version that the document was made from, where the asker says which', async () => {
    const { headers } = await o.vraag('beheerder', 'GET', '/api/v1/afspraken');
    expect(headers.etag).toBe('"1"');
    const put = (etag: string, proef = '') => {
      const vraag = { payload: voorbeeldDocument(), headers: { 'if-match': etag } };
      return o.vraag('beheerder', 'PUT', `/api/v1/afspraken${proef}`, vraag);
    };
    for (const etag of ['"1"', 'W/"1"', '*']) {
      const goed = await put(etag);
      expect([etag, goed.statusCode, goed.headers.etag]).toEqual([etag, 200, '"2"']);
    }
    o.gateway.gevraagd.length = 0;
    for (const [etag, proef] of [
      ['"0"', ''],
      ['"0"', '?proef=true'],
      ['"iets"', ''],
    ] as const) {
      const oud = await put(etag, proef);
      expect([oud.headers.etag, oud.json()]).toMatchObject(['"1"', { status: 412, code: 'verouderd' }]);
      expect(oud.json().detail).toContain('If-Match');
    }
    expect((await put('1')).json()).toMatchObject({ status: 400, code: 'ongeldige-kopregel' });
    expect(o.gateway.gevraagd).toEqual([]);
  });

  it('refuses what is no JSON without repeating it', async () => {
    const antwoord = await o.vraag('beheerder', 'PUT', '/api/v1/afspraken', {
      payload: '{"bsn": 999990019, kapot',
      headers: { 'content-type': 'application/json' },
    });
    expect(antwoord.json()).toMatchObject({ status: 400, code: 'ongeldige-json' });
    expect(antwoord.payload + o.log.join()).not.toContain('999990019');
  });
});

describe('toewijzingen', () => {
  const PAD = '/api/v1/toewijzingen/0439/12';

  it('shows the current version, the history and the budget to both parties; others are written down', async () => {
    o.gateway.toewijzing = {
      huidig: toewijzing(),
      historie: [toewijzing({ volume: 1 })],
      gebruikt: 376_499,
      laan: 'l',
    };
    const antwoord = await o.vraag('purmerend', 'GET', PAD);
    expect(antwoord.json().signaalbudget).toEqual({
      soort: 'standaard',
      bedrag: 500_000,
      gebruikt: 376_499,
      percentage: 75.2,
    });
    expect(antwoord.json().historie[0].volume).toBe(1);
    expect(antwoord.payload).not.toContain('hash-van-een-bsn');
    const wie = ['aanbieder', 'andereAanbieder', 'gemeente', 'operator', 'operatorZawa', 'beheerder'] as const;
    const statussen = await Promise.all(wie.map(async (w) => (await o.vraag(w, 'GET', PAD)).statusCode));
    expect(statussen).toEqual([200, 404, 404, 404, 200, 200]);
    expect(o.gateway.geboekt.sort()).toEqual(['s0 toewijzing-geopend 0439/12', 's2 toewijzing-geopend 0439/12']);
    for (const pad of ['/api/v1/toewijzingen/0439/13', '/api/v1/toewijzingen/439/12', '/api/v1/toewijzingen/0439/x'])
      expect((await o.vraag('beheerder', 'GET', pad)).statusCode).toBe(404);
  });

  it('grants under the code that the toewijzing has, and tells what came of it', async () => {
    o.gateway.toewijzing = { huidig: toewijzing(), historie: [], gebruikt: 0, laan: 'l' };
    const geef = (bedrag: unknown, headers = {}) =>
      o.vraag('purmerend', 'PUT', `${PAD}/signaalbudget`, { payload: { bedrag, reden: 'plan' }, headers });
    expect((await geef(900_000, { 'idempotency-key': 'sleutel-1' })).statusCode).toBe(200);
    expect(o.gateway.gevraagd.at(-1)).toMatchObject({
      gemeente: '0370',
      nummer: 12,
      partij: '0439',
      idempotentie: 'sleutel-1',
    });
    expect((await geef(1)).json()).toMatchObject({ status: 409, detail: 'Dit kan alleen met Frequentie 6.' });
    const later = await geef(2);
    expect([later.statusCode, later.headers.location]).toEqual([202, '/api/v1/opdrachten/opdracht-1']);
    expect((await o.vraag('purmerend', 'GET', '/api/v1/opdrachten/opdracht-1')).json().stand).toBe('wacht');
    expect((await o.vraag('gemeente', 'GET', '/api/v1/opdrachten/opdracht-1')).statusCode).toBe(404);
    for (const bedrag of [0, 1.5, '5', null]) expect((await geef(bedrag)).statusCode).toBe(422);
    expect((await geef(5, { 'idempotency-key': 'x'.repeat(256) })).statusCode).toBe(400);
  });

  it('grants nothing on what another gemeente has', async () => {
    o.gateway.toewijzing = { huidig: toewijzing(), historie: [], gebruikt: 0, laan: 'l' };
    const antwoord = await o.vraag('gemeente', 'PUT', `${PAD}/signaalbudget`, { payload: { bedrag: 5, reden: 'x' } });
    expect(antwoord.statusCode).toBe(404);
    expect(o.gateway.wachtte).toEqual([]);
  });
});

describe('werkbak, signalen, replay', () => {
  it('asks for what the key may see', async () => {
    await o.vraag('purmerend', 'GET', '/api/v1/werkbak');
    expect(o.gateway.gevraagd.at(-1)).toEqual({ gemeenten: ['0439', '0370'], limit: 100 });
    await o.vraag('operator', 'GET', '/api/v1/signalen?na=3');
    expect(o.gateway.gevraagd.at(-1)).toEqual({ regios: ['AA'], na: '3', limit: 500 });
    const alle = await o.vraag('beheerder', 'GET', '/api/v1/signalen');
    expect([alle.json(), o.gateway.gevraagd.at(-1)]).toEqual([[], { limit: 500 }]);
  });

  it('passes a decision on, and wants a reason for a refusal', async () => {
    const besluit = (payload: object) => o.vraag('purmerend', 'POST', '/api/v1/werkbak/w1', { payload });
    expect((await besluit({ besluit: 'afwijzen' })).json().fouten).toEqual([
      { pointer: '/reden', melding: 'Dit veld ontbreekt.' },
    ]);
    expect((await besluit({ besluit: 'afwijzen', reden: '4' })).statusCode).toBe(202);
    expect(o.gateway.gevraagd.at(-1)).toMatchObject({
      item: 'w1',
      partij: '0439',
      besluit: 'afwijzen',
      reden: '4',
      toewijzing: null,
    });
    await besluit({ besluit: 'toewijzen', toewijzing: { volume: 10 } });
    expect(o.gateway.gevraagd.at(-1)).toMatchObject({ toewijzing: { volume: 10, budget: null } });
  });

  it('replays within sight only', async () => {
    o.gateway.berichten.set('m', { ...(await import('./nep-gateway.ts')).bericht({ id: 'm' }) });
    expect((await o.vraag('operatorZawa', 'POST', '/api/v1/berichten/m/replay')).statusCode).toBe(404);
    expect((await o.vraag('operator', 'POST', '/api/v1/berichten/m/replay')).statusCode).toBe(202);
    expect(o.gateway.geboekt).toEqual(['s1 replay m']);
  });
});
