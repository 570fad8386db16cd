import type { Afspraken } from '../agreements/afspraken.ts';
import {
  alsOnderaannemer,
  geenContract,
  geenRegime,
  isTaakgericht,
  leeftijden,
  periodeBuitenContract,
  productBuitenContract,
  productNaam,
  verwijzerNaam,
  type Waarover,
  zin,
} from '../agreements/woorden.ts';
import { dagenTotEnMet } from '../standard/datum.ts';
import { datumInWoorden } from '../standard/datum-woorden.ts';
import type { Afgesproken } from './afgesproken.ts';
import type { GevraagdProduct } from './gevraagd.ts';
import type { AfwijzingCode } from './reden-afwijzing.ts';
import { AFWIJZING_TEKSTEN } from './teksten.ts';

export interface Afgewezen {
  readonly gevraagd: GevraagdProduct;
  readonly afgesproken: Afgesproken;
  readonly partijen: { readonly gemeente: string; readonly aanbieder: string };
  readonly afspraken: Afspraken;
}

/**
 * Why a request was refused, naming the contract, product and date that decided, in the words that `GET /uitleg` uses too;
 * then what to do. The general text where there is nothing to name.
 */
export function afwijzingInWoorden(code: AfwijzingCode, over: Afgewezen): string {
  const reden = WOORDEN[code](over, { ...over.partijen, datum: over.gevraagd.ingangsdatum });
  return reden === null ? AFWIJZING_TEKSTEN[code] : `${reden} ${ADVIES[code]}`;
}

const ADVIES: Readonly<Record<AfwijzingCode, string>> = {
  'geen-contract': 'Vraag het na bij de gemeente of regio.',
  onderaannemer: 'Laat de hoofdaannemer het verzoek doen.',
  taakgericht: 'Lever de hulp binnen de taakgerichte afspraken.',
  'product-buiten-contract': 'Vraag een gecontracteerd product aan.',
  'periode-buiten-contract': 'Kies een einddatum binnen het contract.',
  'al-toegewezen': 'Gebruik de bestaande toewijzing of vraag een wijziging aan (JW317).',
  leeftijd: 'Vraag hulp aan die bij de leeftijd past.',
  verwijzer: 'Vraag een verwijzing van iemand die dat wel mag.',
  'langer-dan-maximum': 'Kies een einddatum binnen deze duur.',
};

type Woorden = (over: Afgewezen, waarover: Waarover) => string | null;

const WOORDEN: Readonly<Record<AfwijzingCode, Woorden>> = {
  'geen-contract': ({ afgesproken: { regime }, afspraken }, waarover) =>
    regime === undefined ? geenRegime(waarover, afspraken) : geenContract(waarover, regime, afspraken),
  onderaannemer: ({ afgesproken: { contract }, afspraken }, waarover) =>
    contract === undefined ? null : alsOnderaannemer(contract, waarover, afspraken),
  taakgericht: ({ afgesproken: { regime }, afspraken }, waarover) =>
    regime === undefined ? null : isTaakgericht(regime, waarover, afspraken),
  'product-buiten-contract': ({ gevraagd, afgesproken: { contract }, afspraken }, waarover) =>
    contract === undefined || gevraagd.code === null
      ? null
      : productBuitenContract(gevraagd.code, contract, waarover, afspraken),
  'periode-buiten-contract': ({ gevraagd, afgesproken: { contract } }) =>
    contract === undefined ? null : periodeBuitenContract(contract, gevraagd.einddatum),
  'al-toegewezen': ({ gevraagd, afgesproken: { product } }, { datum }) =>
    product === undefined
      ? null
      : `${zin(productNaam(product))} is al toegewezen voor (een deel van) de periode vanaf ${datumInWoorden(datum)}${totEnMet(gevraagd)}.`,
  leeftijd: ({ afgesproken: { product } }, { datum }) =>
    product === undefined
      ? null
      : `${zin(productNaam(product))} in regime ${product.regime} is voor jeugdigen ${leeftijden(product)} op ${datumInWoorden(datum)}.`,
  verwijzer: ({ gevraagd, afgesproken: { product } }) =>
    product === undefined
      ? null
      : `${zin(productNaam(product))} in regime ${product.regime} kan niet worden aangevraagd met verwijzer ${verwijzerNaam(gevraagd.verwijzer)}, wel met ${product.verwijzers.map(verwijzerNaam).join(', ') || 'geen enkele'}.`,
  'langer-dan-maximum': ({ gevraagd, afgesproken: { product } }) =>
    product?.maxDagen == null
      ? null
      : `${zin(productNaam(product))} in regime ${product.regime} duurt hoogstens ${product.maxDagen} dagen; gevraagd ${duur(gevraagd)}.`,
};

function totEnMet({ einddatum }: GevraagdProduct): string {
  return einddatum === null ? '' : ` tot en met ${datumInWoorden(einddatum)}`;
}

function duur({ ingangsdatum, einddatum }: GevraagdProduct): string {
  return einddatum === null ? 'is hulp zonder einddatum' : `zijn ${dagenTotEnMet(ingangsdatum, einddatum)} dagen`;
}
