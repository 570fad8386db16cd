import type { Agreements } from './agreements.ts';
import type { Budgets } from './budgets.ts';
import type { Channels } from './channels/channels.ts';
import type { Envelopes } from './channels/envelopes.ts';
import type { Dossiers } from './dossiers.ts';
import type { Health } from './health.ts';
import type { Intake } from './intake.ts';
import type { Keys } from './keys.ts';
import type { Live } from './live/live.ts';
import type { Messages } from './messages.ts';
import type { Outgoing } from './outgoing.ts';
import type { Audit } from './people/audit.ts';
import type { Overview } from './people/overview.ts';
import type { Persons } from './people/persons.ts';
import type { SavedSearches } from './people/saved-searches.ts';
import type { SignIn } from './people/sessions.ts';
import type { Stories } from './people/stories.ts';
import type { Subscriptions } from './people/subscriptions.ts';
import type { Queues } from './queues.ts';
import type { Causes } from './refused/causes.ts';
import type { Replays } from './refused/replays.ts';
import type { Reports } from './reports.ts';
import type { Signals } from './signals.ts';
import type { Terms } from './terms.ts';
import type { Werkbak } from './werkbak.ts';

/**
 * The use cases, as the ways in (HTTP, dashboard, connectors) call them. Each method takes who asks, checks that it may, shows no
 * more than it may see and writes down what must be. Expected outcomes are values; a throw is a lost connection, a bug or
 * `NotAllowed`, and nothing was acknowledged then.
 */
export interface Gateway {
  readonly intake: Intake;
  readonly outgoing: Outgoing;
  readonly messages: Messages;
  readonly audits: Audit;
  readonly persons: Persons;
  readonly causes: Causes;
  readonly replays: Replays;
  readonly live: Live;
  readonly dossiers: Dossiers;
  readonly werkbak: Werkbak;
  readonly budgets: Budgets;
  readonly signals: Signals;
  readonly subscriptions: Subscriptions;
  readonly savedSearches: SavedSearches;
  readonly terms: Terms;
  readonly agreements: Agreements;
  readonly keys: Keys;
  readonly channels: Channels;
  readonly envelopes: Envelopes;
  readonly reports: Reports;
  readonly overview: Overview;
  readonly stories: Stories;
  readonly queues: Queues;
  readonly sessions: SignIn;
  readonly health: Health;
}
