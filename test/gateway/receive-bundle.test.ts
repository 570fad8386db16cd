import { describe, expect, it } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { type ReceiveBundleDeps, receiveBundle } from '../../src/gateway/receive-bundle.ts';
import type { Bewaard, Ontvangst } from '../../src/store/messages/contract.ts';
import { partijen } from '../access/wie.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { makeZip } from '../bundle/make-zip.ts';
import { jw301, jw305 } from './berichten.ts';

const AANBIEDER = '42420001';
const wie = (gemeente: string, aanbieder = AANBIEDER) => ({ aanbieder, gemeente, bsn: '999900006', nummer: 1 });
const OWN = [
  { naam: 'z.xml', bytes: jw305(wie('0439'), 'S1') },
  { naam: 'map/a.xml', bytes: jw305(wie('0362'), 'S2') },
];

/** Receives with a store that keeps what it is given, and a bell that counts. */
async function receive(zip: Uint8Array, afspraken = voorbeeldDocument()) {
  const stored: Ontvangst[] = [];
  const rung: string[] = [];
  const deps = {
    store: {
      saveBundle: async (alle: readonly Ontvangst[]): Promise<Bewaard[]> => {
        stored.push(...alle);
        return alle.map(({ laan }, nr) =>
          nr === 0
            ? { kind: 'duplicate', id: 'eerder', laan, status: 'afgekeurd' }
            : { kind: 'stored', id: `nieuw-${nr}`, laan, volgnummer: nr },
        );
      },
    },
    agreements: { fresh: async () => ({ afspraken: maakAfspraken(afspraken, 1) }) },
    doorbell: { ring: (laan: string) => rung.push(laan) },
    now: () => new Date('2026-03-02T09:30:00Z'),
  } as unknown as ReceiveBundleDeps;
  return { receipt: await receiveBundle(zip, partijen(AANBIEDER), envelope('map'), deps), stored, rung };
}

describe('a zip of messages', () => {
  it('is stored message by message in its order, each in its lane, and rings for what is new', async () => {
    const { receipt, stored, rung } = await receive(makeZip(OWN));
    expect(receipt).toEqual({
      kind: 'taken',
      berichten: [
        { naam: 'z.xml', kind: 'duplicate', id: 'eerder', status: 'afgekeurd' },
        { naam: 'map/a.xml', kind: 'stored', id: 'nieuw-1', status: 'ontvangen' },
      ],
    });
    expect(stored).toMatchObject([
      { laan: `ZAWA|${AANBIEDER}`, identificatie: 'S1', partij: AANBIEDER, via: 'map', transportId: null },
      { laan: `AA|${AANBIEDER}`, identificatie: 'S2' },
    ]);
    expect(stored.map(({ bytes }) => Buffer.from(bytes))).toEqual(OWN.map(({ bytes }) => Buffer.from(bytes)));
    expect(rung).toEqual([`AA|${AANBIEDER}`]);
  });

  it.each([
    ['of another aanbieder', jw305(wie('0439', '42420002'), 'S3'), /‘c.xml’ is volgens zijn kop van 42420002, en/],
    ['of a gemeente', jw301(wie('0439'), 'S3'), /‘c.xml’ is volgens zijn kop van 0439/],
    ['of no release', Buffer.from('<Bericht xmlns="iets:anders"/>'), /‘c.xml’ is geen iJW-bericht/],
    ['that is empty', Buffer.alloc(0), /‘c.xml’ is geen iJW-bericht/],
    ['that is a zip', makeZip(OWN), /‘c.xml’ is geen iJW-bericht/],
  ])('with one message %s is refused as a whole', async (_, bytes, melding) => {
    const { receipt, stored, rung } = await receive(makeZip([...OWN, { naam: 'c.xml', bytes }]));
    expect(receipt).toMatchObject({ kind: 'refused', refusal: { code: 'IB901' } });
    expect(receipt.kind === 'refused' && receipt.refusal.melding).toMatch(melding);
    expect([stored, rung]).toEqual([[], []]);
  });

  it('that is none is refused before anything is asked', async () => {
    const { receipt } = await receive(makeZip([]));
    expect(receipt).toMatchObject({ kind: 'refused', refusal: { code: 'IB905' }, bevindingen: [] });
  });
});
