import type { Vondst } from './afspraak-fout.ts';
import type { Gezond } from './gezond.ts';
import { perGroep } from './paren.ts';
import { overlapt } from './periode.ts';

export function gemeenteFouten({ gemeenten, regimes, genoemd }: Gezond): Vondst[] {
  const vondsten: Vondst[] = [];
  const opvolgers = new Map(gemeenten.map(({ item }) => [item.code, item.opvolger]));
  const inRegime = new Set(regimes.flatMap(({ item }) => item.gemeenten));
  for (const { item, pointer } of gemeenten) {
    const waarden = { waarde: item.code };
    if (!genoemd.regios.has(item.regio)) {
      vondsten.push({ pointer: `${pointer}/regio`, code: 'onbekende-regio', waarden: { waarde: item.regio } });
    }
    if (item.opvolger !== null) {
      const opvolger = `${pointer}/opvolger`;
      if (!genoemd.gemeenten.has(item.opvolger)) {
        vondsten.push({ pointer: opvolger, code: 'onbekende-opvolger', waarden: { waarde: item.opvolger } });
      }
      if (volgtZichzelfOp(item.code, opvolgers)) vondsten.push({ pointer: opvolger, code: 'opvolger-kring', waarden });
      if (item.geldigTot === null) vondsten.push({ pointer, code: 'opvolger-zonder-einde', waarden });
    }
    if (item.postadres === undefined) vondsten.push({ pointer, code: 'gemeente-zonder-postadres', waarden });
    if (!inRegime.has(item.code)) vondsten.push({ pointer, code: 'gemeente-zonder-regime', waarden });
  }
  for (const [later, eerder] of perGroep(gemeenten, ({ item }) => item.code)) {
    if (!overlapt(later.item, eerder.item)) continue;
    const waarden = { waarde: later.item.code, ander: eerder.pointer };
    vondsten.push({ pointer: later.pointer, code: 'gemeente-overlapt', waarden });
  }
  return vondsten;
}

function volgtZichzelfOp(code: string, opvolgers: ReadonlyMap<string, string | null>): boolean {
  const gezien = new Set<string>();
  let hier = opvolgers.get(code) ?? null;
  while (hier !== null && !gezien.has(hier)) {
    if (hier === code) return true;
    gezien.add(hier);
    hier = opvolgers.get(hier) ?? null;
  }
  return false;
}
