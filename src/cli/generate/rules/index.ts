import type { Omstandigheid } from './decor.ts';
import { ANTWOORD } from './inhoud/antwoord.ts';
import { CONTACT_FAMILIE } from './inhoud/contact.ts';
import { CREDITS, DECLARATIE } from './inhoud/declaratie.ts';
import { IJW_23 } from './inhoud/ijw23.ts';
import { PERSOON } from './inhoud/persoon.ts';
import { PRODUCTEN } from './inhoud/producten.ts';
import { REGIE } from './inhoud/regie.ts';
import { TOEWIJZING } from './inhoud/toewijzing.ts';
import { VERZOEK_FAMILIE } from './inhoud/verzoek.ts';
import { type Scenario, type Sjabloon, scenariosVan } from './scenario.ts';

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
  ...ANTWOORD,
];

/** A failing sample and a passing twin for every rule, for each release and type of message where it speaks. */
export function alleScenarios(omstandigheid: Omstandigheid): Scenario[] {
  return scenariosVan(SJABLONEN, omstandigheid);
}
