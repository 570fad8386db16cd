import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import type { WerkbakItemBeeld } from '../../src/store/requests/contract.ts';
import { bericht, toewijzing } from '../api/nep-gateway.ts';
import { Opstelling, type Wie } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const LAAN = 'AA|42420001';
const { id } = bericht();
const ANTWOORD = '0196f000-0000-7000-8000-000000000009';
const VOOR_DE_GEMEENTE = ['met de sleutel “Wijkteam Noord”', 'Toelichting: Eerst het wijkteam.'];

const DOOR = { partij: '0362', op: '2026-01-02T10:30:00.000Z', doorNaam: 'Wijkteam Noord', antwoorden: [ANTWOORD] };
const rij = (besluit: string, reden: string | null, item = 'w1', verzoek = id) => ({
  ...DOOR,
  gegevens: { kind: 'decision', version: 1, item, besluit, reden, toelichting: 'Eerst het wijkteam.' },
  resultaat: { besluit, referentie: 'R1', verzoek },
});
const AFGEWEZEN = rij('afwijzen', '4');
const VAN_EEN_ANDER = { ...rij('afwijzen', '2', 'w2', 'ander'), antwoorden: ['ander-antwoord'] };

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(id, bericht());
  o.gateway.verzoeken = [{ berichtId: id, laan: LAAN, stand: 'afgewezen', item: null }];
  o.gateway.opdrachten = [AFGEWEZEN, VAN_EEN_ANDER];
});

/** With plain blanks, and without what marks it up. */
async function pagina(wie: Wie, url: string): Promise<string> {
  const { payload } = await (await Visitor.signedIn(o, wie)).get(url);
  return payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}

/** Amstelveen in place of Purmerend. */
const opgevolgd = (gemeenten: AfsprakenDocument['gemeenten']) =>
  gemeenten.map((een) => (een.code === '0439' ? { ...een, geldigTot: '2025-12-31', opvolger: '0362' } : een));

const ontbreekt = (tekst: string, delen: readonly string[]) => delen.filter((deel) => !tekst.includes(deel));

