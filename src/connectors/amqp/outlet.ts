import type { ChannelModel } from 'amqplib';
import type { Logger } from '../../log/logger.ts';
import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { BrokerFault } from './broker-fault.ts';
import type { Broken } from './broker-link.ts';
import type { PublishOutcome } from './confirm-lane.ts';
import type { Letter } from './letter.ts';
import { REFUSED_QUEUE } from './names.ts';
import { PartyQueues, type PartyTold } from './party-queues.ts';
import { Publisher } from './publisher.ts';
import { type Arrival, type DoorRefusal, refusedLetter } from './refusal.ts';

/** Names the fault alone: it is kept with the delivery and shown. */
const FAILURES: Readonly<Record<Exclude<PublishOutcome, 'confirmed'>, DeliveryOutcome>> = {
  unroutable: { kind: 'failed', class: 'transient', code: 'geen-wachtrij' },
  full: { kind: 'failed', class: 'transient', code: 'wachtrij-vol' },
  'too-large': { kind: 'failed', class: 'transient', code: 'te-groot-voor-broker' },
  closed: { kind: 'failed', class: 'transient', code: 'geen-verbinding' },
  lost: { kind: 'failed', class: 'ambiguous', code: 'geen-bevestiging' },
};

function waits({ code }: BrokerFault): DeliveryOutcome {
  return { kind: 'failed', class: 'transient', code };
}

/** The refusal could not be put down anywhere: its message is not acknowledged. */
class NotPublished extends Error {
  override readonly name = 'NotPublished';
}

/** All that goes to the broker: letters for parties, and what was refused. */
export class Outlet {
  readonly #logger: Logger;
  readonly #publisher = new Publisher();
  readonly #queues: PartyQueues;
  #broken: Broken = () => undefined;

  constructor(logger: Logger, told: PartyTold) {
    this.#logger = logger;
    this.#queues = new PartyQueues(told);
  }

  /** On a new connection, with the queues of these parties. */
  async open(connection: ChannelModel, parties: readonly string[], broken: Broken): Promise<void> {
    connection.once('close', () => this.#publisher.lose());
    this.#broken = broken;
    this.#queues.open(connection);
    await this.#queues.serve(parties);
    await this.#publisher.open(connection, broken);
  }

  /** The parties that have a queue from now on. */
  async serve(parties: readonly string[]): Promise<void> {
    await this.#queues.serve(parties).catch(this.#broken);
  }

  /** To the queue of this party. */
  async send(party: string, letter: Letter): Promise<DeliveryOutcome> {
    const fault = await this.#queues.ensure(party);
    if (fault !== null) return waits(fault);
    const outcome = await this.#publisher.publish(letter);
    if (outcome === 'confirmed') {
      this.#queues.arrived(party);
      return { kind: 'confirmed' };
    }
    if (outcome === 'full') {
      const why = await this.#queues.refused(party);
      if (why !== null) return waits(why);
    }
    // Somebody took the queue away: it is made again at the next attempt.
    if (outcome === 'unroutable') this.#queues.forget(party);
    if (outcome === 'too-large') this.#tellTooLarge(letter);
    return FAILURES[outcome];
  }

  /** Resolves when the refusal is in a queue: of who listens for it, else in the one that keeps what nobody listens for. */
  async refuse(arrival: Arrival, refusal: DoorRefusal): Promise<void> {
    const letter = refusedLetter(arrival, refusal);
    let outcome = await this.#publisher.publish(letter);
    if (outcome === 'unroutable') {
      outcome = await this.#publisher.publish({ ...letter, exchange: '', key: REFUSED_QUEUE });
    }
    if (outcome === 'confirmed') {
      this.#logger.warn('a message was refused at the door', { via: 'amqp', code: refusal.code });
      return;
    }
    // Somebody took that queue away: with a new connection it is made again.
    if (outcome === 'unroutable') this.#broken(new Error('there is no queue for refusals'));
    if (outcome === 'too-large') this.#tellTooLarge(letter);
    throw new NotPublished(outcome);
  }

  #tellTooLarge({ content }: Letter): void {
    this.#logger.error('the broker takes no message of this size: set max_message_size to 27262976 (26 MiB) or more', {
      bytes: content.length,
    });
  }
}
