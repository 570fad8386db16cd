import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, rolesFor } from '../../src/access/actions.ts';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { sheetsOf } from '../../src/agreements/sheet/sheets-of.ts';
import { PAGES } from '../../src/dashboard/pages/pages.ts';
import { type WrittenSheet, XLSX_TYPE, xlsxOf } from '../../src/sheets/write-xlsx.ts';
import { BEHEERDER } from '../servers/gateway.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { axeFindings, overflow, TestBrowser, tablesThatScroll } from './browser.ts';
import { type FilledGateway, filledGateway } from './filled-gateway.ts';

let filled: FilledGateway;
let browser: TestBrowser;

beforeAll(async () => {
  [filled, browser] = await Promise.all([filledGateway(), TestBrowser.open()]);
});
afterAll(async () => {
  await browser.close();
  await filled.gateway.remove();
});

type Role = 'beheerder' | 'operator' | 'aanbieder' | 'gemeente';

async function signedIn(role: keyof FilledGateway['keys'], screen = {}): Promise<Page> {
  return browser.signedIn(filled.gateway.url, filled.keys[role], screen);
}

/** Addresses of things that the story brought, for pages with something in their address. */
function addressOf(path: string): string {
  const id = path.startsWith('/berichten') ? '09' : '';
  return path.replace(':id', filled.ids.get(id) ?? '').replace(':gemeente/:nummer', '0362/36225001');
}

/** Of things that are made only later on. */
const NEEDS_MORE = new Set([
  '/oorzaken/tekst/:partij/:soort/:regel',
  '/werkbak/:id',
  '/oorzaken/herhaling/:id',
  '/afspraken/sjabloon/:bestand',
]);

/** `/docs` is the same for all, and long: one role looks at it. */
function seenBy(role: Role): string[] {
  const may = (action: Action) => rolesFor(action).includes(role);
  return PAGES.filter(
    ({ path, action }) => may(action) && !NEEDS_MORE.has(path) && (path !== '/docs' || role === 'operator'),
  ).map(({ path }) => addressOf(path));
}

describe.each([
  { role: 'beheerder', dark: false, width: 1280 },
  { role: 'operator', dark: true, width: 390 },
  { role: 'aanbieder', dark: true, width: 1280 },
  { role: 'gemeente', dark: false, width: 390 },
] as const)('every page of a $role (dark: $dark, $width wide)', ({ role, dark, width }) => {
  it('is well made: axe finds nothing, nothing sticks out, nothing is refused by the policy', async () => {
    const page = await signedIn(role, { dark, width });
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
    for (const address of seenBy(role)) {
      const answer = await page.goto(filled.gateway.url + address);
      expect([address, answer?.status()]).toEqual([address, 200]);
      wrong.push(...(await axeFindings(page)).map((finding) => `${address}: ${finding}`));
      const wide = await overflow(page);
      if (wide > 0) wrong.push(`${address} is ${wide} too wide`);
      // On a phone one must; on a small screen of a desk nothing lies off the edge.
      if (width === 1280) wrong.push(...(await tablesThatScroll(page)).map((naam) => `${address}: ${naam} is cut off`));
    }
    expect(wrong).toEqual([]);
  });
});

