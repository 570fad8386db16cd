import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { BerichtStore } from './contract.ts';
import { IntakeBatches } from './intake.ts';
import { message, messageBytes, messages, messagesSeen } from './message-views.ts';
import type { RecentBodies } from './recent-bodies.ts';
import { replay } from './replay.ts';
import { saveBundle } from './save-bundle.ts';

/** `recent`: where the messages that come in are judged by this process too. */
export function messagesStore(db: Db, recent: RecentBodies | null): BerichtStore {
  const intake = new IntakeBatches(db, recent);
  return {
    saveMessage: (ontvangst) => intake.save(ontvangst),
    ...over(db, { message, messagesSeen, messageBytes, messages, replay, saveBundle }),
  };
}
