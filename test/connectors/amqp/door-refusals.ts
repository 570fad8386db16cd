import { describe, expect, it } from 'vitest';
import { poortBevinding } from '../../../src/xml/gate/poort-bevinding.ts';
import { deeplyNested } from './nested-header.ts';
import { DoorOfTests, delivery, GATEWAY, PARTY, type Rig, USER, until } from './rig.ts';

const MESSAGE = Buffer.from('<bericht/>');

interface Refused {
  readonly key: string;
  readonly correlationId: unknown;
  readonly headers: unknown;
  readonly bytes: number;
}

/** What is refused, and what cannot be taken. */
export function doorRefusals({ broker, connector, system, urlOf }: Rig): void {
  /** What comes to a queue of the test's own at the exchange for refusals. */
  async function refusals(): Promise<Refused[]> {
    const admin = await system();
    const { queue } = await admin.channel.assertQueue('', { exclusive: true });
    await admin.channel.bindQueue(queue, 'ijw.geweigerd', '#');
    const seen: Refused[] = [];
    await admin.listen(queue, ({ fields, properties, content }) => {
      const { correlationId, headers } = properties;
      seen.push({ key: fields.routingKey, correlationId, headers, bytes: content.length });
    });
    return seen;
  }

  describe('what is refused at the door', () => {
    it('is told with its code and acknowledged', async () => {
      const door = new DoorOfTests();
      door.answer = (text) =>
        text.startsWith('<ander')
          ? { kind: 'forbidden', zender: '42429999' }
          : { kind: 'unidentifiable', bevinding: poortBevinding('POORT-LEEG') };
      await connector({}, door);
      const seen = await refusals();
      const [sender, stranger, admin] = [await system(USER), await system('systeem-0362'), await system()];
      await sender.put(Buffer.from('<ander/>'), 'r1');
      await sender.put(Buffer.from('<niets/>'), 'r2');
      await sender.put(Buffer.alloc(25 * 1024 * 1024 + 1), 'r3');
      await stranger.put(MESSAGE, 'r4');
      await sender.put(MESSAGE, 'r5', { userId: undefined } as object);
      await until(() => seen.length === 5);
      const told = seen.map(({ key, correlationId, headers }) => [
        correlationId,
        key,
        (headers as { 'ijw-code': string })['ijw-code'],
      ]);
      expect(told.toSorted()).toEqual([
        ['r1', USER, 'andere-partij'],
        ['r2', USER, 'geen-ijw'],
        ['r3', USER, 'te-groot'],
        ['r4', 'systeem-0362', 'onbekende-gebruiker'],
        ['r5', 'onbekend', 'geen-gebruiker'],
      ]);
      expect(seen.find(({ correlationId }) => correlationId === 'r3')?.bytes).toBe(25 * 1024 * 1024 + 1);
      for (const { headers } of seen) expect((headers as { 'ijw-melding': string })['ijw-melding']).toMatch(/\.$/);
      await until(async () => (await admin.depth('ijw.in')) === 0);
    });

    it('lies in a queue when nobody listens for it: of the party, else of the operator', async () => {
      await connector();
      const [sender, admin] = [await system(USER), await system()];
      await admin.channel.purgeQueue('ijw.geweigerd');
      await sender.put(MESSAGE, 'zonder', { userId: undefined } as object);
      await until(async () => (await admin.depth('ijw.geweigerd')) === 1);
      await admin.channel.purgeQueue('ijw.geweigerd');
    });
  });

  describe('a message that cannot be taken', () => {
    it('is taken with any id and header that the broker lets through', async () => {
      const { door } = await connector();
      const sender = await system(USER);
      const headers = {
        tabel: { rij: [1, null, true] },
        tijd: { '!': 'timestamp', value: 1 },
        lang: 'x'.repeat(60_000),
      };
      await sender.put(MESSAGE, 'é'.repeat(120), { headers, expiration: '600000', priority: 9, type: 'iets' });
      await until(() => door.came.length === 1);
      expect(door.came[0]?.transportId).toBe('é'.repeat(120));
    });

    it('does not stand before others: what fails again and again while they pass is refused', async () => {
      const door = new DoorOfTests();
      door.answer = (text) => {
        if (text.startsWith('<gif')) throw new Error('this one fails');
        return { kind: 'stored', id: 'id', status: 'ontvangen' };
      };
      const users = (user: string) => Promise.resolve(user === USER ? PARTY : '0362');
      await connector({ parties: { ofUser: users, withQueue: () => [], onChange() {} } }, door);
      const seen = await refusals();
      const [sender, other] = [await system(USER), await system('systeem-0362')];
      await sender.put(Buffer.from('<gif/>'), 'gif');
      await sender.put(MESSAGE, 'erna');
      await until(async () => {
        await other.put(MESSAGE);
        return seen.length > 0;
      });
      expect(seen[0]).toMatchObject({ correlationId: 'gif', headers: { 'ijw-code': 'vastgelopen' } });
      await until(() => door.came.some(({ transportId }) => transportId === 'erna'));
    });

    it('that breaks the reader itself ends in the queue for refusals, and what came after it is taken', async () => {
      const [sender, admin] = [await system(USER), await system()];
      await admin.channel.purgeQueue('ijw.geweigerd');
      deeplyNested(sender.channel, USER);
      await sender.put(MESSAGE, 'erna');
      const { door } = await connector();
      await until(() => door.came.some(({ transportId }) => transportId === 'erna'));
      await until(async () => (await admin.depth('ijw.geweigerd')) === 1);
      await admin.channel.purgeQueue('ijw.geweigerd');
    });
  });

  describe('a broker that is set otherwise', () => {
    it('is told in a sentence: another kind of queue, and a user without rights or with a wrong password', async () => {
      const admin = await system();
      await admin.channel.deleteQueue(`ijw.uit.${PARTY}`);
      await admin.channel.assertQueue(`ijw.uit.${PARTY}`, { durable: true });
      const { faults, state, out } = await connector();
      expect(state.good).toBe(false);
      expect(await out.send(delivery('1'))).toMatchObject({ kind: 'failed', code: 'topologie' });
      expect(await out.send({ ...delivery('1'), partij: '0362' })).toEqual({ kind: 'confirmed' });
      expect(faults[0]).toMatch(
        /wachtrij ijw\.uit\.42420001 al, maar anders .*\(x-queue-type: nodig is quorum, bij de broker staat none\)\. Verwijder/,
      );
      await admin.channel.deleteQueue(`ijw.uit.${PARTY}`);
      expect(await out.send(delivery('1'))).toEqual({ kind: 'confirmed' });
      expect(state.good).toBe(true);

      const wrong = await connector({ url: broker().urlOf(GATEWAY, 'niet dit') });
      expect(wrong.faults[0]).toMatch(/weigert de gebruiker of het wachtwoord/);
      const party = await connector({ url: urlOf(USER) });
      expect(party.faults[0]).toMatch(/mag de exchange ijw niet aanmaken/);
      const vhost = await connector({ url: `${urlOf(GATEWAY)}/bestaat-niet` });
      expect(vhost.faults[0]).toMatch(/vhost/);
      const nowhere = await connector({ url: 'amqp://127.0.0.1:1' });
      expect(nowhere.faults[0]).toMatch(/niet te bereiken/);
    });

    it('takes what is as large as a message may be', async () => {
      const { door, out } = await connector();
      const sender = await system(USER);
      await sender.put(Buffer.alloc(25 * 1024 * 1024, '<'), 'grootst');
      await until(() => door.came.length === 1);
      expect(await out.send(delivery('groot', Buffer.alloc(25 * 1024 * 1024)))).toEqual({ kind: 'confirmed' });
      const admin = await system();
      await admin.channel.purgeQueue(`ijw.uit.${PARTY}`);
    });
  });
}
