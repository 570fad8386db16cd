import type { Omvang, Product } from '../bericht.ts';
import type { Kies } from '../keuze.ts';
import { categorieVan, MINUTEN, ONBEKEND, SOORTEN, STUKS, UREN, ZONDER_CONTRACT } from '../wereld.ts';

/** Volumes that one line can exceed or just fill, by unit and Frequentie. */
const VOLUMES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  '01': { '6': [200, 100, 30, 201, 500], '4': [200, 100, 30, 60], '2': [20, 12, 40], '1': [2, 3, 7] },
  '04': { '6': [40, 3, 1, 200], '4': [3, 1, 40], '2': [1, 2], '1': [1, 2] },
  '82': { '6': [10, 3, 1, 40], '4': [3, 1, 10], '2': [1, 2], '1': [1, 2] },
};

export function omvang(kies: Kies, code: string): Omvang {
  const eenheid = SOORTEN[code]?.eenheid ?? '01';
  // Output by the week is counted in a way of its own.
  const frequentie = kies.uit(
    eenheid === '82' ? ['2', '6', '2', '1', '2', '4'] : ['6', '4', '2', '6', '1', '6', '4', '2'],
  );
  return { volume: kies.uit(VOLUMES[eenheid]?.[frequentie] ?? [1]), eenheid, frequentie };
}

/** `nr` tells the products of one message apart, so that they stack less often. */
export function code(kies: Kies, nr: number): string {
  if (kies.soms(12)) return kies.uit([ZONDER_CONTRACT, ONBEKEND]);
  const [eerste = MINUTEN, ...rest] = nr === 0 ? [MINUTEN, STUKS, UREN] : [STUKS, UREN, STUKS, MINUTEN];
  return kies.uit([eerste, ...rest]);
}

/** Specific mostly; else aspecific or generic; sometimes what the conditions (CD) forbid. */
export function product(kies: Kies, begin: string, eindes: readonly (string | null)[], nr: number): Product {
  const specifiek = code(kies, nr);
  const einde = kies.uit(eindes);
  const gekozen = { categorie: categorieVan(specifiek), code: specifiek, begin, einde };
  const budget = kies.uit([20_000, 9000, 50_000]);
  const anders = kies.getal(12);
  if (anders === 9) return { ...gekozen, code: null, omvang: null, budget: einde === null ? null : budget };
  if (anders === 10) return { ...gekozen, code: null, omvang: null, budget: kies.soms(8) ? budget : null };
  if (anders === 11 && kies.soms(3)) return { ...gekozen, categorie: null, code: null, omvang: null, budget };
  const bedoeld = omvang(kies, specifiek);
  const gewoon = bedoeld.frequentie === '2' && einde === null ? { ...bedoeld, frequentie: '4' } : bedoeld;
  if (!kies.soms(25)) return { ...gekozen, omvang: gewoon, budget: null };
  return kies.uit([
    { ...gekozen, omvang: gewoon, budget },
    { ...gekozen, omvang: null, budget: null },
    { ...gekozen, code: null, omvang: bedoeld, budget: null },
    { ...gekozen, omvang: bedoeld, budget: null },
  ]);
}

/** iJW 2.3 has no Budget, and always a categorie. */
export const zonderBudget = (p: Product): Product => ({ ...p, budget: null, categorie: p.categorie ?? '45' });
