import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lijstVan, waardeVan } from '../../src/xml/tree.ts';
import { AANBIEDER, AMSTELVEEN, PURMEREND } from './afspraken.ts';
import { jw301, jw315, minuten, over, vers } from './berichten.ts';
import { jw323 } from './declaraties.ts';
import { Exchange, toegewezen } from './exchange.ts';

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

const wie = (gemeente = AMSTELVEEN) => ({ gemeente, aanbieder: AANBIEDER, bsn: exchange.bsn() });

describe('ToewijzingNummers that the gemeente used itself, after the gateway drew its own', () => {
  const nummerVan = async (van: ReturnType<typeof wie>, code: '45A01' | '45A02' = '45A01') => {
    const ref = vers('N');
    const oordeel = await exchange.slaagt(jw315(van, { ref, code, omvang: minuten(60) }));
    expect(oordeel.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
    const [bij] = await exchange.bezorgd(AANBIEDER, 'JW301', ref);
    const eigen = bij === undefined ? [] : toegewezen(bij).filter((t) => t.ReferentieAanbieder === ref);
    return Number(eigen[0]?.ToewijzingNummer);
  };
  const gebruikt = async (van: ReturnType<typeof wie>, nummer: number) =>
    exchange.slaagt(jw301(van, { nummer, code: '45A01', einde: over(194), omvang: minuten(60) }));

  it('are left out, whoever they were for and however many there are', async () => {
    const eerste = await nummerVan(wie());
    for (let i = 1; i <= 20; i++) await gebruikt(wie(), eerste + i);
    const daarna = await nummerVan(wie());
    expect(daarna).toBeGreaterThan(eerste + 20);
    // For the same child: no conflict of owners tells.
    const kind = wie();
    await gebruikt(kind, daarna + 1);
    expect(await nummerVan(kind, '45A02')).toBeGreaterThan(daarna + 1);
  });
});

describe('a grant', () => {
  it('that lowers the ceiling below what is used signals to both parties', async () => {
    const van = wie();
    const nummer = 4711;
    const begin = `${over(-60).slice(0, 7)}-01`;
    await exchange.slaagt(jw301(van, { nummer, code: '45A01', begin, einde: over(200), omvang: minuten(3333) }));
    const { body: voor } = await exchange.vraag('GET', '/api/v1/signalen', undefined, AMSTELVEEN);
    const regel = { ref: vers('P'), nummer, code: '45A01', volume: 1000, tarief: 150 };
    await exchange.slaagt(jw323(van, regel));
    const pad = `/api/v1/toewijzingen/${AMSTELVEEN}/${nummer}/signaalbudget`;
    const { status } = await exchange.vraag('PUT', pad, { bedrag: 160_000, reden: 'lager' }, AMSTELVEEN);
    expect(status).toBe(200);
    for (const partij of [AMSTELVEEN, AANBIEDER]) {
      const { body } = await exchange.vraag('GET', '/api/v1/signalen', undefined, partij);
      const mijn = body.filter((s: { toewijzingNummer: number }) => s.toewijzingNummer === nummer);
      expect(mijn.map((s: { soort: string; percentage: number }) => [s.soort, s.percentage])).toEqual([
        ['signaalbudget', 93.7],
      ]);
    }
    expect(voor.some((s: { toewijzingNummer: number }) => s.toewijzingNummer === nummer)).toBe(false);
  });
});

describe('a JW315 whose aanbieder does not know the gezagsdrager', () => {
  it('waits, and the decision puts the Relatie into the JW301', async () => {
    const van = wie(PURMEREND);
    const ref = vers('G');
    const vot = jw315(van, { ref, code: '45A01', omvang: minuten(60) });
    const client = vot.inhoud.Client as object;
    await exchange.slaagt({ ...vot, inhoud: { ...vot.inhoud, Client: { ...client, GezagsdragerBekend: '2' } } });
    const item = await exchange.werkbak(PURMEREND, ref);
    expect(item.redenen).toEqual(['regime-gemeente', 'gezagsdrager-onbekend']);
    const relatie = {
      soort: '10',
      naam: { geslachtsnaam: { achternaam: 'Voorbeeld' } },
      contact: { soort: '02', telefoon: { telefoon01: { telefoonnummer: '0612345678', landnummer: '+31' } } },
    };
    const fout = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen', relatie: { ...relatie, naam: {} } });
    expect([fout.status, fout.body.fouten.map((f: { pointer: string }) => f.pointer)]).toEqual([
      422,
      ['/relatie/naam/geslachtsnaam'],
    ]);
    const { status } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen', relatie });
    expect(status).toBe(200);
    const [jw] = await exchange.bezorgd(AANBIEDER, 'JW301', ref);
    const relaties = jw === undefined ? [] : lijstVan(jw.inhoud, 'Client/Relaties/Relatie');
    expect(relaties.map((r) => [r.Nummer, waardeVan(r, 'Naam/NaamGebruik')])).toEqual([['1', '1']]);
  });
});
