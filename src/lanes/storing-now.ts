import type { Store } from '../store/store.ts';

/** So many at once are a crowd: senders that one after the other wait for their receipt never are. */
const CROWD = 16;

/** How many messages this process is storing at this moment, for `LaneTurns`. */
export class StoringNow {
  #many = 0;

  /** Whether so many come in that what waits inside may wait a little longer. */
  get crowded(): boolean {
    return this.#many >= CROWD;
  }

  /** This store, of which it is seen what comes in. */
  seen<S extends Pick<Store, 'saveMessage' | 'saveBundle'>>(store: S): S {
    return {
      ...store,
      saveMessage: (ontvangst) => this.#during(1, store.saveMessage(ontvangst)),
      saveBundle: (ontvangsten) => this.#during(ontvangsten.length, store.saveBundle(ontvangsten)),
    };
  }

  #during<T>(many: number, saving: Promise<T>): Promise<T> {
    this.#many += many;
    return saving.finally(() => {
      this.#many -= many;
    });
  }
}
