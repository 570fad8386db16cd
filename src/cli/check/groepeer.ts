import type { Bevinding } from '../../findings/bevinding.ts';
import { groepeer } from '../../standard/groepeer.ts';

/** Findings that say the same thing of several places. */
export interface BevindingGroep {
  /** The first of them, which speaks for all. */
  readonly eerste: Bevinding;
  readonly aantal: number;
  /** The first places. */
  readonly plaatsen: readonly Bevinding[];
}

/** How many places of a group are named; fewer findings than this stand apart where their texts differ. */
export const PLAATSEN = 3;

/** Findings of one rule on one element, wherever it stands, in the order of the first of each. */
export function groepen(bevindingen: readonly Bevinding[]): BevindingGroep[] {
  return [...groepeer(bevindingen, soortVan).values()].flatMap((leden) => {
    const gelijk = leden.every((b) => b.melding === leden[0]?.melding);
    return gelijk || leden.length > PLAATSEN ? [groep(leden)] : leden.map((b) => groep([b]));
  });
}

function groep(leden: readonly Bevinding[]): BevindingGroep {
  const [eerste] = leden;
  if (eerste === undefined) throw new Error('a group without findings');
  return { eerste, aantal: leden.length, plaatsen: leden.slice(0, PLAATSEN) };
}

function soortVan({ niveau, regel, retourcode, ernst, pad }: Bevinding): string {
  return JSON.stringify([niveau, regel, retourcode, ernst, pad?.replace(/\[\d+\]/g, '')]);
}

/** `regel 12, kolom 5`; empty for the file as a whole. */
export function plaatsVan({ lijn, kolom }: Bevinding): string {
  if (lijn === null) return '';
  return kolom === null ? `regel ${lijn}` : `regel ${lijn}, kolom ${kolom}`;
}
