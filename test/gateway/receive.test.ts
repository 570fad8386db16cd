import { describe, expect, it } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { admit } from '../../src/gateway/admission.ts';
import { type ReceiveDeps, receive } from '../../src/gateway/receive.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { BERICHT_TYPES, type BerichtType, type Release } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { Bewaard, Ontvangst } from '../../src/store/messages/contract.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { partijen } from '../access/wie.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { jw305 } from './berichten.ts';

const AFSPRAKEN = maakAfspraken(voorbeeldDocument(), 1);
const AANBIEDER = '42420001';
const NU = new Date('2026-03-02T12:00:00Z');

/** By hand, from the standard (IV028: a retour keeps Afzender and Ontvanger of what it answers). */
const ZENDER: Readonly<Record<BerichtType, 'aanbieder' | 'gemeente'>> = {
  ...{ JW301: 'gemeente', JW302: 'aanbieder', JW303: 'aanbieder', JW304: 'gemeente' },
  ...{ JW305: 'aanbieder', JW306: 'gemeente', JW307: 'aanbieder', JW308: 'gemeente' },
  ...{ JW315: 'aanbieder', JW316: 'gemeente', JW317: 'aanbieder', JW318: 'gemeente' },
  ...{ JW319: 'gemeente', JW320: 'aanbieder', JW323: 'aanbieder', JW325: 'gemeente' },
};

function bytesVan(type: BerichtType, release: Release, gemeente = '0362'): Uint8Array {
  const wat = { vandaag: '2026-03-02', bsn: '999900006', volgnummer: 123456789, gemeente, aanbieder: AANBIEDER };
  return writeBericht(voorbeeldBericht(type, release, wat));
}

const soorten = BERICHT_TYPES.flatMap((type) => MESSAGES[type].releases.map((release) => [type, release] as const));

describe('who may send a message', () => {
  it.each(soorten)('%s of iJW %s: the party that really sends it, and nobody else', (type, release) => {
    const bytes = bytesVan(type, release);
    const zender = ZENDER[type] === 'gemeente' ? '0362' : AANBIEDER;
    const ander = ZENDER[type] === 'gemeente' ? AANBIEDER : '0362';
    expect(admit(bytes, partijen(zender), AFSPRAKEN, NU)).toMatchObject({ kind: 'admitted', partij: zender });
    for (const partij of [ander, '0439', '42420002']) {
      expect(admit(bytes, partijen(partij), AFSPRAKEN, NU)).toEqual({ kind: 'forbidden', zender });
    }
  });

  it('a gemeente acts for its predecessors, not the other way round', () => {
    const oud = bytesVan('JW301', '3.2', '0370');
    expect(admit(oud, partijen('0439'), AFSPRAKEN, NU)).toMatchObject({ kind: 'admitted', partij: '0370' });
    const nieuw = bytesVan('JW301', '3.2', '0439');
    expect(admit(nieuw, partijen('0370'), AFSPRAKEN, NU)).toEqual({ kind: 'forbidden', zender: '0439' });
  });

  it('a key of several parties acts for each of them, a gemeente with its predecessors, and for nobody else', () => {
    const beide = partijen('0362', '0439');
    for (const code of ['0362', '0439', '0370']) {
      expect(admit(bytesVan('JW301', '3.2', code), beide, AFSPRAKEN, NU)).toMatchObject({
        kind: 'admitted',
        partij: code,
      });
    }
    const bureau = partijen('42420002', '42420003');
    expect(admit(bytesVan('JW305', '3.2'), bureau, AFSPRAKEN, NU)).toEqual({ kind: 'forbidden', zender: AANBIEDER });
    expect(admit(bytesVan('JW301', '3.2'), bureau, AFSPRAKEN, NU)).toEqual({ kind: 'forbidden', zender: '0362' });
  });

  it('what has no iJW namespace is nobody’s', () => {
    for (const tekst of ['', '<Bericht/>', '{"geen": "xml"}', '<a xmlns="http://example.org/"/>']) {
      expect(admit(Buffer.from(tekst), partijen('0362'), AFSPRAKEN, NU)).toMatchObject({ kind: 'unidentifiable' });
    }
  });

  it('an unreadable header counts as the key’s own', () => {
    expect(admit(zonderHeader(), partijen(AANBIEDER), AFSPRAKEN, NU)).toMatchObject({
      kind: 'admitted',
      partij: AANBIEDER,
    });
  });
});

function zonderHeader(): Uint8Array {
  const heel = Buffer.from(bytesVan('JW305', '3.2')).toString();
  return Buffer.from(heel.slice(0, heel.indexOf('</jw305:Header>')));
}

/** Receives with a store that keeps what it is given, and a bell that counts. */
async function ontvang(bytes: Uint8Array, partij: string, bewaard?: Bewaard, hoe = envelope('http')) {
  const ontvangen: Ontvangst[] = [];
  const gebeld: string[][] = [];
  const deps = {
    store: {
      saveMessage: async (o: Ontvangst): Promise<Bewaard> => {
        ontvangen.push(o);
        return bewaard ?? { kind: 'stored', id: 'nieuw', laan: o.laan, volgnummer: 1 };
      },
    },
    agreements: { fresh: async () => ({ afspraken: AFSPRAKEN }) },
    doorbell: { ring: (...wat: string[]) => gebeld.push(wat) },
    now: () => new Date('2026-03-02T09:30:00Z'),
  } as unknown as ReceiveDeps;
  return { bewijs: await receive(bytes, partijen(partij), hoe, deps), ontvangst: ontvangen[0], gebeld };
}

