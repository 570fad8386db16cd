import { expect, it } from 'vitest';
import { probleem } from '../../src/api/problems.ts';
import { toonBericht, toonTermijn, toonToewijzing, toonUitgaand, toonWerkbakItem } from '../../src/api/weergave.ts';
import { termijnMelding } from '../../src/requests/termijn-teksten.ts';
import type { Uitgaand } from '../../src/store/deliveries/contract.ts';
import type { TermijnBeeld, WerkbakBeeld } from '../../src/store/requests/contract.ts';
import { bericht, toewijzing } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

/** One word alone cannot be told from a reference. */
const KANARIES = ['999900006', 'X-999900006', 'X999900006Y', 'Sanne Zwaluwstaart', 'zwaluwstaart, s.'];
const VERRADEN = /zwaluwstaart|9999.?00.?0/i;

it.each(KANARIES)('%s, sent as a reference or a code, stands in no list', (kanarie) => {
  const uitgaand = { ...bericht(), afzender: kanarie, ontvanger: kanarie, op: '' } as unknown as Uitgaand;
  const beelden = [
    toonBericht(bericht({ identificatie: kanarie, afzender: kanarie, ontvanger: kanarie })),
    toonUitgaand(uitgaand),
    toonWerkbakItem({ referentie: kanarie } as WerkbakBeeld),
    toonTermijn({ referentie: kanarie } as TermijnBeeld),
    toonToewijzing({
      huidig: toewijzing({ referentieAanbieder: kanarie }),
      historie: [],
      gebruikt: 0,
      laan: 'AA:42420001',
    }),
    termijnMelding('verstreken', {
      ...{ soort: 'verzoek-om-toewijzing', partij: '0362', referentie: kanarie, toewijzingNummer: null },
      uiterlijk: '2026-03-02',
    }),
  ];
  expect(JSON.stringify(beelden)).not.toMatch(VERRADEN);
});

it('an ordinary reference stands there as it was sent', () => {
  expect(toonBericht(bericht({ identificatie: 'AANV2025001' }))).toMatchObject({
    ...{ identificatie: 'AANV2025001', afzender: '42420001', ontvanger: '0362' },
  });
  // Parties find their message again by it: a number that is longer, or a word, is no BSN.
  for (const gewoon of ['0999900006', '202511270001', 'Tabc', 'verzoek-x', '1999900006']) {
    expect(toonBericht(bericht({ identificatie: gewoon })).identificatie).toBe(gewoon);
    expect(toonTermijn({ referentie: gewoon } as TermijnBeeld).referentie).toBe(gewoon);
  }
  expect(toonBericht(bericht({ identificatie: null })).identificatie).toBeNull();
});

it('a signal about a term names no number of a child in the place of a toewijzing', () => {
  const zaak = { soort: 'start', partij: '42420001', referentie: null, uiterlijk: '2026-03-02' } as const;
  expect(termijnMelding('nadert', { ...zaak, toewijzingNummer: 999_900_006 })).toContain('toewijzing ******006');
  expect(termijnMelding('nadert', { ...zaak, toewijzingNummer: 12 })).toContain('toewijzing 12 ');
});

it('problems repeat no number of a child, in their sentence or in their mistakes', async () => {
  const { body } = probleem('onjuiste-invoer', { detail: 'over 999900006', fouten: [{ pointer: '/999900006' }] });
  expect(JSON.stringify(body)).not.toMatch(VERRADEN);
  const o = await Opstelling.maak();
  const payload = { naam: 'x', rol: 'beheerder', '999900006': 1 };
  const antwoord = await o.vraag('beheerder', 'POST', '/api/v1/sleutels', { payload });
  expect(antwoord.statusCode).toBe(422);
  expect(antwoord.payload + o.log.join()).not.toMatch(VERRADEN);
  await o.app.close();
});
