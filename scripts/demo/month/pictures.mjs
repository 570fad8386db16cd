import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Client, expect } from '../../../bench/http.mjs';
import { ROOT } from '../../lib/run.mjs';

const FOLDER = join(ROOT, 'docs', 'beelden');
const SIZE = { width: 1280, height: 900 };

/** Six pictures of a filled gateway, light, into docs/beelden. */
export async function pictures({ url, keys }) {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless'] });
  try {
    for (const { name, rol, partij, last = false, open } of PICTURES) {
      const fitting = keys.filter((one) => one.rol === rol && (partij === undefined || one.partij === partij));
      const key = fitting.at(last ? -1 : 0);
      const page = await signedIn(browser, url, key.sleutel);
      const client = new Client(url, key.sleutel);
      await open({ page, client, go: (path) => page.goto(url + path) });
      client.close();
      // Charts draw once the fonts and styles are there.
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const path = join(FOLDER, `${name}.png`);
      await page.screenshot({ path, clip: { x: 0, y: 0, ...(await sizeOf(page)) } });
      spawnSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', path, '128', path]);
      console.log(`docs/beelden/${name}.png  ${Math.round(statSync(path).size / 1024)} kB`);
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

async function sizeOf(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { width: SIZE.width, height: Math.min(SIZE.height, height) };
}

async function signedIn(browser, url, sleutel) {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light', locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto(`${url}/aanmelden`);
  await page.fill('input[name=sleutel]', sleutel);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.waitForURL((now) => now.pathname !== '/aanmelden');
  return page;
}

const get = async (client, path) => expect(await client.call('GET', path, {}), 200);

/** What each shows, and to whom. */
const PICTURES = [
  {
    name: 'overzicht',
    rol: 'operator',
    open: ({ go }) => go('/?periode=maand'),
  },
  {
    name: 'oorzaken',
    rol: 'operator',
    open: ({ go }) => go('/oorzaken'),
  },
  {
    name: 'bericht',
    rol: 'aanbieder',
    partij: '42420004',
    open: async ({ go, client }) => {
      const { berichten } = await get(client, '/api/v1/berichten?regel=TR418&limit=1');
      await go(`/berichten/${berichten[0].id}`);
    },
  },
  {
    name: 'toewijzing',
    rol: 'gemeente',
    partij: '0362',
    open: async ({ go, client }) => {
      const { signaalbudgetten } = await get(client, '/api/v1/signaalbudgetten?limit=200');
      const { gemeente, toewijzingNummer } = signaalbudgetten.toSorted(
        (a, b) => Math.abs(a.percentage - 85) - Math.abs(b.percentage - 85),
      )[0];
      await go(`/toewijzingen/${gemeente}/${toewijzingNummer}`);
    },
  },
  {
    name: 'werkbak',
    rol: 'gemeente',
    // The last one told is that with most in its werkbak.
    last: true,
    open: async ({ go, client }) => {
      const { items } = await get(client, '/api/v1/werkbak?limit=5');
      await go(`/werkbak/${items[0].id}`);
    },
  },
  {
    name: 'signaalbudgetten',
    rol: 'gemeente',
    partij: '0362',
    open: ({ go }) => go('/signaalbudgetten'),
  },
];