describe('people', () => {
  it('an operator opens a body with a reason, and not without', async () => {
    const page = await signedIn('operator');
    await page.goto(`${filled.gateway.url}/berichten/${filled.ids.get('16')}`);
    expect(await page.content()).not.toContain('9999');
    await page.getByRole('button', { name: 'Open de inhoud' }).click();
    await page.getByText('Vul in waarom u de inhoud wilt zien.').first().waitFor();
    await page.fill('textarea[name=reden]', 'De aanbieder belt over zijn afkeuring.');
    await page.getByRole('button', { name: 'Open de inhoud' }).click();
    await page.locator('mark', { hasText: 'ToewijzingEinddatum' }).waitFor();
    expect(await page.content()).toContain('ijw:Achternaam');
  });

  it('an operator copies what to tell an aanbieder about a cause', async () => {
    const page = await signedIn('operator');
    await page.goto(`${filled.gateway.url}/oorzaken`);
    await page.locator('a', { hasText: 'tekst voor de afzender' }).first().click();
    const tekst = await page.locator('textarea').inputValue();
    for (const deel of ['Onderwerp: ', 'Wat er mis is', 'Wat u doet:', 'De berichten (Identificatie, ontvangen):'])
      expect(tekst).toContain(deel);
    expect(tekst).not.toMatch(/9999\d{5}|Yara/);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('a gemeente looks what one decision on several requests would send', async () => {
    const page = await signedIn('gemeente', { scripts: false });
    await page.goto(`${filled.gateway.url}/werkbak`);
    await page.locator('input[name=item]').first().check();
    await page.selectOption('select[name=besluit]', 'afwijzen');
    await page.selectOption('select[name=reden]', '4');
    await page.getByRole('button', { name: 'Bekijk wat er uitgaat' }).click();
    await page.getByText('Er is nog niets besloten.').waitFor();
    expect(await page.locator('tbody').innerText()).toContain('JW319');
    expect(await page.getByRole('button', { name: 'Leg het besluit vast' }).count()).toBe(1);
  });

  it('a gemeente sees the child by name, looks at what it would send, and decides; by keyboard alone', async () => {
    const page = await signedIn('gemeente');
    await page.goto(`${filled.gateway.url}/werkbak`);
    await page.locator('table a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Werkbak/ }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Yara');
    await page.locator('#besluit-toewijzen').focus();
    await page.keyboard.press('Space');
    await page.locator('input[name=toelichting]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dit gaat er uit als u dit besluit vastlegt' }).waitFor();
    const proef = await page.locator('#proef').innerText();
    for (const deel of ['JW301', 'Omvang', 'Kost hoogstens', '€']) expect(proef).toContain(deel);
    await page.getByRole('button', { name: 'Leg het besluit vast' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('toegewezen', { exact: true }).waitFor();
    const gelukt = await page.locator('.bericht-vak.goed').innerText();
    expect(gelukt).toMatch(/Vastgelegd: toegewezen\.[\s\S]*Toewijzing \d+: /);
    expect(await page.locator('#besloten').innerText()).toMatch(
      /wees het verzoek toe, met de sleutel “.+”[\s\S]*budget van €/,
    );
    expect(await axeFindings(page)).toEqual([]);
  });

  // Before maatwerk is granted, which makes room for what was refused.
  it('an aanbieder goes on with what was refused, in the box of Proberen', async () => {
    const page = await signedIn('aanbieder', { scripts: false });
    await page.goto(`${filled.gateway.url}/berichten/${filled.ids.get('16')}`);
    await page.getByRole('link', { name: 'Verbeter dit bericht op Proberen' }).click();
    expect(await page.locator('textarea[name=bericht]').inputValue()).toContain('Bericht');
    await page.getByRole('button', { name: 'Probeer' }).click();
    await page.getByRole('link', { name: 'ga naar uw bericht' }).waitFor();
    // Granted in part: only what was refused is in the box, and what fits is one click.
    await page.goto(`${filled.gateway.url}/berichten/${filled.ids.get('09')}`);
    await page.getByRole('link', { name: 'Verbeter dit bericht op Proberen' }).click();
    await page.getByText('De prestatie die al is toegekend is uit het bericht gehaald').waitFor();
    await page.getByLabel('GeleverdVolume: 500 wordt').check();
    await page.getByRole('button', { name: 'Verbeter het bericht' }).click();
    await page.getByText('Zo zou dit bericht worden goedgekeurd. Er is nog niets verstuurd.').waitFor();
  });

  it('a gemeente sees what maatwerk would change, and grants it', async () => {
    const page = await signedIn('gemeente', { scripts: false });
    await page.goto(`${filled.gateway.url}/toewijzingen/0362/36225001`);
    await page.fill('input[name=bedrag]', '9000');
    await page.fill('#maatwerk textarea[name=reden]', 'Het gezin heeft langer hulp nodig.');
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
    expect(await page.locator('#proef').innerText()).toContain('JW301');
    await page.getByRole('button', { name: 'Ken toe' }).click();
    await page.getByText('Toegekend: het signaalbudget is nu').waitFor();
    expect(await page.locator('.bericht-vak.goed').innerText()).toContain('9.000,00');
  });

  it('another aanbieder is told that there is nothing, and may not see who works where', async () => {
    const page = await signedIn('andereAanbieder');
    for (const [address, status, heading] of [
      [`/berichten/${filled.ids.get('09')}`, 404, 'Niet gevonden'],
      ['/werkbak', 403, 'Niet voor deze rol'],
    ] as const) {
      const answer = await page.goto(filled.gateway.url + address);
      expect([address, answer?.status(), await page.locator('h1').innerText()]).toEqual([address, status, heading]);
    }
  });

  it('a beheerder takes 186 contracts from a spreadsheet, once three mistakes in it are mended', async () => {
    const rij = (nr: number, anders: Record<string, unknown>) => {
      const gewoon = { nummer: `JH-${nr}`, agb: String(20_000_000 + nr), product: 'B01P', van: '2018-01-01' };
      const { nummer, agb, product, van } = { ...gewoon, ...anders };
      const wie = [nummer, 'SPIC-AA-2018', agb, `Aanbieder ${nr} (fictief)`, 'zelfstandig'];
      return [...wie, { day: van }, { day: '2021-12-31' }, product, { euro: null }, '83', null];
    };
    const FOUT = new Map<number, Record<string, unknown>>([
      [10, { van: '2022-01-01' }],
      [99, { product: 'B99X' }],
      [180, { agb: '123456789' }],
    ]);
    const { koppen } = sheetsOf({ aanbieders: [], contracten: [], producten: [] }).contracten;
    const bestand = async (fout: boolean) => {
      const rijen = Array.from({ length: 186 }, (_, i) => rij(i, (fout && FOUT.get(i)) || {})) as WrittenSheet['rijen'];
      const buffer = Buffer.from(await xlsxOf([{ naam: 'Contracten', koppen, rijen }]));
      return { name: 'contracten.xlsx', mimeType: XLSX_TYPE, buffer };
    };
    const page = await signedIn('beheerder', { scripts: false });
    await page.goto(`${filled.gateway.url}/afspraken`);
    const kies = async (fout: boolean) => {
      await page.locator('input[name=document]').setInputFiles(await bestand(fout));
      await page.getByRole('button', { name: 'Bekijk de verschillen' }).click();
    };
    await kies(true);
    const gemeld = await page.locator('tbody tr').allInnerTexts();
    expect(gemeld.map((regel) => regel.split('\t').slice(0, 4))).toEqual([
      ['Contracten', '12', 'Geldig tot', 'JH-10'],
      ['Contracten', '101', 'Product', 'JH-99'],
      ['Contracten', '182', 'Aanbieder', 'JH-180'],
    ]);
    await kies(false);
    await page.getByRole('heading', { name: 'Wijzigingen' }).waitFor();
    await page.getByRole('button', { name: 'Neem deze afspraken over' }).click();
    await page.getByText('Versie 2').first().waitFor();
    const { contracten } = await filled.client.json<AfsprakenDocument>('GET', '/api/v1/afspraken', BEHEERDER);
    expect(contracten.filter(({ nummer }) => nummer.startsWith('JH-'))).toHaveLength(186);
  });

  it('finds what was exchanged about a child by its BSN, which stands in no address', async () => {
    const page = await signedIn('operator');
    await page.goto(`${filled.gateway.url}/berichten`);
    await page.getByText('Zoek op BSN').first().click();
    await page.fill('input[name=bsn]', '999900122');
    await page.getByRole('button', { name: 'Zoek op BSN' }).click();
    await page.locator('table a').first().waitFor();
    expect(page.url()).toBe(`${filled.gateway.url}/berichten`);
  });

  it('sees a message that comes in without doing anything', async () => {
    const page = await signedIn('beheerder');
    await page.goto(`${filled.gateway.url}/berichten?type=JW305`);
    const before = await page.locator('tbody tr').count();
    // What the worker tells this page too. It says `opnieuw` when it has no stream, and then a page is only ever late.
    const told = await page.evaluateHandle(() => {
      const kinds: string[] = [];
      const bron = document.querySelector<HTMLElement>('script[data-stroom]')?.dataset.stroom ?? '';
      const { port } = new SharedWorker(bron, { name: 'ijw-stroom' });
      port.onmessage = ({ data }) => kinds.push(data.soort);
      port.postMessage('hier');
      return kinds;
    });
    const key = await filled.client.sleutel('42420001');
    const body = new TextEncoder().encode(jw305());
    expect((await filled.client.call('POST', '/api/v1/berichten', key, body)).status).toBe(202);
    await expect.poll(() => page.locator('tbody tr').count(), { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => told.jsonValue(), { timeout: 20_000 }).toContain('bericht.beoordeeld');
    expect(await told.jsonValue()).not.toContain('opnieuw');
  });

  it('an aanbieder makes a request to try with, which the gateway would approve, without scripts', async () => {
    const page = await signedIn('aanbieder', { scripts: false });
    await page.goto(`${filled.gateway.url}/proberen`);
    await page.selectOption('select[name=type]', 'JW315');
    await page.getByRole('button', { name: 'Maak een voorbeeld' }).click();
    expect(await page.locator('textarea[name=bericht]').inputValue()).toContain('jw315:Bericht');
    await page.getByRole('button', { name: 'Probeer' }).click();
    await page.getByRole('heading', { name: 'Uitkomst' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('goedgekeurd');
  });

  it('an aanbieder tries a declaratie about a child who is not there, by itself and as if the toewijzing were', async () => {
    const page = await signedIn('aanbieder', { scripts: false });
    await page.goto(`${filled.gateway.url}/proberen`);
    await page.selectOption('select[name=type]', 'JW323');
    await page.getByRole('button', { name: 'Maak een voorbeeld' }).click();
    const uitkomst = async () => {
      await page.getByRole('button', { name: 'Probeer' }).click();
      await page.getByRole('heading', { name: 'Uitkomst' }).waitFor();
      return page.locator('main').innerText();
    };
    expect(await page.getByLabel('Doe alsof de toewijzing er is').isChecked()).toBe(true);
    const alsof = await uitkomst();
    for (const deel of ['goedgekeurd', 'Er is gedaan alsof toewijzing']) expect(alsof).toContain(deel);
    await page.getByLabel('Doe alsof de toewijzing er is').uncheck();
    const zonder = await uitkomst();
    for (const deel of ['afgekeurd', 'TR304', 'Los van wat er eerder is uitgewisseld']) expect(zonder).toContain(deel);
  });

  it('leaves, and is gone', async () => {
    const page = await signedIn('aanbieder');
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.waitForURL(/aanmelden$/);
    await page.goto(`${filled.gateway.url}/berichten`);
    expect(new URL(page.url()).pathname).toBe('/aanmelden');
  });
});
