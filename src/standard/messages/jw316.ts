import { defineRetour } from './define-retour.ts';

/** Retour on the JW315. */
export const JW316 = defineRetour({ type: 'JW316', zender: 'gemeente', code: '447', releases: ['2.3', '3.2'] });
