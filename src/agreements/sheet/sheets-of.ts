import type { AfsprakenDocument, Contract, ContractProduct, Product } from '../document.ts';
import { CONTRACT_COLUMNS, CONTRACTEN, PRODUCT_COLUMNS, PRODUCTEN } from './columns.ts';

/** A cell that goes out: text, a number, an amount or a day. */
export type OutCell = string | number | null | { readonly euro: number | null } | { readonly day: string | null };

export interface OutSheet {
  readonly naam: string;
  readonly koppen: readonly string[];
  readonly rijen: readonly (readonly OutCell[])[];
}

/** The contracts with their tariffs, and the products: as rows that can be taken in again. */
export function sheetsOf({
  aanbieders,
  contracten,
  producten,
}: Pick<AfsprakenDocument, 'aanbieders' | 'contracten' | 'producten'>) {
  const namen = new Map(aanbieders.map(({ agb, naam }) => [agb, naam]));
  return {
    contracten: {
      naam: CONTRACTEN,
      koppen: CONTRACT_COLUMNS.map(({ kop }) => kop),
      rijen: contracten.flatMap((contract) => contract.producten.map((regel) => contractRow(contract, regel, namen))),
    },
    producten: { naam: PRODUCTEN, koppen: PRODUCT_COLUMNS.map(({ kop }) => kop), rijen: producten.map(productRow) },
  } satisfies Record<string, OutSheet>;
}

function contractRow(contract: Contract, regel: ContractProduct, namen: ReadonlyMap<string, string>): OutCell[] {
  const { nummer, regime, aanbieder, rol, geldigVan, geldigTot } = contract;
  const delen = regel.tariefDelen?.map(({ naam, bedrag }) => `${naam} ${amount(bedrag)}`).join('; ');
  return [
    ...[nummer, regime, aanbieder, namen.get(aanbieder) ?? null, rol, { day: geldigVan }, { day: geldigTot }],
    ...[regel.code, { euro: regel.tarief }, regel.tariefEenheid, delen ?? null],
  ];
}

function productRow(p: Product): OutCell[] {
  return [
    ...[p.regime, p.categorie, p.code, p.naam, p.zorgcategorie, p.eenheid, { euro: p.signaalbudget }],
    ...[p.verwijzers.join(', '), p.maxDagen, p.leeftijdVan, p.leeftijdTot],
    p.termijnen?.map(({ percentage, moment }) => `${percentage} ${moment}`).join('; ') ?? null,
    ...[p.toestemming ?? null, p.tariefDatum ?? null],
  ];
}

function amount(centen: number): string {
  const tekst = String(centen).padStart(3, '0');
  return `${tekst.slice(0, -2)},${tekst.slice(-2)}`;
}
