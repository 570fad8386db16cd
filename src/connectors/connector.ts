import type { Via } from '../access/envelope.ts';
import type { Channel, ChannelSettings } from '../channels/channel-settings.ts';
import type { Config } from '../config/config.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Logger } from '../log/logger.ts';
import type { DeliveryOutcome } from '../outbox/delivery-outcome.ts';
import type { Feedback, FeedbackDesk } from '../outbox/feedback-desk.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { ConnectorIn } from './connector-in.ts';
import type { ConnectorOut } from './connector-out.ts';

/** A way as the gateway runs it: in, out, and telling senders, as far as it does each. */
export interface Connector {
  readonly in?: ConnectorIn;
  readonly out?: ConnectorOut;
  /** Of what `tell` is about, where the way in is not run here (StUF comes in by the port of the API). */
  readonly via?: Via;
  /** Tells a sender what became of what it sent this way (`Feedback`); what it throws counts as `ambiguous`. */
  readonly tell?: (feedback: Feedback) => Promise<DeliveryOutcome>;
  /** Begins, before anything goes in or out. Does not wait for a server that is away: `health` tells how it is. */
  open?(): Promise<void>;
  /** Ends, after what was under way; resolves also when the server is away. */
  close?(): Promise<void>;
}

/** What a connector may use of the gateway. */
export interface ConnectorDeps {
  readonly config: Config;
  /** What is set of each party, and when that changes. */
  readonly settings: ChannelSettings;
  /** For what is confirmed or refused later than it was sent. */
  readonly outbox: Outbox;
  readonly feedback: FeedbackDesk;
  readonly gateway: Gateway;
  /** The message as `GET /berichten/{id}` shows it to this party; undefined when it is not in its sight. */
  readonly messageJson: (party: string, id: string) => Promise<unknown>;
  /** Looks at once what is due on this way, out and to tell. */
  readonly wake: () => void;
  /** Says how the way does. */
  readonly health: ChannelHealth;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** A row of the registry. */
export interface ConnectorKind {
  readonly channel: Exclude<Channel, 'ophalen'>;
  /** Null: not configured, so the way is off. */
  readonly make: (deps: ConnectorDeps) => Connector | null;
}