describe('a decision on a request', () => {
  it('stands in the time line of the request, with why and by whom for the gemeente', async () => {
    const gelezen = await pagina('gemeente', `/berichten/${id}`);
    expect(ontbreekt(gelezen, VOOR_DE_GEMEENTE)).toEqual([]);
    expect(gelezen).toContain('02-01-2026 11:30 Amstelveen (0362) wees het verzoek af');
    expect(gelezen).toMatch(/Reden: [^.]{4,} \(4\)\./);
    expect(gelezen).not.toContain('(2).');
  });

  it('tells the aanbieder and the operator what and why, and not what the gemeente keeps for itself', async () => {
    for (const wie of ['aanbieder', 'operator'] as const) {
      const gelezen = await pagina(wie, `/berichten/${id}`);
      expect(gelezen).toMatch(/wees het verzoek af: het bericht dat daarvoor uitging \. Reden: [^.]{4,} \(4\)\./);
      expect(gelezen).not.toMatch(/Wijkteam|wijkteam/);
    }
  });

  it('keeps the note of one gemeente from another that is a party of the message', async () => {
    o.gateway.opdrachten = [{ ...AFGEWEZEN, partij: '0439' }];
    const gelezen = await pagina('gemeente', `/berichten/${id}`);
    expect(gelezen).toContain('Purmerend (0439) wees het verzoek af');
    expect(gelezen).not.toMatch(/Wijkteam|wijkteam/);
    // One that succeeded another reads what that one wrote.
    o.gateway.document = { ...o.gateway.document, gemeenten: opgevolgd(o.gateway.document.gemeenten) };
    expect(ontbreekt(await pagina('gemeente', `/berichten/${id}`), VOOR_DE_GEMEENTE)).toEqual([]);
  });

  it('stands in the time line of its answer', async () => {
    o.gateway.berichten.set(ANTWOORD, bericht({ id: ANTWOORD, type: 'JW319', inAntwoordOp: id, via: null }));
    expect(ontbreekt(await pagina('gemeente', `/berichten/${ANTWOORD}`), VOOR_DE_GEMEENTE)).toEqual([]);
    // Of an answer of before that was kept beside it the decision tells that it refuses.
    expect(await pagina('aanbieder', `/berichten/${ANTWOORD}`)).toMatch(
      /antwoord: afgewezen .*De gemeente wijst het verzoek af; reden: [^(]{4,} \(4\)\. .*Bevindingen/,
    );
  });

  it('stands in the list of what the gemeente decided, with by whom, why and what it costs', async () => {
    const toegewezen = rij('toewijzen', null);
    o.gateway.opdrachten = [
      { ...toegewezen, resultaat: { ...toegewezen.resultaat, kosten: 125_020, vast: 300_000, boven: 180_000 } },
      AFGEWEZEN,
    ];
    const { payload } = await (await Visitor.signedIn(o, 'gemeente')).get('/werkbak?stand=besloten');
    expect(payload).toContain('href="/werkbak/w1"');
    const gelezen = await pagina('gemeente', '/werkbak?stand=besloten');
    expect(gelezen).toMatch(
      /02-01-2026 11:30 R1 [^(]*\(?42420001\)? toegewezen Eerst het wijkteam\. € 1\.250,20 € 3\.000,00 € 1\.800,00 Wijkteam Noord/,
    );
    expect(gelezen).toMatch(/afgewezen [^.]{4,} \(4\)\. Eerst het wijkteam\. – – – Wijkteam Noord/);
    expect(await pagina('gemeente', `/berichten/${id}`)).toContain(
      'Het vaste signaalbudget was € 3.000,00; toegewezen is € 1.800,00 meer.',
    );
    // Tariffs and budgets of others, and what one wrote for oneself, are in no file and on no page of another.
    const bestand = await (await Visitor.signedIn(o, 'gemeente')).get('/werkbak?stand=besloten&csv=besloten');
    expect(bestand.payload).not.toContain('Eerst het wijkteam');
    expect(await pagina('aanbieder', `/berichten/${id}`)).not.toContain('3.000,00');
    const wacht = await (await Visitor.signedIn(o, 'gemeente')).get('/werkbak');
    expect(wacht.payload).toContain('href="/werkbak?stand=besloten"');
    expect((await (await Visitor.signedIn(o, 'aanbieder')).get('/werkbak?stand=besloten')).statusCode).toBe(403);
  });

  it('of which nobody could tell what it costs is not told as within the fixed budget', async () => {
    const toegewezen = rij('toewijzen', null);
    o.gateway.opdrachten = [
      { ...toegewezen, resultaat: { ...toegewezen.resultaat, kosten: null, vast: 300_000, boven: null } },
    ];
    const gelezen = await pagina('gemeente', `/berichten/${id}`);
    expect(gelezen).toContain('Het vaste signaalbudget was € 3.000,00.');
    expect(gelezen).not.toContain('daar blijft dit binnen');
    expect(await pagina('gemeente', '/werkbak?stand=besloten')).toContain('€ 3.000,00 niet te zeggen');
  });

  it('stays to be read in the werkbak', async () => {
    const item: WerkbakItemBeeld = {
      ...{ id: 'w1', gemeente: '0362', aanbieder: '42420001', referentie: 'R1', soort: 'VOT', redenen: [] },
      ...{ berichtId: id, omvang: 9, op: '2026-01-02T10:00:00.000Z', termijn: null, laan: LAAN, regio: 'AA' },
      ...{ open: false, verzoek: { stand: 'afgewezen', beslistOp: DOOR.op, beslistDoor: ANTWOORD } },
    };
    vi.spyOn(o.gateway.werkbak, 'item').mockResolvedValue({ item, toets: null });
    expect(ontbreekt(await pagina('gemeente', '/werkbak/w1'), ['Wat is besloten', ...VOOR_DE_GEMEENTE])).toEqual([]);
  });
});

describe('what was found while a request waited', () => {
  const melding = 'Het verzoek wacht op een besluit van de gemeente. In deze gemeente beslist de gemeente zelf.';
  const eigen = { niveau: 4, regel: 'GW-VOT-WERKBAK', retourcode: null, ernst: 'signaal', pad: null } as const;
  const werkbak = { ...eigen, lijn: null, kolom: null, melding };

  it.each([
    ['afgewezen', 'Het verzoek wachtte op een besluit van de gemeente; het is afgewezen. In deze gemeente'],
    ['open', melding],
  ] as const)('reads as it stands now, %s', async (stand, zin) => {
    o.gateway.berichten.set(id, bericht({ bevindingen: [werkbak] }));
    o.gateway.verzoeken = [{ berichtId: id, laan: LAAN, stand, item: null }];
    const gelezen = await pagina('aanbieder', `/berichten/${id}`);
    expect([gelezen.includes(zin), gelezen.includes('wacht op een besluit')]).toEqual([true, stand === 'open']);
  });
});

describe('a toewijzing that a decision changed', () => {
  beforeEach(() => {
    const was = toewijzing({ gemeente: '0362', referentieAanbieder: 'R0', berichtId: 'eerder' });
    const signaalbudget = { soort: 'maatwerk', bedrag: 625_020 } as const;
    const huidig = { ...was, referentieAanbieder: 'R1', berichtId: ANTWOORD, signaalbudget };
    o.gateway.toewijzing = { laan: LAAN, huidig, historie: [was, huidig], gebruikt: 0 };
    o.gateway.opdrachten = [rij('toewijzen', null), { ...rij('toewijzen', null, 'w2'), antwoorden: ['ander'] }];
  });
  const BUDGET = 'met een maatwerksignaalbudget van € 6.250,20, was € 5.000,00 (+€ 1.250,20)';

  it('tells who decided, why, and what it did to the budget', async () => {
    const gelezen = await pagina('gemeente', '/toewijzingen/0362/12');
    expect(ontbreekt(gelezen, ['wees het verzoek toe', BUDGET, ...VOOR_DE_GEMEENTE])).toEqual([]);
    expect(gelezen.split('wees het verzoek toe')).toHaveLength(2);
  });

  it('stands where maatwerk is listed, as maatwerk of a decision', async () => {
    const maatwerk = async (wie: Wie) => {
      const gelezen = await pagina(wie, '/toewijzingen/0362/12');
      return gelezen.slice(gelezen.indexOf('Toegekend maatwerk'), gelezen.indexOf('Tijdlijn'));
    };
    const gelezen = await maatwerk('gemeente');
    expect(gelezen).toContain('kende een signaalbudget van € 6.250,20 toe met het besluit op een verzoek');
    expect(ontbreekt(gelezen, VOOR_DE_GEMEENTE)).toEqual([]);
    expect(await maatwerk('aanbieder')).not.toMatch(/Wijkteam|wijkteam/);
  });

  it('tells it to the aanbieder without what the gemeente keeps for itself', async () => {
    const gelezen = await pagina('aanbieder', '/toewijzingen/0362/12');
    expect(ontbreekt(gelezen, ['wees het verzoek toe', BUDGET])).toEqual([]);
    expect(gelezen).not.toMatch(/Wijkteam|wijkteam/);
  });

  it('is named on the page of the request, with the budget', async () => {
    vi.spyOn(o.gateway.dossiers, 'numbersIn').mockResolvedValue([12]);
    expect(ontbreekt(await pagina('gemeente', `/berichten/${id}`), ['Toewijzing 12', BUDGET])).toEqual([]);
  });
});
