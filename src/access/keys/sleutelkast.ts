import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inAmsterdam } from '../../standard/datum.ts';
import type { Sleutel, SleutelGegevens, SleutelStore, SleutelWijziging } from './contract.ts';

/** How long a key that was found or not found is believed; another process may have changed it. Below the 5 s of the docs. */
const GELDIG_MS = 4_000;
/** A key that is used all the time says so this often. */
const GEBRUIKT_MS = 60_000;
const HOOGSTENS = 10_000;
const STAART = 4;

interface Gevonden {
  readonly sleutel: Sleutel | undefined;
  readonly tot: number;
}

/** Hash under which a key is stored; keys have 256 bits of their own, so no salt is needed. */
export function sleutelHash(geheim: string): Buffer {
  return createHash('sha256').update(geheim).digest();
}

/** The bearer keys: looks them up by hash, makes, changes and ends them, and knows the beheerder's key of the environment. */
export class Sleutelkast {
  readonly #store: SleutelStore;
  readonly #nu: () => Date;
  readonly #beheerder: { readonly hash: Buffer; readonly sleutel: Sleutel } | null;
  readonly #bekend = new Map<string, Gevonden>();
  /** When each key that was used here was last told to be (performance.now). */
  readonly #gebruikt = new Map<string, number>();

  constructor(store: SleutelStore, beheerderSleutel: string | null, nu: () => Date = () => new Date()) {
    this.#store = store;
    this.#nu = nu;
    this.#beheerder =
      beheerderSleutel === null ? null : { hash: sleutelHash(beheerderSleutel), sleutel: BEHEERDER_UIT_OMGEVING };
  }

  /**
   * A name that stands for a key without telling it. Keys that the gateway made cannot be guessed; that of the environment
   * was thought of by somebody, so its name holds the address that it comes from (see GuessBrake).
   */
  naam(geheim: string, adres: string): string {
    const hash = sleutelHash(geheim);
    const gekozen = this.#beheerder !== null && timingSafeEqual(hash, this.#beheerder.hash);
    return hash.toString('base64') + (gekozen ? ` ${adres}` : '');
  }

  /** Whose key this is; undefined when nobody's, or not any more. */
  async zoek(geheim: string): Promise<Sleutel | undefined> {
    return this.zoekHash(sleutelHash(geheim));
  }

  /** The same by its hash, for who signed in with it before. */
  async zoekHash(gezocht: Uint8Array): Promise<Sleutel | undefined> {
    const hash = Buffer.from(gezocht);
    if (this.#beheerder !== null && timingSafeEqual(hash, this.#beheerder.hash)) return this.#beheerder.sleutel;
    const sleutel = await this.#vind(hash);
    if (sleutel === undefined || !isInForce(sleutel, this.#nu())) return undefined;
    this.#meldGebruik(sleutel.id);
    return sleutel;
  }

  async #vind(hash: Buffer): Promise<Sleutel | undefined> {
    const naam = hash.toString('base64');
    const eerder = this.#bekend.get(naam);
    if (eerder !== undefined && eerder.tot > performance.now()) return eerder.sleutel;
    // From before the question: what the store says may be as old as that.
    const tot = performance.now() + GELDIG_MS;
    const sleutel = await this.#store.keyByHash(hash);
    if (this.#bekend.size >= HOOGSTENS) this.#bekend.clear();
    this.#bekend.set(naam, { sleutel, tot });
    return sleutel;
  }

  /** Nobody waits for it, and a store that takes no rows now is no reason to refuse who only reads. */
  #meldGebruik(id: string): void {
    const nu = performance.now();
    if (nu - (this.#gebruikt.get(id) ?? Number.NEGATIVE_INFINITY) < GEBRUIKT_MS) return;
    if (this.#gebruikt.size >= HOOGSTENS) this.#gebruikt.clear();
    this.#gebruikt.set(id, nu);
    this.#store.keyUsed(id, this.#nu()).catch(() => this.#gebruikt.delete(id));
  }

  /** The key itself is given once and stored as a hash only. */
  async maak(
    gegevens: SleutelGegevens,
    store: Pick<SleutelStore, 'addKey'> = this.#store,
  ): Promise<{ sleutel: Sleutel; geheim: string }> {
    const geheim = `ijw_${randomBytes(32).toString('base64url')}`;
    const hash = sleutelHash(geheim);
    const sleutel = await store.addKey({ ...gegevens, staart: geheim.slice(-STAART) }, hash);
    this.#bekend.delete(hash.toString('base64'));
    return { sleutel, geheim };
  }

  alle(): Promise<Sleutel[]> {
    return this.#store.keys();
  }

  /** Holds here at once and in other processes within seconds; undefined when there is no such key any more. */
  async wijzig(
    id: string,
    wijziging: SleutelWijziging,
    store: Pick<SleutelStore, 'changeKey'> = this.#store,
  ): Promise<Sleutel | undefined> {
    const gewijzigd = await store.changeKey(id, wijziging);
    this.vergeet();
    return gewijzigd;
  }

  async verwijder(id: string, store: Pick<SleutelStore, 'endKey'> = this.#store): Promise<boolean> {
    const weg = await store.endKey(id, this.#nu());
    this.vergeet();
    return weg;
  }

  /** What is next asked is asked of the store. */
  vergeet(): void {
    this.#bekend.clear();
  }

  /** At first start, without a key in the environment: the first beheerder's key; null when there is one already. */
  async eerste(): Promise<string | null> {
    if (this.#beheerder !== null) return null;
    if ((await this.#store.keys()).some((s) => s.rol === 'beheerder' && isInForce(s, this.#nu()))) return null;
    return (await this.maak(EERSTE)).geheim;
  }
}

/** Whether a key opens anything; its last day counts. */
export function isInForce({ geldigTot, beeindigdOp }: Sleutel, nu: Date): boolean {
  return beeindigdOp === null && (geldigTot === null || inAmsterdam(nu).datum <= geldigTot);
}

const EERSTE: SleutelGegevens = {
  naam: 'eerste beheerder',
  rol: 'beheerder',
  partij: null,
  partijen: null,
  regios: null,
  alleenLezen: false,
  geldigTot: null,
};

const BEHEERDER_UIT_OMGEVING: Sleutel = {
  ...EERSTE,
  id: 'omgeving',
  naam: 'IJW_BEHEERDER_SLEUTEL',
  gemaaktOp: new Date(0).toISOString(),
  laatstGebruiktOp: null,
  staart: null,
  beeindigdOp: null,
};
