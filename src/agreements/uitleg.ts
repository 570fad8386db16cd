import { datumInWoorden } from '../standard/datum-woorden.ts';
import { euro } from '../standard/euro.ts';
import type { Afspraken } from './afspraken.ts';
import type { Contract, ContractProduct, Product, Regime } from './document.ts';
import { type Routering, routeringVan } from './routering.ts';
import {
  aanbiederNaam,
  alsOnderaannemer,
  contractZin,
  geenContract,
  geenRegime,
  isTaakgericht,
  leeftijden,
  productBuitenContract,
  productNaam,
  verwijzerNaam,
  type Waarover,
} from './woorden.ts';

export interface UitlegVraag extends Waarover {
  readonly code: string;
  /** Null: whatever categorie the regime has this code in. */
  readonly categorie: string | null;
}

/** What the agreements alone say of assigning a product; the order is that of `src/requests/reden-afwijzing.ts`. */
export type UitlegUitkomst =
  | 'toewijsbaar'
  | 'geen-contract'
  | 'onderaannemer'
  | 'taakgericht'
  | 'product-buiten-contract';

export interface Uitleg {
  readonly uitkomst: UitlegUitkomst;
  /** RedenAfwijzingVerzoek (WJ759) that a JW315 would get; null when the agreements let it pass. */
  readonly redenAfwijzing: '3' | '4' | null;
  readonly afsprakenVersie: number;
  readonly regime: Regime | null;
  readonly contract: Omit<Contract, 'producten'> | null;
  readonly product: Product | null;
  readonly tarief: ContractProduct | null;
  readonly routering: Routering;
  /** In words, naming contract, product and date; what decided comes first. */
  readonly redenen: readonly string[];
}

/** Why a product can or cannot be assigned on a date, without a message. */
export function legUit(vraag: UitlegVraag, afspraken: Afspraken): Uitleg {
  const regime = afspraken.regime(vraag.gemeente, vraag.datum);
  const contract = regime && afspraken.contract(regime.code, vraag.aanbieder, vraag.datum);
  const product = regime && productVan(regime, vraag, afspraken);
  const regel = contract?.producten.find((p) => p.code === vraag.code);
  const { uitkomst, reden, zinnen } = beslis(vraag, { regime, contract, product, regel }, afspraken);
  const { producten: _producten, ...contractKop } = contract ?? { producten: [] };
  return {
    uitkomst,
    redenAfwijzing: reden,
    afsprakenVersie: afspraken.versie,
    regime: regime ?? null,
    contract: contract === undefined ? null : (contractKop as Omit<Contract, 'producten'>),
    product: product ?? null,
    tarief: regel ?? null,
    routering: routeringVan(vraag.gemeente, vraag.datum, afspraken),
    redenen: zinnen,
  };
}

function productVan(regime: Regime, { categorie, code }: UitlegVraag, afspraken: Afspraken): Product | undefined {
  return categorie === null
    ? afspraken.productenMet(regime.code, code)[0]
    : afspraken.product(regime.code, categorie, code);
}

interface Gevonden {
  readonly regime: Regime | undefined;
  readonly contract: Contract | undefined;
  readonly product: Product | undefined;
  readonly regel: ContractProduct | undefined;
}

interface Besluit {
  readonly uitkomst: UitlegUitkomst;
  readonly reden: '3' | '4' | null;
  readonly zinnen: readonly string[];
}

function beslis(vraag: UitlegVraag, { regime, contract, product, regel }: Gevonden, afspraken: Afspraken): Besluit {
  if (regime === undefined) return nee('geen-contract', '3', geenRegime(vraag, afspraken));
  if (contract === undefined) return nee('geen-contract', '3', geenContract(vraag, regime, afspraken));
  if (contract.rol === 'onderaannemer') {
    return nee('onderaannemer', '4', alsOnderaannemer(contract, vraag, afspraken));
  }
  if (regime.variant === 'taakgericht') return nee('taakgericht', '4', isTaakgericht(regime, vraag, afspraken));
  if (product === undefined || regel === undefined) {
    return nee('product-buiten-contract', '4', productBuitenContract(vraag.code, contract, vraag, afspraken));
  }
  const hier = `${contractZin(contract, vraag, afspraken)}, bevat ${productNaam(product)}.`;
  return {
    uitkomst: 'toewijsbaar',
    reden: null,
    zinnen: [hier, ...voorwaarden({ regime, contract, product, regel }, vraag, afspraken)],
  };
}

function nee(uitkomst: UitlegUitkomst, reden: '3' | '4', zin: string): Besluit {
  return { uitkomst, reden, zinnen: [zin] };
}

/** What a request still has to meet, sentence by sentence. */
function voorwaarden(
  {
    regime,
    contract,
    product,
    regel,
  }: { regime: Regime; contract: Contract; product: Product; regel: ContractProduct },
  { aanbieder }: Waarover,
  afspraken: Afspraken,
): string[] {
  const zinnen = [
    product.verwijzers.length === 0
      ? 'Geen enkele soort verwijzer mag dit product aanvragen.'
      : `Verwijzen mag: ${product.verwijzers.map(verwijzerNaam).join(', ')}.`,
  ];
  if (contract.geldigTot !== null) {
    zinnen.push(
      `De gevraagde periode eindigt uiterlijk op ${datumInWoorden(contract.geldigTot)}, de laatste dag van het contract.`,
    );
  }
  const leeftijd = leeftijden(product);
  if (leeftijd !== '') zinnen.push(`De jeugdige is op de ingangsdatum ${leeftijd}.`);
  if (product.maxDagen !== null) zinnen.push(`De hulp duurt hoogstens ${product.maxDagen} dagen.`);
  if (product.toestemming === 'lokaal-team') zinnen.push('Het lokale team moet toestemming geven.');
  if (product.signaalbudget !== null) {
    zinnen.push(
      `Het vaste signaalbudget is ${euro(product.signaalbudget)}; een signaal volgt bij ${regime.signaalPercentage} %.`,
    );
  }
  zinnen.push(
    regel.tarief === null
      ? 'De prijs wordt per geval afgesproken.'
      : `Het tarief van ${aanbiederNaam(aanbieder, afspraken)} is ${euro(regel.tarief)} per eenheid ${regel.tariefEenheid}.`,
    ...(product.tariefDatum === 'toewijzing' && regel.tarief !== null
      ? ['Het tarief van de ingangsdatum van de toewijzing blijft gelden zolang zij loopt.']
      : []),
    ...delenZin(regel),
    regime.toewijzen === 'automatisch'
      ? 'Een verzoek dat past wordt meteen toegewezen.'
      : 'Over elk verzoek beslist de gemeente.',
  );
  return zinnen;
}

function delenZin({ tariefDelen = [] }: ContractProduct): string[] {
  if (tariefDelen.length === 0) return [];
  return [`Dat tarief bestaat uit ${tariefDelen.map(({ naam, bedrag }) => `${naam} ${euro(bedrag)}`).join(' en ')}.`];
}
