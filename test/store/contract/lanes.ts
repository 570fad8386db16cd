import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen } from '../../access/wie.ts';
import { antwoord, beoordeel, bewaar, claim, partijen, uniek, verdict } from '../make.ts';

const SLEUTEL = {
  ...{ naam: 'Wijkteam', rol: 'gemeente' as const, partij: '0362', partijen: null, regios: null },
  ...{ alleenLezen: false, geldigTot: null, staart: 'abcd' },
};

export function lanes(store: () => Store): void {
  describe('a lane', () => {
    it('gives messages and commands in one numbering, from its position on', async () => {
      const wie = partijen();
      const eerste = await bewaar(store(), wie);
      const sleutel = await store().addKey(SLEUTEL, randomBytes(32));
      const opdracht = await store().saveCommand({
        laan: wie.laan,
        regio: 'AA',
        soort: 'maatwerk',
        partij: wie.gemeente,
        gegevens: { nummer: 7, reden: 'omdat' },
        idempotentie: null,
        op: new Date('2026-03-03T00:00:00Z'),
        door: sleutel.id,
      });
      const derde = await bewaar(store(), wie);
      const alles = await store().work(wie.laan, 50);
      expect(alles.werk.map((w) => [w.kind, w.volgnummer, w.id])).toEqual([
        ['bericht', 1, eerste.id],
        ['opdracht', 2, opdracht.id],
        ['bericht', 3, derde.id],
      ]);
      expect(alles.werk[1]).toMatchObject({ soort: 'maatwerk', gegevens: { nummer: 7, reden: 'omdat' }, pogingen: 0 });
      expect((await store().work(wie.laan, 2)).werk).toHaveLength(2);
      const zegt = verdict(eerste);
      const deels = { ...zegt, verdict: { ...zegt.verdict, zegt: 'deels', zegtCodes: ['8002', '0001'] } as const };
      expect(await store().writeVerdicts(wie.laan, 0, [deels])).toEqual({ kind: 'written' });
      const gezegd = await store().message(eerste.id, ALLES);
      expect([gezegd?.zegt, gezegd?.zegtCodes]).toEqual(['deels', ['8002', '0001']]);
      const rest = await store().work(wie.laan, 50);
      expect([rest.beoordeeldTot, ...rest.werk.map((w) => w.volgnummer)]).toEqual([1, 2, 3]);
      const uitkomst = { stand: 'gedaan', resultaat: { nummer: 7 } } as const;
      const besloten = { ...verdict({ kind: 'opdracht', id: opdracht.id, volgnummer: 2 }), uitkomst };
      const weigert = antwoord(wie, { type: 'JW319', zegt: 'geweigerd', zegtCodes: ['2'] });
      const laatste = verdict(derde, { antwoorden: [weigert, antwoord(wie)] });
      expect(await store().writeVerdicts(wie.laan, 1, [besloten, laatste])).toEqual({ kind: 'written' });
      expect(await store().command(opdracht.id, ALLES)).toEqual({ partij: wie.gemeente, uitkomst });
      expect(await store().work(wie.laan, 50)).toEqual({ beoordeeldTot: 3, werk: [], meer: false });
      const uit = await Promise.all(laatste.antwoorden.map(({ id }) => store().message(id, ALLES)));
      expect(uit.map((een) => [een?.zegt, een?.zegtCodes])).toEqual([
        ['geweigerd', ['2']],
        [null, null],
      ]);
      const anders = await store().message(derde.id, ALLES);
      expect([anders?.zegt, anders?.zegtCodes]).toEqual([null, null]);
      expect(await store().commandsDone(wie.laan, 'maatwerk', 9)).toEqual([
        {
          ...{ partij: wie.gemeente, op: '2026-03-03T00:00:00.000Z', gegevens: { nummer: 7, reden: 'omdat' } },
          ...{ doorNaam: SLEUTEL.naam, resultaat: { nummer: 7 }, antwoorden: [] },
        },
      ]);
      expect(await store().commandsDone(wie.laan, 'besluit', 9)).toEqual([]);
      const van = vanPartijen(wie.gemeente);
      const gegeven = await store().commandsBy(van, 'maatwerk', { limit: 9 });
      expect(gegeven.map(({ id, laan, partij, op }) => [id, laan, partij, op])).toEqual([
        [opdracht.id, wie.laan, wie.gemeente, '2026-03-03T00:00:00.000Z'],
      ]);
      expect(await store().commandsBy(van, 'maatwerk', { limit: 9, na: opdracht.id })).toEqual([]);
      expect(await store().commandsBy(vanPartijen(wie.aanbieder), 'maatwerk', { limit: 9 })).toEqual([]);
      // Of several gemeenten the newest of them together.
      const samen = vanPartijen(wie.aanbieder, wie.gemeente);
      expect(await store().commandsBy(samen, 'maatwerk', { limit: 1 })).toEqual(gegeven);
    });

    it('knows a command again that an older build kept without kind and version', async () => {
      const wie = partijen();
      const van = { laan: wie.laan, regio: 'AA', soort: 'maatwerk', partij: wie.gemeente, op: new Date(0) };
      const idempotentie = `k${uniek()}`;
      const oud = await store().saveCommand({ ...van, gegevens: { nummer: 7 }, idempotentie });
      const nieuw = { kind: 'grant', version: 1, nummer: 7 };
      expect(await store().saveCommand({ ...van, gegevens: nieuw, idempotentie })).toEqual({
        ...{ id: oud.id, nieuw: false, gelijk: true },
      });
      expect(await store().saveCommand({ ...van, gegevens: { ...nieuw, nummer: 8 }, idempotentie })).toMatchObject({
        gelijk: false,
      });
    });

    it('is empty before its first message', async () => {
      expect(await store().work('AA-00000000', 50)).toEqual({ beoordeeldTot: 0, werk: [], meer: false });
    });

    it('loads no more than a turn of bytes, and at least one message', async () => {
      const wie = partijen();
      for (let i = 0; i < 4; i++) await bewaar(store(), wie, { bytes: Buffer.alloc(24 * 1024 * 1024, `${uniek()} `) });
      const { werk, meer } = await store().work(wie.laan, 50);
      expect([werk.map((w) => w.volgnummer), meer]).toEqual([[1, 2], true]);
    });

    it('loads no more bytes than asked, and tells that there is more', async () => {
      const wie = partijen();
      const lengtes = [300, 300, 900, 100];
      for (const lengte of lengtes) await bewaar(store(), wie, { bytes: Buffer.alloc(lengte, `${uniek()} `) });
      const gezien = async (bytes?: number) => {
        const { werk, meer } = await store().work(wie.laan, 50, bytes);
        return [werk.map((w) => w.volgnummer), meer];
      };
      expect(await gezien(250)).toEqual([[], true]);
      expect(await gezien(600)).toEqual([[1, 2], true]);
      // What comes after what does not fit waits for it.
      expect(await gezien(1100)).toEqual([[1, 2], true]);
      expect(await gezien(1600)).toEqual([[1, 2, 3, 4], false]);
      expect(await gezien()).toEqual([[1, 2, 3, 4], false]);
    });

    it('goes to one of two writers; the other is overtaken and leaves nothing behind', async () => {
      const wie = partijen();
      const werk = await bewaar(store(), wie);
      const schrijf = () => store().writeVerdicts(wie.laan, 0, [verdict(werk, { antwoorden: [antwoord(wie)] })]);
      const uitkomsten = await Promise.all(Array.from({ length: 8 }, schrijf));
      expect(uitkomsten.filter((u) => u.kind === 'written')).toHaveLength(1);
      expect(uitkomsten.filter((u) => u.kind === 'overtaken')).toHaveLength(7);
      expect((await store().message(werk.id, ALLES))?.antwoorden).toHaveLength(1);
    });

    it('is never skipped over: verdicts that leave out a number are a bug', async () => {
      const wie = partijen();
      await bewaar(store(), wie);
      const tweede = await bewaar(store(), wie);
      await expect(store().writeVerdicts(wie.laan, 0, [verdict(tweede)])).rejects.toThrow('the lane stands at 0');
      await expect(store().quarantine(wie.laan, 0, tweede, 'x')).rejects.toThrow('the lane stands at 0');
      expect((await store().work(wie.laan, 50)).werk).toHaveLength(2);
    });

    it('takes all of a verdict or nothing', async () => {
      const wie = partijen();
      const werk = await bewaar(store(), wie);
      const stuk = verdict(werk, {
        claims: [claim(`id|${wie.aanbieder}|JW315|A`, werk.id)],
        antwoorden: [antwoord(wie)],
        doorgeleverdAan: [wie.gemeente],
        mutaties: [
          {
            soort: 'declaratie',
            declaratie: {
              nummer: '1',
              periodeBegin: 'geen datum',
              periodeEinde: '',
              berichtId: werk.id,
              release: '3.2',
            },
          },
        ],
      });
      await expect(store().writeVerdicts(wie.laan, 0, [stuk])).rejects.toThrow(/database error 22007/);
      expect(await store().message(werk.id, ALLES)).toMatchObject({
        status: 'ontvangen',
        antwoorden: [],
        afleveringen: [],
      });
      expect(await store().writeVerdicts(wie.laan, 0, [verdict(werk)])).toEqual({ kind: 'written' });
    });
  });

  describe('turns and attempts', () => {
    it('a turn of this process did not break off; a verdict or an end takes the mark away', async () => {
      const wie = partijen();
      const werk = await bewaar(store(), wie);
      expect(await store().beginTurn(wie.laan)).toEqual({ brokeOff: false });
      expect(await store().beginTurn(wie.laan)).toEqual({ brokeOff: false });
      await store().endTurn(wie.laan);
      expect(await store().beginTurn(wie.laan)).toEqual({ brokeOff: false });
      await store().writeVerdicts(wie.laan, 0, [verdict(werk)]);
      expect(await store().beginTurn(wie.laan)).toEqual({ brokeOff: false });
    });

    it('counts attempts; quarantine lets the lane go on; replay waits again with the clock of receipt', async () => {
      const wie = partijen();
      const slecht = await bewaar(store(), wie);
      const goed = await bewaar(store(), wie);
      expect(await store().countAttempt(slecht)).toBe(1);
      expect(await store().countAttempt(slecht)).toBe(2);
      await store().voidAttempt(slecht);
      expect(await store().countAttempt(slecht)).toBe(2);
      expect((await store().work(wie.laan, 1)).werk[0]?.pogingen).toBe(2);
      expect(await store().quarantine(wie.laan, 0, slecht, 'te veel pogingen', 'JW325: TR342')).toEqual({
        kind: 'written',
      });
      expect(await store().quarantine(wie.laan, 0, slecht, 'te veel pogingen')).toEqual({ kind: 'overtaken' });
      const vast = await store().message(slecht.id, ALLES);
      expect(vast?.status).toBe('vastgelopen');
      expect(vast?.bevindingen).toMatchObject([{ regel: 'GW-VASTGELOPEN', ernst: 'signaal', pad: null }]);
      expect(vast?.bevindingen[0]?.melding).toContain('in strijd met haar eigen regels (JW325: TR342)');
      const gevonden = { scope: ALLES, regel: 'GW-VASTGELOPEN', partij: wie.aanbieder, limit: 10 };
      expect((await store().messages(gevonden)).map(({ id }) => id)).toEqual([slecht.id]);
      const signalen = await store().signals({ scope: vanPartijen(wie.aanbieder), limit: 10 });
      expect(signalen).toMatchObject([{ soort: 'wachtrij', gemeente: wie.gemeente, aanbieder: wie.aanbieder }]);
      expect(signalen[0]?.melding).toContain(`Bericht ${slecht.id} (JW315 van ${wie.aanbieder}) is vastgelopen`);
      expect((await store().work(wie.laan, 50)).werk.map((w) => w.id)).toEqual([goed.id]);
      expect(await store().replay(goed.id)).toEqual({ kind: 'not-allowed', status: 'ontvangen' });
      expect(await store().replay(slecht.id)).toEqual({ kind: 'waiting', laan: wie.laan });
      expect((await store().message(slecht.id, ALLES))?.bevindingen).toEqual([]);
      expect(await store().messages(gevonden)).toEqual([]);
      const { werk } = await store().work(wie.laan, 50);
      expect(werk.map((w) => [w.id, w.volgnummer, w.pogingen])).toEqual([
        [goed.id, 2, 0],
        [slecht.id, 3, 0],
      ]);
      expect(werk[1]?.ontvangenOp).toEqual(new Date('2026-03-02T09:30:00.000Z'));
      await store().writeVerdicts(
        wie.laan,
        1,
        werk.map((w) => verdict(w)),
      );
      expect(await store().replay(slecht.id)).toEqual({ kind: 'not-allowed', status: 'goedgekeurd' });
      expect((await store().events(slecht.id)).map((e) => e.soort)).toEqual([
        'ontvangen',
        'vastgelopen',
        'opnieuw-aangeboden',
        'beoordeeld',
      ]);
    });

    it('a quarantined command is refused with its reason', async () => {
      const wie = partijen();
      const { id } = await store().saveCommand({
        laan: wie.laan,
        regio: 'AA',
        soort: 'x',
        partij: wie.gemeente,
        gegevens: {},
        idempotentie: null,
        op: new Date(),
      });
      expect(await store().countAttempt({ kind: 'opdracht', id })).toBe(1);
      await store().quarantine(wie.laan, 0, { kind: 'opdracht', id, volgnummer: 1 }, 'kapot');
      expect((await store().command(id, ALLES))?.uitkomst).toEqual({ stand: 'geweigerd', reden: 'kapot' });
    });

    it('names the lanes that wait, and only those', async () => {
      const [wacht, klaar] = [partijen(), partijen()];
      await bewaar(store(), wacht);
      await beoordeel(store(), klaar, {});
      const lanen = await store().waitingLanes(0, 10_000);
      expect(lanen).toContainEqual({ laan: wacht.laan, regio: 'AA' });
      expect(lanen.map((l) => l.laan)).not.toContain(klaar.laan);
      expect(await store().waitingLanes(3_600_000, 10_000)).toEqual([]);
      const zonder = { ...partijen(), laan: `LANDELIJK-${uniek()}` };
      await bewaar(store(), zonder, { regio: null });
      expect(await store().waitingLanes(0, 10_000)).toContainEqual({ laan: zonder.laan, regio: 'LANDELIJK' });
    });
  });

  describe('commands', () => {
    it('with the same idempotency key of the same party are one, however many come at once', async () => {
      const wie = partijen();
      const opdracht = {
        laan: wie.laan,
        regio: 'AA',
        soort: 'maatwerk',
        partij: wie.gemeente,
        gegevens: {},
        idempotentie: 'sleutel-1',
        op: new Date(),
      };
      const uitkomsten = await Promise.all(Array.from({ length: 10 }, () => store().saveCommand(opdracht)));
      expect(uitkomsten.filter((u) => u.nieuw)).toHaveLength(1);
      expect(new Set(uitkomsten.map((u) => u.id)).size).toBe(1);
      expect((await store().saveCommand({ ...opdracht, partij: 'ander' })).nieuw).toBe(true);
      expect((await store().saveCommand({ ...opdracht, idempotentie: null })).nieuw).toBe(true);
      expect((await store().work(wie.laan, 50)).werk.map((w) => w.volgnummer)).toEqual([1, 2, 3]);
      expect((await store().command(uitkomsten[0]?.id ?? '', ALLES))?.uitkomst).toEqual({ stand: 'wacht' });
      expect(await store().command('geen-id', ALLES)).toBeUndefined();
    });
  });
}
