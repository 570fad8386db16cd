import { describe, expect, it } from 'vitest';
import type { DeliveryLease } from '../../../src/store/deliveries/outbox-contract.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen } from '../../access/wie.ts';
import { beoordeel, partijen, uniek } from '../make.ts';

const BEGIN = new Date('2026-03-04T12:00:00.000Z');
const na = (ms: number) => new Date(BEGIN.getTime() + ms);
const LEASE_MS = 60_000;

export function outbox(store: () => Store): void {
  /** A channel of its own with one party, to whom so many messages were delivered; their ids. */
  async function lijn(aantal: number) {
    const kanaal = `proef-${uniek()}`;
    const wie = partijen();
    const ids: string[] = [];
    for (let i = 0; i < aantal; i++) ids.push(await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] }));
    await store().setChannel(wie.gemeente, kanaal);
    return { kanaal, wie, ids };
  }

  const neem = (kanaal: string, op: Date, limit = 10) => store().claimDue(kanaal, limit, LEASE_MS, op);

  async function een(kanaal: string, op: Date): Promise<DeliveryLease> {
    const [lease, teveel] = await neem(kanaal, op);
    if (lease === undefined || teveel !== undefined) throw new Error('not one delivery was due');
    return lease;
  }

  describe('the outbox', () => {
    it('gives of each party the oldest, and the next once it is done', async () => {
      const { kanaal, wie, ids } = await lijn(2);
      const eerste = await een(kanaal, BEGIN);
      expect(eerste).toMatchObject({
        ...{ berichtId: ids[0], kanaal, partij: wie.gemeente, type: 'JW315', release: '3.2' },
        ...{ afzender: wie.aanbieder, ontvanger: wie.gemeente, inAntwoordOp: null, poging: 1, eerstePogingOp: BEGIN },
      });
      expect(await neem(kanaal, na(1))).toEqual([]);
      expect(await store().settleDelivery(eerste, { kind: 'confirmed' }, na(2))).toBe(true);
      const tweede = await een(kanaal, na(3));
      expect(tweede.berichtId).toBe(ids[1]);
      expect(await store().settleDelivery(tweede, { kind: 'confirmed' }, na(4))).toBe(true);
      expect(await neem(kanaal, na(5))).toEqual([]);
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([
        { partij: wie.gemeente, status: 'bevestigd', op: na(2).toISOString() },
      ]);
      expect(await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 })).toEqual({
        berichten: [],
        volgende: null,
      });
      expect((await store().events(ids[0] ?? '')).find((e) => e.soort === 'afgeleverd')).toMatchObject({
        soort: 'afgeleverd',
        gegevens: { partij: wie.gemeente, kanaal },
      });
    });

    it('gives none to two, and lets no party wait for another', async () => {
      const { kanaal, ids } = await lijn(3);
      const ander = await lijn(2);
      await store().setChannel(ander.wie.gemeente, kanaal);
      const genomen = await Promise.all(Array.from({ length: 6 }, () => neem(kanaal, BEGIN)));
      expect(genomen.flat().map((l) => l.berichtId)).toEqual(expect.arrayContaining([ids[0], ander.ids[0]]));
      expect(genomen.flat()).toHaveLength(2);
    });

    it('gives again what was failed to send, not before its moment, under the same id, and nothing of that party before', async () => {
      const { kanaal, ids } = await lijn(2);
      const eerste = await een(kanaal, BEGIN);
      expect(
        await store().settleDelivery(eerste, { kind: 'again', volgendeOp: na(1_000), fout: 'geen-lijn' }, na(5)),
      ).toBe(true);
      expect(await neem(kanaal, na(999))).toEqual([]);
      expect(await een(kanaal, na(1_000))).toMatchObject({ berichtId: ids[0], poging: 2, eerstePogingOp: BEGIN });
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([{ status: 'wacht' }]);
      expect((await store().events(ids[0] ?? '')).map((e) => e.soort)).toEqual(['ontvangen', 'beoordeeld', 'signaal']);
    });

    it('gives again what nobody settled within its lease; who held it has no say any more, but that it arrived', async () => {
      const { kanaal, ids } = await lijn(1);
      const eerste = await een(kanaal, BEGIN);
      expect(await neem(kanaal, na(LEASE_MS - 1))).toEqual([]);
      const tweede = await een(kanaal, na(LEASE_MS));
      expect(tweede).toMatchObject({ berichtId: ids[0], poging: 2 });
      expect(
        await store().settleDelivery(eerste, { kind: 'failed', fout: 'nooit', lasting: true }, na(LEASE_MS + 1)),
      ).toBe(false);
      expect(await store().settleDelivery(eerste, { kind: 'confirmed' }, na(LEASE_MS + 2))).toBe(true);
      expect(
        await store().settleDelivery(tweede, { kind: 'failed', fout: 'nooit', lasting: true }, na(LEASE_MS + 3)),
      ).toBe(false);
      expect(await store().settleDelivery(tweede, { kind: 'confirmed' }, na(LEASE_MS + 4))).toBe(false);
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([{ status: 'bevestigd' }]);
    });

    it('gives up for good: the next goes, and the party can still fetch it', async () => {
      const { kanaal, wie, ids } = await lijn(2);
      await store().settleDelivery(
        await een(kanaal, BEGIN),
        { kind: 'failed', fout: 'te-groot', lasting: true },
        na(1),
      );
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([{ status: 'mislukt' }]);
      expect((await store().events(ids[0] ?? '')).find((e) => e.soort === 'mislukt')).toMatchObject({
        soort: 'mislukt',
        gegevens: { partij: wie.gemeente, kanaal, fout: 'te-groot' },
      });
      expect((await een(kanaal, na(2))).berichtId).toBe(ids[1]);
      const { berichten } = await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 });
      expect(berichten.map(({ id, status }) => ({ id, status }))).toEqual([
        { id: ids[0], status: 'mislukt' },
        { id: ids[1], status: 'wacht' },
      ]);
      expect(await store().markOffered(berichten.slice(0, 1).map((b) => b.aflevering))).toBe(0);
    });

    it('lets the next go when one lies ready for the party, which confirms it later', async () => {
      const { kanaal, wie, ids } = await lijn(2);
      await store().settleDelivery(await een(kanaal, BEGIN), { kind: 'offered' }, na(1));
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([{ status: 'aangeboden' }]);
      expect((await een(kanaal, na(2))).berichtId).toBe(ids[1]);
      expect(await neem(kanaal, na(10 * LEASE_MS))).toMatchObject([{ berichtId: ids[1] }]);
      expect(await store().confirm(ids[0] ?? '', vanPartijen(wie.gemeente), na(3))).toBe(true);
      expect((await store().message(ids[0] ?? '', ALLES))?.afleveringen).toMatchObject([{ status: 'bevestigd' }]);
    });

    it('goes by the new way once a party has another: what lay ready or waited for its moment too', async () => {
      const { kanaal, wie, ids } = await lijn(2);
      await store().settleDelivery(await een(kanaal, BEGIN), { kind: 'offered' }, na(1));
      await store().settleDelivery(
        await een(kanaal, na(2)),
        { kind: 'again', volgendeOp: na(900_000), fout: 'x' },
        na(3),
      );
      const nieuw = `${kanaal}-nieuw`;
      await store().setChannel(wie.gemeente, nieuw);
      expect(await neem(kanaal, na(10))).toEqual([]);
      const eerste = await een(nieuw, na(10));
      expect(eerste).toMatchObject({ berichtId: ids[0], kanaal: nieuw, eerstePogingOp: na(10) });
      await store().settleDelivery(eerste, { kind: 'again', volgendeOp: na(20), fout: 'x' }, na(11));
      expect((await een(nieuw, na(20))).berichtId).toBe(ids[0]);
    });

    it('keeps out of the way of who asks for its messages itself', async () => {
      const wie = partijen();
      await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] });
      expect(await neem('ophalen', BEGIN)).toEqual([]);
    });
  });
}
