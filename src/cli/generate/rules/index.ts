import { ANTWOORD_HISTORIE } from './declaraties/antwoord.ts';
import { DECLARATIE_HISTORIE, FACTUUR } from './declaraties/declaratie.ts';
import { TEGEN_TOEWIJZING } from './declaraties/tegen-toewijzing.ts';
import type { Omstandigheid } from './decor.ts';
import { GEMEENTECODE } from './historie/gemeentecode.ts';
import { HEADER } from './historie/header.ts';
import { PRODUCTCODE } from './historie/productcode.ts';
import { REGIE_HISTORIE } from './historie/regie.ts';
import { TOEWIJZING_HISTORIE } from './historie/toewijzing.ts';
import { VERZOEK_HISTORIE } from './historie/verzoek.ts';
import { ANTWOORD } from './inhoud/antwoord.ts';
import { CONTACT_FAMILIE } from './inhoud/contact.ts';
import { CREDITS, DECLARATIE } from './inhoud/declaratie.ts';
import { IJW_23 } from './inhoud/ijw23.ts';
import { GEDEELD } from './inhoud/ijw23-gedeeld.ts';
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

/** The same for one rule; empty when there is none of that code. */
export function scenariosVoor(regel: string, omstandigheid: Omstandigheid): Scenario[] {
  const rijen = SJABLONEN.filter((rij) => rij.regel === regel);
  return scenariosVan(rijen, omstandigheid);
}
