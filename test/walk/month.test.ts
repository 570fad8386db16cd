import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, rolesFor } from '../../src/access/actions.ts';
import { PAGES } from '../../src/dashboard/pages/pages.ts';
import { TestBrowser } from '../browser/browser.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { type FilledMonth, filledMonth } from './filled-month.ts';
import { walkThrough } from './through.ts';

/** The one with a problem: it raised its tariffs too early. */
const PROBLEM = '42420004';
const OTHER = '42420001';
const HOOK = 'https://ijw.voorbeeld.invalid/haak';
const STORY = resolve(import.meta.dirname, '../../samples/verhaal');

interface Bericht {
  readonly id: string;
  readonly identificatie: string;
  readonly afzender: string;
}

let month: FilledMonth;
let browser: TestBrowser;

beforeAll(async () => {
  [month, browser] = await Promise.all([filledMonth(), TestBrowser.open()]);
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await month?.end();
});

type Role = 'operator' | 'gemeente' | 'aanbieder' | 'beheerder';
const PARTY = { beheerder: undefined, operator: undefined, gemeente: '0362', aanbieder: PROBLEM } as const;
const keyOf = (role: Role) => month.key(role, PARTY[role]);
const signedIn = (role: Role) => browser.signedIn(month.url, keyOf(role));
/** With every kind of blank as a space. */
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

async function refused(): Promise<Bericht> {
  const list = '/api/v1/berichten?regel=TR418&limit=1';
  const { berichten } = await month.get<{ berichten: Bericht[] }>(keyOf('aanbieder'), list);
  return berichten[0] as Bericht;
}

/** All that this role may open, with something of its own where the address names a thing. */
async function pathsOf(role: Role): Promise<string[]> {
  const key = keyOf(role);
  const may = (action: Action) => rolesFor(action).includes(role);
  const plain = PAGES.filter(({ path, action }) => may(action) && !path.includes(':')).map(({ path }) => path);
  const { berichten } = await month.get<{ berichten: Bericht[] }>(key, '/api/v1/berichten?regel=TR418&limit=1');
  const { signaalbudgetten } = await month.get<{ signaalbudgetten: Budget[] }>(key, '/api/v1/signaalbudgetten?limit=1');
  const werkbak =
    role === 'gemeente' ? await month.get<{ items: { id: string }[] }>(key, '/api/v1/werkbak?limit=1') : { items: [] };
  const { oorzaken } = await month.get<{ oorzaken: Cause[] }>(key, '/api/v1/oorzaken');
  const cause = oorzaken.find(({ type }) => type !== null);
  return [
    ...plain,
    ...(cause === undefined ? [] : [`/oorzaken/tekst/${cause.partij}/${cause.type}/${cause.regel}`]),
    '/berichten?status=afgekeurd',
    '/?periode=maand',
    ...berichten.map(({ id }) => `/berichten/${id}`),
    ...signaalbudgetten.map(({ gemeente, toewijzingNummer }) => `/toewijzingen/${gemeente}/${toewijzingNummer}`),
    ...werkbak.items.map(({ id }) => `/werkbak/${id}`),
  ];
}

describe.each(['beheerder', 'operator', 'gemeente', 'aanbieder'] as const)('a %s', (role) => {
  it.each([
    { dark: false, width: 1280 },
    { dark: true, width: 390 },
  ])(
    'goes through every page of a month: all open, axe has nothing to say, nothing sticks out, Tab reaches all (%j)',
    async (screen) => {
      const page = await browser.signedIn(month.url, keyOf(role), screen);
      expect(await walkThrough(page, month.url, await pathsOf(role), screen.width > 1000)).toEqual([]);
    },
  );
});

