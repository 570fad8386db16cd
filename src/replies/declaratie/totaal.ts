import { alsBedrag, metTeken } from '../../signaalbudget/bedrag.ts';
import type { Groep } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';

/** Zero, as every amount of zero is written: with D (CS325). */
export const TOTAAL_NUL: Groep = totaalBedrag(0);

/** A signed sum in eurocents as CDT_TotaalBedragMetDC. */
export function totaalBedrag(som: number): Groep {
  const { bedrag, debetCredit } = alsBedrag(som);
  return { TotaalBedrag: String(bedrag), DebetCredit: debetCredit };
}

/** A CDT_TotaalBedragMetDC as a signed sum in eurocents; 0 when absent. */
export function somVan(totaal: Groep | undefined): number {
  if (totaal === undefined) return 0;
  const debetCredit = waardeVan(totaal, 'DebetCredit') === 'C' ? 'C' : 'D';
  return metTeken({ bedrag: Number(waardeVan(totaal, 'TotaalBedrag') ?? 0), debetCredit });
}
