import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Kennis } from '../kennis-lookups.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';

/** Removed, so as if it had never been sent (OP033x1): said once, for all rules. */
export { isVerwijderd } from '../declaration/toewijzing-bij.ts';

/** The client that a klasse is about: the Client itself or the one it lies in, however deep. */
export function clientVan(klasse: Klasse, { kennis }: Omgeving): ClientSleutel {
  let hier: Klasse | null = klasse;
  while (hier !== null && hier.naam !== 'Client') hier = hier.ouder;
  return kennis.client((hier && waardeVan(hier.waarden, 'Bsn')) ?? '');
}

/** ToewijzingNummer of a klasse; leading zeros carry no meaning. Null when absent. */
export function nummerVan(klasse: Klasse): number | null {
  const nummer = waardeVan(klasse.waarden, 'ToewijzingNummer');
  return nummer === undefined ? null : Number(nummer);
}

/**
 * The toewijzing of this client with a number. After a herindeling two gemeenten in a family may have given the same
 * number to two clients: then the client tells which one is meant.
 */
export function toewijzingMet(nummer: number, client: ClientSleutel, kennis: Kennis): Toewijzing | undefined {
  const naaste = kennis.toewijzing(nummer);
  if (naaste?.client === client) return naaste;
  return kennis.toewijzingenVan(client).find((toewijzing) => toewijzing.nummer === nummer);
}

/** The toewijzing that a klasse names by ToewijzingNummer, if it is known and of this client. */
export function genoemdeToewijzing(klasse: Klasse, omgeving: Omgeving): Toewijzing | undefined {
  const nummer = nummerVan(klasse);
  return nummer === null ? undefined : toewijzingMet(nummer, clientVan(klasse, omgeving), omgeving.kennis);
}
