import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { doorTeLeveren } from '../leveren.ts';
import { goedgekeurd } from '../opbouw.ts';
import type { Mutatie, Verdict } from '../verdict.ts';
import { afwijzingIn, wijstAf } from './zegt.ts';

/** An accepted JW319 of the gemeente: the request is in onderzoek (antwoord 2), or refused and thereby closed (1). */
export function beoordeelVerzoekAntwoord(invoer: BeoordeelInvoer): Verdict {
  const { bericht, kennis, afspraken } = invoer;
  const referentie = waardeVan(bericht.inhoud, 'Antwoord/ReferentieAanbieder') ?? '';
  const definitief = wijstAf(bericht);
  const stand = definitief ? 'afgewezen' : 'onderzoek';
  const antwoorden = (kennis.verzoek(referentie)?.antwoorden ?? 0) + 1;
  const gesloten: Mutatie[] = definitief ? [{ soort: 'werkbak-gesloten', referentie }] : [];
  const verdict = goedgekeurd(invoer, {
    mutaties: [{ soort: 'verzoek-stand', referentie, stand, antwoorden }, ...gesloten],
    doorgeleverdAan: doorTeLeveren(bericht, afspraken),
  });
  return { ...verdict, ...afwijzingIn(bericht) };
}
