/** What goes wrong in the month, and how the XML of a good message is spoiled for it. */

/** The aanbieder that raised its tariffs too early: TR418 on every line from then on. */
export const RAISED = { aanbieder: '42420004', from: 5, factor: 1.04 };
/** Sends starts under the number of its own file. */
export const OWN_NUMBERS = { aanbieder: '42420007', share: 0.5 };
/** Writes dates as 05-11-2026, now and then. */
export const DUTCH_DATES = { aanbieder: '42420005', share: 0.35 };
/** Was not set up for its collecting after an update. */
export const COLLECTS_NOT = { aanbieder: '42420006', from: 24 };
/** Has a webhook at an address that nobody answers at. */
export const DEAD_WEBHOOK = { aanbieder: '42420008', from: 28, url: 'https://berichten.regenboogbrug.invalid/ijw' };

export function withDutchDates(text) {
  return text.replace(/(<ijw:Datum>)(\d{4})-(\d{2})-(\d{2})(?=<)/, '$1$4-$3-$2');
}

export function withShortBsn(text) {
  return text.replace(/(Bsn>\d{8})\d(?=<)/, '$1');
}
