import type { Page } from 'playwright-core';
import { axeFindings, overflow } from '../browser/browser.ts';
import { keyboardFaults } from './keyboard.ts';

/** Every one of these pages: that it opens, and what is wrong with it; with `keyboard` also what a keyboard cannot do there. */
export async function walkThrough(
  page: Page,
  url: string,
  paths: readonly string[],
  keyboard = false,
): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`);
  });
  for (const path of paths) {
    const answer = await page.goto(url + path);
    if (answer?.status() !== 200) wrong.push(`${path}: HTTP ${answer?.status()}`);
    // `/docs` is long, and the same for all; the short test looks at it.
    if (path !== '/docs') wrong.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
    const wide = await overflow(page);
    if (wide > 0) wrong.push(`${path}: ${wide} too wide`);
    if (keyboard && path !== '/docs') {
      wrong.push(...(await keyboardFaults(page)).map((fault) => `${path}: ${fault}`));
    }
  }
  return wrong;
}
