import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { AfleveringStore, Uitgaand } from '../store/deliveries/contract.ts';

/** As many as one statement takes. */
const AT_ONCE = 1_000;

export interface OfferedMarksDeps {
  readonly store: Pick<AfleveringStore, 'markOffered'>;
  readonly logger: Logger;
}

/**
 * What a party saw in its list counts as `aangeboden` from then on. Reading does not wait for that and does not write: the
 * marks are made afterwards, those of many readers together. A mark that is lost (a kill, a store that is away) is made at
 * the next reading, for what waits is listed again until it is confirmed.
 */
export class OfferedMarks {
  readonly #deps: OfferedMarksDeps;
  readonly #waiting = new Set<string>();
  #marking: Promise<void> | undefined;

  constructor(deps: OfferedMarksDeps) {
    this.#deps = deps;
  }

  /** These were given to who asked. */
  note(berichten: readonly Pick<Uitgaand, 'aflevering' | 'status'>[]): void {
    for (const { aflevering, status } of berichten) if (status === 'wacht') this.#waiting.add(aflevering);
    if (this.#waiting.size > 0) this.#marking ??= this.#mark();
  }

  /** Resolves when what was noted before is marked, or could not be. */
  async settled(): Promise<void> {
    // What was noted while a group was under way goes with the next one; what comes later is not waited for.
    await this.#marking;
    await this.#marking;
  }

  /** Never rejects. */
  async #mark(): Promise<void> {
    // The answer goes first; and who asks in the same moment is marked by the same statement.
    await new Promise((resolve) => setImmediate(resolve));
    const group = [...this.#waiting].slice(0, AT_ONCE);
    for (const aflevering of group) this.#waiting.delete(aflevering);
    try {
      await this.#deps.store.markOffered(group);
    } catch (fout) {
      this.#waiting.clear();
      this.#deps.logger.warn('what was given could not be marked; the next reading will', foutVelden(fout));
    }
    this.#marking = this.#waiting.size > 0 ? this.#mark() : undefined;
  }
}
