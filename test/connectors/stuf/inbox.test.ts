import { beforeEach, describe, expect, it } from 'vitest';
import type { PartyPrincipal } from '../../../src/access/principal.ts';
import { doorOf, partyOf } from '../../../src/connectors/door-of.ts';
import { StufInbox } from '../../../src/connectors/stuf/inbox.ts';
import type { Envelop, StufAntwoord } from '../../../src/xml/stuf/envelope.ts';
import { NepGateway } from '../../api/nep-gateway.ts';
import { antwoord, CROSS, envelop, REF } from '../../xml/stuf/make.ts';
import { jw305 } from '../../xml/voorbeeld.ts';

/** On a gateway in memory: what is taken, and what is said of it. */

const JW305 = Buffer.from(jw305());
let gateway: NepGateway;
let inbox: StufInbox;
let nu: Date;
beforeEach(async () => {
  gateway = new NepGateway();
  nu = new Date('2026-03-04T12:00:00.000Z');
  inbox = new StufInbox({ envelopes: gateway.envelopes, now: () => nu });
  await inbox.start(doorOf(gateway, inbox));
});

const wie = (party: string): PartyPrincipal => partyOf(party, { name: 'stuf', via: 'stuf' });
const van = (anders: Partial<Envelop> = {}) =>
  envelop({
    zender: { organisatie: '42420001', applicatie: 'ZIS' },
    ontvanger: { organisatie: '0362', applicatie: 'GGk' },
    functie: 'JW305',
    ...anders,
  });
const neem = (een: Envelop, payload: Uint8Array = JW305, party = '42420001') =>
  inbox.answer(wie(party), { kind: 'envelop', envelop: een, payload });
const kort = ({ soort, fout }: StufAntwoord) => (fout === null ? soort : `${soort} ${fout.code} ${fout.plek}`);

describe('an envelope', () => {
  it('is taken as the sender in it, with its number', async () => {
    expect(kort(await neem(van()))).toBe('Bv03');
    expect(gateway.ontvangen).toMatchObject([
      [{ parties: ['42420001'], via: 'stuf' }, JW305, { via: 'stuf', transportId: REF }],
    ]);
    expect([...gateway.enveloppen.kept.values()]).toMatchObject([
      { soort: 'Di01', ontvanger: '0362', details: 'JW305-00040001', crossRefnummer: null, end: { kind: 'stored' } },
    ]);
  });

  it('keeps what a Du01 says that it answers, known or not', async () => {
    expect(kort(await neem(van({ soort: 'Du01', crossRefnummer: CROSS })))).toBe('Bv03');
    expect([...gateway.enveloppen.kept.values()]).toMatchObject([{ soort: 'Du01', crossRefnummer: CROSS }]);
  });

  it('that came before has no effect; one that broke off then is taken to its end', async () => {
    gateway.storing = new Error('the store is away');
    await expect(neem(van())).rejects.toThrow();
    gateway.storing = null;
    expect(kort(await neem(van()))).toBe('Bv03');
    expect(kort(await neem(van()))).toBe('Bv03');
    expect(gateway.ontvangen).toHaveLength(1);
    expect(kort(await neem(van(), Buffer.from('<anders/>')))).toBe('Fo03 IB016 client');
  });

  it('of a gemeente may be of one that it succeeded, and not of another', async () => {
    const als = (organisatie: string) => van({ zender: { organisatie, applicatie: 'Suite' } });
    expect(kort(await neem(als('0362'), JW305, '0439'))).toBe('Fo03 IB002 client');
    expect(kort(await neem(als('0370'), Buffer.from('<x/>'), '0439'))).toBe('Bv03');
  });

  it.each([
    ['2017-06-01', 'functie', { functie: 'JW399' }, 'RIN001'],
    ['2017-06-01', 'zender', { zender: { organisatie: '42420002', applicatie: 'ZIS' } }, 'IB002'],
    ['2025-10-31', 'versie', { functieVersie: '0009' }, 'RIN001'],
    ['2025-11-01', 'versie', { functieVersie: '0009' }, 'IB017'],
    ['2025-11-01', 'functie', { functie: 'JW399' }, 'IB004'],
  ])('is refused on %s for its %s by the list of that day', async (dag, _wat, anders, code) => {
    nu = new Date(`${dag}T12:00:00Z`);
    expect(kort(await neem(van(anders)))).toBe(`Fo03 ${code} client`);
  });

  it('that cannot be read is refused by the same lists, and to whom it may be', async () => {
    const onjuist = { kind: 'onjuist', reden: 'x', zender: null, ontvanger: null, referentienummer: REF } as const;
    const codes = [];
    for (const dag of ['2018-01-01', '2026-01-01']) {
      nu = new Date(`${dag}T12:00:00Z`);
      for (const grond of ['uuid', 'xsd', 'grootte'] as const) {
        codes.push(kort(await inbox.answer(wie('0362'), { ...onjuist, grond })));
      }
    }
    expect(codes.map((code) => code.split(' ')[1])).toEqual(['IB009', 'RIN001', 'IB007', 'IB001', 'IB001', 'IB003']);
  });

  it('waits while the traffic is frozen, and may come again', async () => {
    gateway.receipt = { kind: 'frozen', release: '3.2', op: nu, tot: new Date('2026-03-05T00:00:00Z') };
    expect(kort(await neem(van()))).toBe('Fo03 IB023 client');
    gateway.receipt = { kind: 'stored', id: 'x', status: 'ontvangen' };
    expect(kort(await neem(van()))).toBe('Bv03');
  });

  it('whose payload is of another sender is told so later', async () => {
    gateway.receipt = { kind: 'forbidden', zender: '42420002' };
    expect(kort(await neem(van()))).toBe('Bv03');
    expect(gateway.enveloppen.told).toEqual([`42420001 ${REF} StUF055`]);
    expect([...gateway.enveloppen.kept.values()][0]?.end).toMatchObject({ kind: 'refused', reden: expect.any(String) });
  });

  it('keeps nothing of an ontvanger that is no code', async () => {
    await neem(van({ ontvanger: { organisatie: 'Noor de Wit', applicatie: 'GGk' } }));
    expect(JSON.stringify([...gateway.enveloppen.kept.values()])).not.toContain('Noor');
  });

  it('is not taken once it stopped, and stops when what was under way is done', async () => {
    await inbox.stop();
    expect(kort(await neem(van()))).toBe('Fo03 StUF058 server');
    expect(gateway.ontvangen).toEqual([]);
  });
});

