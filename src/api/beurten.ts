import { setTimeout as sleep } from 'node:timers/promises';
import { Plaatsen } from './plaatsen.ts';

/**
 * Calls that weigh: `proef` judges a whole message and writes nothing, `weging` opens messages for the werkbak, `rapport`
 * reads much of what is stored. Each kind has turns of its own.
 */
export type Zwaarte = 'proef' | 'weging' | 'rapport';

export interface BeurtMaat {
  /** At work at once: of one key, and of all keys in this process. */
  readonly perSleutel: number;
  readonly samen: number;
  /** Calls of one key that wait for those; each at most so long (ms). */
  readonly wachtend: number;
  readonly wachtMs: number;
  /** Delay before the answer 429 (ms), so that a client that retries at once is slowed down. */
  readonly rustMs: number;
  /** After work that took longer than this (ms) the process has as long without, so that it never takes more than half. */
  readonly langMs: number;
}

const MAAT: BeurtMaat = { perSleutel: 2, samen: 1, wachtend: 8, wachtMs: 5_000, rustMs: 2_000, langMs: 100 };

/** A call that came through. Until it begins nothing of it but its headers was read. */
export interface Beurt {
  /** Does the work when this process has room for it; null when that took too long. Ends the turn. */
  ga<T>(werk: () => Promise<T>): Promise<T | null>;
  /** Ends a turn that never began: its body was not read whole, or the connection broke. */
  vervalt(): void;
}

/** Turns of one kind of call: a few at once per key, so that no key takes all, and a few at once in this process. */
export class Beurten {
  readonly #maat: BeurtMaat;
  readonly #perSleutel = new Map<string, Plaatsen>();
  readonly #samen: Plaatsen;

  constructor(maat: Partial<BeurtMaat> = {}) {
    this.#maat = { ...MAAT, ...maat };
    // Whoever waits here has a place of its key, so there are never more than that.
    this.#samen = new Plaatsen(this.#maat.samen, Number.POSITIVE_INFINITY, 2 * this.#maat.wachtMs);
  }

  /** A turn for this key; null when too many of it wait already, or its turn did not come in time. */
  async vraag(sleutel: string): Promise<Beurt | null> {
    const { perSleutel, wachtend, wachtMs, rustMs, langMs } = this.#maat;
    const eigen = this.#perSleutel.get(sleutel) ?? new Plaatsen(perSleutel, wachtend, wachtMs);
    this.#perSleutel.set(sleutel, eigen);
    if (eigen.vol) {
      await sleep(rustMs);
      return null;
    }
    const geefTerug = await eigen.neem();
    if (geefTerug === null) return null;
    let begonnen = false;
    const klaar = () => {
      geefTerug();
      if (eigen.leeg && this.#perSleutel.get(sleutel) === eigen) this.#perSleutel.delete(sleutel);
    };
    return {
      ga: async (werk) => {
        begonnen = true;
        try {
          const plaats = await this.#samen.neem();
          if (plaats === null) return null;
          const begin = performance.now();
          try {
            return await werk();
          } finally {
            const duur = performance.now() - begin;
            if (duur > langMs) setTimeout(plaats, duur).unref();
            else plaats();
          }
        } finally {
          klaar();
        }
      },
      vervalt: () => {
        if (!begonnen) klaar();
      },
    };
  }
}

/** Turns for every kind, as a process has them. */
export function beurtenVoorAlles(maat: Partial<BeurtMaat> = {}): Readonly<Record<Zwaarte, Beurten>> {
  return { proef: new Beurten(maat), weging: new Beurten(maat), rapport: new Beurten(maat) };
}
