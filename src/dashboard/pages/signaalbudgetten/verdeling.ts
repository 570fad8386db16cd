import type { Budgets } from '../../../gateway/budgets.ts';
import { aandeel, DOEL } from '../../../signaalbudget/verdeling.ts';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import type { Names } from '../../words/names.ts';

type Rij = Awaited<ReturnType<Budgets['shares']>>[number];

/** Per gemeente, aanbieder and product: the share within the fixed budget, against the goal of 80 %. */
export function verdelingTabel(rijen: readonly Rij[], names: Names): TabelBeeld {
  return tabel<Rij>({
    naam: 'verdeling',
    titel: `Toewijzingen binnen het vaste budget (doel: ${DOEL} %)`,
    leeg: 'Er zijn geen toewijzingen met een signaalbudget.',
    rijen,
    kolommen: [
      { kop: 'Gemeente', waarde: ({ gemeente }) => names.party(gemeente) },
      { kop: 'Aanbieder', waarde: ({ aanbieder }) => names.party(aanbieder) },
      { kop: 'Product', waarde: ({ categorie, code }) => names.product(categorie, code) },
      { kop: 'Toewijzingen', waarde: ({ aantal }) => aantal },
      { kop: 'Binnen het budget', waarde: ({ binnen }) => binnen },
      { kop: 'Aandeel', waarde: (rij) => ({ percent: aandeel(rij) }) },
    ],
  });
}
