import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusWerkdagen } from '../../src/standard/werkdagen.ts';
import { AALSMEER, AANBIEDER, AMSTELVEEN, EIGEN, PURMEREND } from './afspraken.ts';
import { jw301, jw305, jw307, jw315, jw317, jw319, minuten, over, retour, vandaag, vers } from './berichten.ts';
import { Exchange } from './exchange.ts';

/** Terms in werkdagen (docs/decisions/terms.md): who must do what by when, as both parties see it. */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

let nummer = 70_000;

async function termijnen(als: string, van: { referentie?: string; toewijzingNummer?: number; berichtId?: string }) {
  const { body } = await exchange.vraag('GET', '/api/v1/termijnen?limit=500', undefined, als);
  return body.termijnen
    .filter((t: Record<string, unknown>) => Object.entries(van).every(([naam, waarde]) => t[naam] === waarde))
    .map((t: Record<string, unknown>) => [t.soort, t.partij, t.uiterlijk]);
}

describe('a request', () => {
  it('VOT: five werkdagen, two weeks for woonplaatsbeginsel, eight weeks once in onderzoek', async () => {
    const van = { gemeente: PURMEREND, aanbieder: AANBIEDER, bsn: exchange.bsn(), dagtekening: over(-3) };
    const ref = vers('T');
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    const woonplaats = ['woonplaatsbeginsel', PURMEREND, over(14)];
    for (const als of [PURMEREND, AANBIEDER]) {
      expect(await termijnen(als, { referentie: ref })).toEqual([
        ['verzoek-om-toewijzing', PURMEREND, plusWerkdagen(vandaag(), 5)],
        woonplaats,
      ]);
    }
    expect((await exchange.werkbak(PURMEREND, ref)).termijn).toEqual({
      soort: 'verzoek-om-toewijzing',
      uiterlijk: plusWerkdagen(vandaag(), 5),
    });
    await exchange.besluit(PURMEREND, ref, { besluit: 'onderzoek' });
    expect(await termijnen(PURMEREND, { referentie: ref })).toEqual([['onderzoek', PURMEREND, over(53)], woonplaats]);
    await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '2' });
    expect(await termijnen(PURMEREND, { referentie: ref })).toEqual([]);
  });

  it('decided at once has no term', async () => {
    const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
    const ref = vers('T');
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    expect(await termijnen(AMSTELVEEN, { referentie: ref })).toEqual([]);
  });

  it('VOW: five werkdagen for the whole', async () => {
    const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
    const n = ++nummer;
    await exchange.slaagt(jw301(van, { nummer: n, code: '45A01', einde: over(200), omvang: minuten(600) }));
    const ref = vers('T');
    const anders = [{ nummer: n, begin: over(14), einde: over(250), omvang: minuten(600) }];
    await exchange.slaagt(jw317(van, { ref, anders }));
    expect(await termijnen(AMSTELVEEN, { referentie: ref })).toEqual([
      ['verzoek-om-wijziging', AMSTELVEEN, plusWerkdagen(vandaag(), 5)],
    ]);
    await exchange.slaagt(jw319(van, ref, '1', '2'));
    expect(await termijnen(AMSTELVEEN, { referentie: ref })).toEqual([]);
  });
});

it('a start and a stop: five werkdagen from the day that is known', async () => {
  const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
  const n = ++nummer;
  const begin = over(10);
  const gegeven = { nummer: n, code: '45A01', begin, omvang: minuten(60, '2') };
  await exchange.slaagt(jw301(van, { ...gegeven, einde: over(100) }));
  const zie = () => termijnen(AANBIEDER, { toewijzingNummer: n });
  expect(await zie()).toEqual([['start', AANBIEDER, plusWerkdagen(begin, 5)]]);
  const start = { nummer: n, begin: over(-1), ingang: begin };
  await exchange.slaagt(jw305(van, start));
  expect(await zie()).toEqual([['stop', AANBIEDER, plusWerkdagen(over(100), 5)]]);
  const later = { ...gegeven, einde: over(150), reden: '12', datum: vandaag(), tijd: '00:00:01' };
  await exchange.slaagt(jw301(van, later));
  expect(await zie()).toEqual([['stop', AANBIEDER, plusWerkdagen(over(150), 5)]]);
  await exchange.slaagt(jw307(van, { ...start, einde: over(-1), reden: '20' }));
  expect(await zie()).toHaveLength(1);
  const stop = { ...start, einde: over(-1), reden: '31' };
  await exchange.slaagt(jw307(van, stop));
  expect(await zie()).toEqual([]);
  await exchange.slaagt(jw307(van, { ...stop, status: '3' }));
  expect(await zie()).toEqual([['stop', AANBIEDER, plusWerkdagen(over(150), 5)]]);
});

it('an answer of a system of its own: three werkdagen, until it comes', async () => {
  const van = { gemeente: AMSTELVEEN, aanbieder: EIGEN, bsn: exchange.bsn() };
  const heen = jw301(van, { nummer: ++nummer, code: '45A01', einde: over(200), omvang: minuten(600) });
  const { id } = await exchange.slaagt(heen);
  const antwoord = ['retour', EIGEN, plusWerkdagen(vandaag(), 3)];
  expect((await termijnen(EIGEN, { berichtId: id }))[0]).toEqual(antwoord);
  await exchange.slaagt(retour(heen));
  expect(await termijnen(EIGEN, { berichtId: id })).not.toContainEqual(antwoord);
});

it('shows a key its own terms only', async () => {
  const van = { gemeente: AALSMEER, aanbieder: AANBIEDER, bsn: exchange.bsn() };
  const ref = vers('T');
  await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
  expect(await termijnen(AALSMEER, { referentie: ref })).toHaveLength(2);
  expect(await termijnen(EIGEN, { referentie: ref })).toEqual([]);
  expect(await termijnen(PURMEREND, { referentie: ref })).toEqual([]);
  expect((await exchange.vraag('GET', '/api/v1/termijnen?limit=501', undefined, AALSMEER)).status).toBe(400);
});

it('one signal before the end and one after it, each once', async () => {
  const laat = { gemeente: PURMEREND, aanbieder: AANBIEDER, bsn: exchange.bsn(), dagtekening: over(-70) };
  const bijna = { ...laat, bsn: exchange.bsn(), dagtekening: over(-55) };
  const [refLaat, refBijna] = [vers('T'), vers('T')];
  for (const [van, ref] of [
    [laat, refLaat],
    [bijna, refBijna],
  ] as const) {
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    await exchange.besluit(PURMEREND, ref, { besluit: 'onderzoek' });
  }
  const over2 = async (ref: string) => {
    const { body } = await exchange.vraag('GET', '/api/v1/signalen', undefined, AANBIEDER);
    const hier = body.filter(
      (s: { soort: string; melding: string }) => s.soort === 'termijn' && s.melding.includes(ref),
    );
    return hier.map((s: { melding: string }) => s.melding.slice(0, 18));
  };
  for (let i = 0; i < 60 && ((await over2(refLaat)).length === 0 || (await over2(refBijna)).length === 0); i++) {
    await sleep(500);
  }
  await sleep(6_000);
  expect(await over2(refLaat)).toEqual(['Termijn verstreken']);
  expect(await over2(refBijna)).toEqual(['Termijn: van 0439 ']);
});
