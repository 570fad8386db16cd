import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import * as soap from 'soap';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KOPPELVLAK_WSDL } from '../../src/standard/koppelvlak.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';
import type { Envelop, GelezenEnvelop } from '../../src/xml/stuf/envelope.ts';
import { leesFault } from '../../src/xml/stuf/read-envelope.ts';
import { schrijfAntwoord, schrijfEnvelop } from '../../src/xml/stuf/write-envelope.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { Issuer } from '../servers/certificates.ts';
import { fo03, type Seen, StufPartner } from '../servers/stuf-partner.ts';
import { antwoord, envelop, gelezen } from '../xml/stuf/make.ts';
import { AANBIEDER, AMSTELVEEN, EIGEN, PURMEREND } from './afspraken.ts';
import { jw301, jw315, minuten, over, vers } from './berichten.ts';
import { Exchange } from './exchange.ts';

/** A whole gateway, with systems that speak StUF-GGk 0210 at both sides. */

const uitgever = new Issuer();
const lees = (bestand: string) => readFileSync(bestand, 'utf8');

const PAD = '/stuf/ggk0210/OntvangAsynchroon';

let exchange: Exchange;
let partner: StufPartner;
beforeAll(async () => {
  exchange = await Exchange.open(undefined, { WEBHOOK_PRIVE: 'ja', NODE_EXTRA_CA_CERTS: uitgever.ca });
  partner = await StufPartner.start();
});
afterAll(async () => {
  await exchange?.sluit();
  await partner?.stop();
  uitgever.remove();
});
beforeEach(() => {
  partner.seen.length = 0;
});

const kanaal = async (partij: string, instelling: object) => {
  const { status, body } = await exchange.vraag('PUT', `/api/v1/partijen/${partij}/kanaal`, instelling);
  expect([status, body]).toEqual([200, expect.anything()]);
};
const bytesVan = (bericht: Bericht) => Buffer.from(writeChecked(bericht));
const nieuw = (gemeente = AMSTELVEEN) => {
  const van = { gemeente, aanbieder: AANBIEDER, bsn: exchange.bsn() };
  return bytesVan(jw315(van, { ref: vers('S'), code: '45A01', omvang: minuten(600) }));
};
/** Of the aanbieder, with a request for the gemeente. */
const di01 = (anders: Partial<Envelop> = {}): Envelop =>
  envelop({
    zender: { organisatie: AANBIEDER, applicatie: 'Zorgsysteem' },
    ontvanger: { organisatie: AMSTELVEEN, applicatie: 'GGk' },
    referentienummer: randomUUID(),
    functie: 'JW315',
    ...anders,
  });

async function stuur(bytes: Uint8Array | string, als = AANBIEDER, naam = als) {
  const sleutel = await exchange.sleutel(als);
  const antwoord = await fetch(exchange.url + PAD, {
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      authorization: `Basic ${Buffer.from(`${naam}:${sleutel}`).toString('base64')}`,
    },
    body: Buffer.from(bytes),
  });
  const inhoud = new Uint8Array(await antwoord.arrayBuffer());
  return { status: antwoord.status, type: antwoord.headers.get('content-type'), inhoud };
}

/** What is said of the envelope: `Bv03`, or a code with its status. */
async function uitkomst(bytes: Uint8Array | string, als = AANBIEDER): Promise<string> {
  const { status, inhoud } = await stuur(bytes, als);
  const fout = leesFault(inhoud)?.fout;
  if (fout != null) return `${status} ${fout.code} ${fout.plek}`;
  const uit = gelezen(inhoud);
  return uit.kind === 'antwoord' ? uit.antwoord.soort : `${status} ${uit.kind}`;
}

const kop = (read: GelezenEnvelop) => (read.kind === 'envelop' ? read.envelop : undefined);
const fo01 = (ref: string) => (seen: Seen) =>
  seen.read.kind === 'antwoord' && seen.read.antwoord.soort === 'Fo01' && seen.read.antwoord.crossRefnummer === ref;
