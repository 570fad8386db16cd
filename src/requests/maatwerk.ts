import type { Afspraken } from '../agreements/afspraken.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import { isVerwijderd } from '../rules/history/client.ts';
import { HOOGSTE_VOLUME, volumeBinnen } from '../signaalbudget/bedrag.ts';

export type MaatwerkReden =
  | 'zonder-nummer'
  | 'verwijderd'
  | 'geen-totaal'
  | 'bedrag-ongeldig'
  | 'waarde-onbekend'
  | 'zonder-clientgegevens'
  | 'alleen-oude-release'
  | 'moment-in-toekomst'
  | 'andere-toewijzingen'
  | 'in-strijd';

/** What a maatwerksignaalbudget makes of a toewijzing, or why it cannot be granted. */
export type Maatwerk =
  | { readonly kind: 'granted'; readonly wijziging: { readonly volume: number } | { readonly budget: number } }
  | { readonly kind: 'refused'; readonly reden: MaatwerkReden };

/**
 * The new Volume or Budget for a ceiling of `bedrag` eurocents (docs/decisions/signaalbudget.md). Only where the
 * toewijzing says a total (Frequentie 6 or a Budget), because only that may change under the same ToewijzingNummer
 * (OP257, OP033x1).
 */
export function maatwerkVoor(toewijzing: Toewijzing, bedrag: number, afspraken: Afspraken): Maatwerk {
  const { nummer, budget, frequentie } = toewijzing;
  if (nummer === null) return { kind: 'refused', reden: 'zonder-nummer' };
  if (isVerwijderd(toewijzing)) return { kind: 'refused', reden: 'verwijderd' };
  if (!Number.isSafeInteger(bedrag) || bedrag < 1) return { kind: 'refused', reden: 'bedrag-ongeldig' };
  if (budget !== null) {
    return bedrag > HOOGSTE_VOLUME
      ? { kind: 'refused', reden: 'bedrag-ongeldig' }
      : { kind: 'granted', wijziging: { budget: bedrag } };
  }
  if (frequentie !== '6') return { kind: 'refused', reden: 'geen-totaal' };
  return maatwerkVolume(toewijzing, bedrag, afspraken);
}

function maatwerkVolume(toewijzing: Toewijzing, bedrag: number, afspraken: Afspraken): Maatwerk {
  const { gemeente, aanbieder, categorie, code, eenheid, ingangsdatum } = toewijzing;
  const afspraak = afspraken.afspraak(gemeente, aanbieder, categorie ?? '', code ?? '', ingangsdatum);
  const contract = afspraak?.regel ?? { tarief: null, tariefEenheid: '' };
  const volume = eenheid === null ? null : volumeBinnen(bedrag, eenheid, contract);
  if (volume === null) return { kind: 'refused', reden: 'waarde-onbekend' };
  // A volume at the bound of the schema would silently be less than was granted.
  if (volume < 1 || volume === HOOGSTE_VOLUME) return { kind: 'refused', reden: 'bedrag-ongeldig' };
  return { kind: 'granted', wijziging: { volume } };
}
