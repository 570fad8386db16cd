import { describe, expect, it } from 'vitest';
import { delivery, PARTY, rig, USER, until } from './rig.ts';

const MESSAGE = Buffer.from('<bericht/>');

// A broker of its own: RabbitMQ 3.10 does not always start a quorum queue again after it was killed, and what came next on the
// same broker waited for a queue that was not there.
const { broker, connector, system } = rig(['max_message_size = 30000000'], { 'ijw-in': { 'delivery-limit': 3 } });

describe('taking in', () => {
  it('loses nothing and keeps the order when the broker is killed and comes back, and says what did not go', async () => {
    const sender = await system(USER);
    const { door, out, state, faults } = await connector();
    const toOther = { ...delivery('2'), partij: '0362' };
    expect(await out.send(toOther)).toEqual({ kind: 'confirmed' });
    for (let i = 0; i < 20; i++) await sender.put(MESSAGE, `a${i}`);
    await broker().kill();
    await until(() => !state.good);
    expect(await out.send(delivery('1'))).toMatchObject({ kind: 'failed', code: 'geen-verbinding' });
    broker().loseQueue('ijw.uit.0362');
    await broker().start();
    const again = await system(USER);
    for (let i = 20; i < 40; i++) await again.put(MESSAGE, `a${i}`);
    const firsts = () => [...new Set(door.came.map(({ transportId }) => transportId))];
    await until(() => firsts().length === 40);
    expect(firsts()).toEqual(Array.from({ length: 40 }, (_, i) => `a${i}`));
    await until(() => state.good);
    expect(faults.join()).toMatch(/broker/);
    await until(async () => (await out.send(delivery('1'))).kind === 'confirmed');

    // A queue that the broker cannot start: told as what it is, and nothing of others waits for it.
    expect(await out.send(toOther)).toEqual({ kind: 'failed', class: 'transient', code: 'wachtrij-staat-stil' });
    expect(state.good).toBe(false);
    expect(faults.at(-1)).toMatch(/wachtrij ijw\.uit\.0362 neemt niets aan .*verwijder hem daar/);
    const admin = await system();
    await admin.channel.deleteQueue('ijw.uit.0362');
    await until(async () => (await out.send(toOther)).kind === 'confirmed');
    expect(state.good).toBe(true);
    for (const queue of [`ijw.uit.${PARTY}`, 'ijw.uit.0362']) await admin.channel.purgeQueue(queue);
  });
});
