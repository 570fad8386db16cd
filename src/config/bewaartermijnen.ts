import { readFileSync } from 'node:fs';

/** Why nothing of this may go sooner than five years: the standard itself names no retention, but rules that look back. */
const FIVE = 'een prestatie mag tot vijf jaar na haar einde worden gedeclareerd (TR335), en daarbij wordt dit getoetst';

/**
 * Kinds of data that have a term, in whole years: what holds when nothing is said, and the floor below which nobody may put
 * it, with its reason in Dutch.
 */
export const TERMS = {
  berichten: {
    years: 7,
    floor: 5,
    why: 'een factuurnummer moet vijf jaar uniek zijn (iJW 2.3), en TR335 laat declareren tot vijf jaar na de hulp',
  },
  dossier: { years: 7, floor: 5, why: FIVE },
  declaraties: { years: 7, floor: 5, why: 'een regel kan tot vijf jaar na de hulp worden gecrediteerd (TR335)' },
  werk: { years: 7, floor: 5, why: `een besluit of maatwerk bepaalt hoeveel mag worden gedeclareerd; ${FIVE}` },
  tellingen: { years: 10, floor: 5, why: 'zij tellen declaraties, die vijf jaar terug kunnen gaan (TR335)' },
  inzage: { years: 7, floor: 5, why: 'wie wat opende moet zijn na te gaan zolang het bericht er ten minste is' },
} as const satisfies Readonly<Record<string, { years: number; floor: number; why: string }>>;

export type TermKind = keyof typeof TERMS;

/** Whole years by kind. */
export type KeepTerms = Readonly<Record<TermKind, number>>;

export const DEFAULT_TERMS: KeepTerms = termsOf((kind) => TERMS[kind].years);
/** As short as anybody may set them. */
export const FLOOR_TERMS: KeepTerms = termsOf((kind) => TERMS[kind].floor);

const LONGEST_YEARS = 100;

/** The terms in the file that BEWAARTERMIJNEN names; a Dutch sentence for each mistake in it. */
export function readTerms(env: Readonly<Record<string, string>>): {
  readonly terms: KeepTerms;
  readonly fouten: readonly string[];
} {
  const path = env.BEWAARTERMIJNEN;
  if (path === undefined) return { terms: DEFAULT_TERMS, fouten: [] };
  const given = parsed(path);
  if (typeof given === 'string') return { terms: DEFAULT_TERMS, fouten: [given] };
  const fouten = Object.entries(given).flatMap(([kind, years]) => mistake(kind, years) ?? []);
  return { terms: fouten.length > 0 ? DEFAULT_TERMS : { ...DEFAULT_TERMS, ...given }, fouten };
}

function parsed(path: string): Readonly<Record<string, unknown>> | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return 'Het bestand van BEWAARTERMIJNEN is niet te lezen: geef het pad van een JSON-bestand dat de gateway mag lezen.';
  }
  const form = 'BEWAARTERMIJNEN moet een JSON-object zijn met hele jaren per soort, bijvoorbeeld {"berichten": 7}.';
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : form;
  } catch {
    return form;
  }
}

function mistake(kind: string, years: unknown): string | null {
  if (!isKind(kind)) {
    return `BEWAARTERMIJNEN noemt een onbekende soort. Bekend zijn ${Object.keys(TERMS).join(', ')}.`;
  }
  if (typeof years !== 'number' || !Number.isInteger(years) || years > LONGEST_YEARS) {
    return `BEWAARTERMIJNEN: ${kind} moet een geheel aantal jaren zijn, ten hoogste ${LONGEST_YEARS}.`;
  }
  const { floor, why } = TERMS[kind];
  return years >= floor
    ? null
    : `BEWAARTERMIJNEN: ${kind} mag niet korter dan ${floor} jaar: ${why}. Zet ${kind} op ${floor} of meer.`;
}

export function isKind(kind: string): kind is TermKind {
  return Object.hasOwn(TERMS, kind);
}

function termsOf(years: (kind: TermKind) => number): KeepTerms {
  return Object.fromEntries(Object.keys(TERMS).map((kind) => [kind, years(kind as TermKind)])) as unknown as KeepTerms;
}
