import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../src/api/routes.ts';
import type { Route } from '../../src/api/vraag.ts';
import type { Uitgaand } from '../../src/store/deliveries/contract.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { AANBIEDER, AMSTELVEEN, EIGEN, PURMEREND } from '../flows/afspraken.ts';
import { jw301, jw315, jw319, minuten, over, vers } from '../flows/berichten.ts';
import { jw323, VORIGE_MAAND } from '../flows/declaraties.ts';
import { type Antwoord, Exchange } from '../flows/exchange.ts';
import { AT_BORDERS, DISGUISES, type Parts, partsOf } from '../judging/disguises.ts';

/** A whole gateway, attacked by parties that have a key of their own and write the Header of another. */

const NAAM = 'Zeldzaamnaam';
const STRAAT = 'Geheimstraat';

let toneel: Exchange;
beforeAll(async () => {
  toneel = await Exchange.open();
});
afterAll(() => toneel.sluit());

const tekst = (bericht: Bericht) => new TextDecoder().decode(writeChecked(bericht));

/** The same message, its Header as `van` would write it, disguised in every way with the Header of `als` beside it. */
function disguised(van: Bericht, als: Bericht): [string, Uint8Array][] {
  const parts: Parts = partsOf(tekst(van), tekst(als));
  // A border from each side, and not every filling: the pure walk has them all.
  const borders = AT_BORDERS.filter(([naam]) => /(blanks|a comment|two-byte characters|blanks in it)$/.test(naam));
  return [...DISGUISES, ...borders].map(([naam, disguise]) => {
    const made = disguise(parts);
    return [naam, typeof made === 'string' ? new TextEncoder().encode(made) : made];
  });
}

const send = (bytes: Uint8Array, als: string) =>
  toneel.vraag('POST', '/api/v1/berichten', bytes, als, { prefer: 'wait=30' });
const check = (bytes: Uint8Array, als: string) => toneel.vraag('POST', '/api/v1/controle', bytes, als);

/** Refused at the door, `geweigerd`, or judged; and whatever it is, nothing of the child in it. */
function outcome({ status, body }: Antwoord, naam: string): string {
  const alles = JSON.stringify(body);
  expect([naam, alles.includes(NAAM), alles.includes(STRAAT)]).toEqual([naam, false, false]);
  if (status !== 200) {
    expect([naam, status, body.code]).toEqual([naam, status, status === 403 ? 'andere-partij' : 'geen-ijw']);
    return body.code;
  }
  expect([naam, body.status]).not.toEqual([naam, 'vastgelopen']);
  if (body.status === 'geweigerd') {
    expect([naam, body.antwoorden]).toEqual([naam, []]);
    expect([0, 1]).toContain(body.bevindingen[0].niveau);
    return body.bevindingen[0].regel;
  }
  return 'judged';
}

/** What lies ready for a party: type, and the parties as the Header has them. */
async function outgoing(partij: string): Promise<string[]> {
  const { body } = await toneel.vraag('GET', '/api/v1/uitgaand?limit=500', undefined, partij);
  return body.berichten.map((een: Uitgaand) => `${een.type} ${een.afzender} ${een.ontvanger}`);
}

