import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen } from '../../access/wie.ts';
import { antwoord, beoordeel, partijen } from '../make.ts';
import { since } from './happenings.ts';

export function deliveries(store: () => Store): void {
  const op = new Date('2026-03-04T12:00:00.000Z');

  describe('outgoing', () => {
    it('loses nothing when every message is confirmed while paging', async () => {
      const wie = partijen();
      const verwacht: string[] = [];
      for (let i = 0; i < 7; i++) verwacht.push(await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] }));
      const gezien: string[] = [];
      for (let na: string | null | undefined; na !== null; ) {
        const blad = await store().outgoing(vanPartijen(wie.gemeente), {
          limit: 3,
          ...(na === undefined ? {} : { na }),
        });
        for (const { id } of blad.berichten) {
          gezien.push(id);
          expect(await store().confirm(id, vanPartijen(wie.gemeente), op)).toBe(true);
        }
        na = blad.volgende;
      }
      expect(gezien).toEqual(verwacht);
      expect(await store().outgoing(vanPartijen(wie.gemeente), { limit: 3 })).toEqual({
        berichten: [],
        volgende: null,
      });
    });

    it('tells the message itself and what was composed, to each party its own, in order', async () => {
      const wie = partijen();
      const id = await beoordeel(store(), wie, {
        doorgeleverdAan: [wie.gemeente],
        antwoorden: [antwoord(wie), antwoord(wie, { type: 'JW301', leverAan: [wie.aanbieder, wie.gemeente] })],
      });
      const van = async (partij: string, extra = {}) =>
        (await store().outgoing(vanPartijen(partij), { limit: 10, ...extra })).berichten;
      expect(await van(wie.gemeente)).toMatchObject([
        { id, type: 'JW315', afzender: wie.aanbieder, ontvanger: wie.gemeente, inAntwoordOp: null },
        { type: 'JW301', afzender: wie.gemeente, ontvanger: wie.aanbieder, inAntwoordOp: id },
      ]);
      expect((await van(wie.aanbieder)).map((b) => b.type)).toEqual(['JW316', 'JW301']);
      expect((await van(wie.aanbieder, { type: 'JW301' })).map((b) => b.type)).toEqual(['JW301']);
      expect(await van(wie.aanbieder, { na: 'onzin' })).toEqual([]);
      const beide = await store().outgoing(vanPartijen(wie.gemeente, wie.aanbieder), { limit: 10 });
      expect(beide.berichten.map((b) => b.type)).toEqual(['JW315', 'JW316', 'JW301', 'JW301']);
    });

    it('changes nothing by being read; counts as offered once marked, and as confirmed once, at the first time', async () => {
      const wie = partijen();
      const id = await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] });
      const stand = async () => (await store().message(id, ALLES))?.afleveringen[0];
      expect(await stand()).toMatchObject({ status: 'wacht' });
      const [blad] = await Promise.all(
        Array.from({ length: 5 }, () => store().outgoing(vanPartijen(wie.gemeente), { limit: 10 })),
      );
      expect(await stand()).toMatchObject({ status: 'wacht' });
      const gezien = blad?.berichten.map((b) => b.aflevering) ?? [];
      const gemerkt = await Promise.all(Array.from({ length: 5 }, () => store().markOffered([...gezien, 'onzin'])));
      expect(gemerkt.toSorted()).toEqual([0, 0, 0, 0, 1]);
      expect(await stand()).toMatchObject({ status: 'aangeboden' });
      expect((await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 })).berichten).toHaveLength(1);
      expect(await store().confirm(id, vanPartijen(wie.gemeente), op, 'sleutel-2')).toBe(true);
      expect(await store().confirm(id, vanPartijen(wie.gemeente), new Date(), 'sleutel-3')).toBe(true);
      expect(await store().markOffered(gezien)).toBe(0);
      expect(await stand()).toMatchObject({ partij: wie.gemeente, status: 'bevestigd', op: op.toISOString() });
      expect((await store().events(id)).map((e) => e.soort)).toEqual([
        'ontvangen',
        'beoordeeld',
        'aangeboden',
        'afgeleverd',
      ]);
      // Which key brought it, and which confirmed it.
      const door = (await store().events(id)).map(({ gegevens }) => gegevens?.door);
      expect(door).toEqual(['sleutel-1', undefined, undefined, 'sleutel-2']);
    });

    it('is confirmed many at once, each once, and tells which it knows', async () => {
      const [wie, ander] = [partijen(), partijen()];
      const begin = await store().presentPosition();
      const ids: string[] = [];
      for (let i = 0; i < 5; i++) ids.push(await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] }));
      const vreemd = await beoordeel(store(), ander, { doorgeleverdAan: [ander.gemeente] });
      const van = vanPartijen(wie.gemeente);
      await store().confirm(ids[1] ?? '', van, op);
      const alles = [...ids, vreemd, 'onzin', ids[0] ?? ''];
      const known = await Promise.all(
        Array.from({ length: 4 }, () => store().confirmMany(alles, van, op, 'sleutel-4')),
      );
      const last = (await store().events(ids[4] ?? '')).find(({ soort }) => soort === 'afgeleverd');
      expect(last?.gegevens).toMatchObject({ door: 'sleutel-4' });
      for (const een of known) expect(een.toSorted()).toEqual(ids.toSorted());
      expect((await store().outgoing(van, { limit: 10 })).berichten).toEqual([]);
      expect((await store().outgoing(vanPartijen(ander.gemeente), { limit: 10 })).berichten).toHaveLength(1);
      expect(await store().confirmMany(['onzin'], van, op)).toEqual([]);
      const told = (await since(store(), begin)).flatMap(({ happening: h }) =>
        h?.type === 'delivery.confirmed' ? [h] : [],
      );
      expect(told.map((h) => h.subject).toSorted()).toEqual(ids.toSorted());
    });

    it('is seen to wait, by party, type and place', async () => {
      const wie = partijen();
      await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] });
      const scope = vanPartijen(wie.gemeente);
      const { berichten } = await store().outgoing(scope, { limit: 1 });
      const [na = '0'] = berichten.map((b) => b.aflevering);
      const there = [{ scope }, { scope, type: 'JW315' }, { scope: vanPartijen(wie.aanbieder, wie.gemeente), na: '0' }];
      const not = [
        { scope, type: 'JW301' },
        { scope, na },
        { scope: vanPartijen(wie.aanbieder) },
        { scope, na: 'onzin' },
      ];
      const found = await store().whichWait([...not, ...there]);
      expect(found.length).toBe(there.length);
      for (const asked of there) expect(found).toContain(asked);
      expect(await store().whichWait([])).toEqual([]);
    });

    it('is not confirmed by whom it was never delivered to', async () => {
      const wie = partijen();
      const id = await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] });
      expect(await store().confirm(id, vanPartijen(wie.aanbieder), op)).toBe(false);
      expect(await store().confirm('geen-id', vanPartijen(wie.gemeente), op)).toBe(false);
      expect((await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 })).berichten).toHaveLength(1);
    });
  });
}
