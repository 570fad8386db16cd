import type { ChannelModel } from 'amqplib';
import { BrokerFault, isOwnFault } from './broker-fault.ts';
import { queueOut } from './names.ts';
import { declareParty, depthOf } from './topology.ts';

/** What is wrong with the queue of a party; null: nothing any more. */
export type PartyTold = (party: string, fault: BrokerFault | null) => void;

/**
 * The queues of parties on the connection that there is. One that the broker has otherwise keeps its own party waiting and
 * nobody else.
 */
export class PartyQueues {
  readonly #told: PartyTold;
  #connection: ChannelModel | undefined;
  #declared = new Map<string, Promise<BrokerFault | null>>();
  #faulty = new Set<string>();

  constructor(told: PartyTold) {
    this.#told = told;
  }

  open(connection: ChannelModel): void {
    this.#connection = connection;
    this.#declared = new Map();
  }

  /** Those of these parties; rejects when the connection is lost. */
  async serve(parties: readonly string[]): Promise<void> {
    for (const party of this.#faulty) if (!parties.includes(party)) this.#tell(party, null);
    for (const party of parties) await this.ensure(party);
  }

  /** Looks again at the next `ensure`. */
  forget(party: string): void {
    this.#declared.delete(party);
  }

  /** Null: it is there. Without a connection nothing is known of it, and nothing will be sent either. */
  ensure(party: string): Promise<BrokerFault | null> {
    const connection = this.#connection;
    if (connection === undefined) return Promise.resolve(null);
    const known = this.#declared.get(party);
    if (known !== undefined) return known;
    const declared = this.#declare(connection, party);
    this.#declared.set(party, declared);
    const forget = () => {
      if (this.#declared.get(party) === declared) this.forget(party);
    };
    declared.then((fault) => fault === null || forget(), forget);
    return declared;
  }

  /**
   * The broker refused what was put there. A queue that is full says how much lies in it; one that the broker could not
   * start counts as empty, and its declaration goes well: nothing else tells them apart. Null: it is full, as far as is known.
   * It is not removed here: what lies in it may come back with the rest of a cluster.
   */
  async refused(party: string): Promise<BrokerFault | null> {
    const connection = this.#connection;
    const depth = connection === undefined ? null : await depthOf(connection, queueOut(party)).catch(() => null);
    if (depth !== 0) return null;
    const fault = new BrokerFault(
      'wachtrij-staat-stil',
      `De wachtrij ${queueOut(party)} neemt niets aan en is toch leeg: de broker heeft hem niet kunnen starten. Blijft hij bij de broker op \`down\` staan (rabbitmqctl list_queues name state), verwijder hem daar dan; de gateway maakt hem weer aan.`,
    );
    this.#tell(party, fault);
    return fault;
  }

  /** Something came into it: whatever was wrong is over. */
  arrived(party: string): void {
    if (this.#faulty.has(party)) this.#tell(party, null);
  }

  async #declare(connection: ChannelModel, party: string): Promise<BrokerFault | null> {
    try {
      await declareParty(connection, party);
      this.#tell(party, null);
      return null;
    } catch (fout) {
      if (!isOwnFault(fout)) throw fout;
      this.#tell(party, fout);
      return fout;
    }
  }

  #tell(party: string, fault: BrokerFault | null): void {
    if (fault === null) this.#faulty.delete(party);
    else this.#faulty.add(party);
    this.#told(party, fault);
  }
}
