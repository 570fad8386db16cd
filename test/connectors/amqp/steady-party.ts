import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumeMessage } from 'amqplib';
import { PartySystem } from './party-system.ts';

/** A system of a party that comes back whenever the broker does: what was not confirmed is put in again, in order. */
export class SteadyParty {
  readonly #url: string;
  readonly #queue: string;
  /** The first of each id that came, in order; what was published again bears the id that it had. */
  readonly #came = new Map<string, ConsumeMessage>();
  #system: Promise<PartySystem> | undefined;
  #closed = false;

  constructor(url: string, queue: string) {
    this.#url = url;
    this.#queue = queue;
  }

  get came(): readonly ConsumeMessage[] {
    return [...this.#came.values()];
  }

  /** From the first time that the queue is there. */
  async listen(): Promise<void> {
    while (!this.#closed) {
      try {
        const system = await this.#connected();
        await system.listen(this.#queue, (message) => {
          const { messageId } = message.properties;
          if (!this.#came.has(messageId)) this.#came.set(messageId, message);
        });
        return;
      } catch {
        await this.#lost();
      }
    }
  }

  /** Resolves when the broker has it. */
  async put(bytes: Uint8Array, messageId: string): Promise<void> {
    while (!this.#closed) {
      try {
        await (await this.#connected()).put(bytes, messageId);
        return;
      } catch {
        await this.#lost();
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#system?.then((system) => system.close()).catch(() => undefined);
  }

  #connected(): Promise<PartySystem> {
    this.#system ??= PartySystem.connect(this.#url).then((system) => {
      system.lost(() => {
        this.#system = undefined;
        void sleep(50).then(() => this.listen());
      });
      return system;
    });
    return this.#system;
  }

  async #lost(): Promise<void> {
    const system = await this.#system?.catch(() => undefined);
    if (system === undefined) this.#system = undefined;
    await sleep(50);
  }
}
