import { beforeEach, describe, expect, it } from 'vitest';
import { Opstelling } from './opstelling.ts';

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak();
});

const PAD = '/api/v1/sleutels';
const maak = (payload: object) => o.vraag('beheerder', 'POST', PAD, { payload });
const wijzig = (id: string, payload: object) => o.vraag('beheerder', 'PATCH', `${PAD}/${id}`, { payload });
const met = (sleutel: string) => (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object | string) =>
  o.app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${sleutel}`,
      'content-type': typeof payload === 'string' ? 'text/xml' : 'application/json',
    },
    ...(payload === undefined ? {} : { payload }),
  });

describe('a key of several parties', () => {
  it('sees what is of each of them', async () => {
    const { sleutel, ...rest } = (await maak({ naam: 'bureau', rol: 'gemeente', partijen: ['0362', '0439'] })).json();
    expect(rest).toMatchObject({ partij: null, partijen: ['0362', '0439'], alleenLezen: false, geldigTot: null });
    await met(sleutel)('GET', '/api/v1/berichten');
    expect(o.gateway.gevraagd.at(-1)).toEqual({ partijen: ['0362', '0439', '0370'], limit: 51 });
  });

  it.each([
    [{ rol: 'gemeente', partijen: ['0362'] }, '/partijen'],
    [{ rol: 'gemeente', partijen: ['0362', '0362'] }, '/partijen'],
    [{ rol: 'gemeente', partijen: ['0362', '42420001'] }, '/partijen/1'],
    [{ rol: 'gemeente', partijen: ['0362', '0439'], partij: '0362' }, '/partij'],
    [{ rol: 'operator', partijen: ['0362', '0439'], regios: ['AA'] }, '/partijen'],
    [{ rol: 'gemeente', partij: '0362', geldigTot: '2026-02-30' }, '/geldigTot'],
    [{ rol: 'gemeente', partij: '0362', geldigTot: 'morgen' }, '/geldigTot'],
    [{ rol: 'gemeente', partij: '0362', alleenLezen: 'ja' }, '/alleenLezen'],
  ])('refuses %j', async (gegevens, pointer) => {
    const antwoord = await maak({ naam: 'x', ...gegevens });
    expect([antwoord.statusCode, antwoord.json().fouten[0].pointer]).toEqual([422, pointer]);
  });
});

describe('a key that only looks', () => {
  it('reads and tries, and sends, decides, confirms and changes nothing', async () => {
    const lezer = met(
      (await maak({ naam: 'kijk', rol: 'gemeente', partij: '0362', alleenLezen: true })).json().sleutel,
    );
    for (const pad of ['/berichten', '/uitgaand', '/werkbak', '/signalen', '/termijnen'])
      expect([pad, (await lezer('GET', `/api/v1${pad}`)).statusCode]).toEqual([pad, 200]);
    expect((await lezer('POST', '/api/v1/controle', '<x/>')).statusCode).toBe(200);
    const besluit = { besluit: 'onderzoek' };
    expect((await lezer('POST', '/api/v1/werkbak/w1?proef=true', besluit)).statusCode).toBe(404);
    for (const [method, pad, inhoud] of [
      ['POST', '/berichten', '<x/>'],
      ['POST', '/uitgaand/1/bevestiging', {}],
      ['POST', '/werkbak/w1', besluit],
      ['POST', '/werkbak/w1?proef=false', besluit],
      ['PUT', '/signalen/1', { stand: 'geweigerd' }],
      ['PUT', '/toewijzingen/0362/1/signaalbudget', { bedrag: 1, reden: 'x' }],
      ['PUT', '/toewijzingen/0362/1/aanspreekpunt', { aanbieder: null }],
    ] as const) {
      const antwoord = await lezer(method, `/api/v1${pad}`, inhoud);
      expect([pad, antwoord.statusCode, antwoord.json().code]).toEqual([pad, 403, 'alleen-lezen']);
    }
    expect([o.gateway.ontvangen, o.gateway.geboekt.slice(1)]).toEqual([[], []]);
  });
});

describe('PATCH /sleutels/{id}', () => {
  it('changes name, regions and last day at once, and a past day ends the key', async () => {
    const { id, sleutel } = (await maak({ naam: 'a', rol: 'operator', regios: ['AA'] })).json();
    const gewijzigd = (await wijzig(id, { naam: 'b', regios: ['AA', 'ZAWA'] })).json();
    expect(gewijzigd).toMatchObject({ id, naam: 'b', regios: ['AA', 'ZAWA'] });
    await met(sleutel)('GET', '/api/v1/signalen');
    expect(o.gateway.gevraagd.at(-1)).toMatchObject({ regios: ['AA', 'ZAWA'] });
    expect((await wijzig(id, { geldigTot: '2026-01-01' })).json().geldigTot).toBe('2026-01-01');
    expect((await met(sleutel)('GET', '/api/v1/signalen')).statusCode).toBe(401);
    const { sleutels } = (await o.vraag('beheerder', 'GET', PAD)).json();
    expect(sleutels.at(-1)).toMatchObject({ id, geldigTot: '2026-01-01', staart: sleutel.slice(-4) });
  });

  it('refuses what cannot be changed', async () => {
    const { id } = (await maak({ naam: 'a', rol: 'gemeente', partij: '0362' })).json();
    for (const payload of [{}, { rol: 'beheerder' }, { partij: '0439' }, { naam: '' }, { geldigTot: '2026-02-30' }])
      expect((await wijzig(id, payload)).statusCode).toBe(422);
    expect((await wijzig(id, { regios: ['AA'] })).statusCode).toBe(409);
    expect((await wijzig('geen-id', { naam: 'b' })).statusCode).toBe(404);
    await o.vraag('beheerder', 'DELETE', `${PAD}/${id}`);
    expect((await wijzig(id, { geldigTot: '2030-01-01' })).statusCode).toBe(409);
  });
});

it('keys that are made, changed and ended are written down under the key that did it', async () => {
  const { id } = (await maak({ naam: 'a', rol: 'gemeente', partij: '0362' })).json();
  await wijzig(id, { naam: 'b' });
  await o.vraag('beheerder', 'DELETE', `${PAD}/${id}`);
  await o.vraag('beheerder', 'DELETE', `${PAD}/${id}`);
  expect(
    o.gateway.audit.map(({ door, doorNaam, handeling, onderwerp }) => [door, doorNaam, handeling, onderwerp]),
  ).toEqual([
    ['s0', 'b', 'sleutel-gemaakt', id],
    ['s0', 'b', 'sleutel-gewijzigd', id],
    ['s0', 'b', 'sleutel-beeindigd', id],
  ]);
});
