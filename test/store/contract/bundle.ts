import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES } from '../../access/wie.ts';
import { beoordeel, bewaar, ontvangst, partijen } from '../make.ts';

const MIB = 1024 * 1024;

export function bundle(store: () => Store): void {
  describe('what comes in together', () => {
    it('stands in its lanes in the order given, with the bytes of each', async () => {
      const [een, ander] = [partijen(), partijen()];
      await bewaar(store(), een);
      const alle = Array.from({ length: 30 }, (_, nr) =>
        ontvangst(nr % 3 === 0 ? ander : een, { bytes: randomBytes(10 + nr * 20_000) }),
      );
      const bewaard = await store().saveBundle(alle);
      expect(bewaard.map(({ kind, laan }) => [kind, laan])).toEqual(alle.map(({ laan }) => ['stored', laan]));
      for (const [{ laan }, first] of [
        [een, 2],
        [ander, 1],
      ] as const) {
        const eigen = bewaard.filter((b) => b.laan === laan);
        expect(eigen.map((b) => b.kind === 'stored' && b.volgnummer)).toEqual(eigen.map((_, nr) => first + nr));
      }
      for (const [nr, { id }] of bewaard.entries())
        expect(
          Buffer.from((await store().messageBytes(id, ALLES)) ?? []).equals(alle[nr]?.bytes ?? Buffer.alloc(0)),
        ).toBe(true);
    });

    it('is larger than one statement stores', async () => {
      const wie = partijen();
      const alle = [5, 5, 25, 1].map((mib) => ontvangst(wie, { bytes: randomBytes(mib * MIB) }));
      expect(await store().saveBundle(alle)).toMatchObject([1, 2, 3, 4].map((volgnummer) => ({ volgnummer })));
    });

    it('is stored as a whole or not at all', async () => {
      const wie = partijen();
      const alle = [0, 1, 2].map((nr) =>
        // Statements apart, of which the last fails.
        ontvangst(wie, { bytes: randomBytes(5 * MIB), ...(nr === 2 && { ontvangenOp: new Date(Number.NaN) }) }),
      );
      await expect(store().saveBundle(alle)).rejects.toThrow();
      expect((await store().work(wie.laan, 5)).werk).toEqual([]);
      await bewaar(store(), wie);
      expect((await store().work(wie.laan, 5)).werk.map((w) => w.volgnummer)).toEqual([1]);
    });

    it('knows what was sent before, or twice in it, and lets what was refused wait again', async () => {
      const wie = partijen();
      const [goed, fout, nieuw] = [ontvangst(wie), ontvangst(wie), ontvangst(wie)];
      const eerder = await beoordeel(store(), wie, { status: 'afgekeurd' }, goed);
      const weg = await beoordeel(store(), wie, { status: 'geweigerd' }, fout);
      const bewaard = await store().saveBundle([nieuw, goed, fout, nieuw, fout]);
      expect(bewaard.map(({ kind }) => kind)).toEqual(['stored', 'duplicate', 'again', 'duplicate', 'duplicate']);
      expect(bewaard[1]).toMatchObject({ id: eerder, status: 'afgekeurd' });
      expect(bewaard[2]?.id).toBe(weg);
      expect(bewaard[3]).toMatchObject({ id: bewaard[0]?.id, status: 'ontvangen' });
      expect(bewaard[4]).toMatchObject({ id: weg, status: 'ontvangen' });
    });

    it('is one message each, however many come at once, also crosswise with single ones', async () => {
      const [een, ander] = [partijen(), partijen()];
      const alle = Array.from({ length: 12 }, (_, nr) => ontvangst(nr % 2 === 0 ? een : ander));
      const bundels = Array.from({ length: 6 }, (_, nr) => store().saveBundle(nr % 2 === 0 ? alle : alle.toReversed()));
      const los = alle.map((o) => store().saveMessage(o));
      const bewaard = [...(await Promise.all(bundels)).flat(), ...(await Promise.all(los))];
      expect(bewaard.filter(({ kind }) => kind === 'stored')).toHaveLength(12);
      expect(new Set(bewaard.map(({ id }) => id)).size).toBe(12);
      for (const { laan } of [een, ander])
        expect((await store().work(laan, 50)).werk.map((w) => w.volgnummer)).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });
}
