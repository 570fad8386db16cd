import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES } from '../../access/wie.ts';
import { beoordeel, bewaar, claim, partijen, toewijzing, uniek, verdict, vraag } from '../make.ts';

export function claims(store: () => Store): void {
  describe('claims', () => {
    it('belong to one owner over all lanes; a conflict leaves nothing behind', async () => {
      const [a, b] = [partijen(), partijen()];
      const [van, bij] = [`toe|${a.gemeente}|1`, `toe|${a.gemeente}|2`];
      const eerst = await bewaar(store(), a);
      const dan = await bewaar(store(), b);
      expect(
        await store().writeVerdicts(a.laan, 0, [verdict(eerst, { claims: [claim(van, 'a'), claim(bij, 'a')] })]),
      ).toEqual({ kind: 'written' });
      const botst = verdict(dan, {
        claims: [claim(bij, 'b'), claim(van, 'a'), claim(`vrij|${uniek()}`, 'b')],
        doorgeleverdAan: [b.gemeente],
      });
      expect(await store().writeVerdicts(b.laan, 0, [botst])).toEqual({ kind: 'conflict', claims: [bij] });
      expect(await store().message(dan.id, ALLES)).toMatchObject({ status: 'ontvangen', afleveringen: [] });
      const [geladen] = await store().loadKennis([
        vraag(b, { claims: [bij, van, ...botst.verdict.claims.map((c) => c.sleutel)] }),
      ]);
      expect(geladen?.kennis.claims).toEqual({ [bij]: 'a', [van]: 'a' });
      // The same owner again is no conflict: a new version of a toewijzing, a replay.
      expect(await store().writeVerdicts(b.laan, 0, [verdict(dan, { claims: [claim(van, 'a')] })])).toEqual({
        kind: 'written',
      });
    });

    it('of two owners inside one transaction conflict too', async () => {
      const wie = partijen();
      const werk = [await bewaar(store(), wie), await bewaar(store(), wie)];
      const sleutel = `pre|${wie.aanbieder}|1`;
      const beide = werk.map((w) => verdict(w, { claims: [claim(sleutel, w.id)] }));
      expect(await store().writeVerdicts(wie.laan, 0, beide)).toEqual({ kind: 'conflict', claims: [sleutel] });
    });

    it('raced for by many lanes go to exactly one', async () => {
      const lanen = Array.from({ length: 12 }, partijen);
      const werk = await Promise.all(lanen.map((wie) => bewaar(store(), wie)));
      const sleutel = `toe|race|${uniek()}`;
      const uitkomsten = await Promise.all(
        lanen.map((wie, i) => {
          const mijn = werk[i];
          if (mijn === undefined) throw new Error('no work');
          return store().writeVerdicts(wie.laan, 0, [verdict(mijn, { claims: [claim(sleutel, mijn.id)] })]);
        }),
      );
      expect(uitkomsten.filter((u) => u.kind === 'written')).toHaveLength(1);
      expect(uitkomsten.filter((u) => u.kind === 'conflict')).toHaveLength(11);
    });

    it('of crossing sets never lock each other in', async () => {
      const lanen = Array.from({ length: 6 }, partijen);
      for (let ronde = 0; ronde < 25; ronde++) {
        const sleutels = Array.from({ length: 30 }, () => `kruis|${uniek()}`);
        const uitkomsten = await Promise.all(
          lanen.map(async (wie, i) => {
            const { beoordeeldTot } = await store().work(wie.laan, 1);
            const werk = await bewaar(store(), wie);
            // Each lane names the same keys in an order of its own; one owner, so that all may be written.
            const eigen = [...sleutels.slice(i * 5), ...sleutels.slice(0, i * 5)];
            if (i % 2 === 1) eigen.reverse();
            return store().writeVerdicts(wie.laan, beoordeeldTot, [
              verdict(werk, { claims: eigen.map((s) => claim(s, 'een')) }),
            ]);
          }),
        );
        expect(uitkomsten.map((u) => u.kind)).toEqual(lanen.map(() => 'written'));
      }
    });
  });

  describe('number series', () => {
    it('give every number once, from where the gemeente begins', async () => {
      const gemeente = `g${uniek()}`;
      const blokken = await Promise.all(
        Array.from({ length: 25 }, () =>
          store().drawNumbers(4, { [gemeente]: { aantal: 3, vanaf: 900_000_000 }, ander: { aantal: 1, vanaf: 5 } }),
        ),
      );
      const nummers = blokken.flatMap((b) => [0, 1, 2].map((i) => (b.toewijzing[gemeente] ?? 0) + i));
      expect(new Set(nummers).size).toBe(75);
      expect(Math.min(...nummers)).toBe(900_000_000);
      expect(Math.max(...nummers)).toBe(900_000_074);
      const identificaties = blokken.flatMap((b) => [0, 1, 2, 3].map((i) => b.identificatie + i));
      expect(new Set(identificaties).size).toBe(100);
    });

    it('move on when the beginning is raised, and never go back', async () => {
      const gemeente = `g${uniek()}`;
      const trek = async (vanaf: number) =>
        (await store().drawNumbers(0, { [gemeente]: { aantal: 10, vanaf } })).toewijzing[gemeente];
      expect([await trek(100), await trek(100), await trek(500), await trek(100)]).toEqual([100, 110, 500, 510]);
    });

    it('go past the numbers that the gemeente used itself, however many follow each other', async () => {
      const wie = partijen();
      const begin = 900_000_000;
      const trek = async (aantal: number) =>
        (await store().drawNumbers(0, { [wie.gemeente]: { aantal, vanaf: begin } })).toewijzing[wie.gemeente];
      const gebruik = async (nummers: readonly number[]) =>
        beoordeel(store(), wie, {
          mutaties: nummers.map((nummer) => ({ soort: 'toewijzing', toewijzing: toewijzing(wie, { nummer }) })),
        });
      const reeks = (van: number, aantal: number) => Array.from({ length: aantal }, (_, i) => begin + van + i);

      await gebruik(reeks(5, 20));
      expect(await trek(5)).toBe(begin);
      expect(await trek(5)).toBe(begin + 25);
      // A run that is longer than many draws, then room for four, another run, and room enough.
      await gebruik([...reeks(30, 400), ...reeks(434, 3), begin + 450]);
      expect(await trek(5)).toBe(begin + 437);
      expect(await trek(8)).toBe(begin + 442);
      expect(await trek(1)).toBe(begin + 451);
      // Another gemeente has its own numbers.
      expect((await store().drawNumbers(0, { ander9: { aantal: 5, vanaf: begin + 30 } })).toewijzing.ander9).toBe(
        begin + 30,
      );
    });
  });
}
