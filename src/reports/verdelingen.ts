/** By what counts may be taken together. */
export const VERDELINGEN = ['regio', 'gemeente', 'product', 'zorgcategorie', 'maand', 'aanbieder'] as const;
export type Indeling = (typeof VERDELINGEN)[number];

/** By what they are taken when nobody says: not by aanbieder, for that makes small groups. */
export const GEWOON: readonly Indeling[] = VERDELINGEN.filter((v) => v !== 'aanbieder');
