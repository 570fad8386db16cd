import { beforeEach, describe, expect, it } from 'vitest';
import { watIsHet } from '../../src/xml/gate/what-is-it.ts';
import { bericht } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

const PAD = '/api/v1/berichten';
const ID = bericht().id;

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak();
});

describe('POST /berichten', () => {
  it('answers 202 with id and status, and hands over the exact bytes', async () => {
    const bytes = Buffer.from([0x3c, 0xff, 0x00, 0x3e]);
    const antwoord = await o.xml('aanbieder', PAD, {}, bytes);
    expect([antwoord.statusCode, antwoord.json()]).toEqual([202, { id: ID, status: 'ontvangen' }]);
    expect(antwoord.headers.location).toBe(`${PAD}/${ID}`);
    expect(Buffer.from(o.gateway.ontvangen[0]?.[1] ?? [])).toEqual(bytes);
    expect(o.gateway.ontvangen[0]?.[0]).toMatchObject({ kind: 'party', parties: ['42420001'], via: 'http' });
    expect(o.gateway.ontvangen[0]?.[2]).toEqual({ via: 'http', transportId: null });
    expect(o.gateway.wachtte).toEqual([]);
  });

  it('waits when that is preferred, and gives the message', async () => {
    o.gateway.berichten.set(ID, bericht());
    const antwoord = await o.xml('aanbieder', PAD, { prefer: 'respond-async, wait=30' });
    expect(antwoord.statusCode).toBe(200);
    expect(antwoord.headers['preference-applied']).toBe('wait=30');
    expect(o.gateway.wachtte).toEqual([30_000]);
    expect(Object.keys(antwoord.json())).toEqual(
      'id type release afzender ontvanger identificatie regio status ontvangenOp beoordeeldOp afsprakenVersie bevindingen antwoorden afleveringen inAntwoordOp via transportId'.split(
        ' ',
      ),
    );
  });

  it('answers 202 after the time when there is no verdict yet', async () => {
    const antwoord = await o.xml('aanbieder', PAD, { prefer: 'wait=1' });
    expect([antwoord.statusCode, antwoord.json()]).toEqual([202, { id: ID, status: 'ontvangen' }]);
    expect(antwoord.headers['preference-applied']).toBe('wait=1');
  });

  it('gives the first verdict on the same bytes, and says that it did', async () => {
    o.gateway.berichten.set(ID, bericht());
    o.gateway.receipt = { kind: 'duplicate', id: ID, status: 'goedgekeurd' };
    const klaar = await o.xml('aanbieder', PAD);
    expect([klaar.statusCode, klaar.json().status, klaar.headers['idempotent-replay']]).toEqual([
      200,
      'goedgekeurd',
      'true',
    ]);
    o.gateway.receipt = { kind: 'duplicate', id: ID, status: 'ontvangen' };
    const wacht = await o.xml('aanbieder', PAD);
    expect([wacht.statusCode, wacht.headers['idempotent-replay']]).toEqual([202, 'true']);
    o.gateway.receipt = { kind: 'again', id: ID, status: 'ontvangen' };
    expect((await o.xml('aanbieder', PAD)).headers['idempotent-replay']).toBeUndefined();
  });

  it('refuses what another party sends, and what is no iJW', async () => {
    o.gateway.receipt = { kind: 'forbidden', zender: '42420009' };
    for (const pad of [PAD, '/api/v1/controle']) {
      const ander = (await o.xml('aanbieder', pad)).json();
      expect(ander).toMatchObject({ status: 403, code: 'andere-partij', afzender: '42420009', partij: '42420001' });
      expect(ander.detail).toMatch(/van 42420009; uw sleutel is van 42420001/);
    }
    const [op, tot] = [new Date('2026-12-31T17:00:00.500Z'), new Date('2027-01-04T07:00:00Z')];
    o.gateway.receipt = { kind: 'frozen', release: '3.2', op, tot };
    for (const pad of [PAD, '/api/v1/controle']) {
      const antwoord = await o.xml('aanbieder', pad);
      expect(antwoord.headers['retry-after']).toBe(String(86 * 3600));
      expect(antwoord.json()).toMatchObject({ status: 503, code: 'bevroren', tot: '2027-01-04T07:00:00.000Z' });
      expect(antwoord.json().detail).toContain('tot 4 januari 2027 08:00 uur (Nederlandse tijd)');
    }
    o.gateway.receipt = { kind: 'unidentifiable', bevinding: watIsHet(Buffer.from('<a/>')) };
    const antwoord = await o.xml('aanbieder', PAD, {}, '');
    expect(antwoord.json()).toMatchObject({
      status: 422,
      code: 'geen-ijw',
      bevindingen: [{ regel: 'POORT-NAAMRUIMTE' }],
    });
    expect(antwoord.json().detail).toMatch(/iJW 2\.3 en iJW 3\.2/);
    expect((await o.xml('aanbieder', '/api/v1/controle')).statusCode).toBe(422);
  });

  it('takes XML under both names and nothing else', async () => {
    for (const type of ['application/xml', 'text/xml', 'text/xml; charset=utf-8'])
      expect((await o.xml('aanbieder', PAD, { 'content-type': type })).statusCode).toBe(202);
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x'])
      expect((await o.xml('aanbieder', PAD, { 'content-type': type })).json()).toMatchObject({
        status: 415,
        code: 'verkeerd-mediatype',
      });
  });

  it('says that it cannot store, and acknowledges nothing', async () => {
    o.gateway.storing = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const antwoord = await o.xml('aanbieder', PAD);
    expect([antwoord.statusCode, antwoord.headers['retry-after'], antwoord.json().code]).toEqual([503, '5', 'storing']);
  });
});

