import type { ChannelHealth } from '../channel-health.ts';

type Side = 'in' | 'uit';

/** How the folders do: well only when both sides do. */
export class FolderHealth {
  readonly #health: Pick<ChannelHealth, 'good' | 'trouble'>;
  readonly #trouble = new Map<Side, string>();

  constructor(health: Pick<ChannelHealth, 'good' | 'trouble'>) {
    this.#health = health;
  }

  good(side: Side): void {
    this.#trouble.delete(side);
    this.#say();
  }

  trouble(side: Side, code: string): void {
    this.#trouble.set(side, code);
    this.#say();
  }

  #say(): void {
    const [code] = this.#trouble.values();
    if (code === undefined) this.#health.good();
    else this.#health.trouble(code);
  }
}
