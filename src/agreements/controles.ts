import type { Vondst } from './afspraak-fout.ts';
import { bevriezingFouten } from './controle-bevriezing.ts';
import { contractFouten } from './controle-contracten.ts';
import { gemeenteFouten } from './controle-gemeenten.ts';
import { productFouten } from './controle-producten.ts';
import { regimeFouten } from './controle-regimes.ts';
import type { Gezond, Vindplaats } from './gezond.ts';
import { productSleutel } from './gezond.ts';
import type { Geldigheid } from './periode.ts';

/** All that a JSON Schema cannot say: keys, references, periods that bite, amounts that make no sense. */
export function eigenControles(gezond: Gezond): Vondst[] {
  return [
    ...dubbel('Regio', gezond.regios, (r) => r.code),
    ...dubbel('Aanbieder', gezond.aanbieders, (a) => a.agb),
    ...dubbel('Regime', gezond.regimes, (r) => r.code),
    ...dubbel('Product', gezond.producten, (p) => productSleutel(p.regime, `${p.categorie} ${p.code}`)),
    ...dubbel('Contract', gezond.contracten, (c) => c.nummer),
    ...dubbel('Bevriezing', gezond.bevriezing, ({ van, releases = [] }) => [van, ...releases].join(' ')),
    ...[...gezond.gemeenten, ...gezond.regimes, ...gezond.contracten].flatMap(omgekeerd),
    ...gemeenteFouten(gezond),
    ...regimeFouten(gezond),
    ...productFouten(gezond),
    ...contractFouten(gezond),
    ...bevriezingFouten(gezond),
  ];
}

/** Reports every repeat after the first. */
function dubbel<T>(soort: string, plekken: readonly Vindplaats<T>[], sleutel: (item: T) => string): Vondst[] {
  const gezien = new Set<string>();
  return plekken.flatMap(({ item, pointer }) => {
    const waarde = sleutel(item);
    if (gezien.has(waarde)) return [{ pointer, code: 'dubbele-sleutel', waarden: { soort, waarde: leesbaar(waarde) } }];
    gezien.add(waarde);
    return [];
  });
}

function leesbaar(sleutel: string): string {
  return sleutel.startsWith('[') ? (JSON.parse(sleutel) as string[]).join(' ') : sleutel;
}

function omgekeerd({ item, pointer }: Vindplaats<Geldigheid>): Vondst[] {
  if (item.geldigTot === null || item.geldigTot >= item.geldigVan) return [];
  const waarden = { van: item.geldigVan, tot: item.geldigTot };
  return [{ pointer: `${pointer}/geldigTot`, code: 'periode-omgekeerd', waarden }];
}
