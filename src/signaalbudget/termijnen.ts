import type { Product } from '../agreements/document.ts';
import { jaarMaandDag } from '../standard/datum.ts';
import type { Looptijd } from './volume.ts';

export type Termijnen = NonNullable<Product['termijnen']>;

/** One payment that was agreed; eurocents. */
export interface Betaaltermijn {
  readonly moment: 'start' | 'einde' | 'maand';
  readonly bedrag: number;
}

/** A monthly part is rounded, so it may differ by this much; eurocents. */
const AFRONDING = 1;

/**
 * The payments for a result of `totaal` eurocents. What is paid at the end is what the others leave, so that together they
 * are the whole; a monthly part is spread evenly over the months of the toewijzing, twelve for a year or without an end.
 */
export function termijnenVan(totaal: number, termijnen: Termijnen, looptijd: Looptijd): readonly Betaaltermijn[] {
  const deel = (percentage: number) => Math.round((totaal * percentage) / 100);
  const eerder = termijnen.filter(({ moment }) => moment !== 'einde');
  const rest = totaal - eerder.reduce((som, { percentage }) => som + deel(percentage), 0);
  const einden = termijnen.filter(({ moment }) => moment === 'einde');
  return [
    ...eerder.flatMap(({ moment, percentage }) =>
      moment === 'maand' ? gelijk(deel(percentage), maandenVan(looptijd)) : [{ moment, bedrag: deel(percentage) }],
    ),
    ...einden.map(
      ({ percentage }): Betaaltermijn => ({ moment: 'einde', bedrag: einden.length === 1 ? rest : deel(percentage) }),
    ),
  ];
}

function gelijk(totaal: number, aantal: number): Betaaltermijn[] {
  const tot = (n: number) => Math.round((totaal * n) / aantal);
  return Array.from({ length: aantal }, (_, i) => ({ moment: 'maand', bedrag: tot(i + 1) - tot(i) }));
}

/** Months counted from the Ingangsdatum, a broken one whole: a year from any day has twelve. */
function maandenVan({ ingangsdatum, einddatum }: Looptijd): number {
  if (einddatum === null) return 12;
  const [beginjaar, beginmaand, begindag] = jaarMaandDag(ingangsdatum);
  const [eindjaar, eindmaand, einddag] = jaarMaandDag(einddatum);
  const heel = (eindjaar - beginjaar) * 12 + eindmaand - beginmaand;
  return Math.max(1, heel + (einddag >= begindag ? 1 : 0));
}

export type TermijnUitslag = 'past' | 'past-niet' | 'voor-afronding';

/**
 * Whether a declared amount is one of the payments that `gedeclareerd` (earlier ones that stand) left open. The last
 * payment is due only once the help was completed.
 */
export function toetsTermijn(
  bedrag: number,
  gedeclareerd: readonly number[],
  termijnen: readonly Betaaltermijn[],
  afgerond: boolean,
): TermijnUitslag {
  const open = [...termijnen];
  for (const eerder of gedeclareerd) neem(eerder, open);
  const termijn = neem(bedrag, open);
  if (termijn === undefined) return 'past-niet';
  return termijn.moment === 'einde' && !afgerond ? 'voor-afronding' : 'past';
}

/** Takes the first open payment of this amount out of the list. */
function neem(bedrag: number, open: Betaaltermijn[]): Betaaltermijn | undefined {
  const i = open.findIndex((t) => Math.abs(t.bedrag - bedrag) <= (t.moment === 'maand' ? AFRONDING : 0));
  return i < 0 ? undefined : open.splice(i, 1)[0];
}
