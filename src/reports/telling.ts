import { KLEIN } from './bouwstenen.ts';
import { type Indeling, VERDELINGEN } from './verdelingen.ts';

/** One row of insight: of what, and how many. Amounts are eurocents, credits subtracted. */
export interface Telling {
  readonly regio?: string | null;
  readonly gemeente?: string;
  /** Categorie and code: `45 45A01`. */
  readonly product?: string | null;
  readonly zorgcategorie?: string;
  /** `2026-03` */
  readonly maand?: string;
  /** AGB code. */
  readonly aanbieder?: string;
  /** Different clients behind the row that have a toewijzing or a granted line. */
  readonly clienten: number;
  readonly toegewezen: number;
  readonly gestart: number;
  /** Starts of a client without other help in the 31 days before. */
  readonly instroom: number;
  /** Starts of a client who had other help then. */
  readonly doorstroom: number;
  readonly gestopt: number;
  /** Stops after which no other help ran or began within 31 days. */
  readonly uitstroom: number;
  /** Mean days from start to stop, both counted; null without stops. */
  readonly duurDagen: number | null;
  readonly gedeclareerd: number;
  readonly toegekend: number;
  readonly afgewezen: number;
  readonly afgewezenRegels: number;
  readonly afgewezenVerzoeken: number;
  /** Retourcodes of lines and our reasons for requests, with how often. */
  readonly redenen: Readonly<Record<string, number>>;
  /** How heavy the help is: eurocents granted per day of the granted lines; null without such days. */
  readonly zwaarte: number | null;
  /** What was granted under tariffs that are told in parts, eurocents by the name of the part. */
  readonly delen: Readonly<Record<string, number>>;
}

export type Getoond = Omit<Telling, Maat> & { readonly [M in Maat]: Telling[M] | null } & {
  readonly afgeschermd: boolean;
  /** Only in shielded rows: something of this row is left out of its numbers. */
  readonly onvolledig?: boolean;
};
type Maat = Exclude<keyof Telling, Indeling>;

/** In order of the columns; a new one comes in ACHTERAAN, so that who reads by position reads on. */
const MATEN: readonly Maat[] = [
  'clienten',
  'toegewezen',
  'gestart',
  'instroom',
  'doorstroom',
  'gestopt',
  'uitstroom',
  'duurDagen',
  'gedeclareerd',
  'toegekend',
  'afgewezen',
  'afgewezenRegels',
  'afgewezenVerzoeken',
  'redenen',
];
const ACHTERAAN: readonly Maat[] = ['zwaarte', 'delen'];

/**
 * A gemeente sees its own counts whole: it knows these children by name anyway. To everybody else a row of one to four
 * clients is shielded: the row stays, its numbers go (choice).
 */
export function afgeschermd(telling: Telling, eigen: boolean): Getoond {
  if (eigen || telling.clienten === 0 || telling.clienten >= KLEIN) return { ...telling, afgeschermd: false };
  const leeg = Object.fromEntries([...MATEN, ...ACHTERAAN].map((maat) => [maat, null])) as {
    readonly [M in Maat]: null;
  };
  return { ...telling, ...leeg, afgeschermd: true };
}

/** The columns of a table, in order: what it is taken by, then the numbers. */
export function kolommenVan(
  per: readonly Indeling[],
  eigen: boolean,
): readonly (Indeling | Maat | 'afgeschermd' | 'onvolledig')[] {
  const slot = eigen ? (['afgeschermd'] as const) : (['afgeschermd', 'onvolledig'] as const);
  return [...VERDELINGEN.filter((v) => per.includes(v)), ...MATEN, ...slot, ...ACHTERAAN];
}
