import type { TariefDeel } from '../agreements/document.ts';

/**
 * The parts of a tariff as one text: amounts under tariffs of the same parts are added up before they are split, so that
 * there is one remainder and not one a line.
 */
export type Stelsel = string;

export function stelselVan(delen: readonly TariefDeel[]): Stelsel {
  return JSON.stringify(delen.map(({ naam, bedrag }) => [naam, bedrag]));
}

/**
 * An amount split as its tariff is, in eurocents that sum to it exactly. Each part ends where its exact share of the amount
 * would end, whole cents only; so each is less than a cent off, and an amount that is a multiple of the tariff is split
 * exactly. Below zero (more credits than debets) as above it, with the sign turned.
 */
export function splits(bedrag: number, stelsel: Stelsel): Readonly<Record<string, number>> {
  const delen = JSON.parse(stelsel) as [string, number][];
  const heel = BigInt(delen.reduce((som, [, deel]) => som + deel, 0));
  const teken = bedrag < 0 ? -1 : 1;
  const som = BigInt(Math.abs(bedrag));
  let [tot, gegeven] = [0n, 0n];
  const gesplitst = delen.map(([naam, deel]) => {
    tot += BigInt(deel);
    const einde = (som * tot) / heel;
    const bedragVan = teken * Number(einde - gegeven) || 0;
    gegeven = einde;
    return [naam, bedragVan] as const;
  });
  return Object.fromEntries(gesplitst);
}

/** Amounts by name, added up. */
export function opgeteld(delen: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const samen = new Map<string, number>();
  for (const deel of delen)
    for (const [naam, bedrag] of Object.entries(deel)) samen.set(naam, (samen.get(naam) ?? 0) + bedrag);
  return Object.fromEntries(samen);
}
