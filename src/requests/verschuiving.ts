import { isVoor, plusDagen } from '../standard/datum.ts';
import type { GewenstPakket } from './gewenst.ts';

/**
 * IV093: a wanted day that has passed when the gemeente assigns may, by agreement with the aanbieder, move to a later one;
 * an end on the day before it moves along, so that what follows on still does. Null when no wanted day has passed, or none
 * of those lies before `naar`. What holds from the first day of its toewijzing on does not move.
 */
export function verschuif(
  pakket: GewenstPakket,
  naar: string,
  vandaag: string,
  ingangVan: (nummer: number) => string | undefined,
): GewenstPakket | null {
  const wensen = [
    ...pakket.teWijzigen.filter((wens) => wens.gewensteIngangsdatum !== ingangVan(wens.nummer)),
    ...pakket.nieuw,
  ];
  const dagen = wensen.map((wens) => wens.gewensteIngangsdatum);
  const voorbij = new Set(dagen.filter((dag) => isVoor(dag, vandaag) && isVoor(dag, naar)));
  if (voorbij.size === 0) return null;
  const ervoor = new Set([...voorbij].map((dag) => plusDagen(dag, -1)));
  const begin = (dag: string) => (voorbij.has(dag) ? naar : dag);
  return {
    ongewijzigd: pakket.ongewijzigd,
    teWijzigen: pakket.teWijzigen.map((wens) => {
      const { gewensteIngangsdatum: dag, einddatum } = wens;
      const geheel = dag === ingangVan(wens.nummer);
      const schuift = einddatum !== null && ervoor.has(einddatum);
      return {
        ...wens,
        gewensteIngangsdatum: geheel ? dag : begin(dag),
        einddatum: schuift ? plusDagen(naar, -1) : einddatum,
      };
    }),
    nieuw: pakket.nieuw.map((wens) => ({ ...wens, gewensteIngangsdatum: begin(wens.gewensteIngangsdatum) })),
  };
}
