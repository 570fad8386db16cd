import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import type { Sessiekast } from '../access/sessions/sessiekast.ts';
import type { TargetRules } from '../channels/address-guard.ts';
import type { ChannelSettings } from '../channels/channel-settings.ts';
import type { HappeningHub } from '../happenings/hub.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { VerdictWatch } from '../lanes/verdict-watch.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { QueueLook } from '../services/queue-look.ts';
import type { Readiness } from '../services/readiness.ts';
import type { Store } from '../store/store.ts';
import { agreements } from './agreements.ts';
import { budgets } from './budgets.ts';
import { channels } from './channels/channels.ts';
import { envelopes } from './channels/envelopes.ts';
import { Door } from './door.ts';
import { dossiers } from './dossiers.ts';
import type { Gateway } from './gateway.ts';
import { health } from './health.ts';
import { intake } from './intake.ts';
import { keys } from './keys.ts';
import { EventFeed } from './live/event-feed.ts';
import { live } from './live/live.ts';
import { OutgoingWatch } from './live/outgoing-watch.ts';
import { messages } from './messages.ts';
import { outgoing } from './outgoing.ts';
import { audit } from './people/audit.ts';
import { overview } from './people/overview.ts';
import { persons } from './people/persons.ts';
import { savedSearches } from './people/saved-searches.ts';
import { sessions } from './people/sessions.ts';
import { stories } from './people/stories.ts';
import { subscriptions } from './people/subscriptions.ts';
import { queues } from './queues.ts';
import { causes } from './refused/causes.ts';
import { replays } from './refused/replays.ts';
import { reports } from './reports.ts';
import { signals } from './signals.ts';
import { terms } from './terms.ts';
import type { DryRunDeps } from './trials/dry-run.ts';
import { werkbak } from './werkbak.ts';

export interface LocalGatewayDeps extends DryRunDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly doorbell: Doorbell;
  readonly hub: HappeningHub;
  readonly watch: VerdictWatch;
  readonly readiness: Readiness;
  readonly queueLook: () => Promise<QueueLook>;
  readonly kast: Sleutelkast;
  readonly settings: ChannelSettings;
  readonly targets: TargetRules;
  readonly sessies: Sessiekast;
  /** Whether this gateway can send mail. */
  readonly mail: boolean;
}

/** The use cases on the store, queue and threads of this process. */
export function localGateway(deps: LocalGatewayDeps): Gateway {
  const parts = {
    ...{ ...deps, door: new Door(deps), feed: new EventFeed(deps) },
    outgoingWatch: new OutgoingWatch(deps),
  };
  return {
    intake: intake(parts),
    outgoing: outgoing(parts),
    messages: messages(parts),
    audits: audit(parts),
    persons: persons(parts),
    causes: causes(parts),
    replays: replays(parts),
    live: live(parts),
    dossiers: dossiers(parts),
    werkbak: werkbak(parts),
    budgets: budgets(parts),
    signals: signals(parts),
    subscriptions: subscriptions(parts),
    savedSearches: savedSearches(parts),
    terms: terms(parts),
    agreements: agreements(parts),
    keys: keys(parts),
    channels: channels(parts),
    envelopes: envelopes(parts),
    reports: reports(parts),
    overview: overview(parts),
    stories: stories(parts),
    queues: queues(parts),
    sessions: sessions(parts),
    health: health(deps.readiness),
  };
}
