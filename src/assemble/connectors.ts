import { setTimeout as sleep } from 'node:timers/promises';
import type { PartyPrincipal } from '../access/principal.ts';
import { toonBericht } from '../api/weergave.ts';
import type { ChannelSettings } from '../channels/channel-settings.ts';
import type { Config } from '../config/config.ts';
import { askTogether } from '../connectors/ask-together.ts';
import { ChannelHealth } from '../connectors/channel-health.ts';
import type { Connector, ConnectorKind } from '../connectors/connector.ts';
import { deliveryService } from '../connectors/delivery-service.ts';
import { doorForMany, doorOf, partyOf } from '../connectors/door-of.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HappeningType } from '../happenings/happening.ts';
import type { HappeningHub } from '../happenings/hub.ts';
import type { Logger } from '../log/logger.ts';
import { FeedbackDesk } from '../outbox/feedback-desk.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Periodic } from '../services/periodic.ts';
import { newId } from '../store/engine/uuid.ts';
import type { Store } from '../store/store.ts';

export interface ConnectorHostOptions {
  readonly kinds: readonly ConnectorKind[];
  readonly config: Config;
  readonly store: Store;
  readonly settings: ChannelSettings;
  readonly gateway: Gateway;
  readonly hub: HappeningHub;
  readonly logger: Logger;
  readonly now: () => Date;
}

const TOGETHER_MS = 20;
/** How often a process says how its ways do (ms). */
const SAY_MS = 2_000;

/** After these there may be something to deliver or to tell. */
const WAKING: ReadonlySet<HappeningType> = new Set(['message.judged', 'decision.made', 'command.done']);

interface Running {
  readonly channel: ConnectorKind['channel'];
  readonly connector: Connector;
  readonly health: ChannelHealth;
  readonly services: readonly Periodic[];
}

/**
 * Starts every way that is configured: what comes in goes through the one door, what goes out comes from the outbox, and
 * what is to be told to senders from the store. Gives what ends all of it.
 */
export async function startConnectors(options: ConnectorHostOptions): Promise<() => Promise<void>> {
  const { kinds, config, store, settings, gateway, hub, logger } = options;
  const running = kinds.map((kind) => prepare(kind, options)).filter((one) => one !== null);
  const process = newId();
  // Leases end by themselves; where nobody else can be at work there is no need to wait for that.
  if (config.databaseUrl === null) await store.freeLeases();
  const said = new Periodic({
    name: 'kanalen',
    everyMs: SAY_MS,
    work: async () => {
      const standen = running.map(({ channel, health }) => ({ kanaal: channel, ...health.state }));
      await store.noteChannelStates(process, standen);
      return 0;
    },
    logger,
  });
  for (const { connector } of running) await connector.open?.();
  for (const { connector, services } of running) {
    if (connector.in !== undefined)
      await connector.in.start(doorOf(gateway, connector.in), doorForMany(gateway, connector.in));
    for (const service of services) service.start();
  }
  const wake = ({ type }: { readonly type: HappeningType }) => {
    if (!WAKING.has(type)) return;
    for (const { channel, services } of running) {
      // Most ways serve nobody in most gateways; those need not look at each verdict.
      if (settings.all().some(({ kanaal, amqpGebruiker }) => kanaal === channel || amqpGebruiker !== null)) {
        for (const service of services) service.poke();
      }
    }
  };
  hub.listen(wake);
  hub.listenToHints(wake);
  settings.onChange(() => {
    for (const { services } of running) for (const service of services) service.poke();
  });
  if (running.length > 0) said.start();
  return async () => {
    await said.stop();
    await Promise.all(running.map(end));
  };
}

function prepare(
  { channel, make }: ConnectorKind,
  { config, store, settings, gateway, logger, now }: ConnectorHostOptions,
): Running | null {
  const health = new ChannelHealth(now);
  const outbox = new Outbox({ store, now });
  const feedback = new FeedbackDesk({ store, now });
  const services: Periodic[] = [];
  const read = askTogether(gateway.messages.readMany);
  const connector = make({
    ...{ config, settings, outbox, feedback, gateway, health, logger, now },
    messageJson: async (party, id) => {
      const message = await read({ principal: reader(party, channel), id });
      return message === undefined ? undefined : toonBericht(message);
    },
    wake: () => {
      for (const service of services) service.poke();
    },
  });
  if (connector === null) return null;
  const { out, tell, in: way, via = way?.via } = connector;
  if (out !== undefined) services.push(deliveryService(out, outbox, logger));
  if (tell !== undefined && via !== undefined) {
    const work = async () => {
      // What is judged in the same moment is told by one look.
      await sleep(TOGETHER_MS);
      return feedback.tellDue(via, (told) => tell.call(connector, told));
    };
    services.push(new Periodic({ name: `terugmelding ${channel}`, everyMs: 1_000, work, logger }));
  }
  return { channel, connector, health, services };
}

/** What was brought may be looked at by who brought it. */
function reader(party: string, channel: string): PartyPrincipal {
  return partyOf(party, { name: channel, via: 'http' });
}

/** Nothing new comes in or goes out; then what is under way ends. */
async function end({ connector, services }: Running): Promise<void> {
  await connector.in?.stop();
  await Promise.all(services.map((service) => service.stop()));
  await connector.close?.();
}
