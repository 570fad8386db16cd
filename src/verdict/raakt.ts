import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Bericht } from '../xml/tree.ts';
import type { KennisVraag } from './kennis-vraag.ts';

/** Shared with every other message: its effects reach clients that it does not name. */
export const RAAKT_ALLES = '*';

/**
 * Keys of all that judging this message reads or changes: two messages of a lane that share one may not be judged against
 * the same context (docs/decisions/one-message-one-effect.md). A gemeente and its predecessors are one world: a message
 * under 0439 has the keys of 0370 as well, so that it meets one under 0370.
 */
export function raaktVan(vraag: KennisVraag, bericht: Bericht): string[] {
  const werelden = vraag.gemeenten.map((gemeente) => `${gemeente}|${vraag.aanbieder}`);
  const sleutels = [
    ...vraag.claims,
    ...vraag.referentiesAanbieder.map((referentie) => `verzoek|${vraag.aanbieder}|${referentie}`),
    ...vraag.prestatieReferenties.map((referentie) => `prestatie|${vraag.aanbieder}|${referentie}`),
  ];
  for (const wereld of werelden) {
    for (const bsn of vraag.bsns) sleutels.push(`client|${wereld}|${bsn}`);
    for (const nummer of vraag.toewijzingNummers) sleutels.push(`nummer|${wereld}|${nummer}`);
    // The order of DeclaratiePeriodes runs over all clients.
    if (bericht.type === 'JW323' || bericht.type === 'JW303') sleutels.push(`declaraties|${wereld}`);
  }
  // A JW319 closes the request of a client whose BSN it does not hold; a retour settles what another message did.
  if (bericht.type === 'JW319' || BERICHT_SOORTEN[bericht.type].aard !== 'heen') sleutels.push(RAAKT_ALLES);
  return [...new Set(sleutels)];
}
