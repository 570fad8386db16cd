import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumeMessage } from 'amqplib';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { ConnectorDoor, DoorForMany } from '../connector-in.ts';
import type { Acknowledger } from './acknowledger.ts';
import { type Taken, take, takeTogether, textOrNone } from './arrival.ts';
import { Gathering } from './gathering.ts';
import type { AmqpParties } from './parties.ts';
import { type Arrival, type DoorRefusal, STUCK } from './refusal.ts';
import { SenderLines } from './sender-lines.ts';
import { growingWait, type Waits } from './waits.ts';

/** Fails so often while others are stored: it is to blame for it. */
const TOO_OFTEN = 5;

export interface SettlingDeps {
  readonly parties: AmqpParties;
  readonly logger: Logger;
  /** Resolves when the refusal is somewhere for good; rejects when it could not be told. */
  readonly refuse: (arrival: Arrival, refusal: DoorRefusal) => Promise<void>;
  /** Between attempts at one message. */
  readonly waits: Waits;
}

export interface Doors {
  readonly one: ConnectorDoor;
  readonly many?: DoorForMany | undefined;
}

/** Of one connection: what acknowledges on it, and whether it is still there. */
interface Line {
  readonly acks: Acknowledger;
  readonly doors: Doors;
  readonly stop: AbortSignal;
}

interface Came {
  readonly message: ConsumeMessage;
  readonly bytes: number;
  readonly user: string;
  readonly line: Line;
}

/**
 * Brings each message to where it may be acknowledged. What comes at once is stored at once, in one transaction and in its
 * order. When that fails each goes on in the line of its sender until it is stored or refused, and so does what that
 * sender sends meanwhile, so that nothing of one sender passes another and nobody waits for what another sent.
 */
export class Settling {
  readonly #deps: SettlingDeps;
  readonly #lines = new SenderLines();
  readonly #gathering = new Gathering<Came>((group) => this.#group(group));
  #stored = 0;

  constructor(deps: SettlingDeps) {
    this.#deps = deps;
  }

  add(message: ConsumeMessage, line: Line): void {
    const user = textOrNone(message.properties.userId) ?? '';
    const came = { message, bytes: message.content.length, user, line };
    if (line.doors.many === undefined) this.#alone(came);
    else this.#gathering.add(came);
  }

  /** Resolves when nothing is under way of what was added until now. */
  async done(): Promise<void> {
    await this.#gathering.done();
    await this.#lines.done();
  }

  /** Never rejects. */
  async #group(group: readonly Came[]): Promise<void> {
    const here = group.filter(({ line }) => !line.stop.aborted);
    const many = here[0]?.line.doors.many;
    const together = here.filter((came) => many !== undefined && !this.#lines.has(came.user));
    for (const came of here) if (!together.includes(came)) this.#alone(came);
    if (many === undefined || together.length === 0) return;
    const messages = together.map(({ message }) => message);
    const taken = await takeTogether(messages, many, this.#deps.parties).catch(() => undefined);
    for (const [i, came] of together.entries()) {
      const one = taken?.[i];
      if (one?.kind === 'stored') this.#acknowledge(came, one);
      else this.#alone(came, one);
    }
  }

  #alone(came: Came, taken?: Taken): void {
    this.#lines.add(came.user, () => this.#settle(came, taken));
  }

  #acknowledge({ message, line }: Came, taken: Taken): void {
    if (taken.kind === 'stored') this.#stored++;
    line.acks.done(message, taken);
  }

  /** One message until it is acknowledged, or its channel is no more: then the broker gives it again. Never rejects. */
  async #settle(came: Came, known?: Taken): Promise<void> {
    const { parties, logger, refuse, waits } = this.#deps;
    const { message, line } = came;
    const before = this.#stored;
    let taken = known;
    for (let failed = 0; !line.stop.aborted; failed++) {
      try {
        // While nothing else is stored either, it is the store that is to blame.
        const blamed = failed >= TOO_OFTEN && this.#stored > before;
        taken ??= blamed ? { kind: 'refused', refusal: STUCK } : await take(message, line.doors.one, parties);
        if (taken.kind === 'refused') await refuse(arrivalOf(message), taken.refusal);
        this.#acknowledge(came, taken);
        return;
      } catch (fout) {
        if (line.stop.aborted) return;
        logger.warn('a message of the broker is tried again later', foutVelden(fout));
        await sleep(growingWait(waits, failed), undefined, { signal: line.stop }).catch(() => undefined);
      }
    }
  }
}

function arrivalOf({ content, properties }: ConsumeMessage): Arrival {
  return {
    user: textOrNone(properties.userId),
    messageId: textOrNone(properties.messageId),
    contentType: textOrNone(properties.contentType),
    content,
  };
}
