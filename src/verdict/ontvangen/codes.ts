import type { Bericht, Waarde } from '../../xml/tree.ts';

/** They say that what is answered was taken up. */
export const OPGENOMEN: ReadonlySet<string> = new Set(['0200', '8001']);

/** So many different ones are kept of an answer. */
const HOOGSTENS = 20;

/** The retourcodes with which an answer does not grant something, wherever they stand in it; each once, in the order in which they come. */
export function weigerCodes({ inhoud }: Bericht): readonly string[] {
  const gevonden = new Set<string>();
  zoek(inhoud, gevonden);
  return [...gevonden].slice(0, HOOGSTENS);
}

function zoek(waarde: Waarde | undefined, gevonden: Set<string>): void {
  if (waarde === undefined || typeof waarde === 'string') return;
  for (const [naam, deel] of Object.entries(waarde)) {
    if (naam !== 'RetourCode') zoek(deel, gevonden);
    else for (const code of [deel].flat()) if (typeof code === 'string' && !OPGENOMEN.has(code)) gevonden.add(code);
  }
}
