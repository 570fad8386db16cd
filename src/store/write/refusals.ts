import { sql } from 'kysely';
import type { Statement } from '../engine/db.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import { AFWIJZING_TELLING } from '../tables/tasks/afwijzing-telling.ts';

/** Lane and parties are those of the message. */
const GETELD = AFWIJZING_TELLING.without('laan', 'gemeente', 'aanbieder', 'op');

/** What was refused; only messages that had no verdict are ever judged again, so each counts once. */
export function writeRefusals(laan: string, verdicts: readonly TeSchrijven[]): Statement[] {
  const rijen = verdicts.flatMap(({ verdict }) =>
    (verdict.afwijzingen ?? []).map((afwijzing) => ({ ...afwijzing, berichtId: verdict.berichtId })),
  );
  if (rijen.length === 0) return [];
  return [
    sql`
    insert into afwijzing_telling (laan, gemeente, aanbieder, ${GETELD.names()})
    select ${laan}, b.gemeente, b.aanbieder, ${GETELD.of('r')}
    from ${GETELD.rows(rijen)} join bericht b on b.id = r.bericht_id where b.gemeente is not null`,
  ];
}
