import type { Logger } from '../../log/logger.ts';
import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { Feedback } from '../../outbox/feedback-desk.ts';
import type { ChannelHealth } from '../channel-health.ts';
import type { Connector } from '../connector.ts';
import type { ConnectorIn } from '../connector-in.ts';
import type { ConnectorOut } from '../connector-out.ts';
import type { Acknowledged } from './acknowledger.ts';
import type { BrokerFault } from './broker-fault.ts';
import { BrokerLink } from './broker-link.ts';
import { Consumer } from './consumer.ts';
import { deliveryLetter, verdictLetter } from './outgoing.ts';
import { Outlet } from './outlet.ts';
import type { AmqpParties } from './parties.ts';
import type { Doors } from './settling.ts';
import { declareShared } from './topology.ts';
import type { Waits } from './waits.ts';

export interface AmqpDeps {
  readonly url: string;
  readonly parties: AmqpParties;
  readonly messageJson: (party: string, id: string) => Promise<unknown>;
  /** The way out is there again: what waits need not wait longer. */
  readonly back: () => void;
  readonly health: Pick<ChannelHealth, 'good' | 'trouble'>;
  readonly logger: Logger;
  readonly acknowledged?: Acknowledged;
  /** A seam for tests; production uses the default. */
  readonly waits?: Waits;
}

/** How long sending may take: waiting for the broker's word, and for a large one to get there (ms). */
const LEASE_MS = 90_000;
const AT_ONCE = 64;
/** Taken together of one party: what one turn of a lane answers at most. */
const PER_PARTY = 50;
/** Between attempts to connect, and at one message. */
const WAITS = { first: 200, longest: 5_000 };

/**
 * The way AMQP: one connection in and one out, because a broker that is short of memory stops reading from who publishes,
 * and acknowledgements would wait with it.
 */
export function amqpConnector(deps: AmqpDeps): Connector & { readonly in: ConnectorIn; readonly out: ConnectorOut } {
  const { url, parties, logger, waits = WAITS } = deps;
  const told = faults(deps.health);
  const outlet = new Outlet(logger, (party, fault) => {
    if (fault !== null) logger.error('the queue of a party cannot be used', { partij: party, melding: fault.message });
    told(`partij ${party}`)(fault);
  });
  const consumer = new Consumer({
    ...{ parties, logger, waits, refuse: (arrival, refusal) => outlet.refuse(arrival, refusal) },
    ...(deps.acknowledged === undefined ? {} : { acknowledged: deps.acknowledged }),
  });
  const out = new BrokerLink({
    ...{ name: 'uit', url, logger, waits, told: told('uit') },
    setUp: async (connection, broken) => {
      await declareShared(connection);
      await outlet.open(connection, parties.withQueue(), broken);
      deps.back();
    },
  });
  let doors: Doors = { one: () => Promise.reject(new Error('the way in is closed')) };
  const way = new BrokerLink({
    ...{ name: 'in', url, logger, waits, told: told('in') },
    setUp: async (connection, broken) => {
      await declareShared(connection);
      await consumer.open(connection, doors, broken);
    },
    windDown: () => consumer.windDown(),
  });
  parties.onChange(() => void outlet.serve(parties.withQueue()));
  return {
    open: () => out.start(),
    close: () => out.stop(),
    in: {
      name: 'amqp',
      via: 'amqp',
      start: async (one, many) => {
        doors = { one, many };
        await way.start();
      },
      stop: () => way.stop(),
    },
    out: {
      channel: 'amqp',
      atOnce: AT_ONCE,
      perParty: PER_PARTY,
      leaseMs: LEASE_MS,
      send: (delivery) => outlet.send(delivery.partij, deliveryLetter(delivery)),
    },
    tell: (feedback) => tell(feedback, outlet, deps),
  };
}

async function tell(feedback: Feedback, outlet: Outlet, { messageJson }: AmqpDeps): Promise<DeliveryOutcome> {
  const { partij, berichtId } = feedback;
  const message = berichtId === null ? undefined : await messageJson(partij, berichtId);
  if (message === undefined) return { kind: 'failed', class: 'permanent', code: 'onbekend-bericht' };
  return outlet.send(partij, verdictLetter(feedback, message));
}

/** The way is good when both connections are. */
function faults(health: AmqpDeps['health']) {
  const open = new Map<string, BrokerFault>();
  return (name: string) => (fault: BrokerFault | null) => {
    if (fault === null) open.delete(name);
    else open.set(name, fault);
    const [first] = open.values();
    if (first === undefined) health.good();
    else health.trouble(first.message);
  };
}
