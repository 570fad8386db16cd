import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { PersonStore } from './contract.ts';
import { erasePerson } from './erase.ts';
import { showPerson } from './show.ts';

export function personStore(db: Db): PersonStore {
  return over(db, { showPerson, erasePerson });
}
