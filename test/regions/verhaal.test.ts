import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange, Oordeel } from '../flows/exchange.ts';
import { jw301, jw305, jw307, jw315, jw323, type Omvang, type Vraag, vers, type Wie } from './berichten.ts';
import {
  AALSMEER,
  AMSTELVEEN,
  AMSTERDAM,
  BEEMSTER,
  DIEMEN,
  dagdelen,
  etmalen,
  euros,
  HOOFD,
  minuten,
  ONDER,
  open,
  PURMEREND,
  ZAANSTAD,
  ZELFSTANDIG,
} from './voorbeeld.ts';

let exchange: Exchange;
beforeAll(async () => {
  exchange = await open();
});
afterAll(() => exchange?.sluit());

const bij = (gemeente: string, aanbieder = HOOFD, geboren = '2012-06-15'): Wie => ({
  gemeente,
  aanbieder,
  bsn: exchange.bsn(),
  geboren,
});

/** What a request gets: the reason of its JW319, `toegewezen`, `onderzoek`, or that it waits for the gemeente. */
async function antwoord(wie: Wie, vraag: Vraag): Promise<{ uitkomst: string; melding: string }> {
  const ref = vers('R');
  const oordeel: Oordeel = await exchange.slaagt(jw315(wie, vraag, ref));
  const melding = oordeel.bevindingen.map((b) => b.melding).join(' ');
  const [jw316, ander] = oordeel.antwoorden;
  expect(jw316?.type).toBe('JW316');
  if (ander === undefined) {
    expect(await exchange.werkbak(wie.gemeente, ref)).toBeDefined();
    return { uitkomst: 'werkbak', melding };
  }
  if (ander.type === 'JW301') return { uitkomst: 'toegewezen', melding };
  const xml = await exchange.xml(ander.id, wie.aanbieder);
  const reden = /RedenAfwijzingVerzoek>(\w+)</.exec(xml)?.[1];
  return { uitkomst: reden ?? 'onderzoek', melding };
}

const spic = (code: string, begin: string, einde: string, omvang: Omvang = euros(600_000)): Vraag => ({
  ...{ categorie: '50', code, begin, einde, omvang },
});
const B01P = { categorie: '50', code: 'B01P' };

describe('2018: result-based in all gemeenten', () => {
  it.each([AMSTELVEEN, AMSTERDAM, DIEMEN, PURMEREND, BEEMSTER, ZAANSTAD])(
    'one VOT procedure: %s decides itself',
    async (gemeente) => {
      const { uitkomst } = await antwoord(bij(gemeente), spic('B01P', '2018-03-01', '2018-12-31'));
      expect(uitkomst).toBe('werkbak');
    },
  );

  it('each region has its own facturatie', async () => {
    const facturatie = async (gemeente: string) => {
      const vraag = `gemeente=${gemeente}&aanbieder=${HOOFD}&product=B01P&datum=2018-03-01`;
      return (await exchange.vraag('GET', `/api/v1/uitleg?${vraag}`)).body.regime.facturatie;
    };
    expect(await facturatie(AMSTELVEEN)).toEqual({ vorm: 'declaratie', uiterlijkeMaanden: 3 });
    expect(await facturatie(ZAANSTAD)).toEqual({ vorm: 'factuur', uiterlijkeMaanden: 4 });
  });

  it('only the hoofdaannemer is assigned', async () => {
    const { uitkomst, melding } = await antwoord(bij(ZAANSTAD, ONDER), spic('C01P', '2018-03-01', '2018-12-31'));
    expect(uitkomst).toBe('4');
    expect(melding).toContain(
      'Contract VB-SPIC-ZAWA-2018-003 van aanbieder 42420003 (Voorbeeld Onderaannemer (fictief)) in regime SPIC-ZAWA-2018, geldig op 1 maart 2018, is een contract als onderaannemer: alleen de hoofdaannemer krijgt de toewijzing en de betaling.',
    );
  });

  it('enkelvoudig and meervoudig: who has no contract for segment C gets reason 4', async () => {
    const { uitkomst, melding } = await antwoord(
      bij(AMSTELVEEN, ZELFSTANDIG),
      spic('C01P', '2018-03-01', '2018-12-31'),
    );
    expect(uitkomst).toBe('4');
    expect(melding).toContain('Product C01P staat niet in contract VB-SPIC-AA-2018-002');
    expect((await antwoord(bij(AMSTELVEEN, ZELFSTANDIG), spic('B01P', '2018-03-01', '2018-12-31'))).uitkomst).toBe(
      'werkbak',
    );
  });

  it('without a contract: reason 3, naming aanbieder, regime and day', async () => {
    const { uitkomst, melding } = await antwoord(bij(AMSTELVEEN, '42429999'), spic('B01P', '2018-03-01', '2018-12-31'));
    expect(uitkomst).toBe('3');
    expect(melding).toContain('Geen contract van aanbieder 42429999 in regime SPIC-AA-2018 op 1 maart 2018.');
  });
});

