import type { AfsprakenDocument, Zorgcategorie } from '../agreements/document.ts';

/** What a product is in a gemeente during a regime; dates inclusive, null is open. */
export interface KaartProduct {
  readonly gemeente: string;
  readonly van: string;
  readonly tot: string | null;
  readonly categorie: string;
  readonly code: string;
  readonly zorgcategorie: Zorgcategorie;
}

/** What counts are laid beside: where a gemeentecode lies, and what kind of help a product is. */
export interface Kaart {
  readonly gebieden: readonly { readonly gemeente: string; readonly regio: string }[];
  readonly producten: readonly KaartProduct[];
}

export function kaartVan({ gemeenten, regimes, producten }: AfsprakenDocument): Kaart {
  const gebieden = new Map(
    gemeenten.toSorted((a, b) => (a.geldigVan < b.geldigVan ? -1 : 1)).map(({ code, regio }) => [code, regio]),
  );
  return {
    gebieden: [...gebieden].map(([gemeente, regio]) => ({ gemeente, regio })),
    producten: regimes.flatMap((regime) => {
      const { geldigVan: van, geldigTot: tot } = regime;
      const eigen = producten.filter((product) => product.regime === regime.code);
      return regime.gemeenten.flatMap((gemeente) =>
        eigen.map(({ categorie, code, zorgcategorie }) => ({ gemeente, van, tot, categorie, code, zorgcategorie })),
      );
    }),
  };
}
