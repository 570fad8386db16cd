import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen, vanRegios } from '../../access/wie.ts';
import { antwoord, beoordeel, bewaar, ontvangst, partijen, verdict } from '../make.ts';

export function intake(store: () => Store): void {
  describe('storing', () => {
    it('numbers are dense and follow the commits, with 20 writers at once', async () => {
      const wie = partijen();
      let gezien = 0;
      let klaar = false;
      const kijker = (async () => {
        // What a reader sees is always the beginning of the lane, without holes.
        while (!klaar) {
          const { werk } = await store().work(wie.laan, 500);
          expect(werk.map((w) => w.volgnummer)).toEqual(werk.map((_, i) => i + 1));
          expect(werk.length).toBeGreaterThanOrEqual(gezien);
          gezien = werk.length;
        }
      })();
      const schrijvers = Array.from({ length: 20 }, async () => {
        for (let i = 0; i < 10; i++) await bewaar(store(), wie);
      });
      await Promise.all(schrijvers);
      klaar = true;
      await kijker;
      const { beoordeeldTot, werk } = await store().work(wie.laan, 500);
      expect(beoordeeldTot).toBe(0);
      expect(werk.map((w) => w.volgnummer)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    });

    it('gives back the exact bytes and everything that was known', async () => {
      const wie = partijen();
      const bytes = randomBytes(70_000);
      const bewaard = await store().saveMessage(ontvangst(wie, { bytes, type: null, release: null, gemeente: null }));
      expect(bewaard).toMatchObject({ kind: 'stored', laan: wie.laan, volgnummer: 1 });
      expect(Buffer.from((await store().messageBytes(bewaard.id, ALLES)) ?? []).equals(bytes)).toBe(true);
      const [werk] = (await store().work(wie.laan, 1)).werk;
      expect(werk).toMatchObject({
        kind: 'bericht',
        id: bewaard.id,
        type: null,
        release: null,
        gemeente: null,
        aanbieder: wie.aanbieder,
        partij: wie.aanbieder,
        regio: 'AA',
        pogingen: 0,
        ontvangenOp: new Date('2026-03-02T09:30:00.000Z'),
      });
      const terug = werk?.kind === 'bericht' ? werk.bytes : new Uint8Array();
      expect(terug).toBeInstanceOf(Uint8Array);
      expect(terug.byteLength).toBe(terug.buffer.byteLength);
      expect(Buffer.from(terug).equals(bytes)).toBe(true);
    });

    it('keeps the way a message came in, and shows none of what was composed', async () => {
      const wie = partijen();
      const bytes = randomBytes(100);
      const eerst = ontvangst(wie, { bytes, via: 'amqp', transportId: 'zending-1' });
      const id = await beoordeel(store(), wie, { status: 'geweigerd' }, eerst);
      expect(await store().message(id, ALLES)).toMatchObject({ via: 'amqp', transportId: 'zending-1' });
      // Refused, and sent again another way.
      await store().saveMessage(ontvangst(wie, { bytes, via: 'map', transportId: null }));
      expect(await store().message(id, ALLES)).toMatchObject({ via: 'map', transportId: null });
      const ander = partijen();
      const beantwoord = await beoordeel(store(), ander, { antwoorden: [antwoord(ander)] });
      const gemaakt = (await store().message(beantwoord, ALLES))?.antwoorden[0]?.id ?? '';
      expect(await store().message(gemaakt, ALLES)).toMatchObject({ via: null, transportId: null });
      const [nieuwste] = await store().messages({ scope: vanPartijen(ander.aanbieder), limit: 1 });
      expect(nieuwste).toMatchObject({ via: null });
    });

    it('keeps messages apart that come in together: their bytes, lanes and order', async () => {
      const wie = [partijen(), partijen(), partijen()];
      const alle = Array.from({ length: 250 }, (_, i) => {
        const van = wie[i % wie.length] ?? partijen();
        return { van, bytes: randomBytes(1 + ((i * 7919) % 40_000)) };
      });
      const groot = randomBytes(1_500_000);
      const [grote, ...bewaard] = await Promise.all([
        store().saveMessage(ontvangst(partijen(), { bytes: groot })),
        ...alle.map(({ van, bytes }) => store().saveMessage(ontvangst(van, { bytes }))),
      ]);
      expect(Buffer.from((await store().messageBytes(grote?.id ?? '', ALLES)) ?? []).equals(groot)).toBe(true);
      for (const { laan } of wie) {
        const { werk } = await store().work(laan, 250);
        const eigen = alle.flatMap(({ van, bytes }, i) => (van.laan === laan ? [{ bytes, bewaard: bewaard[i] }] : []));
        expect(werk.map(({ id, volgnummer }) => ({ kind: 'stored', id, laan, volgnummer }))).toEqual(
          eigen.map((e) => e.bewaard),
        );
        expect(werk.every((w, i) => w.kind === 'bericht' && eigen[i]?.bytes.equals(w.bytes))).toBe(true);
      }
    });

    it('fails for the one that cannot be stored, not for those that came with it', async () => {
      const wie = partijen();
      const uitkomsten = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          store().saveMessage(ontvangst(wie, i === 7 ? { ontvangenOp: new Date(Number.NaN) } : {})),
        ),
      );
      expect(uitkomsten.map((u) => u.status === 'rejected')).toEqual(uitkomsten.map((_, i) => i === 7));
      expect((await store().work(wie.laan, 50)).werk.map((w) => w.volgnummer)).toEqual(
        Array.from({ length: 19 }, (_, i) => i + 1),
      );
    });

    it('knows nothing of an id that is not one', async () => {
      expect(await store().message('geen-id', ALLES)).toBeUndefined();
      expect(await store().messageBytes('geen-id', ALLES)).toBeUndefined();
      expect(await store().replay('geen-id')).toEqual({ kind: 'unknown' });
      expect(await store().message('01900000-0000-7000-8000-000000000000', ALLES)).toBeUndefined();
    });
  });

  describe('the same bytes again', () => {
    it('are one message, however many come at once', async () => {
      const wie = partijen();
      const zelfde = ontvangst(wie);
      const uitkomsten = await Promise.all(Array.from({ length: 30 }, () => store().saveMessage(zelfde)));
      expect(uitkomsten.filter((u) => u.kind === 'stored')).toHaveLength(1);
      expect(uitkomsten.filter((u) => u.kind === 'duplicate')).toHaveLength(29);
      expect(new Set(uitkomsten.map((u) => u.id)).size).toBe(1);
      await bewaar(store(), wie);
      expect((await store().work(wie.laan, 50)).werk.map((w) => w.volgnummer)).toEqual([1, 2]);
    });

    it('of another party are another message', async () => {
      const [een, ander] = [partijen(), partijen()];
      const bytes = Buffer.from('<Bericht>van twee</Bericht>');
      expect((await store().saveMessage(ontvangst(een, { bytes }))).kind).toBe('stored');
      expect((await store().saveMessage(ontvangst(ander, { bytes }))).kind).toBe('stored');
    });

    it('tell the status of the first, unless that was refused: then it waits again, once', async () => {
      const wie = partijen();
      const eerst = ontvangst(wie);
      const id = await beoordeel(store(), wie, { status: 'geweigerd' }, eerst);
      const later = {
        ...eerst,
        ontvangenOp: new Date('2026-03-05T00:00:00Z'),
        regio: 'ZAWA',
        laan: `ZAWA-${wie.aanbieder}`,
      };
      const uitkomsten = await Promise.all(Array.from({ length: 10 }, () => store().saveMessage(later)));
      expect(uitkomsten.filter((u) => u.kind === 'again')).toEqual([
        { kind: 'again', id, laan: later.laan, volgnummer: 1 },
      ]);
      expect(uitkomsten.filter((u) => u.kind === 'duplicate')).toHaveLength(9);
      expect(await store().message(id, ALLES)).toMatchObject({
        status: 'ontvangen',
        regio: 'ZAWA',
        ontvangenOp: '2026-03-05T00:00:00.000Z',
        beoordeeldOp: null,
      });
      const { werk } = await store().work(later.laan, 5);
      expect(werk.map((w) => w.id)).toEqual([id]);
      await store().writeVerdicts(
        later.laan,
        0,
        werk.map((w) => verdict(w, { status: 'afgekeurd' })),
      );
      expect(await store().saveMessage(later)).toEqual({
        kind: 'duplicate',
        id,
        status: 'afgekeurd',
        laan: later.laan,
      });
    });
  });

  describe('looking back', () => {
    it('shows a message with its bevindingen, answers in order and deliveries', async () => {
      const wie = partijen();
      const bevinding = {
        niveau: 3,
        regel: 'TR056',
        retourcode: '9056',
        ernst: 'fout',
        pad: '/Bericht/Header',
        lijn: 3,
        kolom: 4,
        melding: 'Nul \u0000 en half \ud800 teken, euro \u20ac en C:\\u0000',
      } as const;
      const id = await beoordeel(store(), wie, {
        status: 'afgekeurd',
        bevindingen: [bevinding],
        antwoorden: [
          antwoord(wie),
          antwoord(wie, { type: 'JW301' }),
          antwoord(wie, { type: 'JW319', leverAan: [wie.aanbieder, wie.gemeente] }),
        ],
        doorgeleverdAan: [wie.gemeente, wie.gemeente],
      });
      const beeld = await store().message(id, ALLES);
      expect(beeld).toMatchObject({
        id,
        type: 'JW315',
        release: '3.2',
        afzender: wie.aanbieder,
        ontvanger: wie.gemeente,
        partij: wie.aanbieder,
        status: 'afgekeurd',
        inAntwoordOp: null,
        afsprakenVersie: 1,
        regelsVersie: 'r1',
        afleveringen: [{ partij: wie.gemeente, status: 'wacht' }],
      });
      expect(beeld?.bevindingen).toEqual([
        { ...bevinding, melding: 'Nul \ufffd en half \ufffd teken, euro \u20ac en C:\\u0000' },
      ]);
      expect(beeld?.antwoorden.map((a) => [a.type, a.ontvanger])).toEqual([
        ['JW316', wie.aanbieder],
        ['JW301', wie.aanbieder],
        ['JW319', wie.aanbieder],
      ]);
      expect(new Date(beeld?.beoordeeldOp ?? '').toISOString()).toBe(beeld?.beoordeeldOp);
      const laatste = beeld?.antwoorden[2]?.id ?? '';
      expect(await store().message(laatste, ALLES)).toMatchObject({
        status: 'goedgekeurd',
        inAntwoordOp: id,
        partij: wie.gemeente,
        regio: 'AA',
        afleveringen: [
          { partij: wie.aanbieder, status: 'wacht' },
          { partij: wie.gemeente, status: 'wacht' },
        ],
      });
      expect(Buffer.from((await store().messageBytes(laatste, ALLES)) ?? []).toString()).toMatch(/^<Antwoord/);
      expect((await store().events(id)).map((e) => e.soort)).toEqual(['ontvangen', 'beoordeeld']);
    });

    it('lists newest first, page by page, what a party sent or got', async () => {
      const wie = partijen();
      const ander = partijen();
      const eigen: string[] = [];
      for (let i = 0; i < 5; i++) eigen.unshift((await bewaar(store(), wie)).id);
      const vanAnder = await beoordeel(store(), ander, { doorgeleverdAan: [wie.aanbieder] }, { type: 'JW301' });
      await bewaar(store(), ander);
      const verwacht = [vanAnder, ...eigen];
      const gezien: string[] = [];
      for (let na: string | undefined; ; ) {
        const blad = await store().messages({
          scope: vanPartijen(wie.aanbieder),
          limit: 2,
          ...(na === undefined ? {} : { na }),
        });
        if (blad.length === 0) break;
        gezien.push(...blad.map((b) => b.id));
        na = gezien.at(-1);
      }
      expect(gezien).toEqual(verwacht);
      const alleen = (filter: object) => store().messages({ scope: vanPartijen(wie.aanbieder), limit: 50, ...filter });
      expect((await alleen({ type: 'JW301' })).map((b) => b.id)).toEqual([vanAnder]);
      expect((await alleen({ status: 'ontvangen' })).map((b) => b.id)).toEqual(eigen);
      expect(await alleen({ regio: 'ZAWA' })).toEqual([]);
      expect((await alleen({ regio: 'AA' })).length).toBe(6);
      // What was exchanged with another party, in whole pages.
      expect((await alleen({ partij: ander.aanbieder })).map((b) => b.id)).toEqual([vanAnder]);
      expect((await alleen({ partij: wie.gemeente, limit: 2 })).map((b) => b.id)).toEqual(eigen.slice(0, 2));
      expect((await alleen({ partij: wie.aanbieder })).length).toBe(6);
      expect(await store().message(vanAnder, vanPartijen(wie.aanbieder))).toMatchObject({ id: vanAnder });
      for (const scope of [vanPartijen(partijen().aanbieder), vanRegios('ZAWA')]) {
        expect(await store().message(vanAnder, scope)).toBeUndefined();
        expect(await store().messageBytes(vanAnder, scope)).toBeUndefined();
      }
      expect(await store().messageBytes(vanAnder, vanRegios('AA'))).toBeInstanceOf(Uint8Array);
      expect(await alleen({ na: 'geen-id' })).toEqual([]);
      expect((await store().messages({ scope: vanRegios('AA'), status: 'ontvangen', limit: 1 }))[0]?.partij).toBe(
        ander.aanbieder,
      );
      const zonder = await bewaar(store(), partijen(), { regio: null });
      expect(await store().message(zonder.id, vanRegios('AA'))).toMatchObject({ regio: null });
      expect((await store().messages({ scope: vanRegios('ZAWA'), limit: 1 })).map((b) => b.id)).toEqual([zonder.id]);
    });
  });
}