describe('in the name of another', () => {
  const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER };

  it('a dry run shows nothing of a child that another aanbieder helps', { timeout: 120_000 }, async () => {
    const bsn = toneel.bsn();
    const kind = tekst(jw301({ ...van, bsn }, { nummer: 51001, code: '45A01', einde: over(300), omvang: minuten(600) }))
      .replace(/(Achternaam>)[^<]*/, `$1${NAAM}`)
      .replace(/(Straatnaam>)[^<]*/, `$1${STRAAT}`);
    expect((await toneel.stuurBytes(AMSTELVEEN, kind)).status).toBe('goedgekeurd');
    const vraag = (aanbieder: string) =>
      jw315(
        { ...van, aanbieder, bsn },
        { ref: 'DOOR1', code: '45A02', omvang: { volume: 3, eenheid: '04', frequentie: '6' } },
      );
    // What there is to be seen: the answer to the aanbieder itself.
    const eigen = await check(writeChecked(vraag(AANBIEDER)), AANBIEDER);
    expect(JSON.stringify(eigen.body)).toContain(NAAM);

    const soorten = new Set<string>();
    for (const [naam, bytes] of disguised(vraag(AANBIEDER), vraag(EIGEN))) {
      const wat = outcome(await check(bytes, EIGEN), naam);
      soorten.add(wat);
      // The Header of its own is read where it stands openly in the place of the other, and then it is of its own.
      const open = /^(the other Header, openly|itself in a comment, another in its place)$/;
      expect([naam, wat === 'judged']).toEqual([naam, open.test(naam)]);
    }
    expect([...soorten]).toEqual(expect.arrayContaining(['andere-partij', 'POORT-COMMENTAAR', 'POORT-HEADER', 'XSD']));
  });

  it('an aanbieder gives itself no toewijzing, and is paid nothing on one', { timeout: 120_000 }, async () => {
    const bsn = toneel.bsn();
    const mijn = { gemeente: AMSTELVEEN, aanbieder: EIGEN, bsn };
    const toegewezen = { nummer: 51002, code: '45A01', begin: VORIGE_MAAND.Begindatum, omvang: minuten(60_000) };
    const voor = await outgoing(EIGEN);
    const heen = jw301(mijn, toegewezen);
    for (const [naam, bytes] of disguised(heen, { ...heen, ...jw301({ ...mijn, gemeente: PURMEREND }, toegewezen) })) {
      expect([naam, outcome(await send(bytes, EIGEN), naam)]).toEqual([
        naam,
        expect.stringMatching(/andere-partij|geen-ijw/),
      ]);
    }
    expect((await toneel.vraag('GET', `/api/v1/toewijzingen/${AMSTELVEEN}/51002`, undefined, EIGEN)).status).toBe(404);
    const regel = { ref: vers('R'), nummer: 51002, code: '45A01', volume: 60, tarief: 150 };
    expect((await toneel.stuur(jw323(mijn, regel))).status).not.toMatch(/goedgekeurd/);
    // Its answer to the declaratie, and nothing else.
    expect((await outgoing(EIGEN)).length - voor.length).toBe(1);
  });

  it('a gemeente refuses no request of another one', { timeout: 120_000 }, async () => {
    const mijn = { gemeente: PURMEREND, aanbieder: AANBIEDER, bsn: toneel.bsn() };
    const ref = vers('V');
    await toneel.slaagt(jw315(mijn, { ref, code: '45A01', omvang: minuten(600) }));
    const voor = await outgoing(AANBIEDER);
    const soorten = new Set<string>();
    for (const [naam, bytes] of disguised(jw319(mijn, ref, '1', '7'), jw319(van, ref, '1', '7'))) {
      const antwoord = await send(bytes, AMSTELVEEN);
      const wat = outcome(antwoord, naam);
      soorten.add(wat);
      // Read as a message of Amstelveen itself, it is refused by the rules: Amstelveen was asked nothing.
      if (wat === 'judged')
        expect([naam, antwoord.body.status, antwoord.body.afzender]).toEqual([naam, 'afgekeurd', AMSTELVEEN]);
      if (naam === '2 MB of comment') {
        // Bytes that come again are judged anew, and so is what is replayed.
        const weer = await send(bytes, AMSTELVEEN);
        expect([weer.body.id, weer.body.status]).toEqual([antwoord.body.id, 'geweigerd']);
        const replay = await toneel.vraag('POST', `/api/v1/berichten/${weer.body.id}/replay`);
        expect(replay.status).toBe(202);
        const na = await send(bytes, AMSTELVEEN);
        expect([na.body.id, na.body.status, na.body.antwoorden]).toEqual([weer.body.id, 'geweigerd', []]);
      }
    }
    expect([...soorten]).toEqual(
      expect.arrayContaining(['andere-partij', 'judged', 'POORT-COMMENTAAR', 'POORT-HEADER']),
    );
    expect(await toneel.werkbak(PURMEREND, ref)).toBeDefined();
    // What Amstelveen sent of its own was answered for the aanbieder, which gets a copy.
    const copy = `JW320 ${AANBIEDER} ${AMSTELVEEN}`;
    expect((await outgoing(AANBIEDER)).filter((een) => een !== copy)).toEqual(voor);
  });
});

