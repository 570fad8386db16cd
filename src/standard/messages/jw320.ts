import { defineRetour } from './define-retour.ts';

/** Retour on the JW319. */
export const JW320 = defineRetour({ type: 'JW320', zender: 'aanbieder', code: '489', releases: ['3.2'] });
