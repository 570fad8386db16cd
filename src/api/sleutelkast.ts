import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sleutel, SleutelStore } from '../store/keys/contract.ts';

/** How long a key that was found or not found is believed; another process may have deleted it. */
const GELDIG_MS = 5_000;
const HOOGSTENS = 10_000;

interface Gevonden {
  readonly sleutel: Sleutel | undefined;
  readonly tot: number;
}

/** Hash under which a key is stored; keys have 256 bits of their own, so no salt is needed. */
function hashVan(geheim: string): Buffer {
  return createHash('sha256').update(geheim).digest();
}

/** The bearer keys: looks them up by hash, makes and deletes them, and knows the beheerder's key of the environment. */
export class Sleutelkast {
  readonly #store: SleutelStore;
  readonly #beheerder: { readonly hash: Buffer; readonly sleutel: Sleutel } | null;
  readonly #bekend = new Map<string, Gevonden>();

  constructor(store: SleutelStore, beheerderSleutel: string | null) {
    this.#store = store;
    this.#beheerder =
      beheerderSleutel === null ? null : { hash: hashVan(beheerderSleutel), sleutel: BEHEERDER_UIT_OMGEVING };
  }

  /**
   * A name that stands for a key without telling it. Keys that the gateway made cannot be guessed; that of the environment
   * was thought of by somebody, so its name holds the address that it comes from (see GuessBrake).
   */
  naam(geheim: string, adres: string): string {
    const hash = hashVan(geheim);
    const gekozen = this.#beheerder !== null && timingSafeEqual(hash, this.#beheerder.hash);
    return hash.toString('base64') + (gekozen ? ` ${adres}` : '');
  }

  /** Whose key this is; undefined when nobody's. */
  async zoek(geheim: string): Promise<Sleutel | undefined> {
    const hash = hashVan(geheim);
    if (this.#beheerder !== null && timingSafeEqual(hash, this.#beheerder.hash)) return this.#beheerder.sleutel;
    const naam = hash.toString('base64');
    const eerder = this.#bekend.get(naam);
    if (eerder !== undefined && eerder.tot > performance.now()) return eerder.sleutel;
    const sleutel = await this.#store.keyByHash(hash);
    if (this.#bekend.size >= HOOGSTENS) this.#bekend.clear();
    this.#bekend.set(naam, { sleutel, tot: performance.now() + GELDIG_MS });
    return sleutel;
  }

  /** The key itself is given once and stored as a hash only. */
  async maak(gegevens: Omit<Sleutel, 'id' | 'gemaaktOp'>): Promise<{ sleutel: Sleutel; geheim: string }> {
    const geheim = `ijw_${randomBytes(32).toString('base64url')}`;
    const hash = hashVan(geheim);
    const sleutel = await this.#store.addKey(gegevens, hash);
    this.#bekend.delete(hash.toString('base64'));
    return { sleutel, geheim };
  }

  alle(): Promise<Sleutel[]> {
    return this.#store.keys();
  }

  async verwijder(id: string): Promise<boolean> {
    const weg = await this.#store.deleteKey(id);
    this.#bekend.clear();
    return weg;
  }

  /** At first start, without a key in the environment: the first beheerder's key; null when there is one already. */
  async eerste(): Promise<string | null> {
    if (this.#beheerder !== null) return null;
    if ((await this.#store.keys()).some((s) => s.rol === 'beheerder')) return null;
    return (await this.maak({ naam: 'eerste beheerder', rol: 'beheerder', partij: null, regios: null })).geheim;
  }
}

const BEHEERDER_UIT_OMGEVING: Sleutel = {
  id: 'omgeving',
  naam: 'IJW_BEHEERDER_SLEUTEL',
  rol: 'beheerder',
  partij: null,
  regios: null,
  gemaaktOp: new Date(0).toISOString(),
};
