import type { Db } from '../engine/db.ts';
import { auditStore } from './audit.ts';

/** Writes down that a data key was made, by whoever may use the command line on this store: no key of the API does that. */
export function auditRotation(db: Db): (version: number) => Promise<void> {
  const { audit } = auditStore(db, () => {
    throw new Error('a rotation changes nothing else');
  });
  return (version) =>
    audit({
      door: 'opdrachtregel',
      doorNaam: 'keys rotate',
      handeling: 'datasleutel-gemaakt',
      onderwerp: `datasleutel ${version}`,
      op: new Date(),
    });
}
