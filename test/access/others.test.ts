import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesFor } from '../../src/access/actions.ts';
import { API_ROUTES } from '../../src/api/routes.ts';
import { PAGES, POSTS } from '../../src/dashboard/pages/pages.ts';
import { readSheets } from '../../src/sheets/read-sheets.ts';
import { LineBrowser } from '../servers/browser.ts';
import { BEHEERDER } from '../servers/gateway.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { NOTHING, OWN, type Stranger, type Things, type World, world } from './others-world.ts';

/**
 * One of everything, of one aanbieder and one gemeente in one region, on a gateway as it is served; then each call, page, file
 * and form is tried by who has nothing to do with it. What is another's is answered as what is not there, no list tells of
 * it, and nothing of it changes.
 */

/** What a call of the table needs to reach these; every route with something in its path stands here. */
const REACH: Readonly<Record<string, (t: Things) => readonly [path: string, body?: object]>> = {
  'GET /api/v1/berichten/:id': (t) => [`berichten/${t.bericht}`],
  'GET /api/v1/berichten/:id/xml': (t) => [`berichten/${t.stuk}/xml`],
  'POST /api/v1/berichten/:id/replay': (t) => [`berichten/${t.bericht}/replay`],
  'GET /api/v1/herhalingen/:id': (t) => [`herhalingen/${t.herhaling}`],
  'PUT /api/v1/oorzaken/:partij/:type/:regel': (t) => [
    `oorzaken/${OWN.aanbieder}/JW315/${t.regel}`,
    { stand: 'gemeld', notitie: 'van een ander' },
  ],
  'POST /api/v1/uitgaand/:id/bevestiging': (t) => [`uitgaand/${t.stuk}/bevestiging`],
  'POST /api/v1/afleveringen/:id/opnieuw': (t) => [`afleveringen/${t.aflevering}/opnieuw`],
  'PATCH /api/v1/sleutels/:id': (t) => [`sleutels/${t.sleutel}`, { naam: 'van een ander' }],
  'DELETE /api/v1/sleutels/:id': (t) => [`sleutels/${t.sleutel}`],
  'PUT /api/v1/partijen/:code/kanaal': (t) => [`partijen/${partyOf(t)}/kanaal`, { kanaal: 'ophalen' }],
  'GET /api/v1/partijen/:code/kanaal': (t) => [`partijen/${partyOf(t)}/kanaal`],
  'GET /api/v1/toewijzingen/:gemeente/:nummer': (t) => [`toewijzingen/0362/${t.nummer}`],
  'PUT /api/v1/toewijzingen/:gemeente/:nummer/signaalbudget': (t) => [
    `toewijzingen/0362/${t.nummer}/signaalbudget`,
    { bedrag: 900_000, reden: 'van een ander' },
  ],
  'GET /api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt': (t) => [`toewijzingen/0362/${t.nummer}/aanspreekpunt`],
  'PUT /api/v1/toewijzingen/:gemeente/:nummer/aanspreekpunt': (t) => [
    `toewijzingen/0362/${t.nummer}/aanspreekpunt`,
    { aanbieder: '42420003' },
  ],
  'PUT /api/v1/signalen/:id': (t) => [`signalen/${t.signaal}`, { stand: 'afronden', toelichting: 'van een ander' }],
  'DELETE /api/v1/abonnementen/:id': (t) => [`abonnementen/${t.abonnement}`],
  'GET /api/v1/werkbak/:id': (t) => [`werkbak/${t.werkbak}`],
  'POST /api/v1/werkbak/:id': (t) => [`werkbak/${t.werkbak}`, { besluit: 'afwijzen', reden: '4' }],
  'GET /api/v1/opdrachten/:id': (t) => [`opdrachten/${t.opdracht}`],
};

/** A gemeente of the region, of which something was set or nothing. */
function partyOf(t: Things): string {
  return t === NOTHING ? '0358' : OWN.gemeente;
}

