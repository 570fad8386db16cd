import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Bericht } from '../xml/tree.ts';
import { lijstVan } from '../xml/tree.ts';
import type { NummerVraag } from './nummers.ts';

/** How many numbers judging this message may use at most; gaps are fine, so an upper bound is enough. */
export function nummerVraagVan(bericht: Bericht): NummerVraag {
  if (BERICHT_SOORTEN[bericht.type].aard !== 'heen') return { identificaties: 0, toewijzingen: 0 };
  if (bericht.type !== 'JW315') return { identificaties: 1, toewijzingen: 0 };
  // JW316, then either one JW301 or a JW319 for each product
  const producten = lijstVan(bericht.inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct').length;
  return { identificaties: 2 + producten, toewijzingen: producten };
}

/**
 * The same for a decision on a request: one JW301 or JW319, and a number for each product of the request. A JW315 holds a
 * request for each product, but in iJW 2.3 one reference may be that of several.
 */
export function besluitNummerVraag(verzoek: Bericht): NummerVraag {
  if (verzoek.type === 'JW315') {
    const producten = lijstVan(verzoek.inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct').length;
    return { identificaties: 1, toewijzingen: verzoek.release === '2.3' ? producten : 1 };
  }
  const teWijzigen = lijstVan(verzoek.inhoud, 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct').length;
  const nieuw = lijstVan(verzoek.inhoud, 'Client/Verzoek/NieuweProducten/NieuwProduct').length;
  return { identificaties: 1, toewijzingen: teWijzigen + nieuw };
}
