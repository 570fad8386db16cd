import type { Scope } from '../../access/scope.ts';
/** The ways out. */
export const CHANNELS = ['ophalen', 'amqp', 'bullmq', 'map', 'webhook', 'stuf'] as const;
/** `ophalen`: the party asks for its messages itself. */
export type Channel = (typeof CHANNELS)[number];

/** What is known of a party for the ways; null where it was never set. */
export interface PartySettings {
  readonly partij: string;
  readonly kanaal: Channel;
  /** As the broker knows the party. */
  readonly amqpGebruiker: string | null;
  /** Where its webhook listens. */
  readonly url: string | null;
  /** `whsec_…`: signs what goes there. */
  readonly geheim: string | null;
  /** Where it takes StUF. */
  readonly endpoint: string | null;
  /** PEM, with its private key in `sleutel`: what we show there. */
  readonly certificaat: string | null;
  readonly sleutel: string | null;
  /** An empty 2xx of that endpoint counts as Bv03. */
  readonly leegIsGoed: boolean;
}

/** Only what is named is changed. */
export type ChannelChange = Partial<Omit<PartySettings, 'partij'>>;

/** How a way does in one process. */
export interface ChannelState {
  readonly staat: 'goed' | 'storing';
  readonly sinds: Date;
  /** A code or sentence without anything of anybody; the last one there was. */
  readonly laatsteFout: string | null;
}

export interface ChannelStateRow extends ChannelState {
  readonly kanaal: Channel;
}

/** What waits for a party, and how its way does. */
export interface PartyWay {
  readonly partij: string;
  readonly kanaal: Channel;
  readonly amqpGebruiker: string | null;
  /** Neither confirmed nor given up. */
  readonly wacht: number;
  readonly oudste: Date | null;
  readonly laatsteSucces: Date | null;
  readonly laatsteFout: string | null;
  readonly storingSinds: Date | null;
}

export interface ChannelStore {
  /** Grows with every change of any party. */
  channelsVersion(): Promise<number>;
  /** Of all parties of which anything was ever set, in order of code. */
  channelSettings(): Promise<readonly PartySettings[]>;
  /**
   * `user-taken`: another party has this amqpGebruiker. What waits for a party whose way changes goes the new way; what
   * somebody is sending at this moment ends by the old one.
   */
  changeChannel(partij: string, change: ChannelChange): Promise<PartySettings | 'user-taken'>;
  /** How the ways do in this process; what a process said that is gone for a day is forgotten. */
  noteChannelStates(proces: string, standen: readonly ChannelStateRow[]): Promise<void>;
  /** What processes said in the last `withinMs`. */
  channelStates(withinMs: number): Promise<readonly ChannelStateRow[]>;
  /** Every party with settings, or for which a message waits that is in sight (and in this region): those are counted. */
  partyWays(scope: Scope, regio?: string): Promise<readonly PartyWay[]>;
}
