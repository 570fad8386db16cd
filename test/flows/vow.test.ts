import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waardeVan } from '../../src/xml/tree.ts';
import { AANBIEDER, AMSTELVEEN } from './afspraken.ts';
import { jw301, jw317, jw319, minuten, type Omvang, over, type Pakket, type Toegewezen, vers } from './berichten.ts';
import { Exchange, lees, toegewezen } from './exchange.ts';

/** What a JW317 asks and the JW301 that honours it: the table of docs/decisions/changes-of-care.md. */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

let nummer = 50_000;
const BEGIN = over(-60);
const EINDE = over(120);

/** A client with two toewijzingen: 45A01 as told, and 45A02 that stays as it is. */
async function client(eerste: Partial<Toegewezen>) {
  const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
  const [n1, n2] = [++nummer, ++nummer];
  const periode = { begin: BEGIN, einde: EINDE };
  await exchange.slaagt(
    jw301(
      van,
      { nummer: n1, code: '45A01', ...periode, omvang: minuten(60, '2'), ...eerste },
      { nummer: n2, code: '45A02', ...periode, omvang: minuten(30, '2') },
    ),
  );
  return { van, n1, n2, ref: vers('W') };
}

async function honoreer(ref: string, besluit: object = { besluit: 'toewijzen' }) {
  const { status, body } = await exchange.besluit(AMSTELVEEN, ref, besluit);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return toegewezen(lees(body.antwoorden[0].xml, 'JW301')).map((t) => ({
    nummer: Number(t.ToewijzingNummer),
    ref: t.ReferentieAanbieder,
    begin: t.Ingangsdatum,
    einde: t.Einddatum,
    reden: t.RedenWijziging,
    volume: waardeVan(t, 'Omvang/Volume'),
  }));
}

const perWeek = (volume: number): Omvang => minuten(volume, '2');

