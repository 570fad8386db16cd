import type { Velden } from './velden.ts';

/** Equal lines within this time are one line and a count (ms). */
const WINDOW_MS = 10_000;
/** Lines that are remembered at once; while there are more different ones, the newest are written each time. */
const MOST = 1_000;
/** Fields that are not compared: how long it took differs in lines that are equal otherwise. */
const NOT_COMPARED = new Set(['ms']);

type Write = (niveau: string, zin: string, velden: Velden) => void;

interface Remembered {
  readonly niveau: string;
  readonly zin: string;
  readonly velden: Velden;
  count: number;
}

/**
 * Writes the first of equal lines at once and, ten seconds later, how many came after it (`herhaald`); so again while
 * they keep coming. A thousand calls without a key are two lines.
 */
export class Repeats {
  readonly #write: Write;
  readonly #remembered = new Map<string, Remembered>();

  constructor(write: Write) {
    this.#write = write;
  }

  line(niveau: string, zin: string, velden: Velden = {}): void {
    const name = JSON.stringify([niveau, zin, velden], (veld, waarde) => (NOT_COMPARED.has(veld) ? undefined : waarde));
    const earlier = this.#remembered.get(name);
    if (earlier !== undefined) {
      earlier.count++;
      return;
    }
    this.#write(niveau, zin, velden);
    if (this.#remembered.size >= MOST) return;
    const remembered = { niveau, zin, velden, count: 0 };
    this.#remembered.set(name, remembered);
    this.#later(name, remembered);
  }

  /** Tells what was counted so far; for the end of the process. */
  flush(): void {
    for (const remembered of this.#remembered.values()) this.#tell(remembered);
  }

  #later(name: string, remembered: Remembered): void {
    setTimeout(() => {
      if (this.#tell(remembered)) this.#later(name, remembered);
      else this.#remembered.delete(name);
    }, WINDOW_MS).unref();
  }

  #tell(remembered: Remembered): boolean {
    const { niveau, zin, velden, count } = remembered;
    if (count === 0) return false;
    remembered.count = 0;
    this.#write(niveau, zin, { ...velden, herhaald: count });
    return true;
  }
}
