import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AfsprakenDocument } from '../../../src/agreements/document.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Signaal } from '../../../src/verdict/verdict.ts';
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
        ['a', 'b', 'c', 'd'].map((v) => store().saveAgreements(document(v), 'beheer', new Date())),
      );
      expect([...nummers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4].map((n) => voor + n));
      const laatste = await store().saveAgreements(document('e'), 'beheer', new Date());
      expect(await store().agreementsVersion()).toBe(laatste);
      expect(await store().latestAgreements()).toEqual({ versie: laatste, document: document('e') });
      expect((await store().agreementsAt(nummers[1] ?? 0))?.versie).toBe('b');
      expect(await store().agreementsAt(99_999)).toBeUndefined();
    });
  });

  describe('keys', () => {
    it('are found by hash only, until they are deleted', async () => {
      const hash = createHash('sha256').update('geheim').digest();
      const nieuw = { naam: 'Sleutel', rol: 'operator', partij: null, regios: ['AA', 'ZAWA'] } as const;
      const sleutel = await store().addKey(nieuw, hash);
      expect(sleutel).toMatchObject(nieuw);
      expect(await store().keyByHash(hash)).toEqual(sleutel);
      expect(await store().keys()).toContainEqual(sleutel);
      expect(await store().keyByHash(createHash('sha256').update('ander').digest())).toBeUndefined();
      expect(await store().deleteKey('geen-id')).toBe(false);
      expect(await store().deleteKey(sleutel.id)).toBe(true);
      expect(await store().deleteKey(sleutel.id)).toBe(false);
      expect(await store().keyByHash(hash)).toBeUndefined();
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
        store().signals({ partijen: [wie.aanbieder, wie.gemeente], limit: 10, ...extra });
      const alle = await van();
      expect(alle.map((s) => s.percentage)).toEqual([75.5, 80, 100]);
      expect(alle[0]).toMatchObject(signaal(75.5));
      expect((await van({ na: alle[0]?.id, limit: 1 })).map((s) => s.percentage)).toEqual([80]);
      expect((await van({ nieuwsteEerst: true })).map((s) => s.percentage)).toEqual([100, 80, 75.5]);
      expect((await van({ nieuwsteEerst: true, na: alle[2]?.id })).map((s) => s.percentage)).toEqual([80, 75.5]);
      expect(await van({ regios: ['ZAWA'] })).toEqual([]);
      expect(await van({ na: 'onzin' })).toEqual([]);
      expect(
        (await store().signals({ regios: ['AA'], nieuwsteEerst: true, limit: 2 })).map((s) => s.percentage),
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
      const eerste = await store().werkbak([wie.gemeente], { limit: 1 });
      expect(eerste.items).toMatchObject([
        {
          gemeente: wie.gemeente,
          aanbieder: wie.aanbieder,
          referentie: een.referentie,
          soort: 'VOT',
          redenen: ['boven-signaalbudget'],
          berichtId: id,
        },
      ]);
      const tweede = await store().werkbak([wie.gemeente], { limit: 1, na: eerste.volgende ?? '' });
      expect(tweede.items.map((i) => i.referentie)).toEqual([twee.referentie]);
      const itemId = eerste.items[0]?.id ?? '';
      expect(await store().werkbakItem(itemId)).toMatchObject({ laan: wie.laan, regio: 'AA', open: true });
      await beoordeel(store(), wie, { mutaties: [{ soort: 'werkbak-gesloten', referentie: een.referentie }] });
      expect((await store().werkbak([wie.gemeente], { limit: 9 })).items.map((i) => i.referentie)).toEqual([
        twee.referentie,
      ]);
      expect(await store().werkbakItem(itemId)).toMatchObject({ open: false });
      expect(await store().werkbakItem('geen-id')).toBeUndefined();
    });
  });

  describe('counts', () => {
    it('follow what is stored, judged and waiting', async () => {
      const wie = partijen();
      const tel = async () => {
        const { berichten, wachtend } = await store().counts();
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
