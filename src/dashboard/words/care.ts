import { percentageVan } from '../../signaalbudget/ledger.ts';
import { labelVan } from '../../standard/codelists/labels.ts';
import { count, euros } from '../kit/value.tsx';

/** Codes of the standard in words; the code itself when no list has it. */
function label(soort: string, code: string): string {
  return labelVan('3.2', soort, code) ?? labelVan('2.3', soort, code) ?? code;
}

export function verwijzerText(type: string): string {
  return `${label('LDT_TypeVerwijzer', type)} (${type})`;
}

export function redenWijzigingText(reden: string | null): string | null {
  return reden === null ? null : `${label('LDT_RedenWijziging', reden)} (${reden})`;
}

const EENHEDEN: Readonly<Record<string, string>> = {
  '01': 'minuten',
  '04': 'uur',
  '14': 'etmalen',
  '16': 'dagdelen',
  '82': 'stuks',
  '84': 'stuks',
};
const FREQUENTIES: Readonly<Record<string, string>> = {
  '1': 'per dag',
  '2': 'per week',
  '4': 'per maand',
  '6': 'in totaal',
};

export function eenheidText(eenheid: string): string {
  return label('LDT_Eenheid', eenheid).toLowerCase();
}

/** `89,8 %` of a budget in eurocents. */
export function usedText(gebruikt: number, bedrag: number): string {
  return `${percentageVan(gebruikt, bedrag).toLocaleString('nl-NL')} %`;
}

/** `600 minuten in totaal`, or an amount where the unit is euros. */
export function omvangText(omvang: {
  readonly volume: number | null;
  readonly eenheid: string | null;
  readonly frequentie: string | null;
  readonly budget?: number | null;
}): string {
  const { volume, eenheid, frequentie, budget = null } = omvang;
  if (volume === null || eenheid === null) return budget === null ? '–' : `budget van ${euros(budget)}`;
  const hoeveel =
    eenheid === '83'
      ? euros(volume)
      : `${count(volume)} ${EENHEDEN[eenheid] ?? label('LDT_Eenheid', eenheid).toLowerCase()}`;
  const hoeVaak =
    frequentie === null ? '' : ` ${FREQUENTIES[frequentie] ?? label('LDT_Frequentie', frequentie).toLowerCase()}`;
  return `${hoeveel}${hoeVaak}`;
}
