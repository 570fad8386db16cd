import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bericht } from '../../src/xml/tree.ts';
import { AALSMEER, AANBIEDER, AMSTELVEEN, EIGEN, PURMEREND } from './afspraken.ts';
import { jw301, jw305, jw307, jw315, jw317, jw319, minuten, over, retour, vers } from './berichten.ts';
import { Exchange, toegewezen } from './exchange.ts';

/** Parties with a system of their own (`retour: eigen`): their answers are matched, relayed, and settle what waited. */

let exchange: Exchange;
beforeAll(async () => {
  exchange = await Exchange.open();
});
afterAll(() => exchange?.sluit());

let nummer = 60_000;

async function een(berichten: Promise<Bericht[]>): Promise<Bericht> {
  const [eerste, ...rest] = await berichten;
  if (eerste === undefined || rest.length > 0) throw new Error(`${rest.length + 1} messages, not one`);
  return eerste;
}

const regels = async (bericht: Bericht) => (await exchange.stuur(bericht)).bevindingen.map((b) => b.regel);
const voorlopig = async (gemeente: string, n: number | string) =>
  (await exchange.vraag('GET', `/api/v1/toewijzingen/${gemeente}/${n}`)).body.huidig?.voorlopig;

describe('an aanbieder with a system of its own', () => {
  const wie = (gemeente = AMSTELVEEN) => ({ gemeente, aanbieder: EIGEN, bsn: exchange.bsn() });

  it('accepts a JW301: relayed, no longer voorlopig, once', async () => {
    const van = wie();
    const n = ++nummer;
    const heen = jw301(van, { nummer: n, code: '45A01', einde: over(200), omvang: minuten(3333) });
    expect((await exchange.slaagt(heen)).antwoorden).toEqual([]);
    expect(await voorlopig(AMSTELVEEN, n)).toBe(true);
    const antwoord = retour(heen);
    await exchange.slaagt(antwoord);
    expect(await voorlopig(AMSTELVEEN, n)).toBe(false);
    expect(await exchange.bezorgd(AMSTELVEEN, 'JW302', van.bsn)).toEqual([]);
    const identificatie = JSON.stringify(antwoord.inhoud.Header).match(/"IdentificatieRetour":"(\w+)"/)?.[1] ?? '';
    expect(await exchange.bezorgd(AMSTELVEEN, 'JW302', identificatie)).toHaveLength(1);

    const nogEens = await exchange.stuur(retour(heen));
    expect([nogEens.status, nogEens.bevindingen[0]?.regel]).toEqual(['afgekeurd', 'POORT-RETOUR']);
    expect(nogEens.bevindingen[0]?.melding).toContain('al beantwoord');
  });

  it('refuses a JW301: nothing of it stands', async () => {
    const van = wie();
    const n = ++nummer;
    const heen = jw301(van, { nummer: n, code: '45A01', einde: over(200), omvang: minuten(3333) });
    await exchange.slaagt(heen);
    await exchange.slaagt(retour(heen, '0001'));
    expect(await voorlopig(AMSTELVEEN, n)).toBeUndefined();
  });

  it('refuses a composed JW301: the request is open again, in the werkbak and with a signal', async () => {
    const van = wie();
    const ref = vers('E');
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    const heen = await een(exchange.bezorgd(EIGEN, 'JW301', ref));
    const [t] = toegewezen(heen);
    await exchange.slaagt(retour(heen, '0001'));
    expect(await voorlopig(AMSTELVEEN, String(t?.ToewijzingNummer))).toBeUndefined();
    const item = await exchange.werkbak(AMSTELVEEN, ref);
    expect([item.redenen, item.termijn.soort]).toEqual([['toewijzing-geweigerd'], 'verzoek-om-toewijzing']);
    const { body } = await exchange.vraag('GET', '/api/v1/signalen', undefined, AMSTELVEEN);
    const meldingen = body.map((s: { melding: string }) => s.melding);
    expect(meldingen.filter((m: string) => m.includes(ref))).toHaveLength(1);
    expect(await regels(jw315(van, { ref: vers('E'), code: '45A02', omvang: minuten(60) }))).toEqual(['TR374']);
    // Decided anew, and this time accepted.
    expect((await exchange.besluit(AMSTELVEEN, ref, { besluit: 'toewijzen' })).status).toBe(200);
    const [, tweede] = await exchange.bezorgd(EIGEN, 'JW301', ref);
    if (tweede === undefined) throw new Error('no second JW301');
    await exchange.slaagt(retour(tweede));
    expect(await voorlopig(AMSTELVEEN, String(toegewezen(tweede)[0]?.ToewijzingNummer))).toBe(false);
  });

  it('refuses a JW319: the request is as it was', async () => {
    const van = wie(PURMEREND);
    const ref = vers('E');
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
    await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '2' });
    const heen = await een(exchange.bezorgd(EIGEN, 'JW319', ref));
    await exchange.slaagt(retour(heen, '0001'));
    expect(await exchange.werkbak(PURMEREND, ref)).toBeDefined();
    expect((await exchange.besluit(PURMEREND, ref, { besluit: 'afwijzen', reden: '2' })).status).toBe(200);
  });

  it('answers nothing, or what another was sent: refused with a sentence, and not delivered', async () => {
    const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
    const heen = jw301(van, { nummer: ++nummer, code: '45A01', einde: over(200), omvang: minuten(3333) });
    await exchange.slaagt(heen);
    const vanGateway = await exchange.stuur(retour(heen));
    expect(vanGateway.bevindingen.map((b) => b.regel)).toEqual(['POORT-RETOUR']);
    expect(vanGateway.bevindingen[0]?.melding).toContain('De gateway stelt de antwoorden van deze partij op');
    const nooit = jw301({ ...van, aanbieder: EIGEN }, { nummer: ++nummer, code: '45A01', omvang: minuten(1) });
    const zonder = await exchange.stuur(retour(nooit));
    expect(zonder.bevindingen[0]?.melding).toContain('geen bericht bekend');
    // Names a message of that gemeente, but it was for the other aanbieder.
    const header = heen.inhoud.Header as Record<string, string>;
    const vreemd = retour({ ...heen, inhoud: { ...heen.inhoud, Header: { ...header, Ontvanger: EIGEN } } });
    expect((await exchange.stuur(vreemd)).status).toBe('afgekeurd');
  });
});

