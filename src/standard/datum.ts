/**
 * Calendar arithmetic on dates as the standard writes them: `YYYY-MM-DD` strings, without time or zone.
 * Such strings compare correctly with < and >. Nothing here knows what day it is today.
 */
const DAG_MS = 86_400_000;

function utc(datum: string): number {
  return Date.UTC(Number(datum.slice(0, 4)), Number(datum.slice(5, 7)) - 1, Number(datum.slice(8, 10)));
}

function schrijf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
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
  return `${datum.slice(0, 8)}01`;
}

export function laatsteVanMaand(datum: string): string {
  return schrijf(Date.UTC(Number(datum.slice(0, 4)), Number(datum.slice(5, 7)), 0));
}

/** Same day `jaren` years later; 29 February becomes 28 February in a year without it. */
export function plusJaren(datum: string, jaren: number): string {
  const jaar = String(Number(datum.slice(0, 4)) + jaren).padStart(4, '0');
  const gevraagd = `${jaar}${datum.slice(4)}`;
  const laatste = laatsteVanMaand(`${jaar}${datum.slice(4, 8)}01`);
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

/** An instant as the wall clock in Amsterdam shows it. */
export function inAmsterdam(moment: Date): { datum: string; tijd: string } {
  const delen = Object.fromEntries(AMSTERDAM.formatToParts(moment).map((d) => [d.type, d.value]));
  return {
    datum: `${delen['year']}-${delen['month']}-${delen['day']}`,
    tijd: `${delen['hour']}:${delen['minute']}:${delen['second']}`,
  };
}