const wie = (gemeente: string) => ({ aanbieder: AANBIEDER, gemeente, bsn: '999900006', nummer: 1 });

describe('receiving', () => {
  it('stores the way that it came, and the id that its sender gave it there', async () => {
    const bytes = jw305(wie('0439'), 'S1');
    const amqp = await ontvang(bytes, AANBIEDER, undefined, envelope('amqp', 'bericht-17'));
    expect(amqp.ontvangst).toMatchObject({ via: 'amqp', transportId: 'bericht-17' });
    expect((await ontvang(bytes, AANBIEDER)).ontvangst).toMatchObject({ via: 'http', transportId: null });
    // What no store can keep is no reason to refuse a message.
    for (const id of ['', 'a\0b', 'regel\nregel', 'x'.repeat(256), '\ud800'])
      expect(envelope('stuf', id)).toEqual({ via: 'stuf', transportId: null });
  });

  it('stores in the lane of the aanbieder in the region of the gemeente, and rings', async () => {
    const { bewijs, ontvangst, gebeld } = await ontvang(jw305(wie('0439'), 'S1'), AANBIEDER);
    expect(bewijs).toEqual({ kind: 'stored', id: 'nieuw', status: 'ontvangen' });
    expect(ontvangst).toMatchObject({
      ...{ laan: `ZAWA|${AANBIEDER}`, regio: 'ZAWA', partij: AANBIEDER, type: 'JW305', release: '3.2' },
      ...{ afzender: AANBIEDER, ontvanger: '0439', identificatie: 'S1', gemeente: '0439', aanbieder: AANBIEDER },
    });
    expect(gebeld).toEqual([[`ZAWA|${AANBIEDER}`, 'ZAWA']]);
  });

  it('keeps the region of a gemeente that is no more', async () => {
    expect((await ontvang(jw305(wie('0370'), 'S1'), AANBIEDER)).ontvangst).toMatchObject({ regio: 'ZAWA' });
  });

  it('puts a code without region in the national lane', async () => {
    const { ontvangst } = await ontvang(jw305(wie('0014'), 'S1'), AANBIEDER);
    expect(ontvangst).toMatchObject({ regio: null, laan: `LANDELIJK|${AANBIEDER}` });
  });

  it('stores an unreadable header under the party of the key', async () => {
    const { ontvangst } = await ontvang(zonderHeader(), AANBIEDER);
    expect(ontvangst).toMatchObject({
      partij: AANBIEDER,
      type: 'JW305',
      gemeente: null,
      laan: `LANDELIJK|${AANBIEDER}`,
    });
  });

  it('does not ring for bytes that were there, and does when a refused message comes again', async () => {
    const weg = { id: 'eerder', laan: `AA|${AANBIEDER}` };
    const dubbel = await ontvang(jw305(wie('0362'), 'S1'), AANBIEDER, {
      kind: 'duplicate',
      status: 'goedgekeurd',
      ...weg,
    });
    expect(dubbel.bewijs).toEqual({ kind: 'duplicate', id: 'eerder', status: 'goedgekeurd' });
    expect(dubbel.gebeld).toEqual([]);
    const weer = await ontvang(jw305(wie('0362'), 'S1'), AANBIEDER, { kind: 'again', volgnummer: 9, ...weg });
    expect(weer.bewijs).toEqual({ kind: 'again', id: 'eerder', status: 'ontvangen' });
    expect(weer.gebeld).toHaveLength(1);
  });

  it('stores nothing in a freeze of its release; who may not send hears that first', () => {
    const bevriezing = [{ van: '2026-03-02T13:00', tot: '2026-03-02T14:00', releases: ['3.2' as const] }];
    const bevroren = maakAfspraken({ ...voorbeeldDocument(), bevriezing }, 1);
    const [bytes, einde] = [jw305(wie('0362'), 'S1'), new Date('2026-03-02T13:00:00Z')];
    const kind = (partij: string, op: Date) => admit(bytes, partijen(partij), bevroren, op);
    expect(kind(AANBIEDER, NU)).toEqual({ kind: 'frozen', release: '3.2', op: NU, tot: einde });
    expect(kind(AANBIEDER, einde)).toMatchObject({ kind: 'admitted' });
    expect(kind('42420002', NU)).toMatchObject({ kind: 'forbidden' });
    expect(admit(bytesVan('JW303', '2.3'), partijen(AANBIEDER), bevroren, NU)).toMatchObject({ kind: 'admitted' });
  });

  it('stores nothing that this key may not send', async () => {
    const { bewijs, ontvangst } = await ontvang(jw305(wie('0362'), 'S1'), '42420002');
    expect([bewijs, ontvangst]).toEqual([{ kind: 'forbidden', zender: '42420001' }, undefined]);
  });
});