const FIELDS: Readonly<Record<string, (t: Things) => Readonly<Record<string, string>>>> = {
  '/berichten/:id': () => ({ reden: 'nieuwsgierig' }),
  '/berichten/:id/aflevering': (t) => ({ aflevering: t.aflevering }),
  '/oorzaken': (t) => ({ partij: OWN.aanbieder, type: 'JW315', regel: t.regel, stand: 'gemeld' }),
  '/oorzaken/herhalen': (t) => ({ partij: OWN.aanbieder, type: 'JW315', regel: t.regel }),
  '/toewijzingen/:gemeente/:nummer': () => ({ reden: 'nieuwsgierig' }),
  '/toewijzingen/:gemeente/:nummer/signaalbudget': () => ({ bedrag: '9000', reden: 'x', stap: 'vast', doen: 'vast' }),
  '/werkbak': (t) => ({ item: t.werkbak, besluit: 'afwijzen', reden: '4' }),
  '/werkbak/:id': () => ({ besluit: 'afwijzen', reden: '4', stap: 'vast' }),
  '/abonnementen/:id': () => ({ doen: 'beeindig' }),
  '/berichten/zoekopdrachten': (t) => ({ verwijder: t.zoekopdracht }),
};

let w: World;
let heard: Promise<string>[] = [];
const stop = new AbortController();
beforeAll(async () => {
  w = await world();
}, 120_000);
afterAll(async () => {
  stop.abort();
  await w?.gateway.remove();
});

/** What nobody else may read: ids, numbers, addresses, and the rule that only this aanbieder broke. */
function secrets(): readonly string[] {
  const { bericht, stuk, nummer, werkbak, opdracht, abonnement, herhaling, sleutel } = w.things;
  const ids = [bericht, stuk, nummer, werkbak, opdracht, abonnement, herhaling, sleutel];
  return [...ids, 'haak-van-0362', 'kanaal-van-0362', 'NOOR-2025-1', '999990019'];
}
const told = (text: string) => secrets().filter((secret) => text.includes(secret));

/** What was asked for stands in the address of a page, in its title and in its forms. */
const without = (page: string, url: string) =>
  page.replaceAll(url.split('?')[0] ?? '', '').replaceAll(`Toewijzing ${w.things.nummer}`, '');

const mayCall = (action: (typeof API_ROUTES)[number]['action'], { rol }: Pick<Stranger, 'rol'>) =>
  rolesFor(action).includes(rol);

async function ask(sleutel: string, method: string, path: string, body?: object) {
  const answer = await w.client.call(method, `/api/v1/${path}`, sleutel, body);
  const text = await answer.text();
  return { status: answer.status, text };
}

