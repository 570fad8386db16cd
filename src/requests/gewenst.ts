import { below, type ElementPath } from '../standard/path.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { lijstVan, waardeVan } from '../xml/tree.ts';
import { leesOmvang } from './gevraagd.ts';
import type { Wens } from './wijziging.ts';

/** What a JW317 lists: together all current toewijzingen of the client (TR349), and new products. */
export interface GewenstPakket {
  /** ToewijzingNummers. */
  readonly ongewijzigd: readonly number[];
  readonly teWijzigen: readonly (Wens & { readonly nummer: number })[];
  readonly nieuw: readonly (Wens & { readonly categorie: string | null; readonly code: string | null })[];
}

export function leesGewenst({ inhoud }: Bericht): GewenstPakket {
  const producten = (pad: ElementPath) => lijstVan(inhoud, below('Client/Verzoek', pad));
  const nummer = (product: Groep) => Number(waardeVan(product, 'ToewijzingNummer'));
  return {
    ongewijzigd: producten('OngewijzigdeProducten/OngewijzigdProduct').map(nummer),
    teWijzigen: producten('TeWijzigenProducten/TeWijzigenProduct').map((p) => ({ ...wens(p), nummer: nummer(p) })),
    nieuw: producten('NieuweProducten/NieuwProduct').map((p) => ({
      ...wens(p),
      categorie: waardeVan(p, 'Product/Categorie') ?? null,
      code: waardeVan(p, 'Product/Code') ?? null,
    })),
  };
}

function wens(product: Groep): Wens {
  const budget = waardeVan(product, 'Budget');
  return {
    gewensteIngangsdatum: waardeVan(product, 'GewensteIngangsdatum') ?? '',
    einddatum: waardeVan(product, 'Einddatum') ?? null,
    omvang: leesOmvang(product),
    budget: budget === undefined ? null : Number(budget),
  };
}
