import type { Principal } from '../../access/principal.ts';
import type { HerhalingBeeld, HerhalingStart, HerhalingStore } from '../../store/replays/contract.ts';
import type { Door } from '../door.ts';

export type { HerhalingBeeld } from '../../store/replays/contract.ts';

export interface Replays {
  /**
   * Judges again what fits now. It is kept and goes on by itself, after a restart too; a trial counts what would become of
   * each and changes no message.
   */
  start(principal: Principal, filter: Omit<HerhalingStart['filter'], 'scope'>, proef: boolean): Promise<HerhalingBeeld>;
  /** One's own; of a beheerder all. Undefined when there is none. */
  read(principal: Principal, id: string): Promise<HerhalingBeeld | undefined>;
}

export interface ReplaysDeps {
  readonly door: Door;
  readonly store: Pick<HerhalingStore, 'startReplays' | 'replays'>;
  readonly newId: () => string;
}

export function replays({ door, store, newId }: ReplaysDeps): Replays {
  return {
    start: async (principal, filter, proef) => {
      const scope = await door.enter(principal, proef ? 'replay.try' : 'replay.start');
      const by = principal.kind === 'system' ? principal.name : principal.keyId;
      const start = { id: newId(), filter: { ...filter, scope }, door: by, op: door.now(), proef };
      if (proef) return store.startReplays(start);
      return door.change(principal, 'replay.start', async (changes) => {
        const result = await changes.startReplays(start);
        return { result, subject: result.id };
      });
    },
    read: async (principal, id) => {
      door.check(principal, 'replay.try');
      const found = await store.replays(id);
      if (found === undefined || principal.kind === 'system') return found;
      return found.door === principal.keyId || principal.role === 'beheerder' ? found : undefined;
    },
  };
}
