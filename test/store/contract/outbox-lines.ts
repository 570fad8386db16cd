import { describe, expect, it } from 'vitest';
import type { DeliveryLease } from '../../../src/store/deliveries/outbox-contract.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES } from '../../access/wie.ts';
import { beoordeel, partijen, uniek } from '../make.ts';

const BEGIN = new Date('2026-03-04T12:00:00.000Z');
const na = (ms: number) => new Date(BEGIN.getTime() + ms);
const LEASE_MS = 60_000;

/** Several deliveries of a party at once. */
export function outboxLines(store: () => Store): void {
  async function lijn(aantal: number) {
    const kanaal = `rij-${uniek()}`;
    const wie = partijen();
    const ids: string[] = [];
    for (let i = 0; i < aantal; i++) ids.push(await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] }));
    await store().setChannel(wie.gemeente, kanaal);
    return { kanaal, ids };
  }

  const neem = (kanaal: string, op: Date, perParty = 3) => store().claimDue(kanaal, 10, LEASE_MS, op, { perParty });
  const idsVan = (leases: readonly DeliveryLease[]) => leases.map(({ berichtId }) => berichtId);

  describe('the outbox, several of a party at once', () => {
    it('gives them in order, as many as asked, and nothing of that party until all are done', async () => {
      const { kanaal, ids } = await lijn(4);
      const rij = await neem(kanaal, BEGIN);
      expect(idsVan(rij)).toEqual(ids.slice(0, 3));
      expect(rij.map(({ poging }) => poging)).toEqual([1, 1, 1]);
      for (const lease of rij) {
        expect(await neem(kanaal, na(1))).toEqual([]);
        expect(await store().settleDelivery(lease, { kind: 'confirmed' }, na(2))).toBe(true);
      }
      expect(idsVan(await neem(kanaal, na(3)))).toEqual(ids.slice(3));
    });

    it('takes back what was not tried, as if it was never taken', async () => {
      const { kanaal, ids } = await lijn(3);
      const [eerste, ...rest] = await neem(kanaal, BEGIN);
      if (eerste === undefined) throw new Error('nothing was due');
      await store().settleDelivery(eerste, { kind: 'again', volgendeOp: na(1_000), fout: 'weg' }, na(5));
      await store().giveBack(rest);
      // What is done or somebody else's by now is not given back.
      await store().giveBack([{ ...eerste, poging: 9 }]);
      expect(await neem(kanaal, na(999))).toEqual([]);
      const weer = await neem(kanaal, na(1_000));
      expect(weer.map(({ berichtId, poging, eerstePogingOp }) => [berichtId, poging, eerstePogingOp])).toEqual([
        [ids[0], 2, BEGIN],
        [ids[1], 1, na(1_000)],
        [ids[2], 1, na(1_000)],
      ]);
    });

    it('leaves no gap: what stands behind one that waits for its moment waits too', async () => {
      const { kanaal, ids } = await lijn(3);
      const [eerste, tweede, derde] = await neem(kanaal, BEGIN);
      if (eerste === undefined || tweede === undefined || derde === undefined) throw new Error('not three were due');
      await store().settleDelivery(tweede, { kind: 'again', volgendeOp: na(1_000), fout: 'weg' }, na(1));
      await store().giveBack([eerste, derde]);
      expect(idsVan(await neem(kanaal, na(10)))).toEqual([ids[0]]);
    });

    it('gives each to one, and each its own part of the line, when many ask at once', async () => {
      const { kanaal, ids } = await lijn(6);
      const genomen = await Promise.all(Array.from({ length: 8 }, () => neem(kanaal, BEGIN, 4)));
      const rijen = genomen.filter((rij) => rij.length > 0).map(idsVan);
      expect(rijen).toEqual([ids.slice(0, rijen[0]?.length)]);
    });

    it('reads the bodies of small ones together, and of no other', async () => {
      const { ids } = await lijn(2);
      const [een = '', twee = ''] = ids;
      const bytes = await Promise.all([een, twee].map((id) => store().messageBytes(id, ALLES)));
      const alle = await store().smallBodies([een, twee, een], 100_000);
      expect([alle.get(een), alle.get(twee)].map((b) => b && Buffer.from(b))).toEqual(
        bytes.map((b) => b && Buffer.from(b)),
      );
      expect((await store().smallBodies([een, twee], 1)).size).toBe(0);
      expect((await store().smallBodies([], 100_000)).size).toBe(0);
    });
  });
}
