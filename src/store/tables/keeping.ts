/** Kinds of data that are kept for one length of time. */
export type KeepKind =
  | 'berichten'
  | 'dossier'
  | 'declaraties'
  | 'werk'
  | 'tellingen'
  | 'afspraken'
  | 'toegang'
  | 'inzage'
  | 'werking';

interface Keeping {
  /** Dutch: why it is kept. */
  readonly why: string;
  /** Dutch: how long. */
  readonly period: string;
}

const NOT_YET = 'zolang de database bestaat: de gateway verwijdert dit niet uit zichzelf';

/** How long each kind is kept, and why. */
export const KEEPING: Readonly<Record<KeepKind, Keeping>> = {
  berichten: { why: 'bewijs van wat partijen elkaar zonden, en om opnieuw te kunnen beoordelen', period: NOT_YET },
  dossier: { why: 'nodig om volgende berichten over hetzelfde kind te toetsen', period: NOT_YET },
  declaraties: { why: 'nodig om declaraties te toetsen en bedragen te verantwoorden', period: NOT_YET },
  werk: { why: 'wat nog moet gebeuren, en wat er is besloten', period: NOT_YET },
  tellingen: { why: 'cijfers zonder personen', period: NOT_YET },
  afspraken: { why: 'elk oordeel noemt de versie waarmee het is gegeven', period: NOT_YET },
  toegang: {
    why: 'wie de gateway mag gebruiken',
    period: 'ook na het einde van de sleutel: wat ermee is gedaan draagt haar naam',
  },
  inzage: { why: 'wie wat opende of deed', period: NOT_YET },
  werking: { why: 'nodig om de gateway te laten werken', period: NOT_YET },
};
