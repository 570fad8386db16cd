import type { Channel, ChannelStore, PartySettings } from '../store/channels/contract.ts';

export type { Channel, ChannelState, PartySettings } from '../store/channels/contract.ts';

type Source = Pick<ChannelStore, 'channelsVersion' | 'channelSettings'>;

/** A party of which nothing was ever set fetches its messages itself. */
function unset(partij: string): PartySettings {
  return {
    ...{ partij, kanaal: 'ophalen', amqpGebruiker: null, url: null, geheim: null, endpoint: null },
    ...{ certificaat: null, sleutel: null, leegIsGoed: false },
  };
}

/**
 * What is set of each party, at hand. `refresh` looks whether anything was changed, here or by another process; a service
 * does so every two seconds, and whoever changed something at once.
 */
export class ChannelSettings {
  readonly #source: Source;
  readonly #listeners: (() => void)[] = [];
  #version = -1;
  #byParty: ReadonlyMap<string, PartySettings> = new Map();
  #byUser: ReadonlyMap<string, PartySettings> = new Map();
  #looking: Promise<boolean> = Promise.resolve(false);

  /** Knows of nobody until it has looked. */
  constructor(source: Source) {
    this.#source = source;
  }

  static async open(source: Source): Promise<ChannelSettings> {
    const settings = new ChannelSettings(source);
    await settings.refresh();
    return settings;
  }

  of(party: string): PartySettings {
    return this.#byParty.get(party) ?? unset(party);
  }

  /** The party that the broker knows as this user. */
  byAmqpUser(user: string): PartySettings | undefined {
    return this.#byUser.get(user);
  }

  /** Of all parties of which anything was ever set. */
  all(): readonly PartySettings[] {
    return [...this.#byParty.values()];
  }

  /** The parties whose way out is this one. */
  withChannel(channel: Channel): readonly PartySettings[] {
    return this.all().filter(({ kanaal }) => kanaal === channel);
  }

  /** Called after each change that this process sees. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** True when there was a change. One look at a time; who asks during one gets a look of its own after it. */
  refresh(): Promise<boolean> {
    const look = () => this.#look();
    this.#looking = this.#looking.then(look, look);
    return this.#looking;
  }

  async #look(): Promise<boolean> {
    const version = await this.#source.channelsVersion();
    if (version === this.#version) return false;
    const settings = await this.#source.channelSettings();
    this.#byParty = new Map(settings.map((one) => [one.partij, one]));
    this.#byUser = new Map(settings.flatMap((one) => (one.amqpGebruiker === null ? [] : [[one.amqpGebruiker, one]])));
    this.#version = version;
    for (const listener of this.#listeners) listener();
    return true;
  }
}
