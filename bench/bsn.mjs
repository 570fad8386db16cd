/** Weights of the 11-proef. */
const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** All fictive BSNs (9999xxxxx) that pass the 11-proef, in order: about nine thousand. */
export const BSNS = Array.from({ length: 100_000 }, (_, n) => String(999_900_000 + n)).filter(elfproef);

function elfproef(bsn) {
  return GEWICHTEN.reduce((som, gewicht, i) => som + gewicht * Number(bsn[i]), 0) % 11 === 0;
}