describe('a gemeente with a system of its own', () => {
  const wie = () => ({ gemeente: AALSMEER, aanbieder: AANBIEDER, bsn: exchange.bsn() });

  it('decides on requests itself: JW316, then JW319 in onderzoek, then JW301', async () => {
    const van = wie();
    const ref = vers('G');
    const heen = jw315(van, { ref, code: '45A01', omvang: minuten(600) });
    expect((await exchange.slaagt(heen)).antwoorden).toEqual([]);
    expect(await exchange.werkbak(AALSMEER, ref)).toBeUndefined();
    await exchange.slaagt(retour(heen));
    await exchange.slaagt(jw319(van, ref, '2'));
    expect(await regels(jw319(van, ref, '2'))).toEqual(['TR360']);
    const n = ++nummer;
    await exchange.slaagt(jw301(van, { nummer: n, ref, code: '45A01', einde: over(200), omvang: minuten(600) }));
    expect(await regels(jw319(van, ref, '1', '2'))).toEqual(['TR359']);
    expect(await exchange.bezorgd(AANBIEDER, 'JW319', ref)).toHaveLength(1);
    expect(await exchange.bezorgd(AANBIEDER, 'JW301', ref)).toHaveLength(1);
    const ref2 = vers('G');
    const vow = jw317(van, {
      ref: ref2,
      anders: [{ nummer: n, begin: over(14), einde: over(250), omvang: minuten(900) }],
    });
    await exchange.slaagt(vow);
    await exchange.slaagt(retour(vow));
    await exchange.slaagt(jw319(van, ref2, '1', '8', AMSTELVEEN));
    expect(await regels(jw319(van, ref2, '1', '2'))).toEqual(['TR365']);
  });

  it('refuses a request: it never was, so that its reference may be used again', async () => {
    const van = wie();
    const ref = vers('G');
    const heen = jw315(van, { ref, code: '45A01', omvang: minuten(600) });
    await exchange.slaagt(heen);
    await exchange.slaagt(retour(heen, '0001'));
    expect(await regels(jw319(van, ref, '1', '2'))).toEqual(['TR355']);
    await exchange.slaagt(jw315(van, { ref, code: '45A01', omvang: minuten(600) }));
  });

  it('refuses a start and a removal: what was before stands again', async () => {
    const van = wie();
    const n = ++nummer;
    await exchange.slaagt(
      jw301(van, { nummer: n, code: '45A01', begin: over(-60), einde: over(100), omvang: minuten(60, '2') }),
    );
    const start = jw305(van, { nummer: n, begin: over(-30) });
    await exchange.slaagt(start);
    await exchange.slaagt(retour(start, '0001'));
    // As if never sent: the same start is new.
    const weer = jw305(van, { nummer: n, begin: over(-30) });
    await exchange.slaagt(weer);
    await exchange.slaagt(retour(weer));
    const weg = jw305(van, { nummer: n, begin: over(-30), status: '3' });
    await exchange.slaagt(weg);
    await exchange.slaagt(retour(weg, '0001'));
    expect(await regels(jw305(van, { nummer: n, begin: over(-20) }))).toEqual(['TR326']);
    await exchange.slaagt(jw307(van, { nummer: n, begin: over(-30), einde: over(-5), reden: '31' }));
  });
});
