const met = (type: string, codes: string) => codes.split(' ').map((code) => `${type} ${code}`);

/** By type: what became of it, then the retourcodes or rules that refused it. */
export const TE_ZIEN: readonly string[] = [...met('JW301', 'goedgekeurd afgekeurd')];
