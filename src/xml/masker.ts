import { elementNames } from '../standard/elements.ts';
import { zonderBsn } from './bsn-in-tekst.ts';
import { GEMASKEERD, kenmerk } from './kenmerk.ts';

/**
 * Values as they may stand in a report. The report of a message is shown to those who may open it, but travels further
 * than the message itself (mail, screenshots, logs of others), so what identifies a person does not stand in it. What the
 * schemas mark as personal is never shown, but for the end of a BSN; of any other element a value is shown when it looks
 * like what belongs there, for values do get swapped.
 */
function isPersonal(elementNaam: string): boolean {
  const kind = elementNames().personal.get(elementNaam);
  return kind !== undefined && kind !== 'bsn';
}

/** Elements in which a sender writes what it likes, as long as it is a reference. */
const KENMERK = /Identificatie|Referentie|Nummer/;

/** Dates, times, amounts, numbers and versions. */
const GETAL = /^[+-]?\d[\d.,:TZ+/ -]{0,34}$/;
/** Codes: digits, with letters among them that make no name (`45A01`, not `Jan12`). */
const CODE = /^[A-Za-z0-9]{1,14}$/;
const NAAMACHTIG = /[A-Z][a-z]{2}/;
/** Longer than any value that is no text. */
const LANGSTE = 200;

/** Codes without a digit: `NL`, `D`, `PGB`. */
const LETTERS = /^(?:[A-Z]{1,3}|[a-z]{1,2})$/;

/** A value for in a text: a BSN shows its last three digits wherever it stands, a personal value or loose words nothing. */
export function gemaskeerd(elementNaam: string, waarde: string): string {
  if (isPersonal(elementNaam)) return GEMASKEERD;
  if (waarde.length > LANGSTE) return GEMASKEERD;
  const kaal = waarde.trim();
  if (kaal === '') return '';
  if (elementNaam === 'Bsn') return bsnGemaskeerd(kaal);
  if (KENMERK.test(elementNaam)) return kenmerk(kaal);
  const isCode = CODE.test(kaal) && /\d/.test(kaal) && !NAAMACHTIG.test(kaal);
  return isCode || GETAL.test(kaal) || LETTERS.test(kaal) ? zonderBsn(kaal) : GEMASKEERD;
}

/**
 * A wrong value of an element that has a list of codes: shown when it might be one of them, by its letters and its length.
 */
export function codeGemaskeerd(elementNaam: string, waarde: string, codes: readonly string[]): string {
  const langste = Math.max(0, ...codes.map((code) => code.length));
  const ruimte = /\d/.test(waarde) ? 2 : 0;
  const past = /^[A-Z0-9 ]*$/.test(waarde) && waarde.trim().length <= langste + ruimte;
  return past ? gemaskeerd(elementNaam, waarde) : GEMASKEERD;
}

/** Only what looks like a BSN keeps its end; anything else in that place might be a name. */
function bsnGemaskeerd(waarde: string): string {
  return /^\d{6,}$/.test(waarde) ? `******${waarde.slice(-3)}` : GEMASKEERD;
}
