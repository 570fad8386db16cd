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
