import { elfproef } from '../standard/bsn.ts';

/** Nine digits or more, also with a space, dot, dash, slash or underscore (at most two) between them. */
const REEKS = /\d(?:[\s._/-]{0,2}\d){8,}/g;
const LENGTE = 9;
/** A burgerservicenummer has eight digits or nine: written as nine it has one leading zero at most. */
const GEEN_BSN = '00';
/** Of a BSN its end is shown, so that its owner knows which is meant. */
const GETOOND = 3;

/**
 * A text in which nothing can be read as a burgerservicenummer: wherever nine digits in a row pass the 11-proef, also as
 * part of a longer number, the first six are stars. One in eleven numbers passes by chance; those lose six digits too.
 */
export function zonderBsn(tekst: string): string {
  return tekst.replace(REEKS, (reeks) => {
    const tekens = [...reeks];
    const plekken = tekens.flatMap((teken, plek) => (/\d/.test(teken) ? [plek] : []));
    const cijfers = plekken.map((plek) => reeks[plek]).join('');
    for (let van = 0; van + LENGTE <= cijfers.length; van++) {
      if (cijfers.startsWith(GEEN_BSN, van) || !elfproef(cijfers.slice(van, van + LENGTE))) continue;
      const [begin = 0, eind = 0] = [plekken[van], plekken[van + LENGTE - 1]];
      if (!isGroepering(reeks.slice(begin, eind + 1))) continue;
      for (const plek of plekken.slice(van, van + LENGTE - GETOOND)) tekens[plek] = '*';
    }
    return tekens.join('');
  });
}

/** Nine digits between what are no digits. */
const NEGEN = /(?<!\d)\d{9}(?!\d)/g;

/** As RFC 9562 makes them: StUF-GGk asks one of each envelope, and many give one to each message. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/**
 * The same for a reference by which a party finds its message again: only where it holds just the nine digits of a BSN,
 * for every longer number has nine digits somewhere that pass by chance. So have random numbers: of the UUIDs one in seven
 * hundred ends in nine such digits, and nobody wrote a person there.
 */
export function zonderHeelBsn(tekst: string): string {
  return UUID.test(tekst) ? tekst : tekst.replace(NEGEN, zonderBsn);
}

/** As people write a BSN: at a stretch, in groups, or digit by digit; not a number with a serial number behind it (`…-1`). */
function isGroepering(tekst: string): boolean {
  const groepen = tekst.split(/[^\d]+/).map((groep) => groep.length);
  const enkel = groepen.filter((lengte) => lengte === 1).length;
  return enkel === 0 || enkel === groepen.length;
}
