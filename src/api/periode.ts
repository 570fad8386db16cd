import type { MessageQuery } from '../gateway/messages.ts';
import { beginVanDag, plusDagen } from '../standard/datum.ts';
import { BERICHT_FILTER } from './schemas/parameters.ts';
import type { ValueOf } from './schemas/value-of.ts';

/** Days in the Netherlands, both counted, or moments, of which the last is not. */
interface Periode {
  readonly van?: string;
  readonly tot?: string;
}

export function periodeVan({ van, tot }: Periode): { readonly van?: Date; readonly tot?: Date } {
  return {
    ...(van === undefined ? {} : { van: moment(van) ?? beginVanDag(van) }),
    ...(tot === undefined ? {} : { tot: moment(tot) ?? beginVanDag(plusDagen(tot, 1)) }),
  };
}

function moment(waarde: string): Date | undefined {
  return waarde.includes('T') ? new Date(waarde) : undefined;
}

/** What a list of messages is asked by, as it stands in a query or in a body. */
export type BerichtVraag = { readonly [K in keyof typeof BERICHT_FILTER]?: ValueOf<(typeof BERICHT_FILTER)[K]> };

/** The same as the gateway takes it; paging is left out. */
export function filterVan(vraag: BerichtVraag): Omit<MessageQuery, 'limit' | 'na'> {
  const {
    van: _van,
    tot: _tot,
    ...gegeven
  } = Object.fromEntries(Object.keys(BERICHT_FILTER).map((naam) => [naam, vraag[naam as keyof BerichtVraag]]));
  const alleen = Object.entries(gegeven).filter(([, waarde]) => waarde !== undefined);
  return { ...(Object.fromEntries(alleen) as Omit<MessageQuery, 'limit' | 'na'>), ...periodeVan(vraag) };
}
