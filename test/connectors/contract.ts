import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectorDoor, ConnectorIn } from '../../src/connectors/connector-in.ts';
import type { ConnectorOut } from '../../src/connectors/connector-out.ts';
import { deliveryService } from '../../src/connectors/delivery-service.ts';
import { doorForMany, doorOf } from '../../src/connectors/door-of.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { sendDue } from '../../src/outbox/send-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { ALLES } from '../access/wie.ts';
import { jw301 } from '../gateway/berichten.ts';
import { metAfspraken, opstelling, PROEF_SLEUTEL } from '../gateway/opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { beoordeel, partijen } from '../store/make.ts';

/** `take`: the party has it. `busy`: not now. `never`: not this one. `lost`: the line broke after it was sent. */
export type PartyAnswer = 'take' | 'busy' | 'never' | 'lost';

/** A way out with the party at its other side, whom the suite moves. */
export interface WayOutAtWork {
  readonly connector: ConnectorOut;
  /** How the party answers what is sent to it from now on; it may take its time. */
  answer(how: (id: string) => PartyAnswer | Promise<PartyAnswer>): void;
  /** Ids of the messages that were put before the party, in order, each time that one was. */
  readonly seen: readonly { readonly id: string; readonly party: string; readonly bytes: Uint8Array }[];
  /** False where no answer of a party means that it will never take a message: `never` is a failure like others. */
  readonly givesUp?: false;
}

/** A way in with the party at its other side. */
export interface WayInAtWork {
  readonly connector: ConnectorIn;
  /** The party puts a message in; resolves with the id once it is acknowledged, with null when it is refused or given back. */
  post(party: string, bytes: Uint8Array): Promise<string | null>;
}

/** The same of a way in and out. */
export interface ConnectorAtWork extends WayOutAtWork, WayInAtWork {
  readonly connector: ConnectorIn & ConnectorOut;
}

const BEGIN = new Date('2026-03-04T12:00:00.000Z').getTime();
const DAY_MS = 24 * 3_600_000;

/** What every way in and out must do. `make` gives one that serves a channel of this name. */
export function connectorContract(name: string, make: (channel: string) => Promise<ConnectorAtWork>): void {
  const around = surroundings();
  wayInContract(name, make, around);
  wayOutContract(name, make, around);
}

/** A gateway, the store behind it, and messages for it. */
interface Around {
  readonly running: () => Gateway;
  readonly stored: () => Store;
  readonly message: () => Uint8Array;
}

function surroundings(): Around {
  const { database, start } = opstelling();
  let gateway: Gateway | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    const url = await database();
    const started = await start(url, { rol: 'api', reconcile: false });
    await metAfspraken(started, afsprakenMet(1));
    gateway = started.gateway;
    store = await openStore({ databaseUrl: url, dataDir: tmpdir(), sleutel: PROEF_SLEUTEL });
    await store.migrate();
  }, 120_000);
  afterAll(() => store?.close());

  const running = (): Gateway => {
    if (gateway === undefined) throw new Error('the gateway did not start');
    return gateway;
  };
  /** The store behind that gateway. */
  const stored = (): Store => {
    if (store === undefined) throw new Error('the store is not open');
    return store;
  };
  const message = () => {
    const wie = client(0);
    return jw301(wie, `A${wie.nummer}`);
  };
  return { running, stored, message };
}