describe('GET /berichten/{id}', () => {
  it('shows it to its sender, to those who got it, to the operators of its region and to the beheerder', async () => {
    o.gateway.berichten.set(ID, bericht());
    const wie = [
      'aanbieder',
      'gemeente',
      'operator',
      'beheerder',
      'andereAanbieder',
      'purmerend',
      'operatorZawa',
    ] as const;
    const statussen = await Promise.all(wie.map(async (w) => (await o.vraag(w, 'GET', `${PAD}/${ID}`)).statusCode));
    expect(statussen).toEqual([200, 200, 200, 200, 404, 404, 404]);
  });

  it('shows a gemeente what its predecessor exchanged, and every operator what has no region', async () => {
    o.gateway.berichten.set(ID, bericht({ partij: '0370', afleveringen: [], regio: null }));
    expect((await o.vraag('purmerend', 'GET', `${PAD}/${ID}`)).statusCode).toBe(200);
    for (const wie of ['operator', 'operatorZawa'] as const)
      expect((await o.vraag(wie, 'GET', `${PAD}/${ID}`)).statusCode).toBe(200);
    expect((await o.vraag('gemeente', 'GET', `${PAD}/${ID}`)).statusCode).toBe(404);
    expect((await o.vraag('beheerder', 'GET', `${PAD}/${ID}`)).statusCode).toBe(200);
  });

  it('gives the exact bytes, and writes down who opened them that is no party', async () => {
    const bytes = Buffer.from('<?xml version="1.0"?>\r\n<é/>');
    o.gateway.berichten.set(ID, bericht());
    o.gateway.bytes.set(ID, bytes);
    for (const wie of ['aanbieder', 'gemeente', 'andereAanbieder', 'beheerder', 'operator'] as const) {
      const antwoord = await o.vraag(wie, 'GET', `${PAD}/${ID}/xml`);
      if (wie === 'andereAanbieder') expect(antwoord.statusCode).toBe(404);
      else expect([antwoord.headers['content-type'], antwoord.rawPayload]).toEqual(['application/xml', bytes]);
    }
    expect(o.gateway.geboekt).toEqual([`s0 bericht-geopend ${ID}`, `s1 bericht-geopend ${ID}`]);
  });
});

describe('GET /berichten', () => {
  const filter = async (wie: Parameters<Opstelling['vraag']>[0], query = '') => {
    o.gateway.gevraagd.length = 0;
    const antwoord = await o.vraag(wie, 'GET', `${PAD}${query}`);
    return o.gateway.gevraagd.find((g) => typeof g === 'object') ?? antwoord.json();
  };

  it('asks for what this key may see, and no more', async () => {
    expect(await filter('aanbieder')).toEqual({ partijen: ['42420001'], limit: 51 });
    expect(await filter('purmerend')).toEqual({ partijen: ['0439', '0370'], limit: 51 });
    expect(await filter('operator')).toEqual({ regios: ['AA'], limit: 51 });
    expect(await filter('operator', '?regio=ZAWA')).toEqual({ regios: ['AA'], regio: 'ZAWA', limit: 51 });
    expect(await filter('beheerder', '?regio=ZAWA&partij=0362&type=JW301&status=afgekeurd&limit=7&na=abc')).toEqual({
      partij: '0362',
      regio: 'ZAWA',
      type: 'JW301',
      status: 'afgekeurd',
      na: 'abc',
      limit: 8,
    });
  });

  it('never lets a party look at another one by asking for it', async () => {
    const gevraagd = { partijen: ['42420001'], partij: '42420002', limit: 51 };
    expect(await filter('aanbieder', '?partij=42420002')).toEqual(gevraagd);
    o.gateway.berichten.set(ID, bericht());
    expect((await o.vraag('aanbieder', 'GET', `${PAD}?partij=0439`)).json().berichten).toEqual([]);
    expect((await o.vraag('aanbieder', 'GET', `${PAD}?partij=0362`)).json().berichten).toHaveLength(1);
  });

  it('pages, and refuses a page that cannot be', async () => {
    for (const id of ['c', 'b', 'a']) o.gateway.berichten.set(id, bericht({ id }));
    expect((await o.vraag('aanbieder', 'GET', `${PAD}?limit=2`)).json().volgende).toBe('b');
    expect((await o.vraag('aanbieder', 'GET', `${PAD}?limit=3`)).json().volgende).toBeNull();
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'limit=1&limit=2', 'na=%27'])
      expect((await o.vraag('aanbieder', 'GET', `${PAD}?${query}`)).json()).toMatchObject({ status: 400 });
  });
});

describe('uitgaand', () => {
  it('asks for all codes of the party', async () => {
    await o.vraag('purmerend', 'GET', '/api/v1/uitgaand?type=JW315&limit=500&na=7');
    expect(o.gateway.gevraagd.at(-1)).toEqual({ partijen: ['0439', '0370'], type: 'JW315', limit: 500, na: '7' });
  });

  it('confirms whatever the body and its name, and again', async () => {
    o.gateway.berichten.set(ID, bericht());
    const pad = `/api/v1/uitgaand/${ID}/bevestiging`;
    for (const headers of [
      {},
      { 'content-type': 'application/xml' },
      { 'content-type': 'application/json' },
      { 'content-type': 'x' },
    ])
      for (const payload of ['', '{kapot'])
        expect((await o.vraag('gemeente', 'POST', pad, { headers, payload })).statusCode).toBe(204);
    expect((await o.vraag('gemeente', 'POST', '/api/v1/uitgaand/anders/bevestiging')).statusCode).toBe(404);
  });
});
