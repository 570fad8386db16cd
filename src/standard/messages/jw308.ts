import { defineRetour } from './define-retour.ts';

/** Retour on the JW307. */
export const JW308 = defineRetour({ type: 'JW308', zender: 'gemeente', code: '441', releases: ['2.3', '3.2'] });
