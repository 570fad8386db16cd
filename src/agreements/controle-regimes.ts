import type { Vondst } from './afspraak-fout.ts';
import type { Gezond } from './gezond.ts';
import { perGroep } from './paren.ts';
import { overlapt } from './periode.ts';

/** A gemeente has at most one regime on any day, so that a date alone decides which one holds. */
export function regimeFouten({ regimes, genoemd }: Gezond): Vondst[] {
  const plekken = regimes.flatMap(({ item, pointer }) =>
    item.gemeenten.map((gemeente, i) => ({ regime: item, gemeente, pointer: `${pointer}/gemeenten/${i}` })),
  );
  const vondsten: Vondst[] = plekken
    .filter(({ gemeente }) => !genoemd.gemeenten.has(gemeente))
    .map(({ gemeente, pointer }) => ({ pointer, code: 'onbekende-gemeente', waarden: { waarde: gemeente } }));
  for (const [later, eerder] of perGroep(plekken, (p) => p.gemeente)) {
    if (later.regime === eerder.regime) {
      const waarden = { soort: 'Gemeente', waarde: later.gemeente };
      vondsten.push({ pointer: later.pointer, code: 'dubbele-sleutel', waarden });
    } else if (overlapt(later.regime, eerder.regime)) {
      const waarden = { waarde: later.gemeente, regime: later.regime.code, ander: eerder.regime.code };
      vondsten.push({ pointer: later.pointer, code: 'regime-overlapt', waarden });
    }
  }
  return vondsten;
}