describe('a Fo01', () => {
  const fout = { code: 'StUF055', plek: 'client', omschrijving: 'x' } as const;
  const fo01 = (anders: Partial<StufAntwoord> = {}) =>
    antwoord({ soort: 'Fo01', zender: { organisatie: '42420001', applicatie: 'ZIS' }, fout, ...anders });
  const meld = (een: StufAntwoord, party = '42420001') =>
    inbox.answer(wie(party), { kind: 'antwoord', antwoord: een }).then(kort);

  it('refuses what that party got under the number, and nothing of another', async () => {
    gateway.enveloppen.delivered.add(`42420001 ${REF}`);
    expect(await meld(fo01({ zender: { organisatie: '42420002', applicatie: 'ZIS' } }), '42420002')).toBe('Bv03');
    expect(gateway.enveloppen.refused).toEqual([]);
    expect(await meld(fo01())).toBe('Bv03');
    expect(gateway.enveloppen.refused).toEqual([`42420001 ${REF} StUF055`]);
  });

  it('comes from a party of the key or from one of the chain', async () => {
    expect(await meld(fo01({ zender: { organisatie: 'IB', applicatie: 'GGK' } }))).toBe('Bv03');
    expect(await meld(fo01({ zender: { organisatie: '0362', applicatie: 'GGK' } }))).toBe('Fo03 IB002 client');
  });

  it('tells a code and nothing else', async () => {
    gateway.enveloppen.delivered.add(`42420001 ${REF}`);
    await meld(fo01({ fout: { ...fout, code: 'Noor!' } }));
    expect(gateway.enveloppen.refused).toEqual([`42420001 ${REF} Fo01`]);
  });

  it('is all that may come of its kind', async () => {
    expect(await meld(fo01({ soort: 'Bv03', fout: null }))).toBe('Fo03 IB001 client');
    expect(await meld(fo01({ soort: 'Fo03' }))).toBe('Fo03 IB001 client');
  });
});
