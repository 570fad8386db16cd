import { describe, expect, it } from 'vitest';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES } from '../../access/wie.ts';
import { beoordeel, partijen, prestatie, toewijzing, vraag } from '../make.ts';

export function toewijzingen(store: () => Store): void {
  type Wie = ReturnType<typeof partijen>;
  const schrijf = (wie: Wie, ...versies: Toewijzing[]) =>
    beoordeel(
      store(),
      wie,
      { mutaties: versies.map((t) => ({ soort: 'toewijzing', toewijzing: t })) },
      { type: 'JW301' },
    );
  const beeld = (wie: Wie, nummer: number | null) => store().toewijzing([wie.gemeente], nummer ?? -1, ALLES);

  describe('versions of a toewijzing', () => {
    it('the newest by Toewijzingsdatum and -tijd stands, not the last received; of equals the later written', async () => {
      const wie = partijen();
      const eerst = toewijzing(wie, { toewijzingsdatum: '2026-02-01', toewijzingstijd: '10:00:00', volume: 1 });
      const ouder = { ...eerst, toewijzingsdatum: '2026-01-31', toewijzingstijd: '23:59:59', volume: 2 };
      const gelijk = { ...eerst, volume: 3 };
      const seconde = { ...eerst, toewijzingstijd: '10:00:01', volume: 4 };
      await schrijf(wie, eerst);
      await schrijf(wie, ouder);
      expect((await beeld(wie, eerst.nummer))?.huidig).toEqual(eerst);
      await schrijf(wie, gelijk);
      expect((await beeld(wie, eerst.nummer))?.huidig).toEqual(gelijk);
      await schrijf(wie, seconde, gelijk);
      expect(await beeld(wie, eerst.nummer)).toEqual({
        huidig: seconde,
        historie: [eerst, ouder, gelijk, seconde, gelijk],
        gebruikt: 0,
        laan: wie.laan,
      });
    });

    it('may have dates that nobody means, as XML Schema lets them through: they come back as they were', async () => {
      const wie = partijen();
      const vreemd = toewijzing(wie, { toewijzingsdatum: '-0044-03-15', einddatum: '12026-12-31' });
      const later = { ...vreemd, toewijzingsdatum: '0044-03-15' };
      await schrijf(wie, later);
      await schrijf(wie, vreemd);
      expect(await beeld(wie, vreemd.nummer)).toMatchObject({ huidig: later, historie: [later, vreemd] });
      const verder = toewijzing(wie, { ingangsdatum: '-99999-01-01', einddatum: '99999999-01-01' });
      await schrijf(wie, verder);
      expect((await beeld(wie, verder.nummer))?.huidig).toMatchObject({
        ...{ ingangsdatum: '-4000-01-01', einddatum: '5800000-12-31' },
      });
    });

    it('of one transaction count in their order', async () => {
      const wie = partijen();
      const een = toewijzing(wie, { volume: 1 });
      await schrijf(wie, een, { ...een, volume: 2 });
      expect((await beeld(wie, een.nummer))?.huidig.volume).toBe(2);
    });

    it('is found under the first gemeentecode that has the number, with what is used of it', async () => {
      const wie = partijen();
      const [nu, voorheen] = [toewijzing(wie), toewijzing({ ...wie, gemeente: `${wie.gemeente}x` })];
      const zelfde = { ...voorheen, nummer: nu.nummer };
      await schrijf(wie, nu, zelfde);
      const op = { toewijzing: nu.sleutel };
      const regels = [
        prestatie(op),
        prestatie({ ...op, bedrag: 500, debetCredit: 'C' }),
        prestatie({ ...op, stand: 'voorlopig', bedrag: 1 }),
        prestatie({ ...op, stand: 'afgewezen' }),
      ];
      await beoordeel(store(), wie, { mutaties: regels.map((p) => ({ soort: 'prestatie', prestatie: p })) });
      expect(await store().toewijzing([wie.gemeente, zelfde.gemeente], nu.nummer ?? 0, ALLES)).toMatchObject({
        huidig: nu,
        gebruikt: 8501,
      });
      expect(await store().toewijzing([zelfde.gemeente, wie.gemeente], nu.nummer ?? 0, ALLES)).toMatchObject({
        huidig: zelfde,
        gebruikt: 0,
      });
      expect(await store().toewijzing([], nu.nummer ?? 0, ALLES)).toBeUndefined();
    });
  });

  describe('what an own system says of a message', () => {
    const antwoord = (wie: Wie, beantwoordId: string, aanvaard: boolean) =>
      beoordeel(store(), wie, { mutaties: [{ soort: 'definitief', beantwoordId, aanvaard }] }, { type: 'JW302' });

    it('accepted: nothing of it is provisional any more', async () => {
      const wie = partijen();
      const t = toewijzing(wie, { voorlopig: true });
      const p = prestatie({ berichtId: t.berichtId, stand: 'voorlopig', toewijzing: t.sleutel });
      const id = await schrijf(wie, t);
      await beoordeel(store(), wie, { mutaties: [{ soort: 'prestatie', prestatie: p }] });
      const retour = await antwoord(wie, t.berichtId, true);
      expect((await beeld(wie, t.nummer))?.huidig.voorlopig).toBe(false);
      expect((await beeld(wie, t.nummer))?.historie).toEqual([{ ...t, voorlopig: false }]);
      const [geladen] = await store().loadKennis([
        vraag(wie, { declaraties: true, prestatieReferenties: [p.referentie] }),
      ]);
      expect(geladen?.kennis.prestaties[0]?.stand).toBe('toegekend');
      expect((await store().message(retour, ALLES))?.inAntwoordOp).toBe(t.berichtId);
      expect(id).not.toBe(retour);
    });

    it('refused: the version before stands again, a first version is gone, provisional lines are refused', async () => {
      const wie = partijen();
      const oud = toewijzing(wie);
      const nieuw = {
        ...oud,
        toewijzingsdatum: '2026-06-01',
        voorlopig: true,
        volume: 999,
        berichtId: '01900000-0000-7000-8000-00000000000a',
      };
      const eerste = toewijzing(wie, { voorlopig: true, berichtId: nieuw.berichtId });
      const p = prestatie({ berichtId: nieuw.berichtId, stand: 'voorlopig', toewijzing: oud.sleutel });
      await schrijf(wie, oud);
      await schrijf(wie, nieuw, eerste);
      await beoordeel(store(), wie, { mutaties: [{ soort: 'prestatie', prestatie: p }] });
      await antwoord(wie, nieuw.berichtId, false);
      expect(await beeld(wie, oud.nummer)).toEqual({ huidig: oud, historie: [oud], gebruikt: 0, laan: wie.laan });
      expect(await beeld(wie, eerste.nummer)).toBeUndefined();
    });
  });
}