describe('payments of a result: checked, told, never refused', () => {
  async function declareer(wie: Wie, nummer: number, code: string, maand: string, bedrag: number): Promise<string[]> {
    const regel = { categorie: '50', code, nummer, volume: bedrag, eenheid: '83', bedrag };
    const oordeel = await exchange.stuur(jw323(wie, maand, regel));
    expect(oordeel.status).toBe('goedgekeurd');
    const alle = (partij: string) => exchange.vraag('GET', '/api/v1/signalen?limit=500', undefined, partij);
    const [aanbieder, gemeente] = await Promise.all([alle(wie.aanbieder), alle(wie.gemeente)]);
    const van = (body: { soort: string; toewijzingNummer: number; melding: string }[]) =>
      body.filter((s) => s.soort === 'afwijking' && s.toewijzingNummer === nummer).map((s) => s.melding);
    expect(van(aanbieder.body)).toEqual(van(gemeente.body));
    return van(aanbieder.body);
  }

  it('70 % at the start is as agreed; 30 % before completion is told to both; after the stop it is due', async () => {
    const wie = bij(AMSTELVEEN);
    const omvang = euros(600_000);
    await exchange.slaagt(jw301(wie, { ...B01P, nummer: 801, begin: '2021-01-01', einde: '2021-12-31', omvang }));
    await exchange.slaagt(jw305(wie, { ...B01P, nummer: 801, begin: '2021-01-01' }));
    expect(await declareer(wie, 801, 'B01P', '2021-01', 420_000)).toEqual([]);
    await exchange.slaagt(jw307(wie, { ...B01P, nummer: 801, begin: '2021-01-01', einde: '2021-06-30' }));
    expect(await declareer(wie, 801, 'B01P', '2021-06', 180_000)).toEqual([]);

    const ander = bij(AMSTELVEEN);
    await exchange.slaagt(jw301(ander, { ...B01P, nummer: 802, begin: '2021-07-01', einde: '2021-12-31', omvang }));
    expect(await declareer(ander, 802, 'B01P', '2021-07', 420_000)).toEqual([]);
    expect(await declareer(ander, 802, 'B01P', '2021-08', 180_000)).toEqual([
      'Er is 1.800,00 euro gedeclareerd op product 50 B01P (SPIC segment B (enkelvoudig), profiel 1, perspectief) in contract VB-SPIC-AA-2018-001. De hulp is nog niet afgerond. Afgesproken is 4.200,00 euro bij de start en 1.800,00 euro na afronding.',
    ]);
  });

  it('duurzaam: twelve equal months; another amount is told', async () => {
    const wie = bij(AALSMEER);
    const B01L = { categorie: '50', code: 'B01L' };
    const toewijzing = { ...B01L, nummer: 803, begin: '2021-01-01', einde: '2021-12-31', omvang: euros(1_200_000) };
    await exchange.slaagt(jw301(wie, toewijzing));
    expect(await declareer(wie, 803, 'B01L', '2021-01', 100_000)).toEqual([]);
    expect(await declareer(wie, 803, 'B01L', '2021-02', 100_000)).toEqual([]);
    const [melding] = await declareer(wie, 803, 'B01L', '2021-03', 150_000);
    expect(melding).toContain('Afgesproken is 12 keer 1.000,00 euro per maand.');
  });
});

describe('2021: Amsterdam taakgericht, the others as they were', () => {
  it('the day decides', async () => {
    expect((await antwoord(bij(AMSTERDAM), spic('B01P', '2020-03-01', '2020-12-31'))).uitkomst).toBe('werkbak');
    const { uitkomst, melding } = await antwoord(bij(AMSTERDAM), spic('B01P', '2021-03-01', '2021-12-31'));
    expect(uitkomst).toBe('4');
    expect(melding).toContain('Regime AMSTERDAM-2021 van gemeente Amsterdam (0363) is op 1 maart 2021 taakgericht');
    expect((await antwoord(bij(AMSTELVEEN), spic('B01P', '2021-03-01', '2021-12-31'))).uitkomst).toBe('werkbak');
  });

  it('fewer aanbieders: one that had a contract in 2020 has none', async () => {
    expect((await antwoord(bij(AMSTERDAM, ONDER), spic('C01P', '2020-03-01', '2020-12-31'))).uitkomst).toBe('4');
    expect((await antwoord(bij(AMSTERDAM, ONDER), spic('C01P', '2021-03-01', '2021-12-31'))).uitkomst).toBe('3');
  });
});

