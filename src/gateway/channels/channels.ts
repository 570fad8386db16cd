import type { Principal } from '../../access/principal.ts';
import { type Scope, sees } from '../../access/scope.ts';
import type { TargetRules } from '../../channels/address-guard.ts';
import type { ChannelSettings } from '../../channels/channel-settings.ts';
import { type ChannelFault, checkChange } from '../../channels/check-change.ts';
import { newWebhookSecret } from '../../channels/webhook-secret.ts';
import { CHANNELS, type ChannelChange, type ChannelStore, type PartySettings } from '../../store/channels/contract.ts';
import type { Door } from '../door.ts';
import { type ChannelView, servedBy, stateOf } from './channel-state.ts';

export type { ChannelChange, PartySettings } from '../../store/channels/contract.ts';
export { CHANNELS } from '../../store/channels/contract.ts';

export type { ChannelView } from './channel-state.ts';

export type ChannelOutcome =
  /** `geheim`: made now, to be shown this once; null when it was given or there already. */
  | { readonly kind: 'changed'; readonly settings: PartySettings; readonly geheim: string | null }
  | { readonly kind: 'invalid'; readonly fouten: readonly ChannelFault[] }
  /** Another party has this amqpGebruiker. */
  | { readonly kind: 'user-taken' };

/** The ways out of parties. Secrets are written and never shown. */
export interface Channels {
  /** Undefined for a party out of sight: an operator sees the aanbieders and the gemeenten of its regions. */
  settings(principal: Principal, party: string): Promise<PartySettings | undefined>;
  /** Only what is named is changed. */
  change(principal: Principal, party: string, change: ChannelChange): Promise<ChannelOutcome>;
  /** Every way, also those that are off, with the parties in sight and what of theirs in sight waits (in this region). */
  overview(principal: Principal, regio?: string): Promise<readonly ChannelView[]>;
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
      const scope = await door.enter(principal, 'channel.read');
      if (!inSight(scope, party)) return undefined;
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
    overview: async (principal, regio) => {
      const scope = await door.enter(principal, 'channel.list');
      const [states, ways] = await Promise.all([store.channelStates(SEEN_MS), store.partyWays(scope, regio)]);
      const seen = ways.filter(({ partij }) => inSight(scope, partij));
      return CHANNELS.map((kanaal) => ({
        ...stateOf(kanaal, states, ways.filter(servedBy(kanaal)), started),
        partijen: seen.filter(servedBy(kanaal)),
      }));
    },
  };
}

function inSight(scope: Scope, partij: string): boolean {
  return partij.length === 4
    ? sees(scope, { parties: [partij], gemeente: partij })
    : sees(scope, { parties: [partij], regio: null });
}