/** Every call, with the keys of those whom it does not concern, about what one gemeente and one aanbieder share. */
describe('every call about another', () => {
  const van = { gemeente: PURMEREND, aanbieder: AANBIEDER };
  const NUMMER = 513_579;

  const STROOM = '/api/v1/gebeurtenissen';
  const BSN = '999993653';
  /** What only the two of them may read; each is somewhere in what they read themselves. */
  let geheim: readonly string[] = [];
  let ids: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const bsn = BSN;
    const begin = VORIGE_MAAND.Begindatum;
    const kind = tekst(
      jw301({ ...van, bsn }, { nummer: NUMMER, code: '45A01', begin, einde: over(100), omvang: minuten(3333) }),
    )
      .replace(/(Achternaam>)[^<]*/, `$1${NAAM}`)
      .replace(/(Straatnaam>)[^<]*/, `$1${STRAAT}`);
    const { id: berichten } = await toneel.stuurBytes(PURMEREND, kind);
    // Nine tenths of the signaalbudget, for which there is a signal.
    await toneel.slaagt(
      jw323({ ...van, bsn }, { ref: vers('R'), nummer: NUMMER, code: '45A01', volume: 3000, tarief: 150 }),
    );
    const [ref, beslist] = [vers('W'), vers('W')];
    for (const een of [ref, beslist])
      await toneel.slaagt(jw315({ ...van, bsn: toneel.bsn() }, { ref: een, code: '45A01', omvang: minuten(600) }));
    const { body } = await toneel.besluit(PURMEREND, beslist, { besluit: 'onderzoek' });
    const { id: werkbak } = await toneel.werkbak(PURMEREND, ref);
    const [signaal] = (await toneel.vraag('GET', '/api/v1/signalen', undefined, PURMEREND)).body;
    const { sleutels } = (await toneel.vraag('GET', '/api/v1/sleutels')).body;
    const { afleveringen } = (await toneel.vraag('GET', `/api/v1/berichten/${berichten}`)).body;
    const eigen = sleutels.find((een: { partij: string }) => een.partij === AANBIEDER);
    ids = {
      berichten,
      uitgaand: berichten,
      afleveringen: afleveringen[0].id,
      werkbak,
      opdrachten: body.opdracht,
      sleutels: eigen.id,
      signalen: signaal.id,
    };
    geheim = [bsn, NAAM, STRAAT, ref, beslist, berichten, werkbak, String(NUMMER)];
  });

  const adres = (pad: string) =>
    pad
      .replace(':gemeente', PURMEREND)
      .replace(':nummer', String(NUMMER))
      .replace(/:partij|:code/, AANBIEDER)
      .replace(':type', 'JW323')
      .replace(':regel', 'TR381')
      .replace(':id', ids[pad.split('/')[3] ?? ''] ?? 'geen');
  const VRAAG: Readonly<Record<string, string>> = {
    gemeente: PURMEREND,
    aanbieder: AANBIEDER,
    partij: PURMEREND,
    regio: 'ZAWA',
    product: '45A01',
    datum: '2026-01-02',
  };
  /** As much of it as the call takes: any other parameter is 400. */
  const vraagAan = ({ schema }: Route) =>
    new URLSearchParams(Object.entries(VRAAG).filter(([naam]) => schema.query?.properties[naam] !== undefined));
  const jsonBody = (naam: string): object | undefined =>
    naam === 'bevestigingen' ? { ids: [ids.berichten] } : JSON_BODY[naam];
  const JSON_BODY: Readonly<Record<string, object>> = {
    zoeken: { bsn: BSN },
    uitvoer: { bsn: BSN, reden: 'x' },
    verwijdering: { bsn: BSN, reden: 'x', proef: true },
    herhalingen: { filter: {}, proef: true },
    oorzaken: { stand: 'gemeld' },
    kanaal: { kanaal: 'ophalen' },
    signaalbudget: { bedrag: 100, reden: 'x' },
    aanspreekpunt: { aanbieder: EIGEN },
    signalen: { stand: 'aangevraagd' },
    werkbak: { besluit: 'afwijzen', reden: '7' },
    afspraken: {},
    sleutels: { naam: 'x', rol: 'beheerder' },
  };

  /** What a stream that has no end tells in a second. */
  async function stroom(pad: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
    const antwoord = await fetch(`${toneel.url}${pad}`, { headers, signal: AbortSignal.timeout(1_000) });
    let body = '';
    try {
      for await (const deel of antwoord.body ?? []) body += new TextDecoder().decode(deel as Uint8Array);
    } catch {
      // The second is over.
    }
    return { status: antwoord.status, body };
  }

  /** The calls as this token makes them: name, status and text. */
  async function calls(token: string | null, welke: (method: string) => boolean): Promise<[string, number, string][]> {
    const bericht = writeChecked(
      jw315({ ...van, bsn: toneel.bsn() }, { ref: vers('X'), code: '45A01', omvang: minuten(6) }),
    );
    const uit: [string, number, string][] = [];
    for (const route of API_ROUTES.filter((een) => welke(een.method))) {
      const { method, pad, body } = route;
      const naam =
        [...Object.keys(JSON_BODY), 'bevestigingen'].find((een) => pad.endsWith(een)) ?? pad.split('/')[3] ?? '';
      const inhoud = body === 'xml' || body === 'bericht' ? bericht : body === 'json' ? jsonBody(naam) : undefined;
      const headers = { authorization: token === null ? '' : `Bearer ${token}` };
      const url = adres(pad) + (method === 'GET' ? `?${vraagAan(route)}` : '');
      const antwoord =
        pad === STROOM ? await stroom(url, headers) : await toneel.vraag(method, url, inhoud, undefined, headers);
      uit.push([`${method} ${pad}`, antwoord.status, JSON.stringify(antwoord.body)]);
    }
    return uit;
  }

  const sleutel = async (gegevens: object): Promise<{ id: string; sleutel: string }> =>
    (await toneel.vraag('POST', '/api/v1/sleutels', { naam: 'wandeling', ...gegevens })).body;

  /** Takes ids, and says of those that are not one's own that it does not know them. */
  const BEVESTIGT = 'POST /api/v1/uitgaand/bevestigingen';
  /** Looks among what one may see, and finds nothing there. */
  const ZOEKT = [BEVESTIGT, 'POST /api/v1/zoeken', 'POST /api/v1/herhalingen'];

  /** Everybody may subscribe to what it sees itself; what is asked here is no subscription. */
  const OWN = 'POST /api/v1/abonnementen';

  const ANDEREN = [
    { rol: 'aanbieder', partij: EIGEN },
    { rol: 'gemeente', partij: AMSTELVEEN },
    { rol: 'operator', regios: ['AA'] },
  ];

  it.each(ANDEREN)('shows nothing and does nothing: $rol $partij $regios', async (gegevens) => {
    const { sleutel: token } = await sleutel(gegevens);
    for (const [naam, status, body] of await calls(token, () => true)) {
      if (naam === BEVESTIGT && status === 200)
        expect(JSON.parse(body)).toEqual({ bevestigd: 0, onbekend: [ids.berichten] });
      else for (const een of geheim) expect([naam, body.includes(een)]).toEqual([naam, false]);
      if (ZOEKT.includes(naam)) expect([naam, status]).toEqual([naam, expect.toBeOneOf([200, 202, 403])]);
      else if (naam === OWN) expect([naam, status]).toEqual([naam, 422]);
      else if (!naam.startsWith('GET')) expect([naam, status]).toEqual([naam, expect.toBeOneOf([403, 404])]);
      else expect([naam, status]).toEqual([naam, expect.toBeOneOf([200, 403, 404])]);
    }
  });

  it('is for nobody without a key, nor with one that has ended, of whoever it was', async () => {
    const eigen = [
      { rol: 'aanbieder', partij: AANBIEDER },
      { rol: 'gemeente', partij: PURMEREND },
    ];
    const eersten: (number | undefined)[] = [];
    for (const gegevens of [...eigen, { rol: 'operator', regios: ['ZAWA'] }, { rol: 'beheerder' }]) {
      const { id, sleutel: token } = await sleutel(gegevens);
      // Used once, so that the gateway knows it.
      expect((await calls(token, (method) => method === 'GET')).some(([, status]) => status === 200)).toBe(true);
      expect((await toneel.vraag('DELETE', `/api/v1/sleutels/${id}`)).status).toBe(204);
      // After a hundred wrong keys in a minute the brake on guessing answers for the others.
      const geweigerd = await calls(token, () => true);
      for (const [naam, status] of geweigerd) expect([naam, [401, 429].includes(status)]).toEqual([naam, true]);
      eersten.push(geweigerd[0]?.[1]);
    }
    expect(eersten[0]).toBe(401);
    for (const [naam, status] of await calls(null, () => true)) expect([naam, status]).toEqual([naam, 401]);
  });

  it('shows it all to those whom it concerns, and nothing of it was changed', async () => {
    const [aanbieder, gemeente, operator] = await Promise.all([
      sleutel({ rol: 'aanbieder', partij: AANBIEDER }),
      sleutel({ rol: 'gemeente', partij: PURMEREND }),
      sleutel({ rol: 'operator', regios: ['ZAWA'] }),
    ]);
    const gelezen = await Promise.all(
      [aanbieder, gemeente, operator].map((een) => calls(een.sleutel, (m) => m === 'GET')),
    );
    const alles = gelezen
      .flat()
      .map(([, , body]) => body)
      .join('');
    for (const een of geheim) expect([een, alles.includes(een)]).toEqual([een, true]);
    const item = (await toneel.vraag('GET', `/api/v1/werkbak/${ids.werkbak}`, undefined, PURMEREND)).body;
    expect([item.open, item.verzoek.stand]).toEqual([true, 'open']);
    const toewijzing = `/api/v1/toewijzingen/${PURMEREND}/${NUMMER}`;
    expect((await toneel.vraag('GET', toewijzing, undefined, PURMEREND)).body.signaalbudget?.soort).not.toBe(
      'maatwerk',
    );
    const punt = await toneel.vraag('GET', `${toewijzing}/aanspreekpunt`, undefined, PURMEREND);
    expect(punt.body).toEqual({ aanspreekpunt: null });
    const bezorgd = (await toneel.vraag('GET', '/api/v1/uitgaand?limit=500', undefined, AANBIEDER)).body.berichten;
    expect(bezorgd.map((een: Uitgaand) => een.id)).toContain(ids.berichten);
  });
});

