import { groepeer } from '../standard/groepeer.ts';
import type { Indeling } from './verdelingen.ts';

/** Fewer clients than this could be known by somebody. */
export const KLEIN = 5;

/** Kinds of facts that are shielded apart, so that a number never comes from fewer than five children. */
export const SOORTEN = ['aantallen', 'toegekend', 'voorlopig', 'afgewezen', 'duur'] as const;
export type FeitSoort = (typeof SOORTEN)[number];

export type CelPlaats = { readonly [V in Indeling]: string | null };

/** All facts of one kind in one gemeente, product, month and aanbieder: the finest that can be asked. */
export interface Cel extends CelPlaats {
  readonly soort: FeitSoort;
  /** Of `toegekend` under a tariff that is told in parts: which parts (tariefdelen.ts); else null. */
  readonly stelsel: string | null;
  /** How many different clients that the gemeente knows at least. */
  readonly clienten: number;
  /** Which, where they are fewer than five; else empty. Hashes, for within the gateway only. */
  readonly wie: readonly string[];
  readonly toegewezen: number;
  readonly instroom: number;
  readonly doorstroom: number;
  readonly gestopt: number;
  readonly uitstroom: number;
  readonly afgewezenRegels: number;
  readonly afgewezenVerzoeken: number;
  /** Eurocents of `toegekend`, `voorlopig` or `afgewezen`; days of `duur`. */
  readonly som: number;
  /** Days of the lines of `toegekend`, credits subtracted. */
  readonly dagen: number;
  /** How many facts `som` is of. */
  readonly aantal: number;
  readonly redenen: Readonly<Record<string, number>>;
}

/** Cells that are only ever counted together. */
export interface Bouwsteen {
  readonly cellen: readonly Cel[];
  readonly clienten: number;
}

/**
 * What is taken together, from near to far: aanbieders of a tariff and of a month, months of a product, products of a gemeente, gemeenten of a
 * region.
 */
const STAPPEN: readonly ((cel: Cel) => string)[] = [
  (c) => sleutel(c.gemeente, c.product, c.zorgcategorie, c.maand, c.stelsel),
  (c) => sleutel(c.gemeente, c.product, c.zorgcategorie, c.maand),
  (c) => sleutel(c.gemeente, c.product, kwartaal(c)),
  (c) => sleutel(c.gemeente, c.product, jaar(c)),
  (c) => sleutel(c.gemeente, c.zorgcategorie, jaar(c)),
  (c) => sleutel(c.gemeente, jaar(c)),
  (c) => sleutel(c.regio, jaar(c)),
  (c) => sleutel(c.regio),
  () => '',
];

/**
 * The cells of one kind in blocks of at least five clients (but for a last one, when there are fewer in all). A block
 * that is too small goes together with the other small ones nearby, and where those are too few with the smallest large
 * one. It depends on what is known and on no question, so whatever is asked, by whomever and in how many questions, is
 * made of the same blocks; and no sum or difference of sums of blocks tells of less than one block.
 */
export function bouwstenenVan(cellen: readonly Cel[]): Bouwsteen[] {
  let stenen = cellen.map((cel) => steen([cel]));
  for (const stap of STAPPEN) {
    stenen = [
      ...groepeer(stenen, ({ cellen: [eerste] }) => (eerste === undefined ? '' : stap(eerste))).values(),
    ].flatMap(samengevoegd);
  }
  return stenen;
}

function samengevoegd(groep: readonly Bouwsteen[]): readonly Bouwsteen[] {
  const klein = groep.filter((s) => s.clienten < KLEIN);
  if (klein.length === 0) return groep;
  const groot = groep.filter((s) => s.clienten >= KLEIN);
  const samen = steen(klein.flatMap((s) => s.cellen));
  if (samen.clienten >= KLEIN || groot.length === 0) return [...groot, samen];
  const kleinste = groot.reduce((a, b) => (b.clienten < a.clienten ? b : a));
  const rest = groot.filter((s) => s !== kleinste);
  return [...rest, { cellen: [...kleinste.cellen, ...samen.cellen], clienten: kleinste.clienten }];
}

function steen(cellen: readonly Cel[]): Bouwsteen {
  const wie = new Set(cellen.flatMap((cel) => cel.wie));
  return { cellen, clienten: Math.max(wie.size, ...cellen.map((cel) => cel.clienten)) };
}

function sleutel(...delen: readonly (string | null)[]): string {
  return JSON.stringify(delen);
}

const jaar = ({ maand }: Cel) => (maand ?? '').slice(0, 4);

function kwartaal(cel: Cel): string {
  return `${jaar(cel)} ${Math.ceil(Number((cel.maand ?? '').slice(5)) / 3)}`;
}
