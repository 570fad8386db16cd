/**
 * Calendar arithmetic on dates as the standard writes them: `YYYY-MM-DD` strings, without time or zone.
 * Nothing here knows what day it is today.
 *
 * XML Schema also lets years before 1 and after 9999 through, so dates out of a message are compared with `isVoor` and
 * `isNa`: as strings 12026 lies before 2026. For arithmetic no such date can be meant; there they count as the first and
 * the last day of that range, so that a hostile message gets a verdict and not an exception.
 */
const DAG_MS = 86_400_000;
const EERSTE = '0001-01-01';
const LAATSTE = '9999-12-31';

/** The date with a year of four digits. */
function gewoon(datum: string): string {
  if (datum.length === 10 && datum > EERSTE) return datum;
  return datum.startsWith('-') || datum.startsWith('0000') || datum.length === 10 ? EERSTE : LAATSTE;
}

/** Year, month and day as numbers. */
export function jaarMaandDag(datum: string): readonly [jaar: number, maand: number, dag: number] {
  const d = gewoon(datum);
  return [Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8))];
}

function utc(datum: string): number {
  const d = gewoon(datum);
  return new Date(`${d}T00:00:00Z`).getTime();
}

function schrijf(ms: number): string {
  const iso = new Date(ms).toISOString();
  if (iso.startsWith('-')) return EERSTE;
  return iso.startsWith('+') ? LAATSTE : gewoon(iso.slice(0, 10));
}

/**
 * Below 0 when `a` lies before `b`, above 0 when after it, for years of any length and sign. Empty (an element that is not
 * there) lies before every date.
 */
export function vergelijkDatums(a: string, b: string): number {
  // What nearly every date is: a year of four digits, where the strings stand in the order of the days.
  if (a.length <= 10 && b.length <= 10) return a < b ? -1 : a > b ? 1 : 0;
  if (a === '' || b === '') return a === '' ? -1 : 1;
  const [links, rechts] = [delen(a), delen(b)];
  if (links.jaar !== rechts.jaar) return links.jaar < rechts.jaar ? -1 : 1;
  return links.dag < rechts.dag ? -1 : links.dag > rechts.dag ? 1 : 0;
}

export function isVoor(a: string, b: string): boolean {
  return vergelijkDatums(a, b) < 0;
}

export function isNa(a: string, b: string): boolean {
  return vergelijkDatums(a, b) > 0;
}

/** The year as number, however long, and the rest, which has one length. */
function delen(datum: string): { jaar: bigint; dag: string } {
  return { jaar: BigInt(datum.slice(0, -6)), dag: datum.slice(-6) };
}

/** The date `dagen` days after `datum` (before it when negative). */
export function plusDagen(datum: string, dagen: number): string {
  return schrijf(utc(datum) + dagen * DAG_MS);
}

/** Days in van..tot, both counted; 0 or less when tot lies before van. */
export function dagenTotEnMet(van: string, tot: string): number {
  return Math.round((utc(tot) - utc(van)) / DAG_MS) + 1;
}

export function eersteVanMaand(datum: string): string {
  return `${gewoon(datum).slice(0, 8)}01`;
}

export function laatsteVanMaand(datum: string): string {
  if (datum === laatsteMaand.van) return laatsteMaand.tot;
  const d = gewoon(datum);
  const [jaar, maand] = jaarMaandDag(d);
  const lang = new Date(Date.UTC(2000 + (jaar % 400), maand, 0)).getUTCDate();
  laatsteMaand = { van: datum, tot: `${d.slice(0, 8)}${String(lang).padStart(2, '0')}` };
  return laatsteMaand.tot;
}

/** The last that was asked for: most lines of a declaratie lie in one month. */
let laatsteMaand = { van: '', tot: '' };

/** Same day `jaren` years later; 29 February becomes 28 February in a year without it. */
export function plusJaren(datum: string, jaren: number): string {
  const d = gewoon(datum);
  const jaar = Number(d.slice(0, 4)) + jaren;
  if (jaar > 9999) return LAATSTE;
  if (jaar < 1) return EERSTE;
  const gevraagd = `${String(jaar).padStart(4, '0')}${d.slice(4)}`;
  const laatste = laatsteVanMaand(`${gevraagd.slice(0, 8)}01`);
  return gevraagd > laatste ? laatste : gevraagd;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdag(datum: string): number {
  return new Date(utc(datum)).getUTCDay() || 7;
}

/** The Monday of the ISO week that holds the date: a name for that week which never repeats over years. */
export function maandagVan(datum: string): string {
  return plusDagen(datum, 1 - weekdag(datum));
}

const AMSTERDAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const UUR_MS = 3_600_000;
/** The offset of Amsterdam changes on whole hours only; the last hour that was asked for, and its offset. */
let laatsteUur = { uur: Number.NaN, verschil: 0 };

/** Milliseconds that the clock in Amsterdam is ahead of UTC. */
function verschilOp(moment: Date): number {
  const uur = Math.floor(moment.getTime() / UUR_MS);
  if (uur !== laatsteUur.uur) {
    const { datum, tijd } = opDeKlok(moment);
    const klok = Date.parse(`${datum}T${tijd}Z`);
    laatsteUur = { uur, verschil: klok - Math.floor(moment.getTime() / 1000) * 1000 };
  }
  return laatsteUur.verschil;
}

/** An instant as the wall clock in Amsterdam shows it. */
export function inAmsterdam(moment: Date): { datum: string; tijd: string } {
  const klok = new Date(moment.getTime() + verschilOp(moment)).toISOString();
  return { datum: klok.slice(0, 10), tijd: klok.slice(11, 19) };
}

function opDeKlok(moment: Date): { datum: string; tijd: string } {
  const delen = Object.fromEntries(AMSTERDAM.formatToParts(moment).map((d) => [d.type, d.value]));
  return {
    datum: `${delen.year}-${delen.month}-${delen.day}`,
    tijd: `${delen.hour}:${delen.minute}:${delen.second}`,
  };
}

/** The instant at which a day begins in Amsterdam. */
export function beginVanDag(datum: string): Date {
  const middernacht = utc(datum);
  // Clocks change at one o'clock UTC, so an hour before midnight and midnight itself have one offset.
  return new Date(middernacht - verschilOp(new Date(middernacht - 2 * UUR_MS)));
}
