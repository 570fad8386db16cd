import { beforeEach, expect, it } from 'vitest';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  visitor = await Visitor.signedIn(o, 'gemeente');
});

const PAD = '/berichten/zoekopdrachten';
const MET = '/berichten?status=afgekeurd&type=JW305';
const bewaar = (wie: Visitor, naam: string, vraag: string) => wie.send(PAD, { naam, vraag }, MET);

it('a filter is kept under a name, found again by who shares its party and by nobody else, and dropped', async () => {
  const { statusCode, headers } = await bewaar(
    visitor,
    'Afgekeurde <starts>',
    'status=afgekeurd&type=JW305&na=x&kwaad=1',
  );
  expect([statusCode, headers.location]).toEqual([303, MET]);
  const lijst = (await visitor.get('/berichten')).payload;
  expect(lijst).toContain('href="/berichten?status=afgekeurd&amp;type=JW305"');
  expect([lijst.includes('Afgekeurde &lt;starts>'), lijst.includes('<starts>')]).toEqual([true, false]);
  const ander = await Visitor.signedIn(o, 'aanbieder');
  expect((await ander.get('/berichten')).payload).not.toContain('Afgekeurde');
  expect((await ander.send(PAD, { verwijder: 'z1' }, MET)).statusCode).toBe(404);
  expect((await visitor.send(PAD, { verwijder: 'z1' }, MET)).statusCode).toBe(303);
  expect((await visitor.get('/berichten')).payload).not.toContain('Afgekeurde');
});

it.each([
  ['', 'status=afgekeurd', 'Geef de zoekopdracht een naam'],
  ['Alles', '', 'Kies eerst een filter'],
  ['Alles', 'na=12', 'Kies eerst een filter'],
  ['Kind', 'identificatie=999990019', 'In een zoekopdracht kan geen BSN staan.'],
  ['Kind 999990019', 'status=afgekeurd', 'In een zoekopdracht kan geen BSN staan.'],
] as const)('%s, %s: is not kept, and says why', async (naam, vraag, melding) => {
  const { statusCode, payload } = await bewaar(visitor, naam, vraag);
  expect([statusCode, payload.includes(melding)]).toEqual([422, true]);
  expect(await o.gateway.savedSearches.list({ kind: 'party', role: 'gemeente', parties: ['0362'], ...WHO })).toEqual(
    [],
  );
});

const WHO = { keyId: 'k', keyName: 'k', readOnly: false, via: 'web' } as const;
