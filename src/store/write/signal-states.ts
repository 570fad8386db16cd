import { sql } from 'kysely';
import type { Statement } from '../engine/db.ts';
import type { Mutaties } from './rows.ts';

/** Signals of these toewijzingen that are in one of the states `uit`; those of this verdict itself come later. */
export function writeSignalStates(mutaties: Mutaties['signaalStanden']): Statement[] {
  return mutaties.map(
    ({ gemeente, toewijzingNummer, uit, wordt }) => sql`
      with gezet as (
        update signaal set stand = ${wordt}, stand_op = now()
        where gemeente = ${gemeente} and toewijzing_nummer = ${toewijzingNummer} and soort = 'signaalbudget'
          and coalesce(stand, 'open') = any(${uit}::text[]) returning rij
      )
      insert into signaal_stand (signaal, stand, door) select rij, ${wordt}, 'gateway' from gezet`,
  );
}
