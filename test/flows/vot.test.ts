import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waardeVan } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { AANBIEDER, AMSTELVEEN, PURMEREND } from './afspraken.ts';
import { jw301, jw315, jw319, minuten, over, vers } from './berichten.ts';
import { Exchange, lees, toegewezen } from './exchange.ts';

/** Whatever may become of a JW315 (docs/decisions/requests.md), with the gateway composing on both sides. */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

const wie = (gemeente = PURMEREND) => ({ gemeente, aanbieder: AANBIEDER, bsn: exchange.bsn() });

async function vraagt(gemeente = PURMEREND, volume = 600) {
  const van = wie(gemeente);
  const ref = vers('V');
  await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(volume) }));
  return { van, ref };
}

const antwoord = (jw319: string) => lees(jw319, 'JW319').inhoud.Antwoord;

describe('direct', () => {
  it('is answered with a JW301 that carries the reference', async () => {
    const van = wie(AMSTELVEEN);
    const ref = vers('V');
    const { antwoorden } = await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    expect(antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
    expect(await exchange.werkbak(AMSTELVEEN, ref)).toBeUndefined();
    const [bij] = await exchange.bezorgd(AANBIEDER, 'JW301', ref);
    expect(bij === undefined ? [] : toegewezen(bij).map((t) => t.ReferentieAanbieder)).toEqual([ref]);
  });

  it('by the gemeente: the answer shows what goes out, and both parties get it', async () => {
    const { van, ref } = await vraagt();
    const item = await exchange.werkbak(PURMEREND, ref);
    expect(item.toets.controles.every((c: { voldoet: boolean }) => c.voldoet)).toBe(true);
    expect(item.toets.tegen).toEqual(['In deze gemeente beslist de gemeente zelf over elk verzoek.']);
    expect(item.toets.bijToewijzen).toMatchObject({
      mogelijk: true,
      toewijzingen: [{ toewijzingNummer: null, volume: 3333, signaalbudget: { soort: 'standaard', bedrag: 500000 } }],
    });
    const proef = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen' }, true);
    expect(proef.status).toBe(200);
    expect(proef.body.antwoorden.map((a: { type: string }) => a.type)).toEqual(['JW301']);
    expect(await exchange.bezorgd(AANBIEDER, 'JW301', ref)).toEqual([]);

    const { status, body } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen' });
    expect([status, body.stand, body.besluit, body.referentie]).toEqual([200, 'gedaan', 'toewijzen', ref]);
    const [jw] = body.antwoorden;
    expect(jw).toMatchObject({ type: 'JW301', ontvanger: AANBIEDER });
    expect(jw.xml).toBe(await exchange.xml(jw.id, AANBIEDER));
    expect(toegewezen(lees(jw.xml, 'JW301')).map((t) => waardeVan(t, 'Omvang/Volume'))).toEqual(['3333']);
    expect(await exchange.bezorgd(PURMEREND, 'JW301', ref)).toHaveLength(1);
    const heen = await exchange.bezorgd(PURMEREND, 'JW315', ref);
    expect(heen).toHaveLength(1);
    expect(await exchange.werkbak(PURMEREND, ref)).toBeUndefined();
    expect((await exchange.stuur(jw319(van, ref, '1', '7'))).bevindingen.map((b) => b.regel)).toEqual(['TR359']);
  });
});

it('refused: JW319 with its reason', async () => {
  const { ref } = await vraagt();
  const { body } = await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '7' });
  expect(antwoord(body.antwoorden[0].xml)).toEqual({
    ReferentieAanbieder: ref,
    VerzoekAntwoord: '1',
    RedenAfwijzingVerzoek: '7',
  });
});

describe('after onderzoek', () => {
  it('honoured, in onderzoek once', async () => {
    const { van, ref } = await vraagt();
    expect((await exchange.besluit(PURMEREND, ref, { besluit: 'onderzoek' })).status).toBe(200);
    const weer = await exchange.besluit(PURMEREND, ref, { besluit: 'onderzoek' });
    expect([weer.status, weer.body.fouten[0].regel]).toEqual([422, 'TR360']);
    expect((await exchange.stuur(jw319(van, ref, '2'))).bevindingen.map((b) => b.regel)).toEqual(['TR360']);
    const { body } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen' });
    expect(body.antwoorden.map((a: { type: string }) => a.type)).toEqual(['JW301']);
  });

  it('refused, and then no further JW319', async () => {
    const { van, ref } = await vraagt();
    await exchange.besluit(PURMEREND, ref, { besluit: 'onderzoek' });
    const { body } = await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '2' });
    expect(antwoord(body.antwoorden[0].xml)).toMatchObject({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '2' });
    expect((await exchange.stuur(jw319(van, ref, '1', '7'))).bevindingen.map((b) => b.regel)).toEqual(['TR365']);
  });

  it('above the signaalbudget: told at once, then maatwerk from the start', async () => {
    const { ref } = await vraagt(AMSTELVEEN, 6000);
    const item = await exchange.werkbak(AMSTELVEEN, ref);
    expect(item.toets.tegen).toEqual(['Het gevraagde gaat boven het signaalbudget van het product.']);
    const { body } = await exchange.besluit(AMSTELVEEN, ref, { besluit: 'toewijzen', soort: 'maatwerk' });
    const [t] = toegewezen(lees(body.antwoorden[0].xml, 'JW301'));
    expect(t?.Omvang).toEqual({ Volume: '6000', Eenheid: '01', Frequentie: '6' });
    const beeld = await exchange.vraag('GET', `/api/v1/toewijzingen/${AMSTELVEEN}/${String(t?.ToewijzingNummer)}`);
    expect(beeld.body.signaalbudget).toMatchObject({ soort: 'maatwerk', bedrag: 900000 });
  });
});

