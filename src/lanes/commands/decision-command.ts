import { type RelatieInvoer, relatieUit } from '../../replies/relatie.ts';
import type { Besluit, BudgetKeuze } from '../../requests/besluit-keuze.ts';
import type { Beslissing, BeslissingToewijzing } from './beslissing.ts';

/** The gemeente's decision on a request as its lane keeps it; its schema stands in `decision-schema.ts`. */
export interface DecisionCommand
  extends Pick<Beslissing, 'item' | 'besluit' | 'reden' | 'woonplaats' | 'toelichting' | 'toewijzing'> {
  readonly kind: 'decision';
  readonly version: 1;
  /** Absent where there is none: personal data is kept only where it must be. */
  readonly relatie?: RelatieInvoer;
}

/** The part of a decision that is kept with its command. */
export function decisionCommand(beslissing: Beslissing): DecisionCommand {
  const { item, besluit, reden, woonplaats, toelichting, toewijzing, relatie } = beslissing;
  return {
    ...{ kind: 'decision', version: 1, item, besluit, reden, woonplaats, toelichting, toewijzing },
    ...(relatie === null ? {} : { relatie }),
  };
}

/** As asked, by the agreements. */
export const ALS_GEVRAAGD: BeslissingToewijzing = {
  categorie: null,
  code: null,
  ingangsdatum: null,
  einddatum: null,
  volume: null,
  eenheid: null,
  frequentie: null,
  budget: null,
  soort: null,
  bedrag: null,
};

/** A decision as it was kept, which fits the schema: what is not said is null. */
export function decisionFrom(
  kept: Partial<DecisionCommand> & Pick<DecisionCommand, 'item' | 'besluit'>,
): DecisionCommand {
  const { item, besluit, reden = null, woonplaats = null, toelichting = null, toewijzing = null, relatie } = kept;
  return decisionCommand({
    ...{ item, besluit, reden, woonplaats, toelichting, idempotentie: null },
    toewijzing: toewijzing === null ? null : { ...ALS_GEVRAAGD, ...toewijzing },
    relatie: relatie ?? null,
  });
}

/** What the core decides on, from what the API took. */
export function besluitUit({ besluit, reden, woonplaats, toewijzing, relatie }: DecisionCommand): Besluit {
  switch (besluit) {
    case 'toewijzen': {
      const { soort, bedrag, ...anders } = toewijzing ?? ALS_GEVRAAGD;
      const met = relatie === undefined ? {} : { relatie: relatieUit(relatie) };
      return { besluit, anders, budget: budgetKeuze(soort, bedrag), ...met };
    }
    case 'afwijzen':
      return { besluit, reden: reden ?? '', woonplaats };
    case 'onderzoek':
      return { besluit };
  }
}

function budgetKeuze(soort: 'standaard' | 'maatwerk' | null, bedrag: number | null): BudgetKeuze | null {
  if (soort === 'maatwerk') return { soort, bedrag };
  return soort === null ? null : { soort };
}
