import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Screen {
  readonly dark?: boolean;
  readonly width?: number;
  readonly scripts?: boolean;
}

/** Debian's chromium. */
export class TestBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** With a new profile, which it removes when it closes. */
  static async open(): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS }));
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** A tab of somebody new: with no cookies of anybody. */
  async newcomer({ dark = false, width = 1280, scripts = true }: Screen = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      colorScheme: dark ? 'dark' : 'light',
      viewport: { width, height: 900 },
      javaScriptEnabled: scripts,
    });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }

  /** A tab in which this key is signed in. */
  async signedIn(url: string, sleutel: string, screen: Screen = {}): Promise<Page> {
    const page = await this.newcomer(screen);
    await page.goto(`${url}/aanmelden`);
    await page.fill('input[name=sleutel]', sleutel);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.waitForURL((naar) => naar.pathname !== '/aanmelden');
    return page;
  }
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds on this page: the rule, and the first place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    () => (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run() as Promise<AxeResult>,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** How much wider the page is than the screen; 0 when it fits. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as unknown as { document: { documentElement: Sizes } }).document
      .documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Names of the tables that are wider than the room they have, so that one must scroll in them. */
export function tablesThatScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { querySelectorAll(css: string): Iterable<Scrolled> } };
    return [...document.querySelectorAll('.rol')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((one) => one.getAttribute('aria-label') ?? 'a table');
  });
}

interface Scrolled extends Sizes {
  getAttribute(naam: string): string | null;
}

interface Sizes {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}
