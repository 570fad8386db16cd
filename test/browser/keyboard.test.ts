import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyboardFaults } from '../walk/keyboard.ts';
import { TestBrowser } from './browser.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await TestBrowser.open();
});
afterAll(() => browser.close());

async function faultsOf(html: string): Promise<string[]> {
  const page = await browser.newcomer();
  await page.setContent(html);
  return keyboardFaults(page);
}

it('the walk by keyboard finds what Tab does not reach, and what does not show that it is there', async () => {
  const good = `<details><summary>Meer</summary><a href="#x">gevouwen</a></details><p hidden><a href="#y">weg</a></p>
    <form><input type="radio" name="r" value="1"><input type="radio" name="r" value="2"><button>Ga</button></form>`;
  expect(await faultsOf(good)).toEqual([]);
  const blind = '<style>a:focus { outline: none }</style><a href="#x">x</a><button>y</button>';
  expect(await faultsOf(blind)).toEqual([expect.stringContaining('nothing shows the focus on <a')]);
  const trap = `<button id="val">val</button><a href="#x">na</a>
    <script>document.getElementById('val').onblur = ({ target }) => target.focus();</script>`;
  expect(await faultsOf(trap)).toEqual([expect.stringContaining('Tab does not reach <a')]);
});