describe('afterwards', () => {
  it('an honest message with a long comment was judged, or refused with a sentence', async () => {
    const mijn = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: toneel.bsn() };
    const metCommentaar = (tekens: number) =>
      tekst(jw315(mijn, { ref: vers('C'), code: '45A01', omvang: minuten(600) })).replace(/<\w+:Header>/, (header) => {
        return `<!--${' '.repeat(tekens)}-->${header}`;
      });
    expect((await toneel.stuurBytes(AANBIEDER, metCommentaar(60_000))).status).toBe('goedgekeurd');
    const geweigerd = await toneel.stuurBytes(AANBIEDER, metCommentaar(200_000));
    expect([geweigerd.status, geweigerd.bevindingen.map((b) => b.regel)]).toEqual(['geweigerd', ['POORT-COMMENTAAR']]);
    expect(geweigerd.bevindingen[0]?.melding).toMatch(/verwijder ze/);
  });

  it('nothing is stuck, and the log tells who hid a header and nothing of a child', async () => {
    expect((await toneel.vraag('GET', '/api/v1/berichten?status=vastgelopen')).body.berichten).toEqual([]);
    const regels = toneel.log.split('\n').filter((regel) => regel.includes('hides or disguises its header'));
    const wie = new Set(regels.map((regel) => JSON.parse(regel)).map(({ partij, level }) => `${level} ${partij}`));
    expect([...wie].sort()).toEqual([`warn ${AMSTELVEEN}`, `warn ${AANBIEDER}`, `warn ${EIGEN}`].sort());
    for (const regel of regels) expect(regel).not.toMatch(/\b\d{9}\b/);
    for (const geheim of [NAAM, STRAAT]) expect(toneel.log).not.toContain(geheim);
  });
});
