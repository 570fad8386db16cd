/**
 * Version of the rule set, on every verdict and as XsltVersie in answers that level 2 rejected (IV033). Raise it whenever
 * a rule starts to judge differently; `test/rules/version.test.ts` holds it to the catalogue and to what becomes of every
 * sample.
 *
 * 1.1.0: content rules look at the elements that the official model names (addresses, dates against the Dagtekening, btw,
 * what a JW304 shares with its JW303), and seven rules of 3.2 no longer hold in 2.3.
 * 1.1.1: years of more than four digits stand in their order; in 2.3 the key of a stop has no RedenBeeindiging and a
 * Client that is taken away still has a birth date.
 * 1.1.2: CS324 too takes years of more than four digits in their order; TR366 and TR367 have no retourcode in 2.3.
 * 1.1.3: TR418 is of level 4 in 2.3.
 * 1.1.4: of refused lines with one ReferentieNummer a factuur of 2.3 takes back the one that it copies.
 * 1.1.5: TR418 names the product.
 * 1.1.6: TR322 names the toewijzing.
 */
export const REGELS_VERSIE = '1.1.6';

/** Since when this version judges. A rule that changes on a day of its own has entries with `vanaf` and `tot`. */
export const REGELS_VANAF = '2026-11-28';
