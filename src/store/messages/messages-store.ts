import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { BerichtStore } from './contract.ts';
import { IntakeBatches } from './intake.ts';
import { message, messageBytes, messages, messagesSeen } from './message-views.ts';
import { replay } from './replay.ts';
import { saveBundle } from './save-bundle.ts';

export function messagesStore(db: Db): BerichtStore {
  const intake = new IntakeBatches(db);
  return {
    saveMessage: (ontvangst) => intake.save(ontvangst),
    ...over(db, { message, messagesSeen, messageBytes, messages, replay, saveBundle }),
  };
}
