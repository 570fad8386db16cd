import { isDeepStrictEqual } from 'node:util';
import type { Afspraken } from './afspraken.ts';

/** What stored toewijzingen have in common as far as the agreements care. */
export interface ToewijzingSoort {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
}

/** Which agreements on such a toewijzing differ from one version to the next; empty when none does. */
export function gevolgenVoor(soort: ToewijzingSoort, oud: Afspraken, nieuw: Afspraken): readonly Gevolg[] {
  const [eerst, nu] = [beeld(soort, oud), beeld(soort, nieuw)];
  return GEVOLGEN.filter((gevolg) => !isDeepStrictEqual(eerst[gevolg], nu[gevolg]));
}

const GEVOLGEN = ['regio', 'regime', 'contract', 'product', 'tarief', 'retour'] as const;
export type Gevolg = (typeof GEVOLGEN)[number];

function beeld(soort: ToewijzingSoort, afspraken: Afspraken): Readonly<Record<Gevolg, unknown>> {
  const { gemeente, aanbieder, categorie, code, ingangsdatum } = soort;
  const regime = afspraken.regime(gemeente, ingangsdatum);
  const contract = regime && afspraken.contract(regime.code, aanbieder, ingangsdatum);
  const { gemeenten: _gemeenten, naam: _naam, ...vanRegime } = regime ?? { gemeenten: [], naam: '' };
  const { producten, ...vanContract } = contract ?? { producten: [] };
  return {
    regio: afspraken.regioVan(gemeente),
    regime: vanRegime,
    contract: vanContract,
    product:
      regime && categorie !== null && code !== null ? afspraken.product(regime.code, categorie, code) : undefined,
    tarief: producten.find((regel) => regel.code === code),
    retour: [afspraken.retourVan(gemeente), afspraken.retourVan(aanbieder)],
  };
}
