import { isKind, TERMS, type TermKind } from '../../config/bewaartermijnen.ts';

/** Kinds of data that are kept for one length of time. */
export type KeepKind = TermKind | 'afspraken' | 'toegang' | 'werking';

interface Keeping {
  /** Dutch: why it is kept. */
  readonly why: string;
  /** Dutch: how long, where that is no number of years. */
  readonly period?: string;
}

/** Why each kind is kept, and how long those that have no term of their own. */
export const KEEPING: Readonly<Record<KeepKind, Keeping>> = {
  berichten: { why: 'bewijs van wat partijen elkaar zonden, en om opnieuw te kunnen beoordelen' },
  dossier: { why: 'nodig om volgende berichten over hetzelfde kind te toetsen' },
  declaraties: { why: 'nodig om declaraties te toetsen en bedragen te verantwoorden' },
  werk: { why: 'wat nog moet gebeuren, en wat er is besloten' },
  tellingen: { why: 'cijfers zonder personen' },
  afspraken: {
    why: 'elk oordeel noemt de versie waarmee het is gegeven',
    period: 'zolang de database bestaat; er staat niets van een kind in',
  },
  toegang: {
    why: 'wie de gateway mag gebruiken',
    period: 'ook na het einde van de sleutel: wat ermee is gedaan draagt haar naam',
  },
  inzage: { why: 'wie wat opende of deed' },
  werking: {
    why: 'nodig om de gateway te laten werken',
    period: 'zolang het daarvoor nodig is; een sessie van de pagina’s een dag na het laatste gebruik',
  },
};

/** How long a kind is kept, in Dutch. */
export function keepPeriod(kind: KeepKind): string {
  if (!isKind(kind)) return KEEPING[kind].period ?? '';
  const { years, floor, why } = TERMS[kind];
  return `${years} jaar; in te stellen, niet korter dan ${floor} jaar: ${why}`;
}
