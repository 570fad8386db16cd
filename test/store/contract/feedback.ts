import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../src/store/feedback/contract.ts';
import type { Ontvangst } from '../../../src/store/messages/contract.ts';
import type { Store } from '../../../src/store/store.ts';
import { beoordeel, bewaar, ontvangst, partijen, verdict } from '../make.ts';

const BEGIN = new Date('2026-03-04T12:00:00.000Z');
const na = (ms: number) => new Date(BEGIN.getTime() + ms);
const LEASE_MS = 60_000;
const AMQP = { via: 'amqp', transportId: 'een' } as const;

/** What senders are told by the way that their messages came. */
export function feedback(store: () => Store): void {
  /** What is due for this party; that of other tests is left where it is. */
  async function due(partij: string, op: Date, via: 'amqp' | 'stuf' = 'amqp'): Promise<readonly Feedback[]> {
    const all = await store().claimFeedback(via, 1_000, LEASE_MS, op);
    return all.filter((one) => one.partij === partij);
  }
  const told = (all: readonly Feedback[]) =>
    all.map(({ transportId, berichtId, status }) => [transportId, berichtId, status]);

  describe('what a sender is told', () => {
    it('is due once its message is judged, and not before', async () => {
      const wie = partijen();
      const werk = await bewaar(store(), wie, AMQP);
      expect(await due(wie.aanbieder, BEGIN)).toEqual([]);
      await store().writeVerdicts(wie.laan, werk.volgnummer - 1, [verdict(werk, { status: 'afgekeurd' })]);
      expect(told(await due(wie.aanbieder, BEGIN))).toEqual([['een', werk.id, 'afgekeurd']]);
    });

    it('nothing where it came by a way that tells nothing', async () => {
      const wie = partijen();
      await beoordeel(store(), wie, {}, { via: 'map', transportId: 'een' });
      expect(await due(wie.aanbieder, BEGIN)).toEqual([]);
    });

    it('each time that it sends the same bytes, with the id that it gave then', async () => {
      const wie = partijen();
      const again = (extra: Partial<Ontvangst>) =>
        store().saveMessage(ontvangst(wie, { bytes: Buffer.from(wie.laan), ...extra }));
      const id = await beoordeel(store(), wie, {}, { ...AMQP, bytes: Buffer.from(wie.laan) });
      await again({ ...AMQP, transportId: 'twee' });
      await again({ ...AMQP, transportId: 'twee' });
      expect(told(await due(wie.aanbieder, BEGIN))).toEqual([
        ['een', id, 'goedgekeurd'],
        ['twee', id, 'goedgekeurd'],
        ['twee', id, 'goedgekeurd'],
      ]);
    });

    it('by StUF once for each of its own ids', async () => {
      const wie = partijen();
      const bytes = Buffer.from(wie.laan);
      const stuf = (transportId: string) => ({ via: 'stuf', transportId, bytes }) as const;
      const id = await beoordeel(store(), wie, {}, stuf('een'));
      for (const ref of ['een', 'twee', 'twee']) await store().saveMessage(ontvangst(wie, stuf(ref)));
      expect(told(await due(wie.aanbieder, BEGIN, 'stuf'))).toEqual([
        ['een', id, 'goedgekeurd'],
        ['twee', id, 'goedgekeurd'],
      ]);
    });

    it('the new verdict when what was refused is sent or judged again', async () => {
      const wie = partijen();
      const bytes = Buffer.from(wie.laan);
      const id = await beoordeel(store(), wie, { status: 'geweigerd' }, { ...AMQP, bytes });
      const settle = async (all: readonly Feedback[]) =>
        store().settleFeedback(
          all.map((one) => ({ feedback: one, settlement: { kind: 'told' } })),
          na(1),
        );
      await settle(await due(wie.aanbieder, BEGIN));
      await store().saveMessage(ontvangst(wie, { via: 'amqp', transportId: 'twee', bytes }));
      expect(await due(wie.aanbieder, na(2))).toEqual([]);
      await store().writeVerdicts(wie.laan, 1, [
        verdict({ kind: 'bericht', id, volgnummer: 2 }, { status: 'geweigerd' }),
      ]);
      const second = await due(wie.aanbieder, na(3));
      expect(told(second)).toEqual([['twee', id, 'geweigerd']]);
      await settle(second);
      await store().replay(id);
      await store().writeVerdicts(wie.laan, 2, [verdict({ kind: 'bericht', id, volgnummer: 3 })]);
      expect(told(await due(wie.aanbieder, na(4)))).toEqual([['twee', id, 'goedgekeurd']]);
    });

    it('again at its moment when that failed, when a process was killed at it, and not when it was told or given up', async () => {
      const wie = partijen();
      await beoordeel(store(), wie, {}, AMQP);
      const [first] = await due(wie.aanbieder, BEGIN);
      if (first === undefined) throw new Error('nothing was due');
      expect(await due(wie.aanbieder, na(LEASE_MS - 1))).toEqual([]);
      const [taken] = await due(wie.aanbieder, na(LEASE_MS));
      expect(taken).toMatchObject({ id: first.id, poging: 2, eerstePogingOp: BEGIN });
      const again = { kind: 'again', volgendeOp: na(LEASE_MS + 10), fout: 'weg' } as const;
      // Who had it before has no say any more.
      await store().settleFeedback([{ feedback: first, settlement: { kind: 'told' } }], na(LEASE_MS + 1));
      await store().settleFeedback([{ feedback: taken ?? first, settlement: again }], na(LEASE_MS + 2));
      expect(await due(wie.aanbieder, na(LEASE_MS + 9))).toEqual([]);
      const [third] = await due(wie.aanbieder, na(LEASE_MS + 10));
      expect(third?.poging).toBe(3);
      const end = { kind: 'given-up', fout: 'weg' } as const;
      await store().settleFeedback([{ feedback: third ?? first, settlement: end }], na(LEASE_MS + 11));
      expect(await due(wie.aanbieder, na(9 * LEASE_MS))).toEqual([]);
    });

    it('a code about what was no message, once', async () => {
      const { aanbieder: partij } = partijen();
      const nieuw = { via: 'stuf', partij, transportId: 'ref', code: 'StUF055' } as const;
      for (let i = 0; i < 2; i++) await store().addFeedback(nieuw);
      expect(await due(partij, BEGIN, 'stuf')).toMatchObject([
        { transportId: 'ref', code: 'StUF055', berichtId: null, status: null },
      ]);
    });
  });
}
