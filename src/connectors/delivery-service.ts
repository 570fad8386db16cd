import type { Logger } from '../log/logger.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sendDue } from '../outbox/send-due.ts';
import { Periodic } from '../services/periodic.ts';
import type { ConnectorOut } from './connector-out.ts';

/** How soon what is new or due again is seen (ms). */
const EVERY_MS = 1_000;

/** The service that delivers by a connector; several processes may run it at once. */
export function deliveryService(connector: ConnectorOut, outbox: Outbox, logger: Logger, everyMs = EVERY_MS): Periodic {
  return new Periodic({
    name: `aflevering ${connector.channel}`,
    everyMs,
    work: () => sendDue(outbox, { ...connector, send: (delivery) => connector.send(delivery) }),
    logger,
  });
}
