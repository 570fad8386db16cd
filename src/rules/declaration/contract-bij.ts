import type { ContractProduct, Product } from '../../agreements/document.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { partijenBij } from './debet-bij.ts';
import { onthoudPerBericht } from './onthoud.ts';
import { prestatieVan } from './prestatie.ts';
import { toewijzingBij } from './toewijzing-bij.ts';

export interface Contractregel {
  readonly product: Product;
  readonly regel: ContractProduct;
}

/**
 * The line of the contract that gives the tariff of a prestatie: regime of the toewijzing's Ingangsdatum, contract of
 * ProductPeriode.Begindatum (docs/decisions/dates-and-clock.md); where that regime has no contract left, whatever holds on Begindatum. A product
 * whose `tariefDatum` is the toewijzing has the contract of the Ingangsdatum and no other. Undefined: nothing to compare
 * with.
 */
export function contractBij(klasse: Klasse, omgeving: Omgeving): Contractregel | undefined {
  const toewijzing = toewijzingBij(klasse, omgeving);
  if (toewijzing === undefined) return undefined;
  const { categorie, code, begin } = prestatieVan(klasse);
  const { gemeente, ingangsdatum } = toewijzing;
  const bekend = gevonden(omgeving);
  const sleutel = `${gemeente}|${categorie}|${code}|${ingangsdatum}|${begin}`;
  if (bekend.has(sleutel)) return bekend.get(sleutel);
  const contract = opIngang(toewijzing, klasse, omgeving)
    ? inRegimeVan(toewijzing, klasse, ingangsdatum, omgeving)
    : (inRegimeVan(toewijzing, klasse, begin, omgeving) ??
      omgeving.afspraken.afspraak(gemeente, partijenBij(omgeving).aanbieder, categorie, code, begin));
  bekend.set(sleutel, contract);
  return contract;
}

/** The day that decides the tariff of a prestatie. */
export function tariefdag(klasse: Klasse, omgeving: Omgeving): string {
  const toewijzing = toewijzingBij(klasse, omgeving);
  return toewijzing !== undefined && opIngang(toewijzing, klasse, omgeving)
    ? toewijzing.ingangsdatum
    : prestatieVan(klasse).begin;
}

/** Whether its product keeps the tariff of the day on which the toewijzing began. */
function opIngang({ gemeente, ingangsdatum }: Toewijzing, klasse: Klasse, { afspraken }: Omgeving): boolean {
  const { categorie, code } = prestatieVan(klasse);
  const regime = afspraken.regime(gemeente, ingangsdatum);
  const product = regime && afspraken.product(regime.code, categorie, code);
  return product?.tariefDatum === 'toewijzing';
}

/** Looked up once for all lines of a message that share product and dates. */
const gevonden = onthoudPerBericht(() => new Map<string, Contractregel | undefined>());

/** The line of the contract of the toewijzing's Ingangsdatum: its unit is what an aspecific toewijzing leaves open. */
export function contractBijIngang(klasse: Klasse, omgeving: Omgeving): Contractregel | undefined {
  const toewijzing = toewijzingBij(klasse, omgeving);
  return toewijzing && inRegimeVan(toewijzing, klasse, toewijzing.ingangsdatum, omgeving);
}

function inRegimeVan(
  toewijzing: Toewijzing,
  klasse: Klasse,
  contractdatum: string,
  omgeving: Omgeving,
): Contractregel | undefined {
  const { afspraken } = omgeving;
  const { categorie, code } = prestatieVan(klasse);
  const regime = afspraken.regime(toewijzing.gemeente, toewijzing.ingangsdatum);
  if (regime === undefined) return undefined;
  const product = afspraken.product(regime.code, categorie, code);
  const contract = afspraken.contract(regime.code, partijenBij(omgeving).aanbieder, contractdatum);
  const regel = contract?.producten.find((p) => p.code === code);
  return product === undefined || regel === undefined ? undefined : { product, regel };
}
