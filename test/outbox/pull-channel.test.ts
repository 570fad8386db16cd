import { describe, expect, it } from 'vitest';
import { OfferedMarks } from '../../src/outbox/offered-marks.ts';
import { withPullChannel } from '../../src/outbox/pull-channel.ts';
import type { AfleverStatus } from '../../src/store/deliveries/contract.ts';
import type { Store } from '../../src/store/store.ts';
import { ALLES, vanPartijen } from '../access/wie.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

/** One delivery that waits, and how often something was written. */
function opstelling() {
  const stand: { status: AfleverStatus; geschreven: number } = { status: 'wacht', geschreven: 0 };
  const store = {
    outgoing: async () => ({ berichten: [{ aflevering: '7', status: stand.status, id: 'm' }], volgende: null }),
    markOffered: async () => {
      stand.status = 'aangeboden';
      return ++stand.geschreven;
    },
    message: async () => ({ afleveringen: [{ partij: '0362', status: stand.status }] }),
    messages: async () => [{ afleveringen: [{ partij: '0362', status: stand.status }] }],
  } as unknown as Store;
  return { stand, store: withPullChannel(store, new OfferedMarks({ store, logger: stilleLogger })) };
}

describe('a party that asks for its messages', () => {
  it('is answered before anything is written', async () => {
    const { stand, store } = opstelling();
    expect((await store.outgoing(vanPartijen('0362'), { limit: 10 })).berichten).toMatchObject([{ status: 'wacht' }]);
    expect(stand).toEqual({ status: 'wacht', geschreven: 0 });
  });

  it('is seen to have been offered them by whoever looks next, in one message or in a list', async () => {
    for (const look of ['message', 'list'] as const) {
      const { stand, store } = opstelling();
      await store.outgoing(vanPartijen('0362'), { limit: 10 });
      const [seen] =
        look === 'message' ? [await store.message('m', ALLES)] : await store.messages({ scope: ALLES, limit: 1 });
      expect(seen?.afleveringen).toMatchObject([{ status: 'aangeboden' }]);
      await store.outgoing(vanPartijen('0362'), { limit: 10 });
      await store.message('m', ALLES);
      expect(stand.geschreven).toBe(1);
    }
  });
});
