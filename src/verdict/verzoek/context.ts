import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { afgesprokenVoor } from '../../requests/afgesproken.ts';
import type { Geboorte, GevraagdProduct } from '../../requests/gevraagd.ts';
import { isGezagsdragerOnbekend, leesGeboorte, leesGevraagd } from '../../requests/gevraagd.ts';
import { type Uitkomst, uitkomstVan } from '../../requests/uitkomst.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { type Partijen, partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { samenBeslist } from './gedeelde-referentie.ts';
import type { VerzoekOnderdeel } from './onderdeel.ts';
import { metVerzoeken, openVerzoek } from './records.ts';

/** A JW315 taken apart, with the context in which its answers are judged. */
export interface VotContext {
  readonly invoer: BeoordeelInvoer;
  readonly partijen: Partijen;
  readonly client: string;
  readonly toewijzingen: readonly Toewijzing[];
  readonly onderdelen: readonly VerzoekOnderdeel[];
  /** What is known once these requests are open. */
  readonly kennis: Kennis;
}

export function votContext(invoer: BeoordeelInvoer): VotContext {
  const { bericht, kennis } = invoer;
  const partijen = partijenVan(bericht);
  const client = kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? '');
  const toewijzingen = kennis.toewijzingenVan(client);
  const geboorte = leesGeboorte(bericht);
  const gevraagd = leesGevraagd(bericht);
  const basis = '/Bericht/Client/AangevraagdeProducten/AangevraagdProduct';
  const elk = gevraagd.map(
    (product, i): VerzoekOnderdeel => ({
      gevraagd: product,
      verzoek: openVerzoek(bericht, kennis, product),
      uitkomst: beslis(product, geboorte, partijen, toewijzingen, invoer),
      pad: gevraagd.length > 1 ? `${basis}[${i + 1}]` : basis,
    }),
  );
  const onderdelen = samenBeslist(elk);
  const verzoeken = onderdelen.map((onderdeel) => onderdeel.verzoek);
  return { invoer, partijen, client, toewijzingen, onderdelen, kennis: metVerzoeken(kennis, verzoeken) };
}

function beslis(
  gevraagd: GevraagdProduct,
  geboorte: Geboorte,
  partijen: Partijen,
  toewijzingen: readonly Toewijzing[],
  { bericht, afspraken }: BeoordeelInvoer,
): Uitkomst {
  const afgesproken = afgesprokenVoor(gevraagd, partijen, afspraken);
  const gezagsdragerOnbekend = isGezagsdragerOnbekend(bericht);
  return uitkomstVan({ gevraagd, geboorte, gezagsdragerOnbekend, afgesproken, toewijzingen });
}
