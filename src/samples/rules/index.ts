import type { Omstandigheid } from '../decor.ts';
import { type Scenario, type Sjabloon, scenariosVan } from '../scenario.ts';
import { ANTWOORD } from './content/antwoord.ts';
import { CONTACT_FAMILIE } from './content/contact.ts';
import { CREDITS, DECLARATIE } from './content/declaratie.ts';
import { IJW_23 } from './content/ijw23.ts';
import { GEDEELD } from './content/ijw23-gedeeld.ts';
import { PERSOON } from './content/persoon.ts';
import { PRODUCTEN } from './content/producten.ts';
import { REGIE } from './content/regie.ts';
import { TOEWIJZING } from './content/toewijzing.ts';
import { VERZOEK_FAMILIE } from './content/verzoek.ts';
import { ANTWOORD_HISTORIE } from './declaration/antwoord.ts';
import { DECLARATIE_HISTORIE, FACTUUR } from './declaration/declaratie.ts';
import { TEGEN_TOEWIJZING } from './declaration/tegen-toewijzing.ts';
import { GEMEENTECODE } from './history/gemeentecode.ts';
import { HEADER } from './history/header.ts';
import { PRODUCTCODE } from './history/productcode.ts';
import { REGIE_HISTORIE } from './history/regie.ts';
import { TOEWIJZING_HISTORIE } from './history/toewijzing.ts';
import { VERZOEK_HISTORIE } from './history/verzoek.ts';

const SJABLONEN: readonly Sjabloon[] = [
  ...PERSOON,
  ...CONTACT_FAMILIE,
  ...PRODUCTEN,
  ...TOEWIJZING,
  ...REGIE,
  ...VERZOEK_FAMILIE,
  ...DECLARATIE,
  ...CREDITS,
  ...IJW_23,
  ...GEDEELD,
  ...ANTWOORD,
  ...HEADER,
  ...GEMEENTECODE,
  ...PRODUCTCODE,
  ...REGIE_HISTORIE,
  ...TOEWIJZING_HISTORIE,
  ...VERZOEK_HISTORIE,
  ...TEGEN_TOEWIJZING,
  ...DECLARATIE_HISTORIE,
  ...FACTUUR,
  ...ANTWOORD_HISTORIE,
];

/** A failing sample and a passing twin for every rule, for each release and type of message where it speaks. */
export function alleScenarios(omstandigheid: Omstandigheid): Scenario[] {
  return scenariosVan(SJABLONEN, omstandigheid);
}

/** The samples of one rule; empty for a code that nobody knows. */
export function scenariosVoor(regel: string, omstandigheid: Omstandigheid): Scenario[] {
  const rijen = SJABLONEN.filter((rij) => rij.regel === regel);
  return scenariosVan(rijen, omstandigheid);
}
