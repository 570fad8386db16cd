/* Keeps a page current: looks again when something happened that it is about. One stream serves all tabs (stroom.js). */
(() => {
  /** After an event more often follow; those within so long of the first are one look (ms). */
  const SAMEN_MS = 300;
  const script = document.currentScript;
  const bron = script?.dataset.stroom;

  let gepland = false;
  let bezig = false;
  let nogEens = false;

  function gaatOver(soort) {
    const over = document.querySelector('main')?.dataset.live?.split(' ') ?? [];
    return soort === 'opnieuw' ? over.length > 0 : over.includes(soort);
  }

  /** Somebody who is filling in a form keeps what was typed. */
  function wordtIngevuld(main) {
    const velden = main.querySelectorAll('input:not([type="hidden"]), textarea, select');
    return [...velden].some((veld) => {
      if (veld === document.activeElement) return true;
      if (veld.type === 'radio' || veld.type === 'checkbox') return veld.checked !== veld.defaultChecked;
      if (veld.tagName === 'SELECT')
        return [...veld.options].some((optie) => optie.selected !== optie.defaultSelected && optie.defaultSelected);
      return veld.value !== veld.defaultValue;
    });
  }

  function meld(main, tekst) {
    const plek = main.querySelector('[data-ververst]');
    if (plek === null) return;
    plek.replaceChildren(` · ${tekst} `);
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Ververs';
    plek.append(link);
  }

  async function kijkOpnieuw() {
    if (bezig) {
      nogEens = true;
      return;
    }
    bezig = true;
    try {
      const main = document.querySelector('main');
      if (main === null || wordtIngevuld(main)) {
        if (main !== null) meld(main, 'er is iets nieuws.');
        return;
      }
      const antwoord = await fetch(location.href, { headers: { 'x-ijw-vanzelf': '1' }, redirect: 'error' });
      if (antwoord.status === 401) return location.assign('/aanmelden');
      if (!antwoord.ok) return meld(main, 'verversen lukte niet.');
      const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html').querySelector('main');
      if (nieuw === null || wordtIngevuld(main)) return;
      vervang(main, nieuw);
    } catch {
      // The server is away for a moment; the stream comes back and tells.
    } finally {
      bezig = false;
      if (nogEens) {
        nogEens = false;
        plan();
      }
    }
  }

  /** What was unfolded stays so, and whoever was at a link still is. */
  function vervang(main, nieuw) {
    const open = [...main.querySelectorAll('details')].map((details) => details.open);
    [...nieuw.querySelectorAll('details')].forEach((details, i) => {
      details.open = open[i] ?? details.open;
    });
    const rollen = [...main.querySelectorAll('.rol')].map((rol) => rol.scrollLeft);
    const bij = [...main.querySelectorAll('a, button, summary')].indexOf(document.activeElement);
    main.replaceChildren(...nieuw.childNodes);
    main.querySelectorAll('.rol').forEach((rol, i) => {
      rol.scrollLeft = rollen[i] ?? 0;
    });
    if (bij >= 0) main.querySelectorAll('a, button, summary')[bij]?.focus({ preventScroll: true });
    document.dispatchEvent(new Event('ijw-ververst'));
  }

  function plan() {
    // Not later for what follows: where something happens all the time it would never be.
    if (gepland) return;
    gepland = true;
    setTimeout(() => {
      gepland = false;
      kijkOpnieuw();
    }, SAMEN_MS);
  }

  function hoor({ soort }) {
    if (gaatOver(soort)) plan();
  }

  /** The worker holds the stream; it ends with the last page that said it was there. */
  function luister() {
    if (window.SharedWorker === undefined || bron === undefined) return undefined;
    const { port } = new SharedWorker(bron, { name: 'ijw-stroom' });
    port.onmessage = ({ data }) => hoor(data);
    port.postMessage('hier');
    return port;
  }

  let poort = luister();
  addEventListener('pagehide', () => {
    poort?.postMessage('weg');
    poort?.close();
    poort = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    poort ??= luister();
    plan();
  });
})();
