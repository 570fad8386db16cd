import type { Retour } from '../../agreements/document.ts';
import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';

/** Why an answer that came in may not be matched, as people read it; null when it answers that message. */
export function hoortBij(antwoord: Bericht, beantwoord: BeantwoordBericht | null, retour: Retour): string | null {
  if (retour === 'gateway') {
    return 'De gateway stelt de antwoorden van deze partij op. Stuur geen eigen retourberichten, of laat dit in de afspraken wijzigen.';
  }
  if (beantwoord === null || !zelfdePartijen(antwoord, beantwoord)) {
    return 'Er is geen bericht bekend waarop dit een antwoord is. Controleer de identificatie van het heenbericht.';
  }
  if (beantwoord.release !== antwoord.release) {
    return `Het heenbericht is van iJW ${beantwoord.release}. Antwoord in dezelfde release.`;
  }
  return beantwoord.alBeantwoord ? 'Dit bericht is al beantwoord; elk heenbericht krijgt één antwoord.' : null;
}

/** What was answered, as a message again; it is of the release of its answer. */
export function heenVan(antwoord: Bericht, { type, inhoud }: BeantwoordBericht): Bericht {
  return { type: type as BerichtType, release: antwoord.release, inhoud };
}

/** Identificatie is unique per sender only, so an answer must come from the party that the message was for. */
function zelfdePartijen(antwoord: Bericht, beantwoord: BeantwoordBericht): boolean {
  const heen = partijenVan(heenVan(antwoord, beantwoord));
  const hier = partijenVan(antwoord);
  return heen.gemeente === hier.gemeente && heen.aanbieder === hier.aanbieder;
}
