import { defineRetour } from './define-retour.ts';

/** Retour on the JW305. */
export const JW306 = defineRetour({ type: 'JW306', zender: 'gemeente', code: '439', releases: ['2.3', '3.2'] });
