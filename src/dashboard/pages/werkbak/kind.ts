import { leesGewenst } from '../../../requests/gewenst.ts';
import { MESSAGES } from '../../../standard/messages/index.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { PageRequest } from '../../page.ts';
import { naamVan } from './verzoek.tsx';

/** ToewijzingNummers that a JW317 wants changed, or leaves as they are. */
export function nummersIn(verzoek: Bericht): readonly number[] {
  if (MESSAGES[verzoek.type].verzoek !== 'VOW') return [];
  const { teWijzigen, ongewijzigd } = leesGewenst(verzoek);
  return [...teWijzigen.map(({ nummer }) => nummer), ...ongewijzigd];
}

/** The message that names the child: the request itself, else the JW301 of what it wants changed; null where none does. */
export async function childOf(
  { api, principal }: PageRequest,
  verzoek: Bericht | null,
  gemeente: string,
): Promise<Bericht | null> {
  if (verzoek === null || naamVan(verzoek) !== null) return verzoek;
  const [nummer] = nummersIn(verzoek);
  if (nummer === undefined) return verzoek;
  return (await api.gateway.dossiers.source(principal, { gemeente, nummer })) ?? verzoek;
}
