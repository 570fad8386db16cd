import { readFileSync } from 'node:fs';
import pg from 'pg';
import { fill, PER_TOEWIJZING } from './fill.mjs';
import { startGateway } from './gateway.mjs';
import { expect } from './http.mjs';
import { getal, percentile } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore } from './stores.mjs';

const AANBIEDER = '42430000';
const GEMEENTE = '0362';

/** Lists and look-ups in a store of so many messages: by the API, and to a finished page. */
export async function search({ berichten, keren }, zeg) {
  const postgres = await startPostgres();
  try {
    return await onStore(postgres, 'zoeken', async (store) => {
      zeg(`${berichten} berichten`);
      await fill(store, { toewijzingen: berichten / PER_TOEWIJZING, partijen: AANBIEDERS });
      await fillSearch(store);
      return measureSearch(store, keren, zeg);
    });
  } finally {
    await postgres.stop();
  }
}

export async function fillSearch({ databaseUrl }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(readFileSync(new URL('./fill-search.sql', import.meta.url), 'utf8'));
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** `[{ wie, vraag, api: [ms], pagina: [ms] }]` */
export async function measureSearch(store, keren, zeg) {
  const gateway = await startGateway(store);
  try {
    const operator = { naam: 'bench', rol: 'operator', regios: ['AA'] };
    const sleutels = {
      operator: expect(await gateway.beheerder.json('POST', '/api/v1/sleutels', operator), 201).sleutel,
      gemeente: store.sleutels[GEMEENTE],
      aanbieder: store.sleutels[AANBIEDER],
    };
    const uit = [];
    for (const [wie, sleutel] of Object.entries(sleutels)) {
      const client = gateway.beheerder.as(sleutel);
      const cookie = await signIn(gateway.url, sleutel);
      for (const vraag of questions(wie)) {
        zeg(`${wie} ${vraag}`);
        const api = await times(keren, async () =>
          expect(await client.call('GET', `/api/v1/berichten${vraag}`, {}), 200),
        );
        const pagina = await times(keren, async () =>
          expect(await client.call('GET', `/berichten${vraag}`, { cookie }), 200),
        );
        uit.push({ wie, vraag, api, pagina });
      }
    }
    return uit;
  } catch (fout) {
    process.stderr.write(gateway.log());
    throw fout;
  } finally {
    await gateway.stop();
  }
}

/** What each role asks a list for; `partij` is one that it exchanges with, one of its own kind, one that it never meets. */
function questions(wie) {
  const partijen = {
    operator: [AANBIEDER, GEMEENTE],
    gemeente: [AANBIEDER, '42430001', '0439'],
    aanbieder: [GEMEENTE, '42430002', '0439'],
  };
  return [
    '',
    '?type=JW305',
    '?status=afgekeurd',
    '?type=JW301&status=geweigerd',
    '?regel=TR381',
    '?regel=TR381&type=JW301',
    '?regel=TR381&type=JW315',
    '?regel=CS003&status=afgekeurd',
    '?retourcode=9381&type=JW305',
    '?van=2026-01-01&tot=2026-01-31',
    '?identificatie=V000000700',
    '?toewijzing=100000700',
    '?referentie=V100000700',
    ...partijen[wie].flatMap((partij) => [
      `?partij=${partij}`,
      `?partij=${partij}&type=JW305`,
      `?partij=${partij}&regel=TR381`,
    ]),
  ];
}

/** Milliseconds of each, one after another; the first few warm up and do not count. */
async function times(keren, doe) {
  const uit = [];
  for (let keer = -3; keer < keren; keer++) {
    const begin = performance.now();
    await doe();
    if (keer >= 0) uit.push(performance.now() - begin);
  }
  return uit;
}

async function signIn(url, sleutel) {
  const form = await fetch(`${url}/aanmelden`);
  const [, csrf] = /name="csrf" value="([^"]+)"/.exec(await form.text());
  const antwoord = await fetch(`${url}/aanmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(form), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrf, sleutel }).toString(),
  });
  if (antwoord.status !== 303) throw new Error(`signing in: HTTP ${antwoord.status}`);
  return cookiesOf(antwoord);
}

function cookiesOf(antwoord) {
  return antwoord.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Milliseconds within which 95 of a hundred must be: at the API, and to a finished page. */
const HOOGSTENS = { api: 100, pagina: 300 };

export function searchReport(metingen, { berichten }) {
  const rij = ({ wie, vraag, api, pagina }) => {
    const [a, p] = [percentile(api, 95), percentile(pagina, 95)];
    const over = a > HOOGSTENS.api || p > HOOGSTENS.pagina ? ' ←' : '';
    return `| ${wie} | \`${vraag || '(alles)'}\` | ${getal(percentile(api, 50), 1)} | ${getal(a, 1)} | ${getal(p, 1)}${over} |`;
  };
  const trager = metingen.filter(
    ({ api, pagina }) => percentile(api, 95) > HOOGSTENS.api || percentile(pagina, 95) > HOOGSTENS.pagina,
  );
  return [
    `Lijsten en opzoeken, ${getal(berichten)} berichten, in ms`,
    '',
    '| wie | vraag | API mediaan | API p95 | pagina p95 |',
    '| --- | --- | ---: | ---: | ---: |',
    ...metingen.map(rij),
    '',
    `Boven ${HOOGSTENS.api} ms (API) of ${HOOGSTENS.pagina} ms (pagina), met ← : ${trager.length} van ${metingen.length}.`,
  ].join('\n');
}
