import type { AfsprakenDocument, Contract, ContractProduct, Product, Regime } from '../../../agreements/document.ts';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { eenheidText } from '../../words/care.ts';

interface Geldig {
  readonly geldigVan: string;
  readonly geldigTot: string | null;
}

const geldt = (op: string) => (een: Geldig) => een.geldigVan <= op && (een.geldigTot === null || een.geldigTot >= op);

/** Regimes, products and contracts that hold on a day, with names beside codes and amounts in euros. */
export function afsprakenTabellen(document: AfsprakenDocument, op: string): readonly TabelBeeld[] {
  const regimes = document.regimes.filter(geldt(op));
  const contracten = document.contracten.filter(geldt(op));
  const bekend = new Set(regimes.map(({ code }) => code));
  const gemeenten = new Map(document.gemeenten.map(({ code, naam }) => [code, naam]));
  const aanbieders = new Map(document.aanbieders.map(({ agb, naam }) => [agb, naam]));
  return [
    regimeTabel(regimes, gemeenten),
    productTabel(document.producten.filter(({ regime }) => bekend.has(regime))),
    contractTabel(contracten, document.producten, aanbieders),
  ];
}

function regimeTabel(rijen: readonly Regime[], gemeenten: ReadonlyMap<string, string>): TabelBeeld {
  return tabel<Regime>({
    naam: 'regimes',
    titel: 'Regimes',
    leeg: 'Op deze dag geldt geen regime.',
    rijen,
    kolommen: [
      { kop: 'Regime', waarde: ({ naam }) => naam },
      { kop: 'Code', waarde: ({ code }) => code },
      { kop: 'Gemeenten', waarde: (r) => r.gemeenten.map((code) => gemeenten.get(code) ?? code).join(', ') },
      { kop: 'Variant', waarde: ({ variant }) => variant },
      { kop: 'Wie wijst toe', waarde: ({ toewijzen }) => (toewijzen === 'gemeente' ? 'de gemeente' : 'de gateway') },
      { kop: 'Signaal bij', waarde: ({ signaalPercentage }) => ({ percent: signaalPercentage }) },
      { kop: 'Van', waarde: ({ geldigVan }) => ({ day: geldigVan }) },
      { kop: 'Tot en met', waarde: ({ geldigTot }) => ({ day: geldigTot }) },
    ],
  });
}

function productTabel(rijen: readonly Product[]): TabelBeeld {
  return tabel<Product>({
    naam: 'producten',
    titel: 'Producten',
    leeg: 'Op deze dag geldt geen product.',
    rijen,
    kolommen: [
      { kop: 'Product', waarde: ({ naam }) => naam },
      { kop: 'Categorie', waarde: ({ categorie }) => categorie },
      { kop: 'Code', waarde: ({ code }) => code },
      { kop: 'Regime', waarde: ({ regime }) => regime },
      { kop: 'Zorgcategorie', waarde: ({ zorgcategorie }) => zorgcategorie },
      { kop: 'Eenheid', waarde: ({ eenheid }) => eenheidText(eenheid) },
      { kop: 'Signaalbudget', waarde: ({ signaalbudget }) => ({ euro: signaalbudget }) },
      { kop: 'Ten hoogste (dagen)', waarde: ({ maxDagen }) => maxDagen },
    ],
  });
}

type Tarief = Pick<Contract, 'nummer' | 'aanbieder' | 'regime' | 'rol' | keyof Geldig> & ContractProduct;

function contractTabel(
  contracten: readonly Contract[],
  producten: readonly Product[],
  aanbieders: ReadonlyMap<string, string>,
): TabelBeeld {
  const namen = new Map(producten.map(({ regime, code, naam }) => [`${regime} ${code}`, naam]));
  return tabel<Tarief>({
    naam: 'contracten',
    titel: 'Contracten en tarieven',
    leeg: 'Op deze dag geldt geen contract.',
    rijen: contracten.flatMap(({ producten: regels, ...contract }) =>
      regels.map((regel) => ({ ...contract, ...regel })),
    ),
    kolommen: [
      { kop: 'Contract', waarde: ({ nummer }) => nummer },
      { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieders.get(aanbieder) ?? aanbieder },
      { kop: 'AGB', waarde: ({ aanbieder }) => aanbieder },
      { kop: 'Regime', waarde: ({ regime }) => regime },
      { kop: 'Rol', waarde: ({ rol }) => rol },
      { kop: 'Product', waarde: ({ regime, code }) => namen.get(`${regime} ${code}`) ?? null },
      { kop: 'Code', waarde: ({ code }) => code },
      { kop: 'Tarief', waarde: ({ tarief }) => ({ euro: tarief }) },
      { kop: 'Per', waarde: ({ tariefEenheid }) => eenheidText(tariefEenheid) },
      { kop: 'Van', waarde: ({ geldigVan }) => ({ day: geldigVan }) },
      { kop: 'Tot en met', waarde: ({ geldigTot }) => ({ day: geldigTot }) },
    ],
  });
}
