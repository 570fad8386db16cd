import type { Gereed, Readiness } from '../services/readiness.ts';

/** For everybody: nothing of anybody. */
export interface Health {
  /** Whether store, queue and schemas can be used. */
  ready(): Promise<Gereed>;
}

export function health(readiness: Pick<Readiness, 'ready'>): Health {
  return { ready: () => readiness.ready() };
}
