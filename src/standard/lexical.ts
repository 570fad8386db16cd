/**
 * The built-in XML Schema types as the gate (libxml2) judges them, so that ajv and the XSD give one verdict. All take
 * the text without surrounding blanks, as the reader hands it over (`collapse`).
 */

/** XML Schema's white space; JavaScript's \s and trim() know more characters. */
const BLANKS = /[ \t\r\n]+/g;

/** What `whiteSpace="collapse"` leaves of a text: integers, dates and times have it, strings do not. */
export function collapse(text: string): string {
  return text.replace(BLANKS, ' ').replace(/^ | $/g, '');
}

const INTEGER = /^[+-]?[0-9]+$/;
const DATE = /^(-?)([0-9]{4}|[1-9][0-9]{4,9})-([0-9]{2})-([0-9]{2})$/;
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?$/;

export function isInteger(text: string): boolean {
  return INTEGER.test(text);
}

/** The value of an `isInteger` text; infinite beyond 15 digits, which is beyond every bound in the standard. */
export function integerValue(text: string): number {
  const digits = text.replace(/^[+-]?0*/, '');
  const size = digits.length > 15 ? Number.POSITIVE_INFINITY : Number(digits);
  return text.startsWith('-') ? -size : size;
}

/** libxml2 keeps the year in 32 bits where the gate runs. */
const LARGEST_YEAR = 2_147_483_647;

/** A date that the calendar has, without zone (LDT_Datum). The year 0000 does not exist, -0001 and 10000 do. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  return year >= 1 && year <= LARGEST_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

/** 0 when there is no such month. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A time without zone (LDT_Tijd). Midnight at the end of the day, 24:00:00, is one. */
export function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  const second = seconds(Number(parts[3]), parts[4] ?? '');
  return hour === 24 ? minute === 0 && second === 0 : hour < 24 && minute < 60 && second < 60;
}

/** Adds the fraction digit by digit as libxml2 does: a long row of nines is rounded up to the next second. */
function seconds(whole: number, fraction: string): number {
  let sum = whole;
  let weight = 1;
  for (const digit of fraction) {
    weight /= 10;
    sum += Number(digit) * weight;
  }
  return sum;
}