/** What every way in must do, also one whose way out is no answer to an attempt. */
export function wayInContract(
  name: string,
  make: (channel: string) => Promise<WayInAtWork>,
  { running, stored, message }: Around = surroundings(),
): void {
  describe(`${name}, in`, () => {
    it('acknowledges what is stored, under its id, once also when it comes twice', async () => {
      const { connector, post } = await make('in');
      await connector.start(doorOf(running(), connector), doorForMany(running(), connector));
      const bytes = message();
      const id = await post(GEMEENTE, bytes);
      expect(await stored().message(id ?? '', ALLES)).toMatchObject({ status: 'ontvangen', via: connector.via });
      expect(Buffer.from((await stored().messageBytes(id ?? '', ALLES)) ?? [])).toEqual(Buffer.from(bytes));
      expect(await post(GEMEENTE, bytes)).toBe(id);
      await connector.stop();
    });

    it('acknowledges nothing before it is stored, and stops only when it has', async () => {
      const { connector, post } = await make('in');
      const order: string[] = [];
      let store: () => void = () => undefined;
      let came: () => void = () => undefined;
      const atTheDoor = new Promise<void>((resolve) => {
        came = resolve;
      });
      const door: ConnectorDoor = (bytes, from) =>
        new Promise((resolve) => {
          store = () => {
            order.push('stored');
            resolve(doorOf(running(), connector)(bytes, from));
          };
          came();
        });
      await connector.start(door, (brought) => Promise.all(brought.map(({ bytes, from }) => door(bytes, from))));
      const posted = post(GEMEENTE, message()).then(() => order.push('acknowledged'));
      await atTheDoor;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const stopped = connector.stop().then(() => order.push('stopped'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(order).toEqual([]);
      store();
      await Promise.all([posted, stopped]);
      expect(order.toSorted()).toEqual(['acknowledged', 'stopped', 'stored']);
      expect(order[0]).toBe('stored');
    });

    it('acknowledges nothing that is refused at the door or that the store did not take', async () => {
      const { connector, post } = await make('in');
      await connector.start(doorOf(running(), connector), doorForMany(running(), connector));
      expect(await post(GEMEENTE, Buffer.from('<niets/>'))).toBeNull();
      expect(await post('0363', message())).toBeNull();
      await connector.stop();
      await connector.start(() => Promise.reject(new Error('the store is away')));
      expect(await post(GEMEENTE, message())).toBeNull();
      await connector.stop();
    });
  });
}

/** What every way out must do, also one that nothing comes in by. */
export function wayOutContract(
  name: string,
  make: (channel: string) => Promise<WayOutAtWork>,
  { stored }: Pick<Around, 'stored'> = surroundings(),
): void {
  let channels = 0;
  /** A party of this channel to whom so many messages were delivered, and a clock that the test moves. */
  async function line(count: number) {
    const channel = `${name}-${++channels}`;
    const store = stored();
    const clock = { now: BEGIN };
    const work = await make(channel);
    const party = async (messages: number) => {
      const wie = partijen();
      const ids: string[] = [];
      for (let i = 0; i < messages; i++) ids.push(await beoordeel(store, wie, { doorgeleverdAan: [wie.gemeente] }));
      await store.setChannel(wie.gemeente, channel);
      return ids;
    };
    const ids = await party(count);
    const outbox = new Outbox({ store, now: () => new Date(clock.now) });
    const { connector } = work;
    const deliver = () => sendDue(outbox, { ...connectorOf(connector), send: (delivery) => connector.send(delivery) });
    const status = async (id: string | undefined) => (await store.message(id ?? '', ALLES))?.afleveringen[0]?.status;
    return { ...work, channel, clock, ids, party, outbox, deliver, status, sent: () => work.seen.map((een) => een.id) };
  }

  describe(`${name}, out`, () => {
    it('sends what was delivered, as it was received, in order, each once', async () => {
      const { ids, deliver, status, seen, sent } = await line(3);
      expect(await deliver()).toBe(3);
      expect(sent()).toEqual(ids);
      expect(Buffer.from(seen[0]?.bytes ?? [])).toEqual(
        Buffer.from((await stored().messageBytes(ids[0] ?? '', ALLES)) ?? []),
      );
      expect(await Promise.all(ids.map(status))).toEqual(['bevestigd', 'bevestigd', 'bevestigd']);
      expect(await deliver()).toBe(0);
    });

    it('tries again under the same id, at its moment, and lets nothing of that party pass; others do not wait', async () => {
      const { ids, party, deliver, status, answer, clock, sent } = await line(2);
      const others = await party(2);
      answer((id) => (id === ids[0] ? 'busy' : 'take'));
      await deliver();
      expect(sent().toSorted()).toEqual([ids[0], ...others].toSorted());
      for (const [wait, tries] of [
        [999, 1],
        [1, 2],
        [1_999, 2],
        [1, 3],
      ] as const) {
        clock.now += wait;
        await deliver();
        expect(sent().filter((id) => id === ids[0])).toHaveLength(tries);
      }
      expect([await status(ids[0]), await status(ids[1])]).toEqual(['wacht', 'wacht']);
      answer(() => 'take');
      clock.now += 4_000;
      await deliver();
      expect(sent().slice(-2)).toEqual(ids);
      expect([await status(ids[0]), await status(ids[1])]).toEqual(['bevestigd', 'bevestigd']);
    });

    it('tries again when nobody knows whether it arrived', async () => {
      const { ids, deliver, answer, clock, sent, status } = await line(1);
      answer(() => 'lost');
      await deliver();
      expect(await status(ids[0])).toBe('wacht');
      answer(() => 'take');
      clock.now += 1_000;
      await deliver();
      expect(sent()).toEqual([ids[0], ids[0]]);
    });

    it('gives up what will never be taken, where a party can say so', async () => {
      const { ids, deliver, answer, sent, status, givesUp } = await line(2);
      answer((id) => (id === ids[0] ? 'never' : 'take'));
      await deliver();
      expect(await status(ids[0])).toBe(givesUp === false ? 'wacht' : 'mislukt');
      expect(sent()).toEqual(givesUp === false ? [ids[0]] : ids);
    });

    it('gives up what was not taken for a day; the next goes', async () => {
      const { ids, deliver, answer, clock, sent, status } = await line(2);
      answer(() => 'busy');
      await deliver();
      clock.now += DAY_MS;
      answer((id) => (id === ids[0] ? 'busy' : 'take'));
      await deliver();
      expect(await Promise.all(ids.map(status))).toEqual(['mislukt', 'bevestigd']);
      expect(sent()).toEqual([ids[0], ids[0], ids[1]]);
    });

    it('takes over what a process that was killed was at, when its lease is over and not before', async () => {
      const { ids, connector, channel, outbox, deliver, clock, sent, status } = await line(1);
      // What a process does before it sends; then it is no more.
      expect(await outbox.claimDue(channel, 1, connector.leaseMs)).toMatchObject([{ berichtId: ids[0], poging: 1 }]);
      clock.now += connector.leaseMs - 1;
      expect(await deliver()).toBe(0);
      clock.now += 1;
      expect(await deliver()).toBe(1);
      expect(sent()).toEqual([ids[0]]);
      expect(await status(ids[0])).toBe('bevestigd');
    });

    it('sends nothing twice when several processes deliver', async () => {
      const { ids, party, deliver, sent } = await line(3);
      const others = await party(3);
      await Promise.all([deliver(), deliver(), deliver()]);
      await deliver();
      expect(sent().toSorted()).toEqual([...ids, ...others].toSorted());
      for (const own of [ids, others]) expect(sent().filter((id) => own.includes(id))).toEqual(own);
    });

    it('is a service that sees by itself what is due', async () => {
      const { ids, connector, outbox, sent } = await line(2);
      const service = deliveryService(connector, outbox, stilleLogger, 5);
      service.start();
      for (let i = 0; sent().length < 2; i++) {
        if (i > 5_000) throw new Error('it never came');
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await service.stop();
      expect(sent()).toEqual(ids);
    });
  });
}

function connectorOf({ channel, atOnce, leaseMs, wantsReference = false }: ConnectorOut) {
  return { channel, atOnce, leaseMs, wantsReference };
}