describe('another gemeente', () => {
  it('by woonplaatsbeginsel: reason 8 names it', async () => {
    const { ref } = await vraagt();
    const zonder = await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '8' });
    expect([zonder.status, zonder.body.fouten[0].regel]).toEqual([422, 'TR377']);
    const met = { besluit: 'afwijzen', reden: '8', woonplaatsbeginsel: { gemeente: AMSTELVEEN } };
    const fout = await exchange.besluit(PURMEREND, ref, { ...met, woonplaatsbeginsel: { gemeente: '9998' } });
    expect([fout.status, fout.body.fouten[0].regel, fout.body.fouten[0].retourcode]).toEqual([422, 'TR378', 'S300']);
    const { body } = await exchange.besluit(PURMEREND, ref, met);
    expect(antwoord(body.antwoorden[0].xml)).toMatchObject({
      RedenAfwijzingVerzoek: '8',
      Woonplaatsbeginsel: { Gemeente: AMSTELVEEN },
    });
  });

  it('on other grounds: reason 5, without the class', async () => {
    const { ref } = await vraagt();
    const besluit = { besluit: 'afwijzen', reden: '5' };
    const met = await exchange.besluit(PURMEREND, ref, { ...besluit, woonplaatsbeginsel: { gemeente: AMSTELVEEN } });
    expect([met.status, met.body.fouten[0].regel]).toEqual([422, 'TR409']);
    expect((await exchange.besluit(PURMEREND, ref, besluit)).status).toBe(200);
  });
});

describe('a decision that breaks a rule is refused with it, and nothing goes out', () => {
  it.each([
    ['an end before the begin', { einddatum: over(1) }, 'CS003'],
    ['a Budget beside an omvang', { budget: 1000, volume: 10 }, 'CD077'],
    ['a weekly omvang of a unit that has none', { eenheid: '14', frequentie: '1' }, 'CS338'],
    ['a product that nobody knows', { code: '45X99' }, 'TR381'],
  ])('%s', async (_naam, toewijzing, regel) => {
    const { ref } = await vraagt();
    const { status, body } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen', toewijzing });
    expect(status).toBe(422);
    expect(body.fouten.map((f: { regel: string }) => f.regel)).toContain(regel);
    expect(body.fouten.every((f: { melding: string }) => f.melding.length > 10)).toBe(true);
    expect(await exchange.bezorgd(AANBIEDER, 'JW301', ref)).toEqual([]);
    expect(await exchange.werkbak(PURMEREND, ref)).toBeDefined();
  });

  it('what stacks on a toewijzing that came meanwhile (TR302)', async () => {
    const { van, ref } = await vraagt();
    await exchange.slaagt(jw301(van, { nummer: 40001, code: '45A01', einde: over(100), omvang: minuten(100) }));
    const { status, body } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen' });
    expect([status, body.fouten[0].regel]).toEqual([422, 'TR302']);
  });
});

describe('what was closed meanwhile', () => {
  it('409 with what happened', async () => {
    const { van, ref } = await vraagt();
    const item = await exchange.werkbak(PURMEREND, ref);
    const { id } = await exchange.slaagt(
      jw301(van, { nummer: 40002, ref, code: '45A01', einde: over(100), omvang: minuten(100) }),
    );
    const { status, body } = await exchange.vraag(
      'POST',
      `/api/v1/werkbak/${item.id}`,
      { besluit: 'toewijzen' },
      PURMEREND,
    );
    expect([status, body.gebeurd.stand, body.gebeurd.berichtId]).toEqual([409, 'toegewezen', id]);
    expect(body.detail).toContain(id);
  });

  it('the same Idempotency-Key gives the first outcome; another decision under it is refused', async () => {
    const { ref } = await vraagt();
    const item = await exchange.werkbak(PURMEREND, ref);
    const kop = { 'idempotency-key': vers('sleutel') };
    const beslis = (besluit: object, headers = kop) =>
      exchange.vraag('POST', `/api/v1/werkbak/${item.id}`, besluit, PURMEREND, headers);
    const eerste = await beslis({ besluit: 'toewijzen' });
    expect(await beslis({ besluit: 'toewijzen' })).toEqual(eerste);
    expect((await beslis({ besluit: 'onderzoek' })).body.code).toBe('sleutel-hergebruikt');
    expect((await beslis({ besluit: 'toewijzen' }, { 'idempotency-key': vers('sleutel') })).status).toBe(409);
    expect(await exchange.bezorgd(AANBIEDER, 'JW301', ref)).toHaveLength(1);
  });

  it('one open request at a time (TR374); a reference is used once (TR347)', async () => {
    const { van, ref } = await vraagt();
    const tweede = jw315(van, { ref: vers('V'), code: '45A02', omvang: minuten(60) });
    expect((await exchange.stuur(tweede)).bevindingen.map((b) => b.regel)).toEqual(['TR374']);
    await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '2' });
    const zelfde = jw315(van, { ref, code: '45A02', omvang: minuten(60) });
    expect((await exchange.stuur(zelfde)).bevindingen.map((b) => b.regel)).toEqual(['TR347']);
    await exchange.slaagt(jw315(van, { ref: vers('V'), code: '45A02', omvang: minuten(60) }));
  });
});

