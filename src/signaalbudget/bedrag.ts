import { keerInTotaal, type Looptijd, type Omvang } from './volume.ts';

/** A contract tariff: eurocents per unit, null where the price is agreed per case (Eenheid 83). */
export interface Tarief {
  readonly tarief: number | null;
  readonly tariefEenheid: string;
}

/** The highest Volume that the schemas allow (LDT_Volume). */
export const HOOGSTE_VOLUME = 99_999_999;

/** x / 60, rounded half up; whole numbers only (IV081). */
export function perZestig(x: number): number {
  const half = x + 30;
  return (half - (half % 60)) / 60;
}

/**
 * What a volume costs, in eurocents (TR346): volume × tariff; euros are their own amount; minutes under a tariff per hour
 * are hour tariff × minutes / 60, rounded half up (IV081). Null when the contract cannot compute it.
 */
export function bedragVan(volume: number, eenheid: string, { tarief, tariefEenheid }: Tarief): number | null {
  if (eenheid === '83') return volume;
  if (tarief === null) return null;
  if (eenheid === tariefEenheid) return volume * tarief;
  if (eenheid === '01' && tariefEenheid === '04') return perZestig(volume * tarief);
  if (eenheid === '04' && tariefEenheid === '01') return volume * 60 * tarief;
  return null;
}

/** The ProductTarief that a line in this unit shows (TR418, IV081); null when there is nothing to compare with. */
export function tariefIn(eenheid: string, contract: Tarief): number | null {
  return eenheid === '83' ? null : bedragVan(1, eenheid, contract);
}

/** The value of an omvang: the amount of its total volume V × N, in eurocents; null when that cannot be computed. */
export function waardeVanOmvang(omvang: Omvang, looptijd: Looptijd, contract: Tarief): number | null {
  const keer = keerInTotaal(omvang, looptijd);
  return keer === null ? null : bedragVan(omvang.volume * keer, omvang.eenheid, contract);
}

/**
 * The largest whole Volume whose amount is within a budget (docs/decisions/signaalbudget.md), never above what the
 * schemas allow; null when the contract cannot compute amounts in this unit.
 */
export function volumeBinnen(budget: number, eenheid: string, contract: Tarief): number | null {
  const een = bedragVan(60, eenheid, contract);
  if (een === null) return null;
  if (een === 0) return HOOGSTE_VOLUME;
  // Sixty units have a whole amount in every unit, so amount(v) = round(v × een / 60): at most the budget while
  // v × een + 30 < 60 × (budget + 1). Amounts that are exact anyway fall under the same bound.
  const volume = Math.floor((60 * budget + 29) / een);
  return Math.min(volume, HOOGSTE_VOLUME);
}

/** +bedrag for a debet, -bedrag for a credit (docs/decisions/debet-and-credit.md); eurocents. */
export function metTeken(regel: { readonly bedrag: number; readonly debetCredit: 'D' | 'C' }): number {
  return regel.debetCredit === 'C' ? -regel.bedrag : regel.bedrag;
}

/** A signed sum as the messages write it: never negative, the sign in DebetCredit, zero is D (CS325). */
export function alsBedrag(som: number): { readonly bedrag: number; readonly debetCredit: 'D' | 'C' } {
  return { bedrag: Math.abs(som), debetCredit: som < 0 ? 'C' : 'D' };
}
