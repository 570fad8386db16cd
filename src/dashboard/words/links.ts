import { GET_BERICHTEN } from '../../api/schemas/berichten.ts';

const KNOWN: readonly string[] = Object.keys(GET_BERICHTEN.query.properties);

/** The list of messages that fit; what the list cannot be asked for is left out. */
export function toMessages(filter: Readonly<Record<string, string | null | undefined>>): string {
  const params = new URLSearchParams();
  for (const [naam, waarde] of Object.entries(filter)) {
    if (waarde != null && KNOWN.includes(naam)) params.set(naam, waarde);
  }
  return params.size === 0 ? '/berichten' : `/berichten?${params}`;
}

/** The chain of a toewijzing. */
export function toChain(gemeente: string, nummer: number): string {
  return `/toewijzingen/${gemeente}/${nummer}`;
}

/** How far a bulk replay is, and what became of the messages of its group: named by the one rule that stood on a message of it. */
export function naarHerhaling(
  id: string,
  van: { readonly partij: string; readonly type: string | null; readonly regels: readonly string[] },
): string {
  const { partij, type, regels } = van;
  const [regel, ...meer] = regels;
  const params = new URLSearchParams({
    partij,
    ...(type === null ? {} : { type }),
    ...(regel === undefined || meer.length > 0 ? {} : { regel }),
  });
  return `/oorzaken/herhaling/${id}?${params}`;
}