it('products of one JW315 are decided one by one (OP344)', async () => {
  const van = wie();
  const [een, twee, drie] = [vers('V'), vers('V'), vers('V')];
  await exchange.slaagt(
    jw315(
      van,
      { ref: een, code: '45A01', omvang: minuten(600) },
      { ref: twee, code: '45A02', omvang: minuten(60) },
      { ref: drie, code: '44A01', omvang: { volume: 2, eenheid: '16', frequentie: '2' } },
    ),
  );
  await exchange.besluit(PURMEREND, een, { besluit: 'toewijzen' });
  const { body } = await exchange.besluit(PURMEREND, twee, {
    besluit: 'toewijzen',
    toewijzing: { ingangsdatum: over(30) },
  });
  const producten = toegewezen(lees(body.antwoorden[0].xml, 'JW301'));
  expect(producten.map((p) => p.ReferentieAanbieder)).toEqual([twee, undefined]);
  expect(producten.map((p) => p.RedenWijziging)).toEqual([undefined, undefined]);
  expect(producten[0]?.Ingangsdatum).toBe(over(30));
  // 44A01 was refused at once: this verwijzer may not ask for it.
  expect(await exchange.werkbak(PURMEREND, drie)).toBeUndefined();
  const [nee] = await exchange.bezorgd(AANBIEDER, 'JW319', drie);
  expect(nee?.inhoud.Antwoord).toMatchObject({ RedenAfwijzingVerzoek: '4' });
});

describe('technically wrong', () => {
  it('XSD-invalid: an error report and no JW316', async () => {
    const xml = new TextDecoder().decode(
      writeBericht(jw315(wie(), { ref: vers('V'), code: '45A01', omvang: minuten(1) })),
    );
    const oordeel = await exchange.stuurBytes(AANBIEDER, xml.replaceAll('Eenheid>01<', 'Eenheid>99<'));
    expect([oordeel.status, oordeel.bevindingen[0]?.regel, oordeel.antwoorden]).toEqual(['geweigerd', 'XSD', []]);
  });

  it('inside the message: JW316 with 0001, and no request is open', async () => {
    const van = wie();
    const verkeerd = jw315(van, {
      ref: vers('V'),
      code: '45A01',
      begin: over(20),
      einde: over(10),
      omvang: minuten(1),
    });
    const { status, antwoorden } = await exchange.stuur(verkeerd);
    expect([status, antwoorden.map((a) => a.type)]).toEqual(['afgekeurd', ['JW316']]);
    expect(await exchange.xml(antwoorden[0]?.id ?? '', AANBIEDER)).toContain('0001');
    await exchange.slaagt(jw315(van, { ref: vers('V'), code: '45A01', omvang: minuten(600) }));
  });
});

it('assigns what the gemeente decides: the fixed budget, an amount of its own, another product', async () => {
  const omvang = async (toewijzing: object, volume = 6000) => {
    const { ref } = await vraagt(PURMEREND, volume);
    const { body } = await exchange.besluit(PURMEREND, ref, { besluit: 'toewijzen', toewijzing });
    const [t] = toegewezen(lees(body.antwoorden[0].xml, 'JW301'));
    return [waardeVan(t ?? {}, 'Product/Code'), waardeVan(t ?? {}, 'Omvang/Volume')];
  };
  expect(await omvang({ soort: 'standaard' })).toEqual(['45A01', '3333']);
  expect(await omvang({})).toEqual(['45A01', '6000']);
  expect(await omvang({ soort: 'maatwerk', bedrag: 750_000 })).toEqual(['45A01', '5000']);
  expect(await omvang({ code: '45A02', soort: 'standaard' })).toEqual(['45A02', '2117']);
  expect(await omvang({ volume: 1200 }, 600)).toEqual(['45A01', '1200']);
});
