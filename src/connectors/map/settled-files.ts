import { contents, kindOf, type Listed } from './listing.ts';

/** What was not changed for this long is complete (ms). */
export const SETTLE_MS = 2_000;

interface Seen {
  readonly state: string;
  readonly since: number;
}

/**
 * Which files of a folder are complete: those that were renamed there from another name in it, and those that did not change
 * for two seconds, by our own clock. In the order in which they were last written, up to the first that is not complete: after
 * a start every file that lay there waits its two seconds, and what is renamed meanwhile may not pass it.
 */
export class SettledFiles {
  #seen: ReadonlyMap<string, Seen> = new Map();
  /** By contents, the names under which they were seen. */
  #names: ReadonlyMap<string, string> = new Map();

  /** `now` is in ms and only goes up. */
  look(listed: readonly Listed[], now: number): readonly Listed[] {
    const [seen, names] = [new Map<string, Seen>(), new Map<string, string>()];
    const ours: (Listed & { readonly complete: boolean })[] = [];
    for (const file of listed) {
      const name = file.name.toString('latin1');
      const state = `${contents(file)}:${file.stat.ctimeNs}`;
      const before = this.#seen.get(name);
      const since = before?.state === state ? before.since : now;
      seen.set(name, { state, since });
      names.set(contents(file), name);
      const renamed = (this.#names.get(contents(file)) ?? name) !== name;
      if (kindOf(file.name) !== null) ours.push({ ...file, complete: renamed || now - since >= SETTLE_MS });
      // Once complete it stays so, also when it cannot be taken now.
      if (renamed) seen.set(name, { state, since: now - SETTLE_MS });
    }
    [this.#seen, this.#names] = [seen, names];
    const inOrder = ours.toSorted(byMoment);
    const first = inOrder.findIndex(({ complete }) => !complete);
    return first < 0 ? inOrder : inOrder.slice(0, first);
  }
}

function byMoment(a: Listed, b: Listed): number {
  if (a.stat.mtimeNs !== b.stat.mtimeNs) return a.stat.mtimeNs < b.stat.mtimeNs ? -1 : 1;
  return Buffer.compare(a.name, b.name);
}
