import type { Afspraken } from '../agreements/afspraken.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import type { AfsprakenStore } from '../store/agreements/agreements-store.ts';
import type { AgreementsVersion } from './judge-protocol.ts';

export interface AgreementsInForce extends AgreementsVersion {
  readonly afspraken: Afspraken;
}

/**
 * The agreements in force, the same in every process: a document that was accepted holds for every message received
 * after that answer (docs/decisions/agreements-document.md), so each receipt and each turn asks the store for its
 * newest version number. Simultaneous questions are
 * coalesced, but nobody joins a query that is already in flight: its answer may be older than the asker. All who come
 * meanwhile share the next query.
 */
export class AgreementsCache {
  readonly #store: AfsprakenStore;
  #inForce: AgreementsInForce;
  #now: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #listeners: ((inForce: AgreementsInForce) => void)[] = [];

  private constructor(store: AfsprakenStore, inForce: AgreementsInForce) {
    this.#store = store;
    this.#inForce = inForce;
  }

  /** The store must hold a version. */
  static async open(store: AfsprakenStore): Promise<AgreementsCache> {
    const latest = await store.latestAgreements();
    if (latest === undefined) throw new Error('the store holds no agreements');
    return new AgreementsCache(store, compile(latest));
  }

  /** What was in force when last asked. */
  get current(): AgreementsInForce {
    return this.#inForce;
  }

  onChange(listener: (inForce: AgreementsInForce) => void): void {
    this.#listeners.push(listener);
  }

  /** What is in force now. Rejects when the store cannot tell; the next asker asks anew. */
  async fresh(): Promise<AgreementsInForce> {
    if (this.#now === undefined) {
      this.#now = this.#track(this.#look());
      await this.#now;
    } else {
      this.#next ??= this.#track(this.#now.then(none, none).then(() => this.#look()));
      await this.#next;
    }
    return this.#inForce;
  }

  /** When the query in flight ends, the one that waits behind it becomes the query in flight. */
  #track(question: Promise<void>): Promise<void> {
    return question.finally(() => {
      this.#now = this.#next;
      this.#next = undefined;
    });
  }

  async #look(): Promise<void> {
    const versie = await this.#store.agreementsVersion();
    if (versie !== this.#inForce.versie) await this.#load();
  }

  async #load(): Promise<void> {
    const latest = await this.#store.latestAgreements();
    if (latest === undefined) return;
    this.#inForce = compile(latest);
    for (const listener of this.#listeners) listener(this.#inForce);
  }
}

const none = (): void => undefined;

function compile({ versie, document }: AgreementsVersion): AgreementsInForce {
  return { versie, document, afspraken: maakAfspraken(document, versie) };
}
