import { type RawBuilder, sql } from 'kysely';
import { TABLES } from '../tables/tables.ts';
import type { Whereabouts } from './find.ts';

/** Which rows of a table are about the child; null: none are, or they are about nobody. `shared`: its messages that tell of others too. */
export function ownRows(table: string, place: Whereabouts, shared: ReadonlySet<string>): RawBuilder<unknown> | null {
  const policy = TABLES.find(({ name }) => name === table)?.policy;
  if (policy === undefined) return null;
  if (policy.personal.client !== undefined) return sql`t.client = ${place.client}`;
  const own = OF_ITS_OWN[table];
  if (own !== undefined) return own(place, ids(place, shared), ids({ messages: [...shared], commands: [] }));
  const { purge } = policy;
  return 'with' in purge && purge.with === 'bericht' ? sql`t.${sql.ref(purge.by)} = ${ids(place)}` : null;
}

/** Of what stands with a message that tells of several children only what can be told to be of this one. */
const OF_ITS_OWN: Readonly<
  Record<string, (place: Whereabouts, alone: RawBuilder<unknown>, shared: RawBuilder<unknown>) => RawBuilder<unknown>>
> = {
  bericht: (place) => sql`t.id = ${ids(place)}`,
  opdracht: (place) => sql`t.id = ${ids(place)}`,
  // It says what else stands here, and nothing by itself.
  zoekterm: () => sql`false`,
  oorzaak: (_place, alone) => sql`t.bericht_id = ${alone}`,
  stuf_envelop: (place) => sql`t.bericht_id = ${ids(place)}`,
  signaal: (place, alone) => sql`(t.onderwerp = ${alone} or ${ofNumbers('t', place)})`,
  signaal_stand: (place, alone) => sql`t.signaal in (
    select s.rij from signaal s where s.onderwerp = ${alone} or ${ofNumbers('s', place)})`,
  termijn: (place, alone) => sql`(t.bericht_id = ${alone} or ${ofNumbers('t', place)})`,
  claim: (place, alone, shared) =>
    sql`(t.bericht_id = ${alone} or t.bericht_id = ${shared} and t.sleutel in (${claimsOnLines(place)}))`,
  audit: (place, alone) => {
    const { messages, commands, items, numbers, client } = place;
    return sql`(t.onderwerp = any(${[...messages, ...commands, ...items, ...numbers, client]}::text[])
      or t.handeling = 'signaal-gezet' and t.onderwerp in (
        select s.rij::text from signaal s where s.onderwerp = ${alone} or ${ofNumbers('s', place)}))`;
  },
};

function ids({ messages, commands }: Pick<Whereabouts, 'messages' | 'commands'>, but?: ReadonlySet<string>) {
  return sql`any(${[...messages, ...commands].filter((id) => but?.has(id) !== true)}::uuid[])`;
}

/** Of a toewijzing of the child. */
export function ofNumbers(alias: string, { numbers }: Pick<Whereabouts, 'numbers'>): RawBuilder<unknown> {
  const at = sql.raw(`${alias}.gemeente || '/' || ${alias}.toewijzing_nummer`);
  return sql`${at} = any(${numbers}::text[])`;
}

/** What its lines of declaraties claim (src/rules/claims.ts). */
export function claimsOnLines({ client }: Pick<Whereabouts, 'client'>): RawBuilder<unknown> {
  return sql`select 'pre|' || p.aanbieder || '|' || p.referentie from prestatie p where p.client = ${client}`;
}
