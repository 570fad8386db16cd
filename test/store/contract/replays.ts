import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../../src/findings/bevinding.ts';
import { newId } from '../../../src/store/engine/uuid.ts';
import type { HerhalingStart } from '../../../src/store/replays/contract.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Status } from '../../../src/verdict/verdict.ts';
import { ALLES, vanRegios } from '../../access/wie.ts';
import { antwoord, bewaar, partijen, uniek, verdict } from '../make.ts';

/** Lanes with refused messages, one that was judged, and one that waits. */
async function lanen(store: Store, regio: string, aantal: number, elk: number) {
  const alle: { laan: string; geweigerd: string[]; beoordeeld: string; wacht: string }[] = [];
  for (let n = 0; n < aantal; n++) {
    const wie = { ...partijen(), laan: `HER-${uniek()}|${n}` };
    const werk = [];
    for (let i = 0; i < elk; i++) werk.push(await bewaar(store, wie, { regio }));
    const goed = await bewaar(store, wie, { regio });
    await store.writeVerdicts(wie.laan, 0, [
      ...werk.map((een) => verdict(een, { status: 'geweigerd', bevindingen: [XSD, XSD] })),
      verdict(goed, { antwoorden: [antwoord(wie)] }),
    ]);
    const wacht = await bewaar(store, wie, { regio });
    alle.push({ laan: wie.laan, geweigerd: werk.map(({ id }) => id), beoordeeld: goed.id, wacht: wacht.id });
  }
  // Lanes go in the order of their names.
  return alle.sort((a, b) => (a.laan < b.laan ? -1 : 1));
}

const XSD: Bevinding = {
  ...{ niveau: 1, regel: 'XSD', retourcode: null, ernst: 'fout', pad: null, lijn: 2, kolom: 1, melding: 'Fout.' },
};

/** Many messages that are judged again. */
export function replays(store: () => Store): void {
  const start = (filter: HerhalingStart['filter'], proef = false) =>
    store().startReplays({ id: newId(), filter, door: 'sleutel', op: new Date(), proef });
  /** Until nothing is left of any. */
  const steps = async (limit: number) => {
    const wachtend: string[] = [];
    for (;;) {
      const { looked, waiting } = await store().replayStep(limit, new Date());
      wachtend.push(...waiting.map(({ id }) => id));
      if (looked === 0) return wachtend;
    }
  };

  describe('judging many again', () => {
    it('offers what fits in the order of each lane, step by step, and counts it', async () => {
      const regio = `HER${uniek()}`;
      const alle = await lanen(store(), regio, 3, 11);
      const scope = vanRegios(regio);
      const geweigerd = alle.flatMap((een) => een.geweigerd);

      const proef = await start({ scope, regio }, true);
      expect(proef).toMatchObject({ gevraagd: 33, aangeboden: 33, geweigerd: {}, klaar: true, proef: true });
      expect((await store().message(geweigerd[0] ?? '', ALLES))?.status).toBe('geweigerd');

      const echt = await start({ scope, regio });
      expect(echt).toMatchObject({ gevraagd: 33, aangeboden: 0, geweigerd: {}, klaar: false, proef: false });
      await store().replayStep(7, new Date());
      expect(await store().replays(echt.id)).toMatchObject({ gevraagd: 33, aangeboden: 7, klaar: false });
      // Somebody else was first with one of them.
      const eerder = alle[2]?.geweigerd[10] ?? '';
      expect(await store().replay(eerder, 'sleutel')).toMatchObject({ kind: 'waiting' });
      expect((await steps(7)).toSorted()).toEqual(
        geweigerd
          .slice(7)
          .filter((id) => id !== eerder)
          .toSorted(),
      );
      const klaar = await store().replays(echt.id);
      expect(klaar).toMatchObject({ gevraagd: 33, aangeboden: 32, geweigerd: { 'wacht-al': 1 }, klaar: true });
      for (const { laan, wacht, geweigerd: hier } of alle) {
        const { werk } = await store().work(laan, 100);
        const over = hier.filter((id) => id !== eerder);
        expect(werk.map(({ id }) => id).filter((id) => id !== eerder)).toEqual([wacht, ...over]);
        const numbers = werk.map(({ volgnummer }) => volgnummer);
        expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
      }
      const events = await store().events(geweigerd[0] ?? '');
      const weer = events.filter(({ soort }) => soort === 'opnieuw-aangeboden');
      // The judgement that was, which rules stood there and who had it judged again: it is gone from the message itself.
      expect(events.map(({ soort }) => soort)).toEqual(['ontvangen', 'beoordeeld', 'opnieuw-aangeboden']);
      expect(weer.map(({ gegevens }) => gegevens)).toEqual([
        { door: 'sleutel', herhaling: echt.id, regels: { XSD: 2 } },
      ]);
    });

    it('says why those that are asked for by another status are not', async () => {
      const regio = `HER${uniek()}`;
      await lanen(store(), regio, 2, 1);
      const van = async (status: Status, proef = false) => start({ scope: vanRegios(regio), regio, status }, proef);
      for (const proef of [true, false]) {
        expect(await van('ontvangen', proef)).toMatchObject({ gevraagd: 2, geweigerd: { 'wacht-al': 2 }, klaar: true });
        expect(await van('goedgekeurd', proef)).toMatchObject({
          ...{ gevraagd: 4, aangeboden: 0, klaar: true, geweigerd: { 'al-beantwoord': 2, 'zelf-samengesteld': 2 } },
        });
      }
      expect(await van('vastgelopen')).toMatchObject({ gevraagd: 0, aangeboden: 0, geweigerd: {}, klaar: true });
      expect(await start({ scope: vanRegios('HER-ELDERS'), regio })).toMatchObject({ gevraagd: 0, klaar: true });
      expect(await store().replays('geen-id')).toBeUndefined();
      expect(await store().replays(newId())).toBeUndefined();
      expect(await steps(10)).toEqual([]);
    });

    it('is done once, by however many processes', async () => {
      const regio = `HER${uniek()}`;
      const alle = await lanen(store(), regio, 4, 10);
      const { id } = await start({ scope: vanRegios(regio), regio });
      const gedaan = (await Promise.all(Array.from({ length: 4 }, () => steps(3)))).flat();
      while ((await store().replays(id))?.klaar !== true) gedaan.push(...(await steps(3)));
      expect(gedaan.toSorted()).toEqual(alle.flatMap((een) => een.geweigerd).toSorted());
    });
  });
}
