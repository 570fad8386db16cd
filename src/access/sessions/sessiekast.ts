import { createHash, randomBytes } from 'node:crypto';
import type { Sleutel } from '../keys/contract.ts';
import { type Sleutelkast, sleutelHash } from '../keys/sleutelkast.ts';
import type { SessionStore } from './contract.ts';

/** A session that was not used for so long has ended (ms). */
const RUST_MS = 30 * 60_000;
/** A session that is used all the time says so this often (ms). */
const GEBRUIKT_MS = 60_000;

function hashVan(geheim: string): Buffer {
  return createHash('sha256').update(geheim).digest();
}

/** Sessions of people in a browser: begun with a key, and over as soon as that key is. */
export class Sessiekast {
  readonly #store: SessionStore;
  readonly #sleutels: Pick<Sleutelkast, 'zoekHash'>;
  readonly #nu: () => Date;

  constructor(store: SessionStore, sleutels: Pick<Sleutelkast, 'zoekHash'>, nu: () => Date = () => new Date()) {
    this.#store = store;
    this.#sleutels = sleutels;
    this.#nu = nu;
  }

  /** The secret of a new session, for the browser alone. The key was looked up already. */
  async begin(sleutel: string, store: Pick<SessionStore, 'addSession'> = this.#store): Promise<string> {
    const geheim = randomBytes(32).toString('base64url');
    const op = this.#nu();
    const vergeetVoor = new Date(op.getTime() - RUST_MS);
    await store.addSession({ hash: hashVan(geheim), sleutelHash: sleutelHash(sleutel), op, vergeetVoor });
    return geheim;
  }

  /**
   * Whose session this is; undefined when it has ended, was not used for half an hour, or its key holds no more. With
   * `raakAan: false` (what a page asks by itself) it grows no longer.
   */
  async zoek(geheim: string, { raakAan = true } = {}): Promise<Sleutel | undefined> {
    const hash = hashVan(geheim);
    const sessie = await this.#store.session(hash);
    const nu = this.#nu();
    if (sessie === undefined || nu.getTime() - sessie.gebruiktOp.getTime() > RUST_MS) return undefined;
    const sleutel = await this.#sleutels.zoekHash(sessie.sleutelHash);
    if (sleutel !== undefined && raakAan && nu.getTime() - sessie.gebruiktOp.getTime() > GEBRUIKT_MS) {
      await this.#store.sessionUsed(hash, nu);
    }
    return sleutel;
  }

  /** False when there was no such session any more. */
  einde(geheim: string, store: Pick<SessionStore, 'endSession'> = this.#store): Promise<boolean> {
    return store.endSession(hashVan(geheim));
  }
}