describe('what is of others', () => {
  it('has a place here for each call with something in its path', () => {
    const routes = API_ROUTES.filter(({ pad }) => pad.includes(':')).map(({ method, pad }) => `${method} ${pad}`);
    expect(routes.toSorted()).toEqual(Object.keys(REACH).toSorted());
  });

  it('has fields here for forms that are there', () => {
    const paths: readonly string[] = POSTS.map(({ path }) => path);
    expect(Object.keys(FIELDS).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('is there for its own, so that what follows can fail', async () => {
    const own: Readonly<Record<string, string>> = {
      ...{ message: w.owners.aanbieder, key: BEHEERDER, audit: BEHEERDER, werkbak: w.owners.gemeente },
    };
    for (const { method, pad, action } of API_ROUTES.filter((route) => route.method === 'GET')) {
      const reach = REACH[`${method} ${pad}`];
      if (reach === undefined) continue;
      const [, owner] = Object.entries(w.owners).find(([rol]) => rolesFor(action).includes(rol as never)) ?? [];
      const sleutel = pad.includes('herhalingen')
        ? w.owners.operator
        : (own[action.split('.')[0] ?? ''] ?? owner ?? '');
      const { status } = await ask(sleutel, method, reach(w.things)[0]);
      expect([pad, status]).toEqual([pad, 200]);
    }
  });

  it('follows what happens and hears nothing of it', async () => {
    heard = w.strangers.map(async ({ sleutel }) => {
      const answer = await fetch(`${w.gateway.url}/api/v1/gebeurtenissen`, {
        headers: { authorization: `Bearer ${sleutel}` },
        signal: stop.signal,
      });
      let text = '';
      try {
        for await (const part of answer.body ?? []) text += Buffer.from(part).toString('utf8');
      } catch {
        // Ended by us.
      }
      return text;
    });
    await sleep(300);
    await w.client.json('POST', '/api/v1/berichten', w.owners.aanbieder, new TextEncoder().encode(jw305()));
  });

  it('is answered as what is not there', async () => {
    for (const { method, pad, action } of API_ROUTES) {
      const reach = REACH[`${method} ${pad}`];
      if (reach === undefined) continue;
      for (const stranger of w.strangers) {
        const [path, body] = reach(w.things);
        const got = await ask(stranger.sleutel, method, path, body);
        const where = `${stranger.naam}: ${method} ${path}`;
        if (!mayCall(action, stranger)) {
          expect([where, got.status]).toEqual([where, 403]);
          continue;
        }
        const none = reach(NOTHING);
        const nothing = await ask(stranger.sleutel, method, none[0], none[1]);
        expect([where, got]).toEqual([where, nothing]);
        expect([where, got.status]).toEqual([where, 404]);
      }
    }
  });

  it('stands in no list, whatever is asked of it', async () => {
    const asked = ['', `partij=${OWN.aanbieder}`, `partij=${OWN.gemeente}`, `regio=${OWN.regio}`, 'gemeente=0362'];
    const texts = [...asked, 'identificatie=AANV2025001', `toewijzing=${w.things.nummer}`, 'referentie=NOOR-2025-1'];
    const lists = API_ROUTES.filter(({ method, pad }) => method === 'GET' && !pad.includes(':'));
    let looked = 0;
    for (const { pad, action } of lists.filter(({ pad: of }) => !of.endsWith('/gebeurtenissen'))) {
      for (const stranger of w.strangers.filter((one) => mayCall(action, one))) {
        for (const question of texts) {
          const { status, text } = await ask(stranger.sleutel, 'GET', `${pad.slice(8)}?${question}`);
          expect([stranger.naam, pad, question, told(text)]).toEqual([stranger.naam, pad, question, []]);
          if (status === 200) looked++;
        }
      }
    }
    expect(looked).toBeGreaterThan(40);
    for (const { sleutel } of w.strangers) {
      const { status, text } = await ask(sleutel, 'POST', 'zoeken', { bsn: '999990019' });
      expect([status, told(text)]).toEqual([200, []]);
    }
    const all = { filter: { partij: OWN.aanbieder } };
    for (const stranger of w.strangers.filter(({ rol }) => rol === 'operator')) {
      const { text } = await ask(stranger.sleutel, 'POST', 'herhalingen', { ...all, proef: true });
      expect(JSON.parse(text)).toMatchObject({ gevraagd: 0 });
    }
  });

  it('may not be sent in the name of another', async () => {
    for (const stranger of w.strangers) {
      const answer = await w.client.call(
        'POST',
        '/api/v1/berichten',
        stranger.sleutel,
        new TextEncoder().encode(jw305()),
      );
      expect([stranger.naam, answer.status]).toEqual([stranger.naam, 403]);
    }
    const confirmed = await ask(w.strangers[0]?.sleutel ?? '', 'POST', 'uitgaand/bevestigingen', {
      ids: [w.things.stuk],
    });
    expect(JSON.parse(confirmed.text)).toEqual({ bevestigd: 0, onbekend: [w.things.stuk] });
  });

  it('stands on no page, in no file of a page, and is changed by no form', { timeout: 120_000 }, async () => {
    const fill = (path: string, t: Things) =>
      path
        .replace(':gemeente', OWN.gemeente)
        .replace(':nummer', t.nummer)
        .replace(':partij', OWN.aanbieder)
        .replace(':soort', 'JW315')
        .replace(':regel', t.regel)
        .replace(':bestand', 'contracten.csv')
        .replace(
          ':id',
          path.includes('werkbak')
            ? t.werkbak
            : path.includes('abonn')
              ? t.abonnement
              : path.includes('herhaling')
                ? t.herhaling
                : path.includes('sleutels')
                  ? t.sleutel
                  : t.bericht,
        );
    const owners = await Promise.all(
      Object.values(w.owners).map((sleutel) => LineBrowser.signedIn(w.gateway.url, sleutel)),
    );
    const files = new Set<string>();
    for (const { path } of PAGES) {
      const url = fill(path, w.things);
      for (const owner of owners) {
        const { text } = await owner.get(url);
        for (const [, name] of text.matchAll(/[?&](?:amp;)?((?:csv|xlsx)=[\w-]+)"/g)) files.add(`${url}?${name}`);
      }
    }
    expect(files.size).toBeGreaterThan(15);
    for (const stranger of w.strangers) {
      const browser = await LineBrowser.signedIn(w.gateway.url, stranger.sleutel);
      for (const url of [...PAGES.map(({ path }) => fill(path, w.things)), ...files]) {
        const { text, bytes, status } = await browser.get(url);
        const shown = without(text, url);
        expect([stranger.naam, url, told(shown)]).toEqual([stranger.naam, url, []]);
        if (!url.includes('xlsx=') || status !== 200) continue;
        const read = await readSheets('x.xlsx', bytes);
        expect([stranger.naam, url, read.kind, told(JSON.stringify(read))]).toEqual([stranger.naam, url, 'ok', []]);
      }
      for (const { path } of POSTS) {
        const { text } = await browser.send(fill(path, w.things), { ...FIELDS[path]?.(w.things) }, '/');
        const shown = without(text, fill(path, w.things)).replaceAll(w.things.werkbak, '');
        expect([stranger.naam, path, told(shown)]).toEqual([stranger.naam, path, []]);
      }
    }
  });

  it('is no queue of the board: that is for beheerders, from a page of ours, and is written down', async () => {
    const pause = (browser: LineBrowser, headers: Readonly<Record<string, string>>) =>
      browser.put(`/beheer/wachtrijen/api/queues/ijw-${OWN.regio}/pause`, headers);
    const same = { 'sec-fetch-site': 'same-origin' };
    const looks = await w.client.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, {
      ...{ naam: 'beheerder die kijkt', rol: 'beheerder', alleenLezen: true },
    });
    for (const sleutel of [...w.strangers.map((one) => one.sleutel), w.owners.operator, looks.sleutel]) {
      const browser = await LineBrowser.signedIn(w.gateway.url, sleutel);
      expect((await browser.get('/beheer/wachtrijen')).status).toBe(403);
      expect((await pause(browser, same)).status).toBe(403);
    }
    const beheerder = await LineBrowser.signedIn(w.gateway.url, BEHEERDER);
    const wrong = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elders.nl' },
    ];
    for (const headers of wrong as Record<string, string>[])
      expect([headers, (await pause(beheerder, headers)).status]).toEqual([headers, 403]);
    expect((await beheerder.get('/beheer/wachtrijen')).status).toBe(200);
    expect((await pause(beheerder, same)).status).toBe(200);
    await beheerder.put(`/beheer/wachtrijen/api/queues/ijw-${OWN.regio}/resume`, same);
    const { inzage } = await w.client.json<{ inzage: { handeling: string; onderwerp: string }[] }>(
      ...(['GET', '/api/v1/inzage?limit=20', BEHEERDER] as const),
    );
    const done = inzage.filter(({ handeling }) => handeling === 'wachtrij-gewijzigd').map(({ onderwerp }) => onderwerp);
    expect(done).toEqual([`resume ijw-${OWN.regio}`, `pause ijw-${OWN.regio}`]);
  });

  it('was touched by none of them, as the audit tells', async () => {
    stop.abort();
    for (const text of await Promise.all(heard)) {
      expect(text).toContain('retry:');
      expect(text).not.toMatch(/^data:/m);
    }
    const { inzage } = await w.client.json<{
      inzage: { sleutel: { naam: string }; handeling: string; onderwerp: string | null }[];
    }>('GET', '/api/v1/inzage?limit=500', BEHEERDER);
    const strange = inzage.filter(({ sleutel }) => w.strangers.some(({ naam }) => naam === sleutel.naam));
    const done = new Set(strange.map(({ handeling }) => handeling));
    expect([...done].toSorted()).toEqual(['aangemeld', 'client-gezocht']);
    const { bericht } = w.things;
    expect(inzage.filter(({ onderwerp }) => onderwerp === bericht)).toEqual([]);
    // How far the audit was at the start: what is cut off since shows to who keeps the log.
    expect(w.gateway.log).toMatch(/"hash":"(?:[0-9a-f]{64})?","message":"the audit is at"/);
    // What was refused to a key bears its id.
    expect(w.gateway.log).not.toMatch(/"status":403,"ms":\d+,"sleutel":null/);
  });
});
