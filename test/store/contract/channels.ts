import { describe, expect, it } from 'vitest';
import type { DeliveryLease } from '../../../src/store/deliveries/outbox-contract.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen, vanRegios } from '../../access/wie.ts';
import { beoordeel, partijen, uniek } from '../make.ts';

const BEGIN = new Date('2026-03-04T12:00:00.000Z');
const na = (ms: number) => new Date(BEGIN.getTime() + ms);
const LEASE_MS = 60_000;

export function channels(store: () => Store): void {
  const settingsOf = async (partij: string) => (await store().channelSettings()).find((one) => one.partij === partij);

  /** A channel of its own with a party to whom so many messages were delivered after it was set. */
  async function line(count: number) {
    const kanaal = `weg-${uniek()}`;
    const wie = partijen();
    await store().setChannel(wie.gemeente, kanaal);
    const ids: string[] = [];
    for (let i = 0; i < count; i++) ids.push(await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente] }));
    const deliveries = () => Promise.all(ids.map(async (id) => (await store().message(id, ALLES))?.afleveringen[0]));
    const signals = async () => {
      const found = await store().signals({ scope: vanPartijen(wie.gemeente), limit: 100 });
      return found.map(({ soort, gemeente, melding }) => {
        expect([soort, gemeente]).toEqual(['aflevering', wie.gemeente]);
        return melding.split(' (')[0]?.replace(wie.gemeente, '…');
      });
    };
    const way = async () => (await store().partyWays(ALLES)).find((one) => one.partij === wie.gemeente);
    return { kanaal, wie, ids, deliveries, signals, way };
  }

  async function one(kanaal: string, op: Date, wantsReference = false): Promise<DeliveryLease> {
    const [lease] = await store().claimDue(kanaal, 1, LEASE_MS, op, { wantsReference });
    if (lease === undefined) throw new Error('nothing was due');
    return lease;
  }

  it('counts for each what waits of the messages in sight, and in the region that is asked for', async () => {
    const { wie } = await line(2);
    const wacht = async (...van: Parameters<Store['partyWays']>) =>
      (await store().partyWays(...van)).find((one) => one.partij === wie.gemeente)?.wacht;
    expect([await wacht(ALLES), await wacht(vanRegios('AA')), await wacht(ALLES, 'AA')]).toEqual([2, 2, 2]);
    expect([await wacht(vanRegios('ZAWA')), await wacht(ALLES, 'ZAWA')]).toEqual([0, 0]);
  });

  describe('what is set of a party', () => {
    it('is changed part by part, and grows the version that other processes look at', async () => {
      const { gemeente } = partijen();
      const before = await store().channelsVersion();
      await store().changeChannel(gemeente, { amqpGebruiker: `gebruiker-${gemeente}` });
      const first = await settingsOf(gemeente);
      expect(first).toEqual({
        ...{ partij: gemeente, kanaal: 'ophalen', amqpGebruiker: `gebruiker-${gemeente}`, url: null, geheim: null },
        ...{ endpoint: null, certificaat: null, sleutel: null, leegIsGoed: false },
      });
      const secrets = { geheim: 'whsec_geheim', sleutel: 'de sleutel' };
      const changed = { kanaal: 'webhook', url: 'https://epd.voorbeeld.nl/', ...secrets } as const;
      expect(await store().changeChannel(gemeente, changed)).toEqual({ ...first, ...changed });
      expect(await store().changeChannel(gemeente, { url: null, leegIsGoed: true })).toEqual({
        ...{ ...first, ...changed },
        ...{ url: null, leegIsGoed: true },
      });
      expect(await store().channelsVersion()).toBeGreaterThanOrEqual(before + 3);
    });

    it('has a broker user of its own', async () => {
      const [een, ander] = [partijen(), partijen()];
      const amqpGebruiker = `zelfde-${een.gemeente}`;
      await store().changeChannel(een.gemeente, { amqpGebruiker });
      expect(await store().changeChannel(ander.gemeente, { amqpGebruiker })).toBe('user-taken');
      expect(await store().changeChannel(een.gemeente, { amqpGebruiker })).toMatchObject({ amqpGebruiker });
    });
  });

  describe('a way that is switched', () => {
    it('is the way of what comes and of what waits or lies somewhere; what is under way ends by the old one', async () => {
      const { kanaal, wie, ids, deliveries } = await line(3);
      expect((await deliveries()).map((a) => a?.kanaal)).toEqual([kanaal, kanaal, kanaal]);
      await store().settleDelivery(await one(kanaal, BEGIN), { kind: 'offered' }, na(1));
      const sending = await one(kanaal, na(2));
      const nieuw = `${kanaal}-nieuw`;
      await store().setChannel(wie.gemeente, nieuw);
      expect((await deliveries()).map((a) => [a?.kanaal, a?.status])).toEqual([
        [nieuw, 'wacht'],
        [kanaal, 'wacht'],
        [nieuw, 'wacht'],
      ]);
      // In order: the first again, then the one that did not arrive by the old way, then the last.
      const again = await one(nieuw, na(3));
      expect(again.berichtId).toBe(ids[0]);
      expect(await store().settleDelivery(sending, { kind: 'again', volgendeOp: na(9_000), fout: 'weg' }, na(4))).toBe(
        true,
      );
      await store().settleDelivery(again, { kind: 'confirmed' }, na(5));
      const second = await one(nieuw, na(6));
      expect(second).toMatchObject({ berichtId: ids[1], kanaal: nieuw });
      await store().settleDelivery(second, { kind: 'confirmed' }, na(7));
      expect(await one(nieuw, na(8))).toMatchObject({ berichtId: ids[2] });
    });

    it('to fetching: what waits stands in the list', async () => {
      const { wie, ids } = await line(2);
      await store().setChannel(wie.gemeente, 'ophalen');
      const { berichten } = await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 });
      expect(berichten.map(({ id }) => id)).toEqual(ids);
      expect(await store().markOffered(berichten.map(({ aflevering }) => aflevering))).toBe(2);
    });
  });

  describe('a way that fails', () => {
    it('has one signal at its begin and one at its end, however many attempts', async () => {
      const { kanaal, signals, way } = await line(2);
      for (const ms of [0, 2_000, 9_000]) {
        const lease = await one(kanaal, na(ms));
        await store().settleDelivery(lease, { kind: 'again', volgendeOp: na(ms + 1_000), fout: 'http-503' }, na(ms));
      }
      expect(await signals()).toEqual(['Berichten aan … komen niet aan']);
      expect(await way()).toMatchObject({
        wacht: 2,
        laatsteFout: 'http-503',
        storingSinds: BEGIN,
        laatsteSucces: null,
      });
      await store().settleDelivery(await one(kanaal, na(20_000)), { kind: 'confirmed' }, na(20_000));
      await store().settleDelivery(await one(kanaal, na(20_001)), { kind: 'confirmed' }, na(20_001));
      expect(await signals()).toEqual(['Berichten aan … komen niet aan', 'Berichten aan … komen weer aan']);
      expect(await way()).toMatchObject({ wacht: 0, oudste: null, storingSinds: null, laatsteSucces: na(20_000) });
    });

    it('is left alone by a message that is refused, which is told each time', async () => {
      const { kanaal, signals, way, deliveries } = await line(2);
      for (const ms of [0, 1]) {
        await store().settleDelivery(
          await one(kanaal, na(ms)),
          { kind: 'failed', fout: 'StUF055', lasting: true },
          na(ms),
        );
      }
      expect(await signals()).toEqual(['Een bericht aan … is geweigerd', 'Een bericht aan … is geweigerd']);
      expect(await way()).toMatchObject({ storingSinds: null, laatsteFout: 'StUF055', wacht: 0 });
      expect(await deliveries()).toMatchObject([
        { status: 'mislukt', fout: 'StUF055', pogingen: 1 },
        { status: 'mislukt' },
      ]);
    });

    it('that is there again makes everything due', async () => {
      const { kanaal, ids } = await line(1);
      await store().settleDelivery(
        await one(kanaal, BEGIN),
        { kind: 'again', volgendeOp: na(900_000), fout: 'weg' },
        na(1),
      );
      expect(await store().claimDue(kanaal, 1, LEASE_MS, na(2))).toEqual([]);
      await store().retryNow(kanaal);
      expect(await one(kanaal, na(3))).toMatchObject({ berichtId: ids[0], poging: 2, eerstePogingOp: BEGIN });
    });
  });

  describe('a delivery', () => {
    it('has a reference that stays, where its way wants one, and the one of what it answers', async () => {
      const { kanaal, wie, ids } = await line(1);
      const first = await one(kanaal, BEGIN, true);
      expect(first.referentie).toMatch(/^[0-9a-f-]{36}$/);
      await store().settleDelivery(first, { kind: 'again', volgendeOp: na(10), fout: 'weg' }, na(1));
      const again = await one(kanaal, na(10), true);
      expect(again.referentie).toBe(first.referentie);
      await store().settleDelivery(again, { kind: 'confirmed' }, na(11));
      const answer = { soort: 'definitief', beantwoordId: ids[0] ?? '' } as const;
      const received = { via: 'amqp', transportId: 'van-de-afzender' } as const;
      const id = await beoordeel(
        store(),
        wie,
        { doorgeleverdAan: [wie.gemeente], mutaties: [answer as never] },
        received,
      );
      expect(await one(kanaal, na(12), true)).toMatchObject({
        ...{ berichtId: id, inAntwoordOp: ids[0], opVia: 'http', opTransportId: null, opReferentie: first.referentie },
      });
    });

    it('may be refused by its party later, also when it was confirmed: told once', async () => {
      const { kanaal, wie, signals, deliveries } = await line(1);
      const lease = await one(kanaal, BEGIN, true);
      await store().settleDelivery(lease, { kind: 'confirmed' }, na(1));
      const refuse = (partij: string) => store().refuseDelivery(partij, lease.referentie ?? '', 'StUF055', na(2));
      expect(await refuse(wie.aanbieder)).toBe(false);
      expect(await refuse(wie.gemeente)).toBe(true);
      expect(await refuse(wie.gemeente)).toBe(false);
      expect(await signals()).toEqual(['Een bericht aan … is geweigerd']);
      expect(await deliveries()).toMatchObject([{ status: 'mislukt', fout: 'StUF055' }]);
    });

    it('that lies somewhere is listed until it is confirmed, and may fail after all', async () => {
      const { kanaal, ids, deliveries } = await line(2);
      for (const ms of [0, 1]) await store().settleDelivery(await one(kanaal, na(ms)), { kind: 'offered' }, na(ms));
      const [een, twee] = await store().offeredDeliveries(kanaal);
      expect([een?.berichtId, twee?.berichtId]).toEqual(ids);
      if (een === undefined || twee === undefined) throw new Error('it does not lie there');
      expect(await store().settleDelivery(een, { kind: 'confirmed' }, na(2))).toBe(true);
      expect(await store().settleDelivery(twee, { kind: 'again', volgendeOp: na(5), fout: 'weg' }, na(3))).toBe(true);
      expect(await deliveries()).toMatchObject([{ status: 'bevestigd' }, { status: 'wacht', fout: 'weg' }]);
      expect(await store().offeredDeliveries(kanaal)).toEqual([]);
    });

    it('goes again when somebody asks for it, but not while it is sent or when it is confirmed', async () => {
      const { kanaal, deliveries } = await line(1);
      const [delivery] = await deliveries();
      const id = delivery?.id ?? '';
      await store().settleDelivery(await one(kanaal, BEGIN), { kind: 'failed', fout: 'op', lasting: false }, na(1));
      expect(await store().deliverAgain(id, na(2))).toBe(true);
      expect(await store().delivery(id, ALLES)).toMatchObject({ status: 'wacht', fout: null, pogingen: 1 });
      const lease = await one(kanaal, na(3));
      expect(lease.eerstePogingOp).toEqual(na(3));
      expect(await store().deliverAgain(id, na(4))).toBe(false);
      await store().settleDelivery(lease, { kind: 'confirmed' }, na(5));
      expect(await store().deliverAgain(id, na(6))).toBe(false);
      expect(await store().delivery('geen-nummer', ALLES)).toBeUndefined();
    });
  });

  describe('ways in a process', () => {
    it('are as it said last', async () => {
      const proces = '0196f000-0000-7000-8000-0000000000aa';
      const stand = { kanaal: 'bullmq', staat: 'goed', sinds: BEGIN, laatsteFout: null } as const;
      await store().noteChannelStates(proces, [stand, { ...stand, kanaal: 'map' }]);
      const storing = { ...stand, staat: 'storing', sinds: na(1), laatsteFout: 'weg' } as const;
      await store().noteChannelStates(proces, [storing]);
      const said = await store().channelStates(60_000);
      expect(said).toEqual([storing, { ...stand, kanaal: 'map' }]);
    });
  });
}
