import type { ChannelState } from '../channels/channel-settings.ts';

/** How a way does in this process: as its connector said last. Good until it says otherwise. */
export class ChannelHealth {
  readonly #now: () => Date;
  #state: ChannelState;

  constructor(now: () => Date) {
    this.#now = now;
    this.#state = { staat: 'goed', sinds: now(), laatsteFout: null };
  }

  get state(): ChannelState {
    return this.#state;
  }

  /** The way is there. */
  good(): void {
    if (this.#state.staat === 'goed') return;
    this.#state = { ...this.#state, staat: 'goed', sinds: this.#now() };
  }

  /** The way as a whole is not there; `why` is a code or sentence without anything of anybody. */
  trouble(why: string): void {
    const sinds = this.#state.staat === 'storing' ? this.#state.sinds : this.#now();
    this.#state = { staat: 'storing', sinds, laatsteFout: why };
  }
}
