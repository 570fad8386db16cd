import type { Bevinding } from '../../../findings/bevinding.ts';
import { groepeer } from '../../../standard/groepeer.ts';

/** Findings that say the same but for their numbers. */
export interface Bevindingsoort {
  readonly eerste: Bevinding;
  readonly leden: readonly Bevinding[];
  /** What they say, and how often each; the most frequent first. */
  readonly teksten: readonly { readonly melding: string; readonly aantal: number }[];
}

/** What is wrong before what is worth a signal; the kinds in the order in which they came. */
export function soortenVan(bevindingen: readonly Bevinding[]): readonly Bevindingsoort[] {
  const soorten = [...groepeer(bevindingen, soortVan).values()].flatMap((leden): Bevindingsoort[] => {
    const [eerste] = leden;
    if (eerste === undefined) return [];
    const teksten = [...groepeer(leden, ({ melding }) => melding)]
      .map(([melding, gelijk]) => ({ melding, aantal: gelijk.length }))
      .toSorted((een, ander) => ander.aantal - een.aantal);
    return [{ eerste, leden, teksten }];
  });
  const signaal = ({ eerste }: Bevindingsoort) => (eerste.ernst === 'signaal' ? 1 : 0);
  return soorten.toSorted((een, ander) => signaal(een) - signaal(ander));
}

function soortVan({ regel, retourcode, ernst, melding }: Bevinding): string {
  return [regel, retourcode, ernst, melding.replaceAll(/[0-9]+(?:[.,][0-9]+)*/g, '#')].join('|');
}
