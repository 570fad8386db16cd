import { afterAll, beforeAll, expect, it } from 'vitest';
import { Opstelling } from './opstelling.ts';

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak();
});
afterAll(() => o.app.close());

const MAIL = { weg: 'mail', adres: 'jeugdhulp@voorbeeld.nl' };

it('is made for what the key sees, written down, and shown without its secret', async () => {
  const made = await o.vraag('aanbieder', 'POST', '/api/v1/abonnementen', {
    payload: { weg: 'webhook', adres: 'https://epd.voorbeeld.nl/signalen', soorten: ['aflevering'] },
  });
  expect(made.statusCode).toBe(201);
  const { id, geheim, partijen, ritme } = made.json();
  expect([geheim.slice(0, 6), partijen, ritme]).toEqual(['whsec_', ['42420001'], 'meteen']);
  const seen = await o.vraag('aanbieder', 'GET', '/api/v1/abonnementen');
  expect(seen.json().abonnementen.map((one: { id: string }) => one.id)).toEqual([id]);
  expect(seen.body).not.toContain('whsec_');
  expect(o.gateway.geboekt.at(-1)).toContain(`abonnement-gemaakt ${id}`);
});

it.each([
  ['two addresses', { ...MAIL, adres: 'a@voorbeeld.nl, b@voorbeeld.nl' }, 'Geef één mailadres'],
  ['a header in an address', { ...MAIL, adres: 'a@voorbeeld.nl\r\nBcc: b@voorbeeld.nl' }, 'Geef één mailadres'],
  ['no address', { weg: 'webhook', adres: 'file:///etc/passwd' }, 'Dit is geen adres dat met https://'],
  [
    'a short secret',
    { weg: 'webhook', adres: 'https://epd.voorbeeld.nl', geheim: 'whsec_AAAA' },
    'Een geheim is whsec_',
  ],
])('refuses %s with what to do', async (_, payload, melding) => {
  const answer = await o.vraag('gemeente', 'POST', '/api/v1/abonnementen', { payload });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(melding);
});

it('is ended by its own alone, and by a beheerder', async () => {
  const { abonnementen } = (await o.vraag('gemeente', 'GET', '/api/v1/abonnementen')).json();
  const path = `/api/v1/abonnementen/${abonnementen[0].id}`;
  expect((await o.vraag('aanbieder', 'DELETE', path)).statusCode).toBe(404);
  expect((await o.vraag('operator', 'DELETE', path)).statusCode).toBe(404);
  expect((await o.vraag('gemeente', 'DELETE', path)).statusCode).toBe(204);
  expect((await o.vraag('gemeente', 'DELETE', path)).statusCode).toBe(404);
  const body = { weg: 'mail', adres: 'jeugdhulp@voorbeeld.nl' };
  const { headers } = await o.vraag('gemeente', 'POST', '/api/v1/abonnementen', { body });
  expect((await o.vraag('beheerder', 'DELETE', String(headers.location))).statusCode).toBe(204);
});
