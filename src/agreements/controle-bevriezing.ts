import type { Vondst } from './afspraak-fout.ts';
import { grenzen } from './bevriezing.ts';
import type { Bevriezing } from './document.ts';
import type { Gezond, Vindplaats } from './gezond.ts';

/** Moments that exist, in the right order. */
export function bevriezingFouten({ bevriezing }: Gezond): Vondst[] {
  return bevriezing.flatMap(fouten);
}

function fouten({ item, pointer }: Vindplaats<Bevriezing>): Vondst[] {
  const ms = grenzen(item);
  const vreemd = (['van', 'tot'] as const).filter((veld) => Number.isNaN(ms[veld]));
  if (vreemd.length > 0) {
    return vreemd.map((veld) => ({
      pointer: `${pointer}/${veld}`,
      code: 'geen-moment',
      waarden: { waarde: item[veld] },
    }));
  }
  if (ms.van < ms.tot) return [];
  return [{ pointer: `${pointer}/tot`, code: 'bevriezing-omgekeerd', waarden: { van: item.van, tot: item.tot } }];
}
