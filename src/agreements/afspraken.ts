import type { Release } from '../standard/message-types.ts';
import type { Aanbieder, Contract, ContractProduct, Gemeente, Product, Regime, Retour } from './document.ts';

/**
 * Dated look-ups in one version of the agreements (docs/decisions/dates-and-clock.md: never on today). All dates
 * `YYYY-MM-DD`. Made by `maakAfspraken(document, versieNummer)`; pure.
 */
export interface Afspraken {
  /** The gateway's own count of versions. */
  readonly versie: number;
  /** Every entry of a gemeentecode, whenever valid; empty when the document does not have it. */
  gemeente(code: string): Gemeente | undefined;
  /** The region of a gemeentecode, whenever valid; null when no region here serves it. */
  regioVan(gemeente: string): string | null;
  /** The code itself, then its predecessors (those whose `opvolger` leads to it), nearest first. */
  familie(gemeente: string): readonly string[];
  /** TR378: code known to the CBS list (ours or the national one in src/standard) and valid on the date. */
  gemeenteGeldig(code: string, datum: string): boolean;
  /** A code that some list knows, whenever valid. */
  gemeenteBekend(code: string): boolean;
  /** Until when no message of this release is taken; null when messages are taken at this moment. */
  bevrorenTot(release: Release, moment: Date): Date | null;
  aanbieder(agb: string): Aanbieder | undefined;
  retourVan(partij: string): Retour;
  regime(gemeente: string, datum: string): Regime | undefined;
  /** TR381: some entry of `producten` has this categorie and code. */
  productBekend(categorie: string, code: string): boolean;
  product(regime: string, categorie: string, code: string): Product | undefined;
  /** Every product of a regime with this code; more than one only where categories share a code. */
  productenMet(regime: string, code: string): readonly Product[];
  contract(regime: string, aanbieder: string, datum: string): Contract | undefined;
  /** Regime → contract → line of the contract that holds on a date; undefined where any of them fails. */
  afspraak(gemeente: string, aanbieder: string, categorie: string, code: string, datum: string): Afspraak | undefined;
}

export interface Afspraak {
  readonly regime: Regime;
  readonly contract: Contract;
  readonly product: Product;
  readonly regel: ContractProduct;
}
