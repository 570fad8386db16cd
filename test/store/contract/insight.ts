import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../../src/agreements/document.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Signaal } from '../../../src/verdict/verdict.ts';
import { ALLES, vanPartijen, vanRegios } from '../../access/wie.ts';
import { beoordeel, bewaar, partijen, verzoek } from '../make.ts';

export function insight(store: () => Store): void {
  describe('agreements', () => {
    const document = (versie: string): AfsprakenDocument => ({
      versie,
      regios: [{ code: 'AA', naam: 'Amsterdam-Amstelland' }],
      gemeenten: [],
      aanbieders: [],
      regimes: [],
      producten: [],
      contracten: [],
    });

    it('are numbered by the store, one by one; the highest is the newest', async () => {
      const voor = await store().agreementsVersion();
      const nummers = await Promise.all(
        ['a', 'b', 'c', 'd'].map((v) => store().saveAgreements(document(v), 'beheer', new Date()).then(Number)),
      );
      expect([...nummers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4].map((n) => voor + n));
      const laatste = await store().saveAgreements(document('e'), 'beheer', new Date());
      expect(await store().agreementsVersion()).toBe(laatste);
      expect(await store().saveAgreements(document('f'), 'beheer', new Date(), voor)).toBeNull();
      expect(await store().latestAgreements()).toEqual({ versie: laatste, document: document('e') });
      expect((await store().agreementsAt(nummers[1] ?? 0))?.versie).toBe('b');
      expect(await store().agreementsAt(99_999)).toBeUndefined();
    });
  });

  describe('keys', () => {
    const nieuw = {
      naam: 'Sleutel',
      rol: 'operator',
      partij: null,
      partijen: null,
      regios: ['AA', 'ZAWA'],
      alleenLezen: true,
      geldigTot: '2026-12-31',
      staart: 'abcd',
    } as const;
    const hashVan = (geheim: string) => createHash('sha256').update(geheim).digest();

    it('are found by hash only', async () => {
      const hash = hashVan('geheim');
      const sleutel = await store().addKey(nieuw, hash);
      expect(sleutel).toMatchObject({ ...nieuw, laatstGebruiktOp: null, beeindigdOp: null });
      expect(await store().keyByHash(hash)).toEqual(sleutel);
      expect(await store().keys()).toContainEqual(sleutel);
      expect(await store().keyByHash(hashVan('ander'))).toBeUndefined();
      const partijen = ['0362', '0439'];
      const meer = { ...nieuw, rol: 'gemeente' as const, regios: null, partijen, alleenLezen: false, geldigTot: null };
      expect(await store().addKey(meer, hashVan('meer'))).toMatchObject(meer);
    });

    it('are changed, used and ended, and stay in the list', async () => {
      const hash = hashVan('geheim 2');
      const { id } = await store().addKey(nieuw, hash);
      expect(await store().changeKey(id, { naam: 'Anders' })).toMatchObject({ ...nieuw, naam: 'Anders' });
      expect(await store().changeKey(id, { regios: ['AA'], geldigTot: null })).toMatchObject({
        ...{ naam: 'Anders', regios: ['AA'], geldigTot: null, alleenLezen: true },
      });
      expect(await store().changeKey('geen-id', { naam: 'x' })).toBeUndefined();
      await store().keyUsed(id, new Date('2026-03-02T10:00:00Z'));
      await store().keyUsed(id, new Date('2026-03-02T09:00:00Z'));
      expect((await store().keyByHash(hash))?.laatstGebruiktOp).toBe('2026-03-02T10:00:00.000Z');
      expect(await store().endKey('geen-id', new Date())).toBe(false);
      const op = new Date('2026-03-03T10:00:00Z');
      expect([await store().endKey(id, op), await store().endKey(id, new Date())]).toEqual([true, false]);
      expect(await store().changeKey(id, { geldigTot: '2030-01-01' })).toBeUndefined();
      expect(await store().keys()).toContainEqual(expect.objectContaining({ id, beeindigdOp: op.toISOString() }));
    });
  });

  describe('the audit', () => {
    const row = {
      door: 'sleutel-1',
      doorNaam: 'Sleutel een',
      handeling: 'proef',
      op: new Date('2026-03-02T10:00:00Z'),
    };

    it('is written with the change, or neither is', async () => {
      const leeg = { regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] };
      const voor = await store().agreementsVersion();
      const nummer = await store().recorded(async (changes) => {
        const result = await changes.saveAgreements({ versie: 'met', ...leeg }, 'x', new Date());
        return { result, row: { ...row, onderwerp: String(result) } };
      });
      expect([nummer, await store().agreementsVersion()]).toEqual([voor + 1, voor + 1]);
      const kapot = store().recorded(async (changes) => {
        await changes.saveAgreements({ versie: 'zonder', ...leeg }, 'x', new Date());
        throw new Error('toch niet');
      });
      await expect(kapot).rejects.toThrow('toch niet');
      const geenRij = { ...row, onderwerp: null as unknown as string };
      const zonderRij = store().recorded(async (changes) => {
        return { result: await changes.saveAgreements({ versie: 'zonder', ...leeg }, 'x', new Date()), row: geenRij };
      });
      await expect(zonderRij).rejects.toThrow();
      expect(await store().agreementsVersion()).toBe(nummer);
    });

    it('finds the first of two commands under one Idempotency-Key that come at once', async () => {
      const wie = partijen();
      const opdracht = {
        ...{ laan: wie.laan, regio: 'AA', soort: 'besluit', partij: wie.gemeente, gegevens: {} },
        ...{ idempotentie: `een-${wie.gemeente}`, op: new Date() },
      };
      const bewaard = await Promise.all(
        Array.from({ length: 8 }, () =>
          store().recorded(async (changes) => ({ result: await changes.saveCommand(opdracht), row: null })),
        ),
      );
      expect(new Set(bewaard.map(({ id }) => id)).size).toBe(1);
      expect(bewaard.filter(({ nieuw: eerste }) => eerste)).toHaveLength(1);
    });
  });

  describe('signals', () => {
    it('are paged by key, oldest or newest first, for a party or a region', async () => {
      const [wie, ander] = [partijen(), partijen()];
      const signaal = (percentage: number, bij = wie): Signaal => ({
        soort: 'signaalbudget',
        gemeente: bij.gemeente,
        aanbieder: bij.aanbieder,
        toewijzingNummer: 900_000_001,
        percentage,
        melding: 'Het budget raakt op.',
      });
      await beoordeel(store(), wie, { signalen: [signaal(75.5), signaal(80)] });
      await beoordeel(store(), ander, { signalen: [signaal(1, ander)] });
      await beoordeel(store(), wie, { signalen: [signaal(100)] });
      const van = async (extra = {}) =>
        store().signals({ scope: vanPartijen(wie.aanbieder, wie.gemeente), limit: 10, ...extra });
      const alle = await van();
      expect(alle.map((s) => s.percentage)).toEqual([75.5, 80, 100]);
      expect(alle[0]).toMatchObject(signaal(75.5));
      expect((await van({ na: alle[0]?.id, limit: 1 })).map((s) => s.percentage)).toEqual([80]);
      expect((await van({ nieuwsteEerst: true })).map((s) => s.percentage)).toEqual([100, 80, 75.5]);
      expect((await van({ nieuwsteEerst: true, na: alle[2]?.id })).map((s) => s.percentage)).toEqual([80, 75.5]);
      expect(await van({ scope: vanRegios('ZAWA') })).toEqual([]);
      expect(await van({ na: 'onzin' })).toEqual([]);
      expect(
        (await store().signals({ scope: vanRegios('AA'), nieuwsteEerst: true, limit: 2 })).map((s) => s.percentage),
      ).toEqual([100, 1]);
    });
  });

  describe('werkbak', () => {
    it('holds what waits for the gemeente until it is closed', async () => {
      const wie = partijen();
      const [een, twee] = [verzoek(), verzoek({ soort: 'VOW' })];
      const item = (v: typeof een) => ({
        soort: 'werkbak' as const,
        item: { ...wie, referentie: v.referentie, soort: v.soort, client: v.client, redenen: ['boven-signaalbudget'] },
      });
      const id = await beoordeel(store(), wie, (berichtId) => ({
        mutaties: [een, twee].flatMap((v) => [{ soort: 'verzoek' as const, verzoek: { ...v, berichtId } }, item(v)]),
      }));
      const eerste = await store().werkbak(vanPartijen(wie.gemeente), { limit: 1 });
      expect(eerste).toMatchObject([
        {
          gemeente: wie.gemeente,
          aanbieder: wie.aanbieder,
          referentie: een.referentie,
          soort: 'VOT',
          redenen: ['boven-signaalbudget'],
          berichtId: id,
        },
      ]);
      const tweede = await store().werkbak(vanPartijen(wie.gemeente), { limit: 1, na: eerste[0]?.id ?? '' });
      expect(tweede.map((i) => i.referentie)).toEqual([twee.referentie]);
      const itemId = eerste[0]?.id ?? '';
      expect(await store().werkbakItem(itemId, ALLES)).toMatchObject({ laan: wie.laan, regio: 'AA', open: true });
      const vanBericht = async () =>
        new Map((await store().requestsIn([id, 'geen-id'])).map(({ item, stand }) => [item, stand]));
      expect(await store().requestsIn([id])).toMatchObject([{ laan: wie.laan }, { laan: wie.laan }]);
      expect((await vanBericht()).size).toBe(2);
      expect((await vanBericht()).get(itemId)).toBe('open');
      await beoordeel(store(), wie, { mutaties: [{ soort: 'werkbak-gesloten', referentie: een.referentie }] });
      expect([...(await vanBericht()).keys()]).toContain(null);
      expect((await store().werkbak(vanPartijen(wie.gemeente), { limit: 9 })).map((i) => i.referentie)).toEqual([
        twee.referentie,
      ]);
      expect(await store().werkbakItem(itemId, ALLES)).toMatchObject({ open: false });
      expect(await store().werkbakItem('geen-id', ALLES)).toBeUndefined();
    });
  });

  describe('counts', () => {
    it('follow what is stored, judged and waiting', async () => {
      const wie = partijen();
      const tel = async () => {
        const { berichten, wachtend } = await store().counts(ALLES);
        const van = (status: string) =>
          berichten.find((b) => b.regio === 'AA' && b.type === 'JW317' && b.status === status)?.aantal ?? 0;
        return [van('ontvangen'), van('afgekeurd'), wachtend.find((w) => w.regio === 'AA')?.aantal ?? 0] as const;
      };
      const voor = await tel();
      await beoordeel(store(), wie, { status: 'afgekeurd' }, { type: 'JW317' });
      await bewaar(store(), wie, { type: 'JW317' });
      expect(await tel()).toEqual([voor[0] + 1, voor[1] + 1, voor[2] + 1]);
    });
  });
}
