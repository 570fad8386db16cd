import { setTimeout as sleep } from 'node:timers/promises';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Failures in a minute after which an address, and after which everybody, is braked. */
const PER_ADDRESS = 100;
const IN_ALL = 500;
const WINDOW_MS = 60_000;
/** Secrets of which it is remembered that they were right, and for how long (ms). */
const TRUSTED = 10_000;
const TRUSTED_MS = 24 * 3600_000;
/** While it brakes secrets are tried one by one with this between them (ms); so many wait at most, of one address and in all. */
const TURN_MS = 100;
const WAIT_PER_ADDRESS = 3;
const WAIT_IN_ALL = 10;

export type Attempt<T> = { readonly kind: 'right'; readonly value: T } | { readonly kind: 'wrong' } | Braked;

/** Too many failures; `retryAfter` in seconds. Whether this secret was right is not told. */
export class Braked {
  readonly kind = 'braked';
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    this.retryAfter = retryAfter;
  }
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * A brake on guessing secrets. It counts failures only, per address and in all. A secret that was right within a day is
 * never braked: a whole region may sit behind one address with the one that guesses. Others are looked at in turns while
 * it brakes, ten in a second, so that a right one gets in between the guesses of a few and a flood learns nothing.
 */
export class GuessBrake {
  readonly #perAddress: Limiter;
  readonly #inAll: Limiter;
  /** Names of secrets that were right, the longest unused first, with the moment until which that counts. */
  readonly #trusted = new Map<string, number>();
  /** Per address the names of secrets that are being looked at, each with by how many requests. */
  readonly #looking = new Map<string, Map<string, number>>();
  readonly #waiting: string[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(perAddress: Limiter, inAll: Limiter) {
    this.#perAddress = perAddress;
    this.#inAll = inAll;
  }

  static async on(app: FastifyInstance): Promise<GuessBrake> {
    // In memory, the 5,000 addresses seen last (IPv6: networks of 64 bits): on Redis a request would wait for it.
    await app.register(rateLimit, { global: false });
    const perAddress = app.createRateLimit({ max: PER_ADDRESS, timeWindow: WINDOW_MS });
    const inAll = app.createRateLimit({ max: IN_ALL, timeWindow: WINDOW_MS, keyGenerator: () => 'all' });
    return new GuessBrake(perAddress, inAll);
  }

  /**
   * `name` stands for the secret, a hash and never the secret itself; with the address in it where people choose the
   * secret, so that being right elsewhere helps nobody to guess. `look` gives undefined for a wrong secret.
   */
  async attempt<T>(request: FastifyRequest, name: string, look: () => Promise<T | undefined>): Promise<Attempt<T>> {
    const value = this.#isTrusted(name) ? await look() : await this.#lookIfFree(request, name, look);
    if (value instanceof Braked) return value;
    if (value !== undefined) {
      this.#trust(name);
      return { kind: 'right', value };
    }
    this.#trusted.delete(name);
    await Promise.all([this.#perAddress(request), this.#inAll(request)]);
    const retryAfter = await this.#braking(request);
    return retryAfter > 0 ? new Braked(retryAfter) : { kind: 'wrong' };
  }

  /**
   * Guesses that come at once have not failed yet: no more of them are looked at together than may fail. The same secret
   * many times at once is looked at as one, so that a system that begins with a hundred calls is not taken for a guesser.
   */
  async #lookIfFree<T>(request: FastifyRequest, name: string, look: () => Promise<T>): Promise<T | Braked> {
    const { ip } = request;
    const names = this.#looking.get(ip) ?? new Map<string, number>();
    this.#looking.set(ip, names);
    names.set(name, (names.get(name) ?? 0) + 1);
    try {
      const crowded = names.size > PER_ADDRESS || this.#looking.size > IN_ALL;
      const retryAfter = crowded ? 1 : await this.#braking(request);
      return retryAfter > 0 && !(await this.#inTurn(ip)) ? new Braked(retryAfter) : await look();
    } finally {
      const left = (names.get(name) ?? 1) - 1;
      if (left > 0) names.set(name, left);
      else names.delete(name);
      if (names.size === 0) this.#looking.delete(ip);
    }
  }

  /** Seconds until this address may fail again; 0 when it may now. */
  async #braking(request: FastifyRequest): Promise<number> {
    const standings = await Promise.all(
      [this.#perAddress, this.#inAll].map((limiter) => limiter(request, { increment: false })),
    );
    return Math.max(0, ...standings.map((s) => (!s.isAllowed && s.isExceeded ? Math.max(1, s.ttlInSeconds) : 0)));
  }

  /** Waits for a turn; false when too many wait already. */
  async #inTurn(address: string): Promise<boolean> {
    const mine = this.#waiting.filter((other) => other === address).length;
    if (this.#waiting.length >= WAIT_IN_ALL || mine >= WAIT_PER_ADDRESS) return false;
    this.#waiting.push(address);
    this.#turn = this.#turn.then(() => sleep(TURN_MS));
    await this.#turn;
    this.#waiting.splice(this.#waiting.indexOf(address), 1);
    return true;
  }

  #isTrusted(name: string): boolean {
    return (this.#trusted.get(name) ?? 0) > performance.now();
  }

  #trust(name: string): void {
    this.#trusted.delete(name);
    this.#trusted.set(name, performance.now() + TRUSTED_MS);
    if (this.#trusted.size <= TRUSTED) return;
    const [oldest = name] = this.#trusted.keys();
    this.#trusted.delete(oldest);
  }
}
