/** By what counts may be taken together. */
export const VERDELINGEN = ['regio', 'gemeente', 'product', 'zorgcategorie', 'maand'] as const;
export type Indeling = (typeof VERDELINGEN)[number];