describe('what it asks', () => {
  it('only a later Einddatum: the same number (OP380), and every product carries the reference (IV093)', async () => {
    const { van, n1, n2, ref } = await client({});
    const later = over(200);
    await exchange.slaagt(
      jw317(van, { ref, gelijk: [n2], anders: [{ nummer: n1, begin: BEGIN, einde: later, omvang: perWeek(60) }] }),
    );
    const item = await exchange.werkbak(AMSTELVEEN, ref);
    expect(item.toets.bijToewijzen.toewijzingen).toMatchObject([{ toewijzingNummer: n1, redenWijziging: '12' }]);
    expect(await honoreer(ref)).toEqual([
      { nummer: n2, ref, begin: BEGIN, einde: EINDE, reden: undefined, volume: '30' },
      { nummer: n1, ref, begin: BEGIN, einde: later, reden: '12', volume: '60' },
    ]);
    expect((await exchange.stuur(jw319(van, ref, '1', '2'))).bevindingen.map((b) => b.regel)).toEqual(['TR359']);
  });

  it('an earlier Einddatum: the same number (OP257)', async () => {
    const { van, n1, n2, ref } = await client({});
    const anders = [{ nummer: n1, begin: BEGIN, einde: over(30), omvang: perWeek(60) }];
    await exchange.slaagt(jw317(van, { ref, gelijk: [n2], anders }));
    expect(await honoreer(ref)).toContainEqual({
      nummer: n1,
      ref,
      begin: BEGIN,
      einde: over(30),
      reden: '12',
      volume: '60',
    });
  });

  it('another total (Frequentie 6): the same number, and so maatwerk is asked for (OP033x1)', async () => {
    const { van, n1, n2, ref } = await client({ omvang: minuten(3333) });
    const anders = [{ nummer: n1, begin: BEGIN, einde: EINDE, omvang: minuten(4000) }];
    await exchange.slaagt(jw317(van, { ref, gelijk: [n2], anders }));
    expect(await honoreer(ref)).toContainEqual({
      nummer: n1,
      ref,
      begin: BEGIN,
      einde: EINDE,
      reden: '12',
      volume: '4000',
    });
    const beeld = await exchange.vraag('GET', `/api/v1/toewijzingen/${AMSTELVEEN}/${n1}`, undefined, AANBIEDER);
    expect(beeld.body.signaalbudget).toMatchObject({ soort: 'maatwerk', bedrag: 600000 });
  });

  it('another volume a week: the old one ends the day before, a new number takes over', async () => {
    const { van, n1, n2, ref } = await client({});
    const anders = [{ nummer: n1, begin: over(30), einde: EINDE, omvang: perWeek(90) }];
    await exchange.slaagt(jw317(van, { ref, gelijk: [n2], anders }));
    const [, oud, opvolger] = await honoreer(ref);
    expect(oud).toEqual({ nummer: n1, ref, begin: BEGIN, einde: over(29), reden: '12', volume: '60' });
    expect(opvolger).toMatchObject({ ref, begin: over(30), einde: EINDE, reden: undefined, volume: '90' });
    expect(opvolger?.nummer).toBeGreaterThanOrEqual(900_000_000);
  });

  it('another volume from the first day on: nothing is left of the old one', async () => {
    const { van, n1, n2, ref } = await client({ begin: over(5) });
    const anders = [{ nummer: n1, begin: over(5), einde: EINDE, omvang: perWeek(90) }];
    await exchange.slaagt(jw317(van, { ref, gelijk: [n2], anders }));
    const [, oud, opvolger] = await honoreer(ref);
    expect(oud).toMatchObject({ nummer: n1, begin: over(5), einde: over(5), reden: '13' });
    expect(opvolger).toMatchObject({ begin: over(5), einde: EINDE, reden: undefined, volume: '90' });
  });

  it('a new product: a new number, without RedenWijziging', async () => {
    const { van, n1, n2, ref } = await client({});
    const nieuw = [
      { code: '44A01', begin: over(20), einde: over(90), omvang: { volume: 2, eenheid: '16', frequentie: '2' } },
    ];
    await exchange.slaagt(jw317(van, { ref, gelijk: [n1, n2], nieuw }));
    const item = await exchange.werkbak(AMSTELVEEN, ref);
    expect(item.toets.controles.map((c: { code: string }) => c.code)).toContain('product-buiten-contract');
    const [, , bij] = await honoreer(ref);
    expect(bij).toMatchObject({ ref, begin: over(20), reden: undefined, volume: '2' });
  });

  it('another Budget: the same number; without one it stays as it is', async () => {
    const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
    const n = ++nummer;
    await exchange.slaagt(jw301(van, { nummer: n, begin: BEGIN, einde: EINDE, budget: 100_000 }));
    const budget = async (anders: { budget?: number; einde: string }) => {
      const ref = vers('W');
      await exchange.slaagt(jw317(van, { ref, anders: [{ nummer: n, begin: BEGIN, ...anders }] }));
      const { body } = await exchange.besluit(AMSTELVEEN, ref, { besluit: 'toewijzen' });
      const [t] = toegewezen(lees(body.antwoorden[0].xml, 'JW301'));
      return [Number(t?.ToewijzingNummer), t?.Budget, t?.Einddatum, t?.RedenWijziging];
    };
    expect(await budget({ budget: 150_000, einde: EINDE })).toEqual([n, '150000', EINDE, '12']);
    expect(await budget({ einde: over(150) })).toEqual([n, '150000', over(150), '12']);
  });
});