describe('in a month of traffic', () => {
  it('an operator finds a message by its Identificatie, and opens its body with a reason', async () => {
    const { identificatie } = await refused();
    const page = await signedIn('operator');
    await page.goto(`${month.url}/berichten`);
    await page.fill('input[name=identificatie]', identificatie);
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.locator('table a').first().click();
    expect(await main(page)).toContain('maar het contract zegt op');
    await page.fill('textarea[name=reden]', 'De aanbieder belt over zijn tarieven.');
    await page.getByRole('button', { name: 'Open de inhoud' }).click();
    await page.locator('mark', { hasText: 'ProductTarief' }).first().waitFor();
  });

  it('a gemeente finds all of a child by its BSN, which stands in no address', async () => {
    const bsn = await bsnOf(month, month.key('gemeente', '0362'));
    const page = await browser.signedIn(month.url, month.key('gemeente', '0362'));
    await page.goto(`${month.url}/berichten`);
    await page.getByText('Zoek op BSN').first().click();
    await page.fill('input[name=bsn]', bsn);
    await page.getByRole('button', { name: 'Zoek op BSN' }).click();
    await page.locator('table a').first().waitFor();
    expect(page.url()).not.toContain(bsn);
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1);
  });

  it('a gemeente sees what a request costs and what would go out, and decides', async () => {
    const { key, id } = await openRequest(month);
    const page = await browser.signedIn(month.url, key);
    await page.goto(`${month.url}/werkbak/${id}`);
    expect(await main(page)).toMatch(/Het gevraagde heeft een waarde van € [\d.]+,\d\d/);
    await page.check('#besluit-toewijzen');
    await page.getByRole('button', { name: 'Bekijk wat er uitgaat' }).click();
    await page.getByRole('heading', { name: 'Dit gaat er uit als u dit besluit vastlegt' }).waitFor();
    expect(await page.locator('#proef').innerText()).toContain('JW301');
    await page.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await page.getByText('toegewezen', { exact: true }).waitFor();
  });

  it('a gemeente grants maatwerk where a budget runs out', async () => {
    const key = month.key('gemeente', '0362');
    const { signaalbudgetten } = await month.get<{ signaalbudgetten: Budget[] }>(
      key,
      '/api/v1/signaalbudgetten?limit=500',
    );
    const full = signaalbudgetten.filter(({ soort }) => soort === 'standaard');
    const { toewijzingNummer } = full.toSorted((a, b) => b.percentage - a.percentage)[0] as Budget;
    const page = await browser.signedIn(month.url, key);
    await page.goto(`${month.url}/toewijzingen/0362/${toewijzingNummer}`);
    await page.fill('input[name=bedrag]', '6500,00');
    await page.fill('#maatwerk textarea[name=reden]', 'Het gezin heeft langer hulp nodig.');
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
    expect(await page.locator('#proef').innerText()).toMatch(/Signaalbudget\s+€\s[\d.,]+\s+€\s6\.500,00/);
    await page.getByRole('button', { name: 'Ken toe' }).click();
    await page.getByText('Toegekend: het signaalbudget is nu').waitFor();
    await expect.poll(() => main(page), { timeout: 20_000 }).toMatch(/Van € 6\.(499|500),\d\d is/);
  });

  it('a form goes by Enter, a filter and one that changes something alike', async () => {
    const { identificatie } = await refused();
    const page = await signedIn('operator');
    await page.goto(`${month.url}/berichten`);
    await page.focus('input[name=identificatie]');
    await page.keyboard.type(identificatie);
    await page.keyboard.press('Enter');
    await page.waitForURL(/identificatie=/);
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    const tegel = page.getByText('Bewaarde zoekopdrachten');
    await tegel.focus();
    await page.keyboard.press('Enter');
    await page.focus('input[name=naam]');
    await page.keyboard.type('Met Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Met Enter' }).waitFor();
    const weg = page.getByRole('button', { name: 'Verwijder zoekopdracht Met Enter' });
    if (!(await weg.isVisible())) await page.getByText('Bewaarde zoekopdrachten').press('Enter');
    await weg.press('Enter');
    await expect.poll(() => page.getByRole('link', { name: 'Met Enter' }).count()).toBe(0);
  });

  it('an operator replays a group, with a count before it', async () => {
    const page = await signedIn('operator');
    await page.goto(`${month.url}/oorzaken`);
    const row = page.locator('tr', { hasText: 'XSD' }).first();
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Tel wat opnieuw kan' }).click();
    await page.getByRole('heading', { level: 1, name: /^Oorzaken/ }).waitFor();
    await page.locator('button[name=doen]').click();
    await expect.poll(() => main(page), { timeout: 30_000 }).toContain('Alles is opnieuw in de rij gezet');
  });

  it('who looks at a list sees a message arrive while others flow in, without doing anything', async () => {
    const page = await browser.signedIn(month.url, month.key('operator'));
    await page.goto(`${month.url}/berichten?type=JW305&partij=${OTHER}`);
    const headers = { authorization: `Bearer ${month.key('aanbieder', OTHER)}`, 'content-type': 'application/xml' };
    const send = async (name: string) => {
      // Of its own: the same bytes again are the same message.
      const body = Buffer.from(jw305().replace('>A1<', `>${name}<`));
      expect((await fetch(`${month.url}/api/v1/berichten`, { method: 'POST', headers, body })).status).toBe(202);
    };
    const times: number[] = [];
    const run = Date.now().toString(36).toUpperCase();
    for (let nr = 0; nr < 10; nr++) {
      for (let flow = 0; flow < 5; flow++) await send(`F${run}${nr}${flow}`);
      const begin = performance.now();
      await send(`L${run}${nr}`);
      await page
        .locator('tbody tr', { hasText: `L${run}${nr}` })
        .first()
        .waitFor({ timeout: 20_000 });
      times.push(Math.round(performance.now() - begin));
    }
    process.stdout.write(`live, while others flow in: ${times.toSorted((a, b) => a - b).join(', ')} ms\n`);
  });

  it('a gemeente keeps a search and finds it again, without scripts', async () => {
    const page = await browser.signedIn(month.url, keyOf('gemeente'), { scripts: false });
    await page.goto(`${month.url}/berichten?status=afgekeurd&type=JW323`);
    await page.getByText('Bewaarde zoekopdrachten').click();
    await page.fill('input[name=naam]', 'Afgekeurde declaraties');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.goto(`${month.url}/berichten`);
    await page.getByRole('link', { name: 'Afgekeurde declaraties' }).click();
    expect(new URL(page.url()).search).toBe('?status=afgekeurd&type=JW323');
    await page.getByRole('button', { name: 'Verwijder zoekopdracht Afgekeurde declaraties' }).click();
    expect(await page.getByRole('link', { name: 'Afgekeurde declaraties' }).count()).toBe(0);
  });

  it('a figure of the overview is the number of the list behind it', async () => {
    const page = await browser.signedIn(month.url, keyOf('gemeente'));
    for (const aflevering of ['onbevestigd', 'mislukt']) {
      await page.goto(`${month.url}/`);
      const figure = page.locator(`a[href="/berichten?aflevering=${aflevering}"]`);
      const told = Number((await figure.locator('strong').innerText()).replaceAll('.', ''));
      const list = await month.get<{ berichten: Bericht[] }>(
        keyOf('gemeente'),
        `/api/v1/berichten?aflevering=${aflevering}&limit=500`,
      );
      expect([aflevering, told]).toEqual([aflevering, list.berichten.length]);
    }
  });

  it('an aanbieder tries a whole folder, chosen or dropped: a report of each file', async () => {
    const page = await browser.signedIn(month.url, keyOf('aanbieder'));
    await page.goto(`${month.url}/proberen`);
    await page.locator('#veld-map').setInputFiles(STORY);
    await page.getByText(/^\d+ bestanden gekozen\.$/).waitFor();
    await page.getByRole('button', { name: 'Probeer' }).click();
    await page.getByRole('heading', { name: 'Verslag per bestand' }).waitFor({ timeout: 120_000 });
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(15);
    await page.goto(`${month.url}/proberen`);
    await page.evaluate(DROP);
    await page.getByText('2 bestanden gekozen.').waitFor();
    await page.getByRole('button', { name: 'Probeer' }).click();
    await page.getByRole('heading', { name: 'Verslag per bestand' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
  });

  it('a gemeente hears of signals by webhook: makes it, tries it, ends it', async () => {
    const page = await browser.signedIn(month.url, keyOf('gemeente'), { scripts: false });
    await page.goto(`${month.url}/abonnementen`);
    await page.selectOption('select[name=weg]', 'webhook');
    // There is no such name, as the trial finds out.
    await page.fill('input[name=adres]', HOOK);
    await page.getByRole('button', { name: 'Maak het abonnement' }).click();
    await page.getByText('Het abonnement is gemaakt.').waitFor();
    await page.goto(`${month.url}/abonnementen`);
    await page.getByRole('button', { name: `Stuur een proef naar ${HOOK}` }).click();
    const row = page.locator('tr', { hasText: HOOK });
    await expect
      .poll(async () => (await page.reload(), row.first().innerText()), { timeout: 60_000, interval: 1_000 })
      .toContain('komt niet aan');
    await page.getByRole('button', { name: `Beëindig het abonnement naar ${HOOK}` }).click();
    await expect.poll(() => row.count()).toBe(0);
  });

  it('another aanbieder sees nothing of it: not the message, not in a list, not by its Identificatie', async () => {
    const { id, identificatie } = await refused();
    const page = await browser.signedIn(month.url, month.key('aanbieder', OTHER));
    expect((await page.goto(`${month.url}/berichten/${id}`))?.status()).toBe(404);
    await page.goto(`${month.url}/berichten?identificatie=${identificatie}`);
    expect(await page.locator('tbody a').count()).toBe(0);
    await page.goto(`${month.url}/oorzaken`);
    expect(await main(page)).not.toContain(PROBLEM);
  });
});

