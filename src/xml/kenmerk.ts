import { zonderBsn, zonderHeelBsn } from './bsn-in-tekst.ts';

/** What stands in the place of a value that is not shown. */
export const GEMASKEERD = '‹gemaskeerd›';

/** The longest that the standard allows is 20; a little more is still a reference that somebody typed wrong. */
const LANGSTE = 40;

/**
 * A reference that a sender chose (Identificatie, ReferentieAanbieder, DeclaratieNummer …), as lists and findings show it.
 * Whoever made it may have put a person in it: what could be a BSN is masked, and what is no reference but words (blanks
 * between letters, no digit and not in capitals, too long) is not shown at all.
 */
export function kenmerk(waarde: string): string {
  const kaal = waarde.length > 4 * LANGSTE ? waarde : waarde.trim();
  if (kaal.length > LANGSTE) return GEMASKEERD;
  const cijfersOfCode = /^[\d ._/-]*$/.test(kaal) || /^[\w.:/+-]*$/.test(kaal);
  const geenWoord = /\d/.test(kaal) || /^[A-Z._/-]*$/.test(kaal);
  return cijfersOfCode && geenWoord ? zonderBsn(kaal) : GEMASKEERD;
}

/** One word of letters, digits and the signs that references have. */
const EEN_WOORD = /^[\w.:/+#@-]*$/;

/**
 * A reference in a field of its own, by which a party finds its message or request again: as it was sent, but for the nine
 * digits of a BSN; several words are no reference.
 */
export function kenmerkVeld(waarde: string): string {
  const kaal = waarde.trim();
  return kaal.length <= LANGSTE && EEN_WOORD.test(kaal) ? zonderHeelBsn(kaal) : kenmerk(kaal);
}

/** `kenmerk`, for what may be absent. */
export function kenmerkVeldOfNull(waarde: string | null): string | null {
  return waarde === null ? null : kenmerkVeld(waarde);
}
