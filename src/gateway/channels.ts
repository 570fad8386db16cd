import type { Principal } from '../access/principal.ts';
import { type Scope, sees } from '../access/scope.ts';
import type { TargetRules } from '../channels/address-guard.ts';
import type { ChannelSettings } from '../channels/channel-settings.ts';
import { type ChannelFault, checkChange } from '../channels/check-change.ts';
import { newWebhookSecret } from '../channels/webhook-secret.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelChange,
  type ChannelStateRow,
  type ChannelStore,
  type PartySettings,
  type PartyWay,
} from '../store/channels/contract.ts';
import type { Door } from './door.ts';

export type { Channel, ChannelChange, PartySettings, PartyWay } from '../store/channels/contract.ts';
export { CHANNELS } from '../store/channels/contract.ts';

export type ChannelOutcome =
  /** `geheim`: made now, to be shown this once; null when it was given or there already. */
  | { readonly kind: 'changed'; readonly settings: PartySettings; readonly geheim: string | null }
  | { readonly kind: 'invalid'; readonly fouten: readonly ChannelFault[] }
  /** Another party has this amqpGebruiker. */
  | { readonly kind: 'user-taken' };

/** A way and the parties that are served by it. */
export interface ChannelView {
  readonly kanaal: Channel;
  /** `uit`: no process runs it. */
  readonly staat: 'uit' | 'goed' | 'storing';
  readonly sinds: Date | null;
  readonly laatsteFout: string | null;
  readonly partijen: readonly PartyWay[];
}

/** The ways out of parties. Secrets are written and never shown. */
export interface Channels {
  settings(principal: Principal, party: string): Promise<PartySettings>;
  /** Only what is named is changed. */
  change(principal: Principal, party: string, change: ChannelChange): Promise<ChannelOutcome>;
  /** Every way, also those that are off; an operator sees the aanbieders and the gemeenten of its regions. */
  overview(principal: Principal): Promise<readonly ChannelView[]>;
}

export interface ChannelsDeps {
  readonly door: Door;
  readonly store: Pick<ChannelStore, 'channelStates' | 'partyWays'>;
  readonly settings: ChannelSettings;
  readonly targets: TargetRules;
}

/** A process that said nothing for this long runs no ways any more (ms). */
const SEEN_MS = 30_000;

export function channels({ door, store, settings, targets }: ChannelsDeps): Channels {
  const started = door.now();
  return {
    settings: async (principal, party) => {
      door.check(principal, 'channel.read');
      await settings.refresh();
      return settings.of(party);
    },
    change: async (principal, party, asked) => {
      door.check(principal, 'channel.set');
      await settings.refresh();
      const wanted = { ...settings.of(party), ...asked };
      const geheim = wanted.kanaal === 'webhook' && wanted.geheim === null ? newWebhookSecret() : null;
      const change = geheim === null ? asked : { ...asked, geheim };
      const fouten = await checkChange({ ...wanted, ...change }, change, targets);
      if (fouten.length > 0) return { kind: 'invalid', fouten };
      const result = await door.change(principal, 'channel.set', async (changes) => {
        const changed = await changes.changeChannel(party, change);
        return { result: changed, subject: changed === 'user-taken' ? null : party };
      });
      if (result === 'user-taken') return { kind: 'user-taken' };
      await settings.refresh();
      return { kind: 'changed', settings: result, geheim };
    },
    overview: async (principal) => {
      const scope = await door.enter(principal, 'channel.list');
      const [states, ways] = await Promise.all([store.channelStates(SEEN_MS), store.partyWays()]);
      const seen = ways.filter(({ partij }) => inSight(scope, partij));
      return CHANNELS.map((kanaal) => ({
        ...stateOf(kanaal, states, ways.filter(by(kanaal)), started),
        partijen: seen.filter(by(kanaal)),
      }));
    },
  };
}

function inSight(scope: Scope, partij: string): boolean {
  return partij.length === 4
    ? sees(scope, { parties: [partij], gemeente: partij })
    : sees(scope, { parties: [partij], regio: null });
}

/** Whom a way serves: by AMQP also who only brings messages that way. */
function by(kanaal: Channel): (way: PartyWay) => boolean {
  return (way) => way.kanaal === kanaal || (kanaal === 'amqp' && way.amqpGebruiker !== null);
}

/** These are there for whoever has an address; while nobody has one they are off. */
const WITHOUT_SERVER: readonly Channel[] = ['webhook', 'stuf'];

/**
 * Of several processes the one that is in trouble tells, and a way to one party that fails is trouble too; `ophalen` works
 * where the API does.
 */
function stateOf(
  kanaal: Channel,
  states: readonly ChannelStateRow[],
  ways: readonly PartyWay[],
  started: Date,
): Pick<ChannelView, 'kanaal' | 'staat' | 'sinds' | 'laatsteFout'> {
  if (kanaal === 'ophalen') return { kanaal, staat: 'goed', sinds: started, laatsteFout: null };
  const mine = states.filter((state) => state.kanaal === kanaal);
  const told = mine.find(({ staat }) => staat === 'storing') ?? mine[0];
  const off = { kanaal, staat: 'uit', sinds: null, laatsteFout: told?.laatsteFout ?? null } as const;
  if (told === undefined || (WITHOUT_SERVER.includes(kanaal) && ways.length === 0)) return off;
  const failing = ways.filter((way) => way.kanaal === kanaal && way.storingSinds !== null);
  if (told.staat === 'storing' || failing.length === 0) return told;
  const [first] = failing.toSorted((a, b) => Number(a.storingSinds) - Number(b.storingSinds));
  return { kanaal, staat: 'storing', sinds: first?.storingSinds ?? null, laatsteFout: first?.laatsteFout ?? null };
}
