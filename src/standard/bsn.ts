const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * Whether nine digits pass the 11-proef of the burgerservicenummer (CS002): the sum of the digits times 9,
 * 8, … 2, -1 is a multiple of 11. Nine zeros are no number.
 */
export function elfproef(bsn: string): boolean {
  if (!/^[0-9]{9}$/.test(bsn) || bsn === '000000000') return false;
  const som = GEWICHTEN.reduce((totaal, gewicht, plaats) => totaal + gewicht * Number(bsn[plaats]), 0);
  return som % 11 === 0;
}
