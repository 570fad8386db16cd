import type { AfsprakenDocument, Regime, Zorgcategorie } from '../agreements/document.ts';
import { type Stelsel, stelselVan } from './tariefdelen.ts';

/** What a product is in a gemeente during a regime; dates inclusive, null is open. */
export interface KaartProduct {
  readonly gemeente: string;
  readonly van: string;
  readonly tot: string | null;
  readonly categorie: string;
  readonly code: string;
  readonly zorgcategorie: Zorgcategorie;
}

/** A tariff that is told in parts; the dates of the regime are held against the toewijzing, those of the contract below. */
export interface KaartDelen {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly categorie: string;
  readonly code: string;
  readonly van: string;
  readonly tot: string | null;
  readonly begin: string;
  readonly einde: string | null;
  /** The contract of the toewijzing's first day, in place of that of the line. */
  readonly toewijzing: boolean;
  readonly stelsel: Stelsel;
}

/** What counts are laid beside: where a gemeentecode lies, and what kind of help a product is, of what a tariff consists. */
export interface Kaart {
  readonly gebieden: readonly { readonly gemeente: string; readonly regio: string }[];
  readonly producten: readonly KaartProduct[];
  readonly delen: readonly KaartDelen[];
}

export function kaartVan(document: AfsprakenDocument): Kaart {
  const { gemeenten, regimes, producten } = document;
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
    delen: regimes.flatMap((regime) => delenVan(regime, document)),
  };
}

function delenVan(
  { code: regime, gemeenten, geldigVan, geldigTot }: Regime,
  document: AfsprakenDocument,
): KaartDelen[] {
  return document.contracten
    .filter((contract) => contract.regime === regime)
    .flatMap((contract) =>
      contract.producten.flatMap(({ code, tariefDelen }) => {
        if (tariefDelen === undefined) return [];
        const { aanbieder, geldigVan: begin, geldigTot: einde } = contract;
        const over = {
          aanbieder,
          code,
          van: geldigVan,
          tot: geldigTot,
          begin,
          einde,
          stelsel: stelselVan(tariefDelen),
        };
        return document.producten
          .filter((product) => product.regime === regime && product.code === code)
          .flatMap(({ categorie, tariefDatum }) => {
            const toewijzing = tariefDatum === 'toewijzing';
            return gemeenten.map((gemeente) => ({ ...over, gemeente, categorie, toewijzing }));
          });
      }),
    );
}
