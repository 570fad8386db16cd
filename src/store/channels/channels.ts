import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { ChannelStore } from './contract.ts';
import { changeChannel, channelSettings, channelsVersion } from './settings.ts';
import { channelStates, noteChannelStates, partyWays } from './states.ts';

export function channelsStore(db: Db): ChannelStore {
  return over(db, { channelsVersion, channelSettings, changeChannel, noteChannelStates, channelStates, partyWays });
}
