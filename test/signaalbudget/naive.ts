import type { Looptijd, Omvang, Periode } from '../../src/signaalbudget/volume.ts';
import { plusDagen, weekdag } from '../../src/standard/datum.ts';

/** A second way to count docs/decisions/volume-periods.md: day by day, with nothing but the days themselves. */
export function dagen({ begin, einde }: Periode): string[] {
  const lijst: string[] = [];
  for (let dag = begin; dag <= einde; dag = plusDagen(dag, 1)) lijst.push(dag);
  return lijst;
}

/** Name of the ISO week: the date of its Thursday, found by walking. */
function week(dag: string): string {
  let hier = dag;
  while (weekdag(hier) !== 1) hier = plusDagen(hier, -1);
  return plusDagen(hier, 3);
}

const verschillend = (namen: readonly string[]) => new Set(namen).size;

function isOutputPerWeek({ eenheid, frequentie }: Omvang): boolean {
  return frequentie === '2' && (eenheid === '82' || eenheid === '83');
}

/** Every week of the toewijzing with the day that tells its month; null Te means that no week is the last. */
function wekenMetDrager({ ingangsdatum, einddatum }: Looptijd, tot: string): string[] {
  const zondagen = dagen({ begin: ingangsdatum, einde: einddatum ?? tot }).filter((dag) => weekdag(dag) === 7);
  if (einddatum === null || weekdag(einddatum) === 7) return zondagen;
  return [...zondagen, zondagen.at(-1) ?? einddatum];
}

export function naiefInPeriode(omvang: Omvang, periode: Periode, looptijd: Looptijd): number {
  const inPeriode = dagen(periode);
  if (isOutputPerWeek(omvang)) {
    return wekenMetDrager(looptijd, periode.einde).filter((dag) => inPeriode.includes(dag)).length;
  }
  switch (omvang.frequentie) {
    case '1':
      return inPeriode.length;
    case '2':
      return verschillend(inPeriode.map(week));
    case '4':
      return verschillend(inPeriode.map((dag) => dag.slice(0, 7)));
    default:
      return 1;
  }
}

export function naiefInTotaal(omvang: Omvang, looptijd: Looptijd, tot: string): number {
  const geheel = { begin: looptijd.ingangsdatum, einde: looptijd.einddatum ?? tot };
  if (isOutputPerWeek(omvang)) return wekenMetDrager(looptijd, tot).length;
  return naiefInPeriode(omvang, geheel, looptijd);
}