describe('what the gemeente does with it', () => {
  const langer = (n1: number, n2: number, ref: string): Pakket => ({
    ref,
    gelijk: [n2],
    anders: [{ nummer: n1, begin: BEGIN, einde: over(200), omvang: perWeek(60) }],
  });

  it('refuses it as a whole', async () => {
    const { van, n1, n2, ref } = await client({});
    await exchange.slaagt(jw317(van, langer(n1, n2, ref)));
    const { body } = await exchange.besluit(AMSTELVEEN, ref, { besluit: 'afwijzen', reden: '4' });
    expect(body.antwoorden.map((a: { type: string }) => a.type)).toEqual(['JW319']);
    const [na] = await exchange.bezorgd(AANBIEDER, 'JW319', ref);
    expect(na?.inhoud.Antwoord).toMatchObject({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' });
  });

  it('refuses it after onderzoek', async () => {
    const { van, n1, n2, ref } = await client({});
    await exchange.slaagt(jw317(van, langer(n1, n2, ref)));
    expect((await exchange.besluit(AMSTELVEEN, ref, { besluit: 'onderzoek' })).status).toBe(200);
    expect((await exchange.besluit(AMSTELVEEN, ref, { besluit: 'afwijzen', reden: '2' })).status).toBe(200);
  });

  it('sends its own JW301, for the whole package, or its own JW319', async () => {
    const { van, n1, n2, ref } = await client({});
    await exchange.slaagt(jw317(van, langer(n1, n2, ref)));
    const een = { nummer: n1, code: '45A01', begin: BEGIN, einde: over(200), omvang: perWeek(60), ref, reden: '12' };
    const twee = { nummer: n2, code: '45A02', begin: BEGIN, einde: EINDE, omvang: perWeek(30) };
    const tijd = { datum: over(0), tijd: '00:00:01' };
    const half = await exchange.stuur(jw301(van, { ...een, ...tijd }, { ...twee, ...tijd }));
    expect(half.bevindingen.map((b) => b.regel)).toEqual(['TR379']);
    await exchange.slaagt(jw301(van, { ...een, ...tijd }, { ...twee, ...tijd, ref }));
    expect(await exchange.werkbak(AMSTELVEEN, ref)).toBeUndefined();
    const ref2 = vers('W');
    await exchange.slaagt(jw317(van, langer(n1, n2, ref2)));
    await exchange.slaagt(jw319(van, ref2, '2'));
    expect(await exchange.werkbak(AMSTELVEEN, ref2)).toBeDefined();
    await exchange.slaagt(jw319(van, ref2, '1', '2'));
    expect(await exchange.werkbak(AMSTELVEEN, ref2)).toBeUndefined();
  });

  it('takes it over one to one (OP348), and moves no day that has not passed', async () => {
    const { van, n1, n2, ref } = await client({});
    await exchange.slaagt(jw317(van, langer(n1, n2, ref)));
    const anders = (toewijzing: object) => exchange.besluit(AMSTELVEEN, ref, { besluit: 'toewijzen', toewijzing });
    expect((await anders({ volume: 10 })).body.fouten[0].regel).toBe('OP348');
    expect((await anders({ soort: 'maatwerk' })).body.fouten[0].regel).toBe('OP348');
    expect((await anders({ ingangsdatum: over(10) })).body.fouten[0].regel).toBe('IV093');
  });

  it('a wanted day that has passed moves, and what ends the day before moves along', async () => {
    const { van, n1, n2, ref } = await client({});
    const laat = over(-10);
    const pakket: Pakket = {
      ref,
      gelijk: [n2],
      anders: [{ nummer: n1, begin: BEGIN, einde: over(-11), omvang: perWeek(60) }],
      nieuw: [{ code: '44A01', begin: laat, einde: over(90), omvang: { volume: 2, eenheid: '16', frequentie: '2' } }],
    };
    await exchange.slaagt(jw317({ ...van, dagtekening: over(-20) }, pakket));
    const [, een, nieuw] = await honoreer(ref, { besluit: 'toewijzen', toewijzing: { ingangsdatum: over(1) } });
    expect(een).toMatchObject({ nummer: n1, einde: over(0) });
    expect(nieuw).toMatchObject({ begin: over(1) });
  });
});
