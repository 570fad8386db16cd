import type { Page } from 'playwright-core';

/** More presses than any page needs: something holds the focus then. */
const MOST = 700;

/**
 * What of this page a keyboard cannot do: what can be worked with and is not reached by Tab, and where nothing shows that it is
 * there. What is folded away or hidden is not there to be reached; of radio buttons with one name one is.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const wanted = (await page.evaluate(MARK)) as readonly string[];
  const seen = new Set<number>();
  const faults: string[] = [];
  for (let press = 0; press < MOST && seen.size < wanted.length; press++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(LOOK)) as {
      readonly nr: number | null;
      readonly shown: boolean;
      readonly what: string;
    };
    if (at.nr === null || seen.has(at.nr)) {
      // The bar of the browser lies between the last and the first.
      if (at.nr !== null && seen.size > 0 && press > wanted.length + 5) break;
      continue;
    }
    seen.add(at.nr);
    if (!at.shown) faults.push(`nothing shows the focus on ${at.what}`);
  }
  for (const [nr, what] of wanted.entries()) if (!seen.has(nr)) faults.push(`Tab does not reach ${what}`);
  return faults;
}

/** Numbers what can be worked with, and remembers how it looks without the focus; as text, for it runs in the browser. */
const MARK = `(() => {
  document.activeElement?.blur();
  const style = (el) => { const s = getComputedStyle(el); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join('|'); };
  const radios = new Set();
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((el) => {
    if (el.disabled || el.tabIndex < 0 || el.type === 'hidden') return false;
    if (!el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    if (el.type !== 'radio') return true;
    const name = (el.form?.action ?? '') + el.name;
    if (radios.has(name)) return false;
    radios.add(name);
    return true;
  });
  all.forEach((el, nr) => { el.dataset.nr = String(nr); el.dataset.was = style(el); });
  return all.map((el) => el.outerHTML.slice(0, 120).replace(/\\s+/g, ' '));
})()`;

const LOOK = `(() => {
  let el = document.activeElement;
  const s = getComputedStyle(el);
  const now = [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join('|');
  if (el.type === 'radio' && el.dataset.nr === undefined) {
    el = [...document.querySelectorAll('input[type=radio][data-nr]')].find((one) => one.name === el.name && one.form === el.form) ?? el;
  }
  const nr = el.dataset.nr === undefined ? null : Number(el.dataset.nr);
  return { nr, shown: now !== el.dataset.was || s.outlineStyle !== 'none', what: el.outerHTML.slice(0, 120) };
})()`;