interface Cause {
  readonly partij: string;
  readonly type: string | null;
  readonly regel: string;
}

interface Budget {
  readonly gemeente: string;
  readonly toewijzingNummer: number;
  readonly soort: string;
  readonly percentage: number;
}

/** Two files, as a browser hands them over when they are dropped; as text, for it runs there. */
const DROP = `(() => {
  const data = new DataTransfer();
  for (const name of ['een.xml', 'twee.xml']) data.items.add(new File(['<x/>'], name, { type: 'text/xml' }));
  document.querySelector('[data-neerzetten]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
})()`;

/** A child with messages of this gemeente, as its own system knows it. */
async function bsnOf({ url, get }: FilledMonth, key: string): Promise<string> {
  const { berichten } = await get<{ berichten: Bericht[] }>(
    key,
    '/api/v1/berichten?type=JW301&status=goedgekeurd&limit=50',
  );
  const own = berichten.find(({ afzender }) => afzender === '0362');
  const answer = await fetch(`${url}/api/v1/berichten/${own?.id}/xml`, { headers: { authorization: `Bearer ${key}` } });
  return /Bsn>(\d{9})</.exec(await answer.text())?.[1] ?? '';
}

/** A request that waits, of whichever gemeente has one. */
async function openRequest({ get, keysOf }: FilledMonth): Promise<{ key: string; id: string }> {
  for (const own of keysOf('gemeente')) {
    const { items } = await get<{ items: { id: string; soort: string }[] }>(own, '/api/v1/werkbak?limit=50');
    const request = items.find(({ soort }) => soort === 'VOT');
    if (request !== undefined) return { key: own, id: request.id };
  }
  throw new Error('nothing waits in these werkbakken');
}
