import { defineRetour } from './define-retour.ts';

/** Retour on the JW301. */
export const JW302 = defineRetour({ type: 'JW302', zender: 'aanbieder', code: '437', releases: ['2.3', '3.2'] });
