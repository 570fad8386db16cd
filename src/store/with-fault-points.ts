import { faultsArmed, passing } from '../faults/pass.ts';
import { STORE_WRITES, type StoreWrite } from '../faults/points.ts';
import type { Store } from './store.ts';

/** The compiler holds the names to those of the store. */
const WRITES: readonly (StoreWrite & keyof Store)[] = STORE_WRITES;

/** The same store, with a fault point before and after each write; itself when none is armed. */
export function withFaultPoints(store: Store): Store {
  if (!faultsArmed()) return store;
  const watched = WRITES.map((name) => {
    const write = store[name] as (...args: unknown[]) => Promise<unknown>;
    return [name, (...args: unknown[]) => passing(`store.${name}`, () => write(...args))];
  });
  return { ...store, ...Object.fromEntries(watched) };
}
