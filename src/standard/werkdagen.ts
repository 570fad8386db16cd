/**
 * Werkdagen by the Algemene termijnenwet: no Saturday, no Sunday, no feestdag. Goede Vrijdag and 5 mei count as feestdag
 * every year (docs/decisions/dates-and-clock.md).
 */
import { plusDagen, weekdag } from './datum.ts';

/** Easter Sunday, by the Gregorian computus (Meeus, Jones, Butcher). */
function eerstePaasdag(jaar: number): string {
  const gulden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const inEeuw = jaar % 100;
  const correctie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3);
  const epacta = (19 * gulden + eeuw - Math.floor(eeuw / 4) - correctie + 15) % 30;
  const totZondag = (32 + 2 * (eeuw % 4) + 2 * Math.floor(inEeuw / 4) - epacta - (inEeuw % 4)) % 7;
  const laat = Math.floor((gulden + 11 * epacta + 22 * totZondag) / 451);
  const dagVanafMaart = epacta + totZondag - 7 * laat + 114;
  return `${vier(jaar)}-${twee(Math.floor(dagVanafMaart / 31))}-${twee((dagVanafMaart % 31) + 1)}`;
}

const vier = (getal: number): string => String(getal).padStart(4, '0');
const twee = (getal: number): string => String(getal).padStart(2, '0');

/** 27 April, or the day before when that is a Sunday. */
function koningsdag(jaar: number): string {
  const dag = `${vier(jaar)}-04-27`;
  return weekdag(dag) === 7 ? plusDagen(dag, -1) : dag;
}

const PASEN = { goedeVrijdag: -2, paasmaandag: 1, hemelvaartsdag: 39, pinkstermaandag: 50 };

const perJaar = new Map<number, ReadonlySet<string>>();

/** The feestdagen of a year that may fall on a Monday to Friday. */
function feestdagen(jaar: number): ReadonlySet<string> {
  const bekend = perJaar.get(jaar);
  if (bekend !== undefined) return bekend;
  const pasen = eerstePaasdag(jaar);
  const vast = ['01-01', '05-05', '12-25', '12-26'].map((dag) => `${vier(jaar)}-${dag}`);
  const dagen = new Set([...vast, koningsdag(jaar), ...Object.values(PASEN).map((n) => plusDagen(pasen, n))]);
  perJaar.set(jaar, dagen);
  return dagen;
}

export function isWerkdag(datum: string): boolean {
  return weekdag(datum) <= 5 && !feestdagen(Number(datum.slice(0, 4))).has(datum);
}

/**
 * The n-th werkdag after `datum`, which itself does not count and need not be a werkdag; before it when n is negative.
 * The date itself when n is 0.
 */
export function plusWerkdagen(datum: string, n: number): string {
  const stap = n < 0 ? -1 : 1;
  let dag = datum;
  for (let over = Math.abs(n); over > 0; ) {
    dag = plusDagen(dag, stap);
    if (isWerkdag(dag)) over -= 1;
  }
  return dag;
}
