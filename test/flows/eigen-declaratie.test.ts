import { afterAll, beforeAll, expect, it } from 'vitest';
import { plusWerkdagen } from '../../src/standard/werkdagen.ts';
import { AALSMEER, AANBIEDER, EIGEN } from './afspraken.ts';
import { jw301, jw305, minuten, over, retour, vandaag, vers } from './berichten.ts';
import { jw323, jw325, type Regel } from './declaraties.ts';
import { Exchange } from './exchange.ts';

/** A gemeente that answers declaraties itself: its JW325 says line by line what is granted; until then all is reserved. */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

let nummer = 90_000;

async function zorg(aanbieder = AANBIEDER) {
  const van = { gemeente: AALSMEER, aanbieder, bsn: exchange.bsn() };
  const n = ++nummer;
  const heen = jw301(van, { nummer: n, code: '45A01', begin: over(-200), einde: over(100), omvang: minuten(3333) });
  await exchange.slaagt(heen);
  if (aanbieder === EIGEN) await exchange.slaagt(retour(heen));
  const regel = (volume: number): Regel => ({ ref: vers('P'), nummer: n, code: '45A01', volume, tarief: 150 });
  const gebruikt = async () =>
    (await exchange.vraag('GET', `/api/v1/toewijzingen/${AALSMEER}/${n}`, undefined, aanbieder)).body.signaalbudget
      .gebruikt;
  return { van, n, regel, gebruikt };
}

it('the lines that it lists are refused, the others granted; a refused one may come again', async () => {
  const { van, regel, gebruikt } = await zorg();
  const een = regel(100);
  const declaratie = jw323(van, een);
  const { id, antwoorden, status } = await exchange.stuur(declaratie);
  expect([status, antwoorden]).toEqual(['goedgekeurd', []]);
  expect(await gebruikt()).toBe(15_000);
  const { body } = await exchange.vraag('GET', '/api/v1/termijnen?soort=declaratie-antwoord', undefined, AALSMEER);
  expect(body.termijnen.find((t: { berichtId: string }) => t.berichtId === id)).toMatchObject({
    partij: AALSMEER,
    uiterlijk: plusWerkdagen(vandaag(), 10),
  });
  await exchange.slaagt(jw325(declaratie, [een.ref]));
  expect(await gebruikt()).toBe(0);
  const weer = jw323(van, een);
  await exchange.slaagt(weer);
  await exchange.slaagt(jw325(weer, []));
  expect(await gebruikt()).toBe(15_000);
  const dubbel = await exchange.stuur(jw323(van, een));
  expect(dubbel.bevindingen.map((b) => b.regel)).toContain('TR314');
  expect((await exchange.stuur(jw325(weer, []))).bevindingen.map((b) => b.regel)).toEqual(['POORT-RETOUR']);
});

it('a refused declaratie never was: its number and lines may come again', async () => {
  const { van, regel, gebruikt } = await zorg();
  const heen = jw323(van, regel(100));
  await exchange.slaagt(heen);
  await exchange.slaagt(jw325(heen, [], '9333'));
  expect(await gebruikt()).toBe(0);
  const inhoud = { ...heen.inhoud, Header: jw323(van, regel(1)).inhoud.Header };
  await exchange.slaagt({ ...heen, inhoud });
  expect(await gebruikt()).toBe(15_000);
});

it('a JW325 that contradicts itself, or that answers nothing, is not relayed', async () => {
  const { van, regel } = await zorg();
  const heen = jw323(van, regel(100));
  await exchange.slaagt(heen);
  const goed = jw325(heen, []);
  const antwoord = goed.inhoud.DeclaratieAntwoord as Record<string, unknown>;
  const fout = {
    ...goed,
    inhoud: { ...goed.inhoud, DeclaratieAntwoord: { ...antwoord, DeclaratieNummer: 'NIETDEZE' } },
  };
  // biome-ignore lint/suspicious/noExplicitAny: a message with one value changed
  expect((await exchange.stuur(fout as any)).status).toBe('afgekeurd');
  expect((await exchange.stuur(jw325(jw323(van, regel(1)), []))).status).toBe('afgekeurd');
  await exchange.slaagt(jw325(heen, []));
});

it('both sides with a system of their own: everything is relayed, nothing composed', async () => {
  const { van, n, regel } = await zorg(EIGEN);
  const start = jw305(van, { nummer: n, begin: over(-100) });
  expect((await exchange.slaagt(start)).antwoorden).toEqual([]);
  await exchange.slaagt(retour(start));
  const heen = jw323(van, regel(10));
  expect((await exchange.slaagt(heen)).antwoorden).toEqual([]);
  await exchange.slaagt(jw325(heen, []));
  expect(await exchange.bezorgd(EIGEN, 'JW325', 'DeclaratieAntwoord')).not.toEqual([]);
});
