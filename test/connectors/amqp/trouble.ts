import { describe, expect, it } from 'vitest';
import { cutProxy } from '../../servers/rabbitmq.ts';
import { DoorOfTests, delivery, GATEWAY, PARTY, type Rig, USER, until } from './rig.ts';

const MESSAGE = Buffer.from('<bericht/>');

/** Queues, store and line that come and go. */
export function trouble({ broker, connector, system, urlOf }: Rig): void {
  describe('taking in', () => {
    it('acknowledges what was stored, with the sender that the broker vouches for', async () => {
      const sender = await system(USER);
      const { door } = await connector();
      await sender.put(MESSAGE, 'mijn-1');
      await until(() => door.came.length === 1);
      expect(door.came).toEqual([{ party: PARTY, transportId: 'mijn-1', text: '<bericht/>' }]);
    });

    it('keeps the order of a sender while the store comes and goes', async () => {
      const door = new DoorOfTests();
      let calls = 0;
      door.answer = () => {
        if (calls++ % 3 === 1) throw new Error('the store is away');
        return { kind: 'stored', id: 'id', status: 'ontvangen' };
      };
      const sender = await system(USER);
      await connector({}, door);
      const ids = Array.from({ length: 6 }, (_, i) => `m${i}`);
      for (const id of ids) await sender.put(MESSAGE, id);
      await until(() => door.came.length >= 6);
      expect(door.came.map(({ transportId }) => transportId)).toEqual(ids);
    });

    it('goes on after its queue was deleted', async () => {
      const admin = await system();
      const { door } = await connector();
      await admin.channel.deleteQueue('ijw.in');
      const sender = await system(USER);
      await until(() => sender.put(MESSAGE, 'na').then(() => door.came.length > 0));
      expect(door.came[0]?.transportId).toBe('na');
    });

    it('takes by one process at a time; the next takes over', async () => {
      const sender = await system(USER);
      const [first, second] = [await connector(), await connector()];
      for (let i = 0; i < 10; i++) await sender.put(MESSAGE, `b${i}`);
      await until(() => first.door.came.length === 10);
      expect(second.door.came).toEqual([]);
      await first.in.stop();
      await sender.put(MESSAGE, 'b10');
      await until(() => second.door.came.length === 1);
    });
  });

  describe('sending', () => {
    it('tells that a queue is not there, and makes it again for the next attempt', async () => {
      const { out } = await connector();
      const admin = await system();
      await admin.channel.deleteQueue(`ijw.uit.${PARTY}`);
      expect(await out.send(delivery('1'))).toEqual({ kind: 'failed', class: 'transient', code: 'geen-wachtrij' });
      expect(await out.send(delivery('1'))).toEqual({ kind: 'confirmed' });
      expect(await admin.depth(`ijw.uit.${PARTY}`)).toBe(1);
      await admin.channel.purgeQueue(`ijw.uit.${PARTY}`);
    });

    it('does not count as delivered what was cut off in the middle', async () => {
      const proxy = await cutProxy(broker().port);
      const { out, state } = await connector({ url: urlOf(GATEWAY, proxy.port) });
      proxy.cutAfter(2_000_000);
      const large = delivery('groot', Buffer.alloc(4_000_000, 'x'));
      expect(await out.send(large)).toEqual({ kind: 'failed', class: 'ambiguous', code: 'geen-bevestiging' });
      await until(() => !state.good);
      await until(() => state.good);
      expect(await out.send(large)).toEqual({ kind: 'confirmed' });
      const admin = await system();
      expect(await admin.depth(`ijw.uit.${PARTY}`)).toBe(1);
      await admin.channel.purgeQueue(`ijw.uit.${PARTY}`);
      await proxy.close();
    });
  });
}
