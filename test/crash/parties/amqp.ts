import { SteadyParty } from '../../connectors/amqp/steady-party.ts';
import type { Party, Received } from '../party.ts';

/** In and out over the broker; what comes back as a verdict is left aside. */
export class AmqpParty implements Party {
  readonly code: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly #system: SteadyParty;

  constructor(code: string, user: string, url: string) {
    this.code = code;
    this.settings = { kanaal: 'amqp', amqpGebruiker: user };
    this.#system = new SteadyParty(url, `ijw.uit.${code}`);
  }

  /** From the first time that the queue is there. */
  async open(): Promise<void> {
    void this.#system.listen();
  }

  send(bytes: Uint8Array, name: string): Promise<void> {
    return this.#system.put(bytes, name);
  }

  get received(): ReadonlyMap<string, Received> {
    const messages = this.#system.came.filter(({ properties }) => !String(properties.messageId).startsWith('oordeel-'));
    return new Map(
      messages.map(({ content, properties: { messageId: id, type } }) => [id, { id, type, xml: content.toString() }]),
    );
  }

  close(): Promise<void> {
    return this.#system.close();
  }
}
