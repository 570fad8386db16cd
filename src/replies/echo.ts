import { KLASSEN } from '../rules/klasse.ts';
import type { Groep, Waarde } from '../xml/tree.ts';

/** The retourcodes of a berichtklasse, by its pad; at least one. */
export type CodesBij = (pad: string) => readonly string[];

/**
 * The same tree with RetourCodes as the last element of every berichtklasse (IV028); all else unchanged.
 * `naam` and `pad` are those of the group itself; paths are written as in Bevinding.pad.
 */
export function echoMetCodes(groep: Groep, naam: string, pad: string, codesBij: CodesBij): Groep {
  const echo: Record<string, Waarde> = {};
  for (const [kind, waarde] of Object.entries(groep)) {
    if (waarde !== undefined) echo[kind] = echoWaarde(waarde, kind, `${pad}/${kind}`, codesBij);
  }
  if (KLASSEN.has(naam)) echo.RetourCodes = retourCodes(codesBij(pad));
  return echo;
}

function echoWaarde(waarde: Waarde, naam: string, pad: string, codesBij: CodesBij): Waarde {
  if (typeof waarde === 'string') return waarde;
  if (!Array.isArray(waarde)) return echoMetCodes(waarde as Groep, naam, pad, codesBij);
  const items = waarde as readonly (string | Groep)[];
  return items.map((item, i) => {
    const hier = items.length > 1 ? `${pad}[${i + 1}]` : pad;
    return typeof item === 'string' ? item : echoMetCodes(item, naam, hier, codesBij);
  }) as Waarde;
}

export function retourCodes(codes: readonly string[]): Groep {
  return { RetourCode: [...codes] };
}
