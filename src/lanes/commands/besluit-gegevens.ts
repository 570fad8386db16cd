import { type RelatieInvoer, relatieUit } from '../../replies/relatie.ts';
import { type Besluit, type BudgetKeuze, ZOALS_GEVRAAGD } from '../../requests/besluit-keuze.ts';
import type { Beslissing } from './beslissing.ts';

/** The part of a Beslissing that is stored with its command. */
export type BesluitGegevens = Pick<Beslissing, 'besluit' | 'reden' | 'woonplaats' | 'toelichting' | 'toewijzing'> & {
  /** Absent where there is none: personal data is kept only where it must be. */
  readonly relatie?: RelatieInvoer;
  readonly item: string;
};

export function gegevensVan(beslissing: Beslissing): BesluitGegevens {
  const { item, besluit, reden, woonplaats, toelichting, toewijzing, relatie } = beslissing;
  return { item, besluit, reden, woonplaats, toelichting, toewijzing, ...(relatie === null ? {} : { relatie }) };
}

/** What the core decides on, from what the API took. */
export function besluitUit({ besluit, reden, woonplaats, toewijzing, relatie }: BesluitGegevens): Besluit {
  switch (besluit) {
    case 'toewijzen': {
      const { soort = null, bedrag = null, ...anders } = toewijzing ?? { ...ZOALS_GEVRAAGD, soort: null, bedrag: null };
      const met = relatie === undefined ? {} : { relatie: relatieUit(relatie) };
      return { besluit, anders, budget: budgetKeuze(soort, bedrag), ...met };
    }
    case 'afwijzen':
      return { besluit, reden: reden ?? '', woonplaats: woonplaats ?? null };
    case 'onderzoek':
      return { besluit };
  }
}

function budgetKeuze(soort: 'standaard' | 'maatwerk' | null, bedrag: number | null): BudgetKeuze | null {
  if (soort === 'maatwerk') return { soort, bedrag };
  return soort === null ? null : { soort };
}
