import type { ConnectorDoor, ConnectorIn } from '../../src/connectors/connector-in.ts';
import type { ConnectorOut } from '../../src/connectors/connector-out.ts';
import type { DeliveryOutcome } from '../../src/outbox/delivery-outcome.ts';
import type { DueDelivery } from '../../src/outbox/outbox.ts';

interface Letter {
  readonly party: string;
  readonly bytes: Uint8Array;
  readonly acknowledge: (id: string) => void;
  readonly refuse: (why: string) => void;
}

/** A connector of the simplest kind: letters in memory. What a real one has more than this is its protocol. */
export class DummyConnector implements ConnectorIn, ConnectorOut {
  readonly name = 'dummy';
  readonly via = 'map';
  readonly channel: string;
  readonly atOnce = 10;
  readonly leaseMs = 60_000;
  /** What the party does with what is sent to it. */
  taken: (delivery: DueDelivery) => DeliveryOutcome | Promise<DeliveryOutcome> = () => ({ kind: 'confirmed' });
  #door: ConnectorDoor | undefined;
  readonly #underWay = new Set<Promise<void>>();

  constructor(channel: string) {
    this.channel = channel;
  }

  async start(door: ConnectorDoor): Promise<void> {
    this.#door = door;
  }

  async stop(): Promise<void> {
    this.#door = undefined;
    await Promise.all(this.#underWay);
  }

  /** A party puts a letter in. */
  post(letter: Letter): void {
    const door = this.#door;
    if (door === undefined) return void letter.refuse('closed');
    const taking = this.#take(letter, door).finally(() => this.#underWay.delete(taking));
    this.#underWay.add(taking);
  }

  async #take({ party, bytes, acknowledge, refuse }: Letter, door: ConnectorDoor): Promise<void> {
    try {
      const receipt = await door(bytes, { party });
      if ('id' in receipt) acknowledge(receipt.id);
      else refuse(receipt.kind);
    } catch {
      refuse('again later');
    }
  }

  async send(delivery: DueDelivery): Promise<DeliveryOutcome> {
    return this.taken(delivery);
  }
}
