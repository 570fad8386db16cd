import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import { alsFout } from '../content/inhoudsregel.ts';
import { isVerwijdering } from '../content/velden.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving, Regel } from '../regel.ts';
import { BEIDE_RELEASES } from '../releases.ts';
import { isZelfdeProduct } from '../stapeling.ts';
import { clientVan, genoemdeToewijzing, isVerwijderd, nummerVan } from './client.ts';
import { contextregel } from './contextregel.ts';

/**
 * TR019: a start or stop is about a toewijzing of this client. Delivery cannot begin on one that was removed; what began
 * before that can still be stopped. Only taakgericht work has no number.
 */
export function isGekoppeld(klasse: Klasse, omgeving: Omgeving): boolean {
  if (nummerVan(klasse) === null) return magZonderNummer(klasse, omgeving);
  const toewijzing = genoemdeToewijzing(klasse, omgeving);
  return toewijzing !== undefined && !(klasse.naam === 'StartProduct' && isVerwijderd(toewijzing));
}

/** In iJW 2.3 the number may be absent for other work too; then a toewijzing of the same product must be known. */
function magZonderNummer(klasse: Klasse, omgeving: Omgeving): boolean {
  const { afspraken, bericht, kennis } = omgeving;
  const datum = waardeVan(klasse.waarden, 'ToewijzingIngangsdatum') ?? waardeVan(klasse.waarden, 'Begindatum') ?? '';
  const variant = afspraken.regime(partijenVan(bericht).gemeente, datum)?.variant;
  if (variant === undefined || variant === 'taakgericht') return true;
  if (bericht.release !== '2.3') return false;
  const product = {
    categorie: waardeVan(klasse.waarden, 'Product/Categorie') ?? null,
    code: waardeVan(klasse.waarden, 'Product/Code') ?? null,
  };
  return kennis
    .toewijzingenVan(clientVan(klasse, omgeving))
    .some((toewijzing) => isZelfdeProduct(toewijzing, product) && !isVerwijderd(toewijzing));
}

export const KOPPELING_REGELS: readonly Regel[] = contextregel(
  'TR019',
  {
    retourcode: '9019',
    berichten: ['JW305', 'JW307'],
    klassen: ['StartProduct', 'StopProduct'],
    kennis: 'T',
    releases: BEIDE_RELEASES,
  },
  (klasse, omgeving) => {
    return alsFout(!isVerwijdering(klasse) && !isGekoppeld(klasse, omgeving), 'ToewijzingNummer');
  },
);
