import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, rolesFor } from '../../src/access/actions.ts';
import { PAGES } from '../../src/dashboard/pages/pages.ts';
import { axeFindings, TestBrowser } from '../browser/browser.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { type FilledMonth, filledMonth } from './filled-month.ts';

/** The one with a problem: it raised its tariffs too early. */
const PROBLEM = '42420004';
const OTHER = '42420001';

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

type Role = 'operator' | 'gemeente' | 'aanbieder';
const PARTY = { operator: undefined, gemeente: '0362', aanbieder: PROBLEM } as const;
const keyOf = (role: Role) => month.key(role, PARTY[role]);
const signedIn = (role: Role) => browser.signedIn(month.url, keyOf(role));
/** With every kind of blank as a space. */
const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

async function refused(): Promise<Bericht> {
  const list = '/api/v1/berichten?regel=TR418&limit=1';
  const { berichten } = await month.get<{ berichten: Bericht[] }>(keyOf('aanbieder'), list);
  return berichten[0] as Bericht;
}

describe.each(['operator', 'gemeente', 'aanbieder'] as const)('an %s', (role) => {
  it('goes through every page of a month: all open, and axe has nothing to say', async () => {
    const page = await signedIn(role);
    const may = (action: Action) => rolesFor(action).includes(role);
    const paths = PAGES.filter(({ path, action }) => may(action) && !path.includes(':')).map(({ path }) => path);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
    for (const path of paths) {
      const answer = await page.goto(month.url + path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      // `/docs` is long, and the same for all; the short test looks at it.
      if (path !== '/docs') wrong.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
    }
    expect(wrong).toEqual([]);
  });
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
    await page.getByRole('button', { name: 'Ken toe' }).click();
    await expect.poll(() => main(page), { timeout: 20_000 }).toMatch(/Van € 6\.(499|500),\d\d is/);
  });

  it('an operator replays a group, with a count before it', async () => {
    const page = await signedIn('operator');
    await page.goto(`${month.url}/oorzaken`);
    const row = page.locator('tr', { hasText: 'XSD' }).first();
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Tel wat opnieuw kan' }).click();
    await page.getByRole('heading', { level: 1, name: /^Oorzaken/ }).waitFor();
    await page.locator('button[name=doen]').click();
    await expect.poll(() => main(page), { timeout: 30_000 }).toContain('aangeboden');
  });

  it('who looks at a list sees a message arrive, without doing anything', async () => {
    const page = await browser.signedIn(month.url, month.key('operator'));
    await page.goto(`${month.url}/berichten?type=JW305&partij=${OTHER}`);
    const first = () => page.locator('tbody tr').first().innerText();
    const before = await first();
    // Of its own: the same bytes again are the same message.
    const bytes = Buffer.from(jw305().replace('>A1<', `>A${Date.now()}<`));
    const headers = {
      authorization: `Bearer ${month.key('aanbieder', OTHER)}`,
      'content-type': 'application/xml',
    };
    const begin = performance.now();
    expect((await fetch(`${month.url}/api/v1/berichten`, { method: 'POST', headers, body: bytes })).status).toBe(202);
    await expect.poll(first, { timeout: 20_000, interval: 50 }).not.toBe(before);
    process.stdout.write(`live: ${Math.round(performance.now() - begin)} ms\n`);
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

interface Budget {
  readonly toewijzingNummer: number;
  readonly soort: string;
  readonly percentage: number;
}

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
