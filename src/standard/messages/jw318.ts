import { defineRetour } from './define-retour.ts';

/** Retour on the JW317. */
export const JW318 = defineRetour({ type: 'JW318', zender: 'gemeente', code: '487', releases: ['3.2'] });
