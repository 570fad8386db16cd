import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import type { Mutable } from '../agreements/voorbeeld.ts';
import type { Exchange } from '../flows/exchange.ts';
import { jw301 } from './berichten.ts';
import { AALSMEER, AMSTELVEEN, HOOFD, minuten, open, VOORBEELD, ZAANSTAD, ZELFSTANDIG } from './voorbeeld.ts';

let exchange: Exchange;
beforeAll(async () => {
  exchange = await open();
});
afterAll(() => exchange?.sluit());

const AA01 = { categorie: '45', code: 'AA01' };

/** The agreements that ship, with the tariff of AA01 for the first aanbieder raised and a budget cut. */
function anders(): Mutable<AfsprakenDocument> {
  const document: Mutable<AfsprakenDocument> = structuredClone(VOORBEELD) as Mutable<AfsprakenDocument>;
  for (const c of document.contracten) {
    if (c.nummer === 'VB-AA-2022-001') Object.assign(c.producten.find((p) => p.code === 'AA01') ?? {}, { tarief: 180 });
  }
  return { ...document, versie: 'anders' };
}

describe('a trial', () => {
  it('shows the difference and what it would touch, and changes nothing', async () => {
    const wie = { gemeente: AMSTELVEEN, aanbieder: HOOFD, bsn: exchange.bsn() };
    const toewijzing = { ...AA01, begin: '2025-01-01', einde: '2025-12-31', omvang: minuten(600) };
    await exchange.slaagt(jw301(wie, { ...toewijzing, nummer: 901 }));
    await exchange.slaagt(jw301({ ...wie, aanbieder: ZELFSTANDIG }, { ...toewijzing, nummer: 902 }));
    const voor = (await exchange.vraag('GET', '/api/v1/afspraken/versies')).body.versies.length;

    const { status, body } = await exchange.vraag('PUT', '/api/v1/afspraken?proef=true', anders());
    expect(status).toBe(200);
    expect(body.wijzigingen).toEqual([
      {
        onderdeel: 'contracten',
        sleutel: 'VB-AA-2022-001',
        wijziging: 'gewijzigd',
        velden: ['producten'],
        melding: 'Contract VB-AA-2022-001 is gewijzigd: AA01: tarief van 1,72 euro naar 1,80 euro.',
      },
    ]);
    expect(body.aantalGeraakt).toBe(1);
    expect(body.geraakt).toEqual([
      {
        gemeente: AMSTELVEEN,
        aanbieder: HOOFD,
        ...AA01,
        ingangsdatum: '2025-01-01',
        aantal: 1,
        nummers: [901],
        gevolgen: ['tarief'],
      },
    ]);
    expect((await exchange.vraag('GET', '/api/v1/afspraken')).body.versie).toBe(VOORBEELD.versie);
    expect((await exchange.vraag('GET', '/api/v1/afspraken/versies')).body.versies).toHaveLength(voor);
  });

  it('of a document that does not fit names every mistake, and the one in force stays', async () => {
    const fout = anders();
    Object.assign(fout.regimes[0] ?? {}, { geldigTot: '2015-01-01' });
    Object.assign(fout.contracten[0] ?? {}, { aanbieder: '42429998' });
    for (const proef of ['?proef=true', '']) {
      const { status, body } = await exchange.vraag('PUT', `/api/v1/afspraken${proef}`, fout);
      expect(status).toBe(422);
      const gevonden = body.fouten.map((f: { pointer: string }) => f.pointer);
      expect(gevonden).toEqual(expect.arrayContaining(['/regimes/0/geldigTot', '/contracten/0/aanbieder']));
    }
    expect((await exchange.vraag('GET', '/api/v1/afspraken')).body.versie).toBe(VOORBEELD.versie);
  });
});

describe('versions', () => {
  it('who, when and what changed; each can be read, and asked what it says', async () => {
    const { body: in1 } = await exchange.vraag('GET', '/api/v1/afspraken/versies');
    const eerste = in1.versies[0].nummer;
    const { body: gezet } = await exchange.vraag('PUT', '/api/v1/afspraken', anders());
    expect(gezet.nummer).toBe(eerste + 1);
    const { body } = await exchange.vraag('GET', '/api/v1/afspraken/versies?limit=1');
    expect(body.versies).toEqual([
      {
        nummer: eerste + 1,
        versie: 'anders',
        op: expect.any(String),
        door: expect.any(String),
        wijzigingen: gezet.wijzigingen,
      },
    ]);
    const rest = await exchange.vraag('GET', `/api/v1/afspraken/versies?na=${body.volgende}`);
    expect(rest.body.versies[0].nummer).toBe(eerste);

    const document = async (versie: number) =>
      (await exchange.vraag('GET', `/api/v1/afspraken?versie=${versie}`)).body.versie;
    expect(await document(eerste)).toBe(VOORBEELD.versie);
    expect(await document(eerste + 1)).toBe('anders');
    expect((await exchange.vraag('GET', '/api/v1/afspraken?versie=99999')).status).toBe(404);

    const vraag = `gemeente=${AMSTELVEEN}&aanbieder=${HOOFD}&product=AA01&datum=2025-03-01`;
    const tarief = async (versie: string) => {
      const { body: uitleg } = await exchange.vraag('GET', `/api/v1/uitleg?${vraag}${versie}`);
      return [uitleg.afsprakenVersie, uitleg.tarief.tarief];
    };
    expect(await tarief('')).toEqual([eerste + 1, 180]);
    expect(await tarief(`&versie=${eerste}`)).toEqual([eerste, 172]);
  });
});

describe('an explanation', () => {
  const uitleg = (als: string | undefined, vraag: object) =>
    exchange.vraag(
      'GET',
      `/api/v1/uitleg?${new URLSearchParams({ product: 'AA01', datum: '2025-03-01', ...vraag })}`,
      undefined,
      als,
    );

  it('is for the parties themselves', async () => {
    const status = async (als: string | undefined, gemeente: string, aanbieder: string) =>
      (await uitleg(als, { gemeente, aanbieder })).status;
    expect(await status(HOOFD, AMSTELVEEN, HOOFD)).toBe(200);
    expect(await status(HOOFD, AMSTELVEEN, ZELFSTANDIG)).toBe(404);
    expect(await status(AMSTELVEEN, AMSTELVEEN, ZELFSTANDIG)).toBe(200);
    expect(await status(AMSTELVEEN, AALSMEER, ZELFSTANDIG)).toBe(404);
    expect(await status(undefined, ZAANSTAD, ZELFSTANDIG)).toBe(200);
  });

  it.each([{ gemeente: '36' }, { aanbieder: 'x' }, { datum: '2025-02-30' }, { product: '' }, { versie: '0' }])(
    'refuses %o',
    async (mis) => {
      const { status, body } = await uitleg(undefined, { gemeente: AMSTELVEEN, aanbieder: HOOFD, ...mis });
      expect([status, body.code]).toEqual([400, 'ongeldige-parameter']);
    },
  );
});
