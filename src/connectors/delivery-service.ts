import type { Logger } from '../log/logger.ts';
import { Bell } from '../outbox/bell.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sendDue } from '../outbox/send-due.ts';
import { Periodic } from '../services/periodic.ts';
import type { ConnectorOut } from './connector-out.ts';

/** How soon what is new or due again is seen when nobody says so (ms). */
const EVERY_MS = 1_000;

/** The service that delivers by a connector; several processes may run it at once. `poke` looks at once. */
export function deliveryService(connector: ConnectorOut, outbox: Outbox, logger: Logger, everyMs = EVERY_MS): Periodic {
  const { channel, atOnce, leaseMs, wantsReference = false, perParty = 1 } = connector;
  const bell = new Bell();
  const stop = { asked: false };
  const service = new Periodic({
    name: `aflevering ${channel}`,
    everyMs,
    work: () => {
      const sending = { channel, atOnce, leaseMs, wantsReference, perParty, stop };
      return sendDue(outbox, { ...sending, send: (delivery) => connector.send(delivery) }, bell);
    },
    onPoke: () => bell.ring(),
    // What is under way ends; however much waits, nothing new begins.
    onStop: () => {
      stop.asked = true;
    },
    logger,
  });
  return service;
}
