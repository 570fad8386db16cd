/* A shared worker: one event stream for all tabs of this browser. It is open as long as there is a page. */
const SOORTEN = [
  'bericht.ontvangen',
  'bericht.beoordeeld',
  'bericht.vastgelopen',
  'aflevering.aangeboden',
  'aflevering.bevestigd',
  'aflevering.mislukt',
  'besluit',
  'signaal',
  'termijn',
  'afspraken',
];
const OPNIEUW_MS = 5000;

const pagina = new Set();
let stroom;
let wacht;

function zeg(soort) {
  for (const poort of pagina) poort.postMessage({ soort });
}

function open() {
  clearTimeout(wacht);
  if (stroom !== undefined || pagina.size === 0) return;
  let geopend = false;
  stroom = new EventSource('/live');
  stroom.onopen = () => {
    // What happened while the stream was away is not told, so each page looks again.
    if (geopend) zeg('opnieuw');
    geopend = true;
  };
  for (const soort of SOORTEN) stroom.addEventListener(soort, () => zeg(soort));
  stroom.onerror = () => {
    if (stroom?.readyState !== EventSource.CLOSED) return;
    // Refused: the session may be over, and a page that looks again finds out.
    stroom = undefined;
    zeg('opnieuw');
    wacht = setTimeout(open, OPNIEUW_MS);
  };
}

function sluit() {
  if (pagina.size > 0) return;
  clearTimeout(wacht);
  stroom?.close();
  stroom = undefined;
}

self.onconnect = ({ ports: [poort] }) => {
  poort.onmessage = ({ data }) => {
    if (data === 'hier') {
      pagina.add(poort);
      open();
    } else {
      pagina.delete(poort);
      sluit();
    }
  };
};
