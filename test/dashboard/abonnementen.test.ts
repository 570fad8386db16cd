import { beforeEach, expect, it } from 'vitest';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  visitor = await Visitor.signedIn(o, 'gemeente');
});

const ID = '01a1ffe3-0598-7231-b29d-aec695db5bc8';

it('a subscription is made, with the secret of a webhook this once, and shown without it after that', async () => {
  const velden = { weg: 'webhook', adres: 'https://ijw.voorbeeld.nl/haak', soort: 'vastgelopen', ritme: 'dag' };
  const { statusCode, payload } = await visitor.send('/abonnementen', velden);
  expect([statusCode, /<code>whsec_[^<]+<\/code>/.test(payload)]).toEqual([200, true]);
  const later = (await visitor.get('/abonnementen')).payload;
  expect([later.includes('https://ijw.voorbeeld.nl/haak'), later.includes('whsec_')]).toEqual([true, false]);
  expect(o.gateway.geboekt.some((regel) => regel.includes('abonnement-gemaakt'))).toBe(true);
});

it.each([
  [{ weg: '', adres: 'a@voorbeeld.nl', soort: 'termijn' }, 'Kies of het per mail of naar een webhook gaat.'],
  [{ weg: 'mail', adres: '', soort: 'termijn' }, 'Vul het mailadres of het adres van de webhook in.'],
  [{ weg: 'mail', adres: 'geen adres', soort: 'termijn' }, 'Geef één mailadres'],
  [{ weg: 'mail', adres: 'a@voorbeeld.nl' }, 'Kies ten minste één soort signaal.'],
] as const)('%j: says what to do, and keeps what was typed', async (velden, melding) => {
  const { statusCode, payload } = await visitor.send('/abonnementen', velden);
  expect([statusCode, payload.includes(melding)]).toEqual([422, true]);
  if (velden.adres !== '') expect(payload).toContain(`value="${velden.adres}"`);
});

it('one is tried and ended by whom it is of, and is not there for another', async () => {
  const andere = await Visitor.signedIn(o, 'aanbieder');
  for (const doen of ['proef', 'beeindig']) {
    expect((await andere.send(`/abonnementen/${ID}`, { doen }, '/abonnementen')).statusCode).toBe(404);
    const { statusCode, headers } = await visitor.send(`/abonnementen/${ID}`, { doen }, '/abonnementen');
    expect([statusCode, headers.location]).toEqual([303, '/abonnementen']);
  }
  const gedaan = o.gateway.geboekt
    .filter((regel) => regel.includes(ID))
    .map((regel) => /abonnement-\w+/.exec(regel)?.[0]);
  expect(gedaan).toEqual(['abonnement-geprobeerd', 'abonnement-beeindigd']);
});
