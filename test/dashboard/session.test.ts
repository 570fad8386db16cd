import { beforeEach, describe, expect, it } from 'vitest';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
});

describe('signing in', () => {
  it('is asked of whoever has no session, for every page, and brings one back to where one wanted to be', async () => {
    const visitor = new Visitor(o);
    for (const url of ['/', '/berichten', '/berichten/x', '/docs', '/beheer/wachtrijen', '/bestaat-niet']) {
      const { statusCode, headers } = await visitor.get(url);
      expect([url, statusCode, headers.location]).toEqual([url, 303, '/aanmelden']);
    }
    await visitor.get('/berichten?status=afgekeurd');
    const { statusCode, headers } = await visitor.signIn(o.sleutels.operator);
    expect([statusCode, headers.location]).toEqual([303, '/berichten?status=afgekeurd']);
    expect((await visitor.get('/')).statusCode).toBe(200);
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const { headers } = await new Visitor(o).signIn(o.sleutels.operator);
    const cookie = [headers['set-cookie']].flat().find((een) => een?.startsWith('ijw_sessie='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    // Of the secret itself nothing is kept.
    const geheim = /ijw_sessie=([^;]+)/.exec(cookie ?? '')?.[1] ?? '';
    expect([...o.gateway.sessies.keys()].join()).not.toContain(geheim);
  });

  it('says what is wrong with a key, and counts failures only', async () => {
    const visitor = new Visitor(o);
    for (const [sleutel, status, zin] of [
      ['', 422, 'Vul uw sleutel in.'],
      ['onzin', 401, 'Deze sleutel is niet (meer) geldig.'],
    ] as const) {
      const { statusCode, payload } = await visitor.signIn(sleutel);
      expect([statusCode, payload.includes(zin)]).toEqual([status, true]);
    }
    for (let i = 0; i < 100; i++) await visitor.signIn(`onzin ${i}`);
    const geremd = await visitor.signIn('nog een');
    expect([geremd.statusCode, Number(geremd.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await new Visitor(o).signIn(o.sleutels.gemeente)).statusCode).toBe(303);
  });

  it('is written down, and so is leaving', async () => {
    const visitor = await Visitor.signedIn(o, 'gemeente');
    await visitor.send('/afmelden', {}, '/');
    expect(o.gateway.audit.map(({ handeling, doorNaam }) => [handeling, doorNaam])).toEqual([
      ['aangemeld', 'g'],
      ['afgemeld', 'g'],
    ]);
  });
});

describe('a session', () => {
  it('ends at the server: its cookie is of no use after leaving', async () => {
    const visitor = await Visitor.signedIn(o, 'beheerder');
    const [geheim = ''] = [...o.gateway.sessies.keys()];
    const { statusCode, headers } = await visitor.send('/afmelden', {}, '/');
    expect([statusCode, headers.location]).toEqual([303, '/aanmelden']);
    expect(o.gateway.sessies.has(geheim)).toBe(false);
    expect((await visitor.get('/')).statusCode).toBe(303);
  });

  it('ends after half an hour without use, and what a page asks by itself is no use', async () => {
    const visitor = await Visitor.signedIn(o, 'operator');
    const begin = o.gateway.nu.getTime();
    const later = (minuten: number) => {
      o.gateway.nu = new Date(begin + minuten * 60_000);
    };
    later(29);
    expect((await visitor.get('/', { 'x-ijw-vanzelf': '1' })).statusCode).toBe(200);
    expect((await visitor.get('/')).statusCode).toBe(200);
    later(58);
    expect((await visitor.get('/', { 'x-ijw-vanzelf': '1' })).statusCode).toBe(200);
    later(60);
    expect((await visitor.get('/', { 'x-ijw-vanzelf': '1' })).statusCode).toBe(401);
    expect((await visitor.get('/')).statusCode).toBe(303);
  });

  it('ends with its key', async () => {
    const visitor = await Visitor.signedIn(o, 'operator');
    const id = o.gateway.sleutels.find(({ sleutel }) => sleutel.naam === 'o')?.sleutel.id ?? '';
    await o.kast.verwijder(id);
    expect((await visitor.get('/')).statusCode).toBe(303);
  });

  it('is needed for each form: a token of it, and of no other', async () => {
    const visitor = await Visitor.signedIn(o, 'operator');
    const ander = await Visitor.signedIn(o, 'operator');
    const token = /name="csrf" value="([^"]+)"/.exec((await ander.get('/')).payload)?.[1] ?? '';
    for (const velden of [{}, { csrf: '' }, { csrf: 'x' }, { csrf: token }] as Record<string, string>[]) {
      expect((await visitor.post('/afmelden', velden)).statusCode).toBe(403);
    }
    expect((await visitor.get('/')).statusCode).toBe(200);
    expect((await new Visitor(o).post('/aanmelden', { sleutel: o.sleutels.operator })).statusCode).toBe(403);
  });
});
