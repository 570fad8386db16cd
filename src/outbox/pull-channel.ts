import type { Store } from '../store/store.ts';
import type { OfferedMarks } from './offered-marks.ts';

/**
 * The store with the channel `ophalen` before it: a party that reads its list is offered what it sees. Whoever then looks
 * at one message in this process sees that it was.
 */
export function withPullChannel(store: Store, marks: OfferedMarks): Store {
  return {
    ...store,
    async outgoing(scope, filter) {
      const page = await store.outgoing(scope, filter);
      marks.note(page.berichten);
      return page;
    },
    async message(id, scope) {
      await marks.settled();
      return store.message(id, scope);
    },
    async messagesSeen(asked) {
      await marks.settled();
      return store.messagesSeen(asked);
    },
    async messages(filter) {
      await marks.settled();
      return store.messages(filter);
    },
  };
}
