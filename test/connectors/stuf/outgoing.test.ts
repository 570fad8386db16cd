import { describe, expect, it } from 'vitest';
import { PrivateTarget } from '../../../src/connectors/guarded-lookup.ts';
import { StufConnector, type StufDeps } from '../../../src/connectors/stuf/connector.ts';
import { envelopeOf, numberOf } from '../../../src/connectors/stuf/outgoing.ts';
import { PartnerLines } from '../../../src/connectors/stuf/partner-lines.ts';
import { outcomeOf } from '../../../src/connectors/stuf/reply.ts';
import { schrijfAntwoord } from '../../../src/xml/stuf/write-envelope.ts';
import { antwoord, CROSS, REF } from '../../xml/stuf/make.ts';
import { delivery } from './make.ts';

const NU = new Date('2026-03-04T12:00:00.000Z');
const kop = (anders: Parameters<typeof delivery>[0]) => envelopeOf(delivery(anders), NU);
const VIER = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the envelope of a delivery', () => {
  it('goes in the name of the party that sends the message, whatever its Header is called', () => {
    const zender = (anders: Parameters<typeof delivery>[0]) => kop(anders).zender.organisatie;
    expect(zender({ type: 'JW301', afzender: '0362', ontvanger: '42420001' })).toBe('0362');
    // A retour keeps the Afzender of what it answers.
    expect(zender({ type: 'JW302', afzender: '0362', ontvanger: '42420001' })).toBe('42420001');
    expect(zender({ type: 'JW316', afzender: '42420001', ontvanger: '0362' })).toBe('0362');
    expect(kop({ type: 'JW316', partij: '0362', afzender: '42420001', ontvanger: '0362' })).toMatchObject({
      zender: { organisatie: '0362' },
      ontvanger: { organisatie: '0362', applicatie: 'GGk' },
    });
  });

  it('says the release, the moment in Dutch time and the number of the delivery', () => {
    expect(kop({ release: '2.3', type: 'JW303' })).toMatchObject({
      ...{ functieVersie: '0002', functieSubversie: '0003', functie: 'JW303', soort: 'Di01', crossRefnummer: null },
      ...{ tijdstipBericht: '20260304130000', referentienummer: CROSS },
    });
  });

  it('answers by the number that its receiver knows', () => {
    const retour = { type: 'JW316', inAntwoordOp: '01a1ffe3-0598-7231-b29d-aec695db5bc8' } as const;
    const andere = '11111111-2222-4333-8444-555555555555';
    expect(kop({ ...retour, opVia: 'stuf', opTransportId: REF }).crossRefnummer).toBe(REF);
    expect(kop({ ...retour, opVia: 'stuf', opTransportId: REF, opReferentie: andere }).crossRefnummer).toBe(andere);
    // What came by another way has no such number.
    const eigen = '01a1ffe3-0598-4231-b29d-aec695db5bc8';
    expect(kop({ ...retour, opVia: 'amqp', opTransportId: REF }).crossRefnummer).toBe(eigen);
    expect(kop({ ...retour, opVia: 'http' }).crossRefnummer).toBe(eigen);
    expect(eigen).toMatch(VIER);
  });

  it('of a refusal has the same number each time', () => {
    expect(numberOf('Fo01', 'a')).toMatch(VIER);
    expect(numberOf('Fo01', 'a')).toBe(numberOf('Fo01', 'a'));
    expect(numberOf('Fo01', 'a')).not.toBe(numberOf('Fo01', 'b'));
  });
});

describe('what would be over 25 MB', () => {
  it('is not sent, and fails for good', async () => {
    const deps = {
      now: () => NU,
      config: { webhookPrive: false },
      get settings(): never {
        throw new Error('nothing may be sent');
      },
    } as unknown as StufDeps;
    const { out } = new StufConnector(deps);
    const outcome = await out.send(delivery({ bytes: Buffer.alloc(20 * 1024 * 1024) }));
    expect(outcome).toEqual({ kind: 'failed', class: 'permanent', code: 'te-groot' });
    await expect(out.send(delivery({ bytes: Buffer.alloc(18 * 1024 * 1024) }))).rejects.toThrow('nothing may be sent');
  });
});

describe('the answer to an envelope', () => {
  const uit = (status: number, body: string | Uint8Array, leeg = false) =>
    outcomeOf({ status, body: Buffer.from(body) }, leeg);
  const mislukt = (soort: string, code: string) => ({ kind: 'failed', class: soort, code });
  const fout = (code: string) => antwoord({ soort: 'Fo03', fout: { code, plek: 'server', omschrijving: 'x' } });

  it('confirms by a Bv03, or by nothing where the party is set so', () => {
    expect(uit(200, schrijfAntwoord(antwoord()))).toEqual({ kind: 'confirmed' });
    expect(uit(202, ' \n', true)).toEqual({ kind: 'confirmed' });
    expect(uit(204, '')).toEqual(mislukt('transient', 'leeg-antwoord'));
    expect(uit(500, '', true)).toEqual(mislukt('transient', 'http-500'));
  });

  it('refuses for good by a Fo03, whatever its status, and by nothing else', () => {
    expect(uit(500, schrijfAntwoord(fout('IB014')))).toEqual(mislukt('permanent', 'IB014'));
    expect(uit(200, schrijfAntwoord(fout('IB014')), true)).toEqual(mislukt('permanent', 'IB014'));
    expect(uit(500, schrijfAntwoord(fout('Noor x')))).toEqual(mislukt('permanent', 'Fo03'));
    expect(uit(200, '<html>welkom</html>')).toEqual(mislukt('transient', 'geen-Bv03'));
    expect(uit(302, '')).toEqual(mislukt('transient', 'http-302'));
    expect(uit(500, 'half <')).toEqual(mislukt('transient', 'http-500'));
  });
});

describe('where nothing may be sent', () => {
  const naar = (endpoint: string) =>
    new PartnerLines({ privateAllowed: false }).post(
      { endpoint, certificaat: null, sleutel: null },
      {},
      Buffer.from('x'),
    );

  it.each(['http://example.org/', 'https://localhost:9/'])('%s', async (url) => {
    await expect(naar(url)).rejects.toBeInstanceOf(PrivateTarget);
  });
});