const berichtMet = async (ref: string, als = AANBIEDER) => {
  const { body } = await exchange.vraag('GET', '/api/v1/berichten?limit=500', undefined, als);
  return body.berichten.filter((een: { transportId: string | null }) => een.transportId === ref);
};
async function tot<T>(lees: () => Promise<T>, klaar: (waarde: T) => boolean): Promise<T> {
  for (const eind = Date.now() + 20_000; ; await sleep(50)) {
    const waarde = await lees();
    if (klaar(waarde) || Date.now() > eind) return waarde;
  }
}
const aflevering = async (id: string, partij: string, status: string) => {
  const lees = async () => {
    const { body } = await exchange.vraag('GET', `/api/v1/berichten/${id}`);
    return body.afleveringen.find((een: { partij: string }) => een.partij === partij);
  };
  const gevonden = await tot(lees, (een) => een?.status === status);
  expect(gevonden).toMatchObject({ status });
  return gevonden;
};

describe('an envelope that comes in', () => {
  it('is answered Bv03 about its number, and its message is stored with that number', async () => {
    const een = di01();
    const { status, type, inhoud } = await stuur(schrijfEnvelop(een, nieuw()));
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(gelezen(inhoud)).toMatchObject({
      antwoord: {
        soort: 'Bv03',
        crossRefnummer: een.referentienummer,
        zender: { organisatie: AMSTELVEEN },
        ontvanger: { organisatie: AANBIEDER, applicatie: 'Zorgsysteem' },
      },
    });
    expect(await berichtMet(een.referentienummer)).toMatchObject([{ type: 'JW315', via: 'stuf' }]);
  });

  it('is found by its number, also where this ends in nine digits that could be a BSN', async () => {
    // One in seven hundred random numbers does.
    const een = di01({ referentienummer: `${randomUUID().slice(0, -12)}abc999900006` });
    expect(await uitkomst(schrijfEnvelop(een, nieuw()))).toBe('Bv03');
    expect(await berichtMet(een.referentienummer)).toHaveLength(1);
    const { inhoud } = await stuur(schrijfEnvelop({ ...een, functie: 'WMO399' }, nieuw()));
    expect(leesFault(inhoud)?.crossRefnummer).toBe(een.referentienummer);
  });

  it('has one effect, however often it comes', async () => {
    const een = di01();
    const bytes = nieuw();
    expect(await Promise.all([1, 2, 3].map(() => uitkomst(schrijfEnvelop(een, bytes))))).toEqual([
      'Bv03',
      'Bv03',
      'Bv03',
    ]);
    expect(await uitkomst(schrijfEnvelop({ ...een, tijdstipBericht: '20260101000000' }, bytes))).toBe('Bv03');
    expect(await berichtMet(een.referentienummer)).toHaveLength(1);
    // The number is used, for good; of another party it is another number.
    expect(await uitkomst(schrijfEnvelop(een, nieuw()))).toBe('500 IB016 client');
    expect(await berichtMet(een.referentienummer)).toHaveLength(1);
  });

  it('is refused at once by the code of the list', async () => {
    const goed = schrijfEnvelop(di01(), nieuw()).toString();
    const gevallen: readonly (readonly [string, string | Uint8Array])[] = [
      ['IB001', 'niets'],
      ['IB001', goed.replace(/<StUF:functie>[^<]*<\/StUF:functie>/, '')],
      ['IB001', goed.replace(/(referentienummer>)[^<]+/, '$19c0f7b90-5c69-11e5-a837-0800200c9a66')],
      ['IB001', goed.replace(/(xmlBestand>)[^<]{9}/, '$1')],
      ['IB002', schrijfEnvelop(di01({ zender: { organisatie: EIGEN, applicatie: 'Zorgsysteem' } }), nieuw())],
      ['IB002', schrijfEnvelop(di01({ zender: { organisatie: 'IB', applicatie: 'GGk' } }), nieuw())],
      ['IB004', schrijfEnvelop(di01({ functie: 'WMO399' }), nieuw())],
      ['IB004', schrijfEnvelop(di01({ functie: 'JW399' }), nieuw())],
      ['IB017', schrijfEnvelop(di01({ functieSubversie: '0001' }), nieuw())],
      ['IB017', schrijfEnvelop(di01({ functieVersie: '0002', functieSubversie: '0003', functie: 'JW317' }), nieuw())],
    ];
    const gegeven = [];
    for (const [, bytes] of gevallen) gegeven.push(await uitkomst(bytes));
    expect(gegeven).toEqual(gevallen.map(([code]) => `500 ${code} client`));
  });

  it('may be 25 MB and no more; 24 MB of payload is stored as it was', { timeout: 120_000 }, async () => {
    // Blanks behind the root: as large as may be, and as quick to judge as without them.
    const groot = Buffer.concat([nieuw().subarray(0, -1), Buffer.alloc(18 * 1024 * 1024, ' ')]);
    const een = di01();
    const bytes = schrijfEnvelop(een, groot);
    expect(bytes.length).toBeGreaterThan(24_000_000);
    expect(await uitkomst(bytes)).toBe('Bv03');
    const [bericht] = await berichtMet(een.referentienummer);
    const xml = await exchange.xml(bericht.id, AANBIEDER);
    expect(Buffer.from(xml).equals(groot)).toBe(true);
    const teGroot = di01();
    const { status, inhoud } = await stuur(schrijfEnvelop(teGroot, Buffer.alloc(20 * 1024 * 1024)));
    expect([status, leesFault(inhoud)]).toMatchObject([
      500,
      { crossRefnummer: teGroot.referentienummer, ontvanger: { organisatie: AANBIEDER }, fout: { code: 'IB003' } },
    ]);
  });

  it('comes from who has the key of that party, and from nobody else', async () => {
    const bytes = schrijfEnvelop(di01(), nieuw());
    expect((await stuur(bytes, AANBIEDER, AMSTELVEEN)).status).toBe(401);
    expect((await stuur(bytes, EIGEN, AANBIEDER)).status).toBe(401);
    expect(await uitkomst(bytes, EIGEN)).toBe('500 IB002 client');
    const zonder = await fetch(exchange.url + PAD, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: 'x',
    });
    expect([zonder.status, zonder.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="ijw-gateway"']);
    expect((await fetch(`${exchange.url}${PAD}`)).status).toBe(404);
    expect((await fetch(`${exchange.url}/stuf/ggk0210/schemas/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});

describe('an envelope that says other than its payload', () => {
  beforeAll(() => kanaal(AANBIEDER, { kanaal: 'stuf', endpoint: partner.url }));
  afterAll(() => kanaal(AANBIEDER, { kanaal: 'ophalen' }));

  const anders: readonly (readonly [string, () => [Envelop, Uint8Array], RegExp])[] = [
    ['the functie', () => [di01({ functie: 'JW317' }), nieuw()], /JW317.*JW315/],
    [
      'the ontvanger',
      () => [di01({ ontvanger: { organisatie: PURMEREND, applicatie: 'GGk' } }), nieuw()],
      /0439.*0362/,
    ],
    ['the version', () => [di01({ functieVersie: '0002', functieSubversie: '0003' }), nieuw()], /iJW 2\.3.*iJW 3\.2/],
    ['no iJW namespace', () => [di01(), Buffer.from('<x/>')], /naamruimte/],
    ['no XML', () => [di01(), Buffer.from('niets')], /.+/],
    [
      'a payload that its schema does not accept',
      () => [
        di01(),
        Buffer.from(
          nieuw()
            .toString()
            .replace(/<jw315:Geslacht>.<\/jw315:Geslacht>/, ''),
        ),
      ],
      /niveau 1 \(XSD/,
    ],
  ];

  it.each(anders)('%s: Bv03, and a Fo01 StUF055 to its sender', async (_naam, maak, zin) => {
    const [een, payload] = maak();
    expect(await uitkomst(schrijfEnvelop(een, payload))).toBe('Bv03');
    const { read, headers } = await partner.waitFor(fo01(een.referentienummer));
    expect(headers.soapaction).toBe('"http://www.egem.nl/StUF/StUF0301/Fo01"');
    expect(read).toMatchObject({
      antwoord: {
        zender: { organisatie: een.ontvanger.organisatie },
        ontvanger: { organisatie: AANBIEDER },
        fout: { code: 'StUF055', plek: 'client', omschrijving: expect.stringMatching(zin) },
      },
    });
    // The same again is no new matter.
    expect(await uitkomst(schrijfEnvelop(een, payload))).toBe('Bv03');
  });

  it('of another sender than the envelope', async () => {
    const een = di01({ zender: { organisatie: AMSTELVEEN, applicatie: 'Suite' }, functie: 'JW315' });
    expect(await uitkomst(schrijfEnvelop(een, nieuw()), AMSTELVEEN)).toBe('Bv03');
    expect(await berichtMet(een.referentienummer, AMSTELVEEN)).toEqual([]);
  });
});

describe('what goes out', () => {
  beforeAll(async () => {
    await kanaal(AANBIEDER, { kanaal: 'stuf', endpoint: partner.url });
    await kanaal(AMSTELVEEN, { kanaal: 'stuf', endpoint: partner.url });
  });
  afterAll(async () => {
    partner.answer = (seen) => ({ status: 200, body: bv(seen) });
    await kanaal(AANBIEDER, { kanaal: 'ophalen', leegIsGoed: false });
    await kanaal(AMSTELVEEN, { kanaal: 'ophalen' });
  });
  const bv = (seen: Seen) => schrijfAntwoord(antwoord({ crossRefnummer: kop(seen.read)?.referentienummer ?? '' }));
  const voor = (partij: string, functie: string) => (seen: Seen) =>
    kop(seen.read)?.functie === functie && kop(seen.read)?.ontvanger.organisatie === partij;

  it('goes as Di01, and what answers as Du01 about the number that its receiver knows', async () => {
    const een = di01();
    expect(await uitkomst(schrijfEnvelop(een, nieuw()))).toBe('Bv03');
    const [jw316, jw301bij, kopie, verzoek] = await Promise.all([
      partner.waitFor(voor(AANBIEDER, 'JW316')),
      partner.waitFor(voor(AANBIEDER, 'JW301')),
      partner.waitFor(voor(AMSTELVEEN, 'JW316')),
      partner.waitFor(voor(AMSTELVEEN, 'JW315')),
    ]);
    expect(jw316.headers).toMatchObject({
      soapaction: '"http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Du01"',
      'content-type': 'text/xml; charset=utf-8',
    });
    expect(jw316.headers.authorization).toBeUndefined();
    expect(kop(jw316.read)).toMatchObject({
      soort: 'Du01',
      zender: { organisatie: AMSTELVEEN },
      crossRefnummer: een.referentienummer,
      functieVersie: '0003',
      functieSubversie: '0002',
    });
    expect(kop(jw301bij.read)).toMatchObject({
      soort: 'Di01',
      zender: { organisatie: AMSTELVEEN },
      crossRefnummer: null,
    });
    expect(kop(verzoek.read)).toMatchObject({ soort: 'Di01', zender: { organisatie: AANBIEDER } });
    // The copy of what was composed in its name: to itself, about the number under which it got the request.
    expect(kop(kopie.read)).toMatchObject({
      soort: 'Du01',
      zender: { organisatie: AMSTELVEEN },
      crossRefnummer: kop(verzoek.read)?.referentienummer,
    });
    const [bericht] = await berichtMet(een.referentienummer);
    await aflevering(bericht.id, AMSTELVEEN, 'bevestigd');
    const stukken = jw316.read.kind === 'envelop' ? Buffer.from(jw316.read.payload).toString() : '';
    expect(stukken).toContain('<jw316:Bericht');
  });

  it('is tried again under the same number until it is confirmed', async () => {
    const antwoorden: (() => { status: number; body: string; headers?: Record<string, string> })[] = [
      () => ({ status: 503, body: '<html/>' }),
      () => ({ status: 307, body: '', headers: { location: partner.url } }),
    ];
    partner.answer = (seen) =>
      (voor(AANBIEDER, 'JW301')(seen) ? antwoorden.shift()?.() : undefined) ?? { status: 200, body: bv(seen) };
    const { id } = await toegewezenAan();
    await aflevering(id, AANBIEDER, 'bevestigd');
    const nummers = partner.seen.filter(voor(AANBIEDER, 'JW301')).map(({ read }) => kop(read)?.referentienummer);
    expect(nummers).toHaveLength(3);
    expect(new Set(nummers).size).toBe(1);
  });

  it('is done by an empty answer where the party is set so', async () => {
    await kanaal(AANBIEDER, { leegIsGoed: true });
    partner.answer = () => ({ status: 202, body: '' });
    await aflevering((await toegewezenAan()).id, AANBIEDER, 'bevestigd');
    await kanaal(AANBIEDER, { leegIsGoed: false });
  });

  it('fails by a Fo03, with its code and a signal, and can be fetched', async () => {
    partner.answer = (seen) => (voor(AANBIEDER, 'JW301')(seen) ? fo03(seen) : { status: 200, body: bv(seen) });
    const { id } = await toegewezenAan();
    expect(await aflevering(id, AANBIEDER, 'mislukt')).toMatchObject({ fout: 'IB001', kanaal: 'stuf', pogingen: 1 });
    expect(await signalen(id)).toContain('IB001');
    const { body } = await exchange.vraag('GET', '/api/v1/uitgaand?type=JW301&limit=500', undefined, AANBIEDER);
    expect(body.berichten.map((een: { id: string }) => een.id)).toContain(id);
  });

  it('fails by a Fo01 that comes later, with its code and a signal', async () => {
    partner.answer = (seen) => ({ status: 200, body: bv(seen) });
    const { id } = await toegewezenAan();
    await aflevering(id, AANBIEDER, 'bevestigd');
    const nummer =
      kop(partner.seen.filter(voor(AANBIEDER, 'JW301')).at(-1)?.read ?? ({ kind: 'onjuist' } as never))
        ?.referentienummer ?? '';
    const fout = { code: 'StUF055', plek: 'client', omschrijving: 'Niet volgens het XSD' } as const;
    const bericht = (organisatie: string, cross = nummer) =>
      schrijfAntwoord(
        antwoord({ soort: 'Fo01', zender: { organisatie, applicatie: 'ZIS' }, crossRefnummer: cross, fout }),
      );
    expect(await uitkomst(bericht(EIGEN))).toBe('500 IB002 client');
    expect(await uitkomst(bericht(AANBIEDER, randomUUID()))).toBe('Bv03');
    // Another party cannot refuse what was not its own.
    expect(await uitkomst(bericht(AMSTELVEEN), AMSTELVEEN)).toBe('Bv03');
    await aflevering(id, AANBIEDER, 'bevestigd');
    expect(await uitkomst(bericht(AANBIEDER))).toBe('Bv03');
    expect(await aflevering(id, AANBIEDER, 'mislukt')).toMatchObject({ fout: 'StUF055' });
    expect(await signalen(id)).toContain('StUF055');
    expect(await uitkomst(bericht(AANBIEDER))).toBe('Bv03');
  });

  it('shows the certificate that was set for a party, and does not send where none is taken', async () => {
    const gezien: string[] = [];
    const eigen = uitgever.issue('/CN=localhost', { names: 'DNS:localhost,IP:127.0.0.1' });
    const partij = uitgever.issue(`/CN=${AANBIEDER}`);
    const tls = { key: lees(eigen.key), cert: lees(eigen.cert), ca: lees(uitgever.ca) };
    const server = createTlsServer({ ...tls, requestCert: true }, async (request, response) => {
      gezien.push(String((request.socket as TLSSocket).getPeerCertificate().subject?.CN));
      request.resume().on('end', () => response.end(schrijfAntwoord(antwoord())));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await kanaal(AANBIEDER, { endpoint, certificaat: lees(partij.cert), sleutel: lees(partij.key) });
    const { id } = await toegewezenAan();
    await aflevering(id, AANBIEDER, 'bevestigd');
    expect([...new Set(gezien)]).toEqual(['42420001']);
    await kanaal(AANBIEDER, { endpoint: partner.url, certificaat: null, sleutel: null });
    server.closeAllConnections();
    server.close();
  });

  let nummer = 71_000;
  /** A JW301 of the gemeente, by HTTP. */
  const toegewezenAan = () => {
    const van = { gemeente: AMSTELVEEN, aanbieder: AANBIEDER, bsn: exchange.bsn() };
    return exchange.slaagt(jw301(van, { nummer: ++nummer, code: '45A01', einde: over(300), omvang: minuten(600) }));
  };
  const signalen = async (_id: string) => {
    const { body } = await exchange.vraag('GET', '/api/v1/signalen', undefined, AANBIEDER);
    return JSON.stringify(body.filter((een: { soort: string }) => een.soort === 'aflevering'));
  };
});

describe('the npm package soap', () => {
  let server: Server;
  const gekregen: { actie: string; args: Record<string, unknown> }[] = [];
  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const neem = (actie: string) => (args: { stuurgegevens: Record<string, string> }) => {
      gekregen.push({ actie, args });
      const { zender, ontvanger, referentienummer } = args.stuurgegevens;
      return {
        'StUF:stuurgegevens': {
          'StUF:berichtcode': 'Bv03',
          'StUF:zender': { 'StUF:organisatie': AANBIEDER, 'StUF:applicatie': 'soap' },
          'StUF:ontvanger': { 'StUF:organisatie': AMSTELVEEN, 'StUF:applicatie': String(Boolean(zender ?? ontvanger)) },
          'StUF:referentienummer': randomUUID(),
          'StUF:tijdstipBericht': '20260304130000',
          'StUF:crossRefnummer': referentienummer,
        },
      };
    };
    const poort = { ggk_Di01: neem('Di01'), ggk_Du01: neem('Du01'), Fo01: neem('Fo01') };
    const bestand = `${PACKAGE_ROOT}/schemas/ggk-0210/${KOPPELVLAK_WSDL}`;
    await new Promise<void>((klaar) => {
      soap.listen(server, {
        path: '/ontvang',
        services: { StUFOntvangAsynchroonGGK0210Service: { OntvangAsynchroon: poort } },
        xml: readFileSync(bestand, 'utf8'),
        uri: bestand,
        callback: () => klaar(),
      });
    });
    const { port } = server.address() as AddressInfo;
    await kanaal(AANBIEDER, { kanaal: 'stuf', endpoint: `http://127.0.0.1:${port}/ontvang` });
  });
  afterAll(async () => {
    await kanaal(AANBIEDER, { kanaal: 'ophalen' });
    server.closeAllConnections();
    server.close();
  });

  it('makes a client from our WSDL that talks to us, and a server that we talk to', async () => {
    const client = await soap.createClientAsync(`${exchange.url}${PAD}?wsdl`);
    client.setSecurity(new soap.BasicAuthSecurity(AANBIEDER, await exchange.sleutel(AANBIEDER)));
    const referentienummer = randomUUID();
    const stuur = (functie: string) => ({
      stuurgegevens: {
        berichtcode: 'Di01',
        zender: { organisatie: AANBIEDER, applicatie: 'soap 1.13' },
        ontvanger: { organisatie: AMSTELVEEN, applicatie: 'GGk' },
        referentienummer,
        tijdstipBericht: '20260304130000',
        functie,
      },
      parameters: {
        applicatieVersie: '0001',
        applicatieSubversie: '0013',
        functieVersie: '0003',
        functieSubversie: '0002',
        bericht: { xmlBestand: nieuw().toString('base64') },
      },
    });
    const [bv] = await client.ggk_Di01Async(stuur('JW315'));
    expect(bv.stuurgegevens).toMatchObject({ berichtcode: 'Bv03', crossRefnummer: referentienummer });
    const gevonden = await tot(
      async () => gekregen.map(({ actie, args }) => [actie, args]),
      (alle) => alle.length >= 2,
    );
    expect(gevonden).toMatchObject([
      ['Du01', { stuurgegevens: { functie: 'JW316', crossRefnummer: referentienummer } }],
      ['Di01', { stuurgegevens: { functie: 'JW301', zender: { organisatie: AMSTELVEEN } } }],
    ]);
    const [bericht] = await berichtMet(referentienummer);
    const { body } = await exchange.vraag('GET', `/api/v1/berichten/${bericht.id}`);
    for (const { id } of body.antwoorden) await aflevering(id, AANBIEDER, 'bevestigd');
    const geweigerd = await client.ggk_Di01Async(stuur('WMO399')).catch((fout: unknown) => fout);
    expect(JSON.stringify((geweigerd as { root: unknown }).root)).toContain('IB004');
  });
});