describe('2022: three ways on', () => {
  it.each([DIEMEN, '0437', '0451'])('%s has no regime: reason 3, and the text says so', async (gemeente) => {
    const { uitkomst, melding } = await antwoord(bij(gemeente), spic('B01P', '2022-03-01', '2022-12-31'));
    expect(uitkomst).toBe('3');
    expect(melding).toMatch(/Geen regime voor gemeente \S+ \(\d{4}\) op 1 maart 2022/);
  });

  it('Zaanstreek-Waterland has its own contracts; what began in 2021 keeps the old deal', async () => {
    const vraag = { categorie: '45', code: 'ZB01', begin: '2022-03-01', einde: '2022-12-31', omvang: minuten(600) };
    expect((await antwoord(bij(ZAANSTAD), vraag)).uitkomst).toBe('werkbak');
    expect((await antwoord(bij(ZAANSTAD, ZELFSTANDIG), vraag)).uitkomst).toBe('werkbak');
    expect((await antwoord(bij(ZAANSTAD), spic('B01P', '2022-03-01', '2022-12-31'))).uitkomst).toBe('4');

    const wie = bij(ZAANSTAD);
    const loopt = { ...B01P, nummer: 804, begin: '2021-10-01' };
    await exchange.slaagt(jw301(wie, { ...loopt, einde: '2022-06-30', omvang: euros(500_000) }));
    await exchange.slaagt(jw305(wie, loopt));
    await exchange.slaagt(jw307(wie, { ...loopt, einde: '2022-05-31' }));
    const regel = (bedrag: number) => ({ ...B01P, nummer: 804, volume: bedrag, eenheid: '83', bedrag });
    expect((await exchange.stuur(jw323(wie, '2021-10', regel(350_000)))).status).toBe('goedgekeurd');
    expect((await exchange.stuur(jw323(wie, '2022-05', regel(150_000)))).status).toBe('goedgekeurd');
    const { body } = await exchange.vraag('GET', '/api/v1/signalen?limit=500', undefined, ZAANSTAD);
    expect(body.filter((s: { toewijzingNummer: number }) => s.toewijzingNummer === 804)).toEqual([]);
  });

  it('verblijf is a segment of its own there, for lokaal team and gecertificeerde instelling only', async () => {
    const vraag = { categorie: '44', code: 'ZV01', begin: '2022-03-01', einde: '2022-12-31', omvang: etmalen(100) };
    expect((await antwoord(bij(ZAANSTAD), { ...vraag, verwijzer: '02' })).uitkomst).toBe('4');
    expect((await antwoord(bij(ZAANSTAD), vraag)).uitkomst).toBe('werkbak');
  });

  it('Aalsmeer and Amstelveen assign at once, by the minute', async () => {
    const vraag = {
      categorie: '45',
      code: 'AA01',
      begin: '2022-03-01',
      einde: '2022-12-31',
      omvang: minuten(600),
      verwijzer: '02',
    };
    expect((await antwoord(bij(AMSTELVEEN), vraag)).uitkomst).toBe('toegewezen');
    expect((await antwoord(bij(AALSMEER), vraag)).uitkomst).toBe('toegewezen');
    expect((await antwoord(bij(AMSTELVEEN), { ...vraag, omvang: minuten(60_000) })).uitkomst).toBe('onderzoek');
  });
});

describe('Beemster, merged into Purmerend', () => {
  it('its code stays right for what began before, and Purmerend collects', async () => {
    const wie = bij(BEEMSTER);
    const toewijzing = { ...B01P, nummer: 805, begin: '2021-05-01', einde: '2022-04-30', omvang: euros(100_000) };
    const { antwoorden } = await exchange.slaagt(jw301(wie, toewijzing));
    const { body } = await exchange.vraag('GET', '/api/v1/uitgaand?limit=500', undefined, PURMEREND);
    expect(body.berichten.map((b: { id: string }) => b.id)).toContain(antwoorden[0]?.id);
    const later = await exchange.stuur(jw301(bij(BEEMSTER), { ...toewijzing, nummer: 806, begin: '2022-02-01' }));
    expect(later.status).toBe('afgekeurd');
    expect(later.bevindingen.map((b) => b.regel)).toContain('TR378');
  });
});

describe('a JW301 against the agreements of its own gemeente', () => {
  it('is passed on, and both see why', async () => {
    const zonder = bij(DIEMEN);
    await exchange.slaagt(
      jw301(zonder, { ...B01P, nummer: 807, begin: '2022-03-01', einde: '2022-12-31', omvang: euros(1) }),
    );
    const eenheid = bij(AMSTELVEEN);
    const vreemd = { categorie: '45', code: 'AA01', nummer: 808, begin: '2022-03-01', einde: '2022-12-31' };
    await exchange.slaagt(jw301(eenheid, { ...vreemd, omvang: dagdelen(10) }));
    const { body } = await exchange.vraag('GET', '/api/v1/signalen?limit=500', undefined, HOOFD);
    const van = (nummer: number) =>
      body
        .filter((s: { toewijzingNummer: number }) => s.toewijzingNummer === nummer)
        .map((s: { melding: string }) => s.melding);
    expect(van(807)).toEqual([
      'Geen regime voor gemeente Diemen (0384) op 1 maart 2022: de afspraken noemen er voor die dag geen.',
    ]);
    expect(van(808)).toEqual([
      'Product 45 AA01 (Behandeling ambulant) is toegewezen in eenheid 16; in contract VB-AA-2022-001 is op 1 maart 2022 eenheid 01 afgesproken.',
    ]);
  });
});
