import type { AfsprakenDocument, Contract, ContractProduct, Product, Regime } from '../agreements/document.ts';
import { geldigOp } from '../agreements/periode.ts';
import { bedragVan, tariefIn, volumeBinnen } from '../signaalbudget/bedrag.ts';
import { type GekozenProduct, MET_ZORGVERLENERCODE } from './waarden.ts';

/** What was asked for by name; absent: whatever the agreements have. */
export interface KeuzeWens {
  readonly gemeente: string | undefined;
  readonly aanbieder: string | undefined;
  readonly product: string | undefined;
}

/** Parties and a product between whom a contract holds. */
export interface Keuze {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly product: GekozenProduct;
  /** A request for it, within its signaalbudget, is decided without the gemeente. */
  readonly vanzelf: boolean;
  /** Eurocents. */
  readonly signaalbudget: number | null;
}

interface Kandidaat {
  readonly gemeente: string;
  readonly regime: Regime;
  readonly contract: Contract;
  readonly product: Product;
  readonly regel: ContractProduct;
}

/** Of the story in the README; taken where nobody chooses and the agreements have them. */
const VOORKEUR = { gemeente: '0362', aanbieder: '42420001' };

/** A product of a contract that holds on all of these days; undefined when there is none that fits the wish. */
export function kies(document: AfsprakenDocument, wens: KeuzeWens, dagen: readonly string[]): Keuze | undefined {
  const kandidaten = kandidatenIn(document, dagen).filter(
    ({ gemeente, contract, product }) =>
      (wens.gemeente ?? gemeente) === gemeente &&
      (wens.aanbieder ?? contract.aanbieder) === contract.aanbieder &&
      (wens.product ?? product.code) === product.code,
  );
  const gekozen = kandidaten.reduce<Kandidaat | undefined>(
    (beste, k) => (beste === undefined || gewicht(k) > gewicht(beste) ? k : beste),
    undefined,
  );
  return gekozen === undefined ? undefined : keuzeVan(gekozen);
}

/** Whom the agreements pay for what: not an onderaannemer, nor by the piece where a lumpsum holds. */
function kandidatenIn(document: AfsprakenDocument, dagen: readonly string[]): Kandidaat[] {
  const geldig = (x: Regime | Contract) => dagen.every((dag) => geldigOp(x, dag));
  const producten = new Map(document.producten.map((p) => [`${p.regime} ${p.code}`, p]));
  return document.regimes
    .filter((regime) => regime.variant !== 'taakgericht' && geldig(regime))
    .flatMap((regime) =>
      document.contracten
        .filter((c) => c.regime === regime.code && c.rol !== 'onderaannemer' && geldig(c))
        .flatMap((contract) =>
          contract.producten.flatMap((regel) => {
            const product = producten.get(`${regime.code} ${regel.code}`);
            const past = product !== undefined && bedragVan(1, product.eenheid, regel) !== null;
            return past ? regime.gemeenten.map((gemeente) => ({ gemeente, regime, contract, product, regel })) : [];
          }),
        ),
    );
}

function gewicht({ gemeente, contract, product }: Kandidaat): number {
  return (
    (gemeente === VOORKEUR.gemeente ? 4 : 0) +
    (contract.aanbieder === VOORKEUR.aanbieder ? 2 : 0) +
    (product.toestemming === undefined ? 1 : 0)
  );
}

/** Of an hour, a few days, one piece or five hundred euros: what a line of a declaratie holds, by eenheid. */
const GELEVERD: Readonly<Record<string, number>> = { '01': 60, '04': 2, '14': 5, '16': 4, '83': 50_000 };

function keuzeVan({ gemeente, regime, contract, product, regel }: Kandidaat): Keuze {
  const { categorie, code, eenheid, signaalbudget, verwijzers, maxDagen } = product;
  const binnen = signaalbudget === null ? null : volumeBinnen(signaalbudget, eenheid, regel);
  const gewoon = GELEVERD[eenheid] ?? 1;
  const gevraagd = Math.max(1, Math.min(10 * gewoon, binnen ?? Number.POSITIVE_INFINITY));
  const geleverd = Math.min(gewoon, gevraagd);
  return {
    gemeente,
    aanbieder: contract.aanbieder,
    product: {
      ...{ categorie, code, eenheid, maxDagen, gevraagd, geleverd },
      tarief: tariefIn(eenheid, regel),
      bedrag: bedragVan(geleverd, eenheid, regel) ?? 0,
      verwijzer: verwijzers.find((type) => MET_ZORGVERLENERCODE.has(type)) ?? verwijzers[0] ?? '02',
      leeftijd: leeftijdVoor(product),
      factuur: regime.facturatie?.vorm === 'factuur',
    },
    vanzelf: regime.toewijzen === 'automatisch' && product.toestemming === undefined,
    signaalbudget,
  };
}

/** Twelve, or the nearest age that the product is for. */
function leeftijdVoor({ leeftijdVan, leeftijdTot }: Product): number {
  return Math.max(leeftijdVan ?? 0, Math.min(12, (leeftijdTot ?? 18) - 1));
}
