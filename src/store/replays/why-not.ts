import { type RawBuilder, sql } from 'kysely';
import type { Status } from '../../verdict/verdict.ts';

/** Of these nothing was told to anybody yet but that they came in, or could not be read. */
export const REPLAYABLE: readonly Status[] = ['vastgelopen', 'geweigerd'];

/** SQL for why the message of this alias is not judged again (`HerhalingWeigering`); null when it is. */
export function whyNot(alias: string): RawBuilder<unknown> {
  const [richting, status] = [sql.ref(`${alias}.richting`), sql.ref(`${alias}.status`)];
  return sql`case when ${richting} = 'uit' then 'zelf-samengesteld' when ${status} = any(${REPLAYABLE}::text[]) then null
    when ${status} = 'ontvangen' then 'wacht-al' else 'al-beantwoord' end`;
}
