import { type RawBuilder, sql } from 'kysely';

/** A delivery of which something was told in the story of its message. */
export interface Delivered {
  readonly id: string;
  readonly laan: string;
  readonly partij: string;
  readonly kanaal: string;
}

/** The last step of a statement whose step `nu` gave the deliveries; gives them as `Delivered`. */
export const TOLD = (soort: string, met: RawBuilder<unknown> = sql``): RawBuilder<Delivered> => sql<Delivered>`
  insert into gebeurtenis (laan, onderwerp, soort, gegevens)
  select b.laan, b.id, ${soort}, json_build_object('partij', nu.partij, 'kanaal', nu.kanaal${met})
  from nu join bericht b on b.id = nu.bericht_id
  returning onderwerp as id, laan, gegevens->>'partij' as partij, gegevens->>'kanaal' as kanaal`;

/** Which key confirmed it. */
export function by(door: string | null): RawBuilder<unknown> {
  return sql`, 'door', ${door}::text`;
}
