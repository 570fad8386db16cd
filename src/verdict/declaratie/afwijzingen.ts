import { prestatieVan } from '../../rules/declaration/prestatie.ts';
import { klassenVan } from '../../rules/klasse.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { eersteVanMaand } from '../../standard/datum.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { ProductAfwijzing } from '../verdict.ts';

/** Line that shares its fate with its declaratie: not refused for anything of its own. */
const GEHEEL = 'geheel';

/**
 * The refused lines of a declaratie as counts without persons, by product, month and retourcodes; also of one that was
 * refused as a whole. What was refused leaves nothing else behind (docs/decisions/return-messages.md).
 */
export function afwijzingTellingen({ bericht, oordeel }: BeoordeelInvoer, geheel: boolean): ProductAfwijzing[] {
  const tellingen = new Map<string, { afwijzing: ProductAfwijzing; clienten: Set<string> }>();
  for (const klasse of klassenVan(bericht)) {
    if (klasse.naam !== 'Prestatie') continue;
    const codes = oordeel.codes.get(klasse.pad);
    if (!geheel && codes === undefined && !oordeel.nietBeoordeeld.has(klasse.pad)) continue;
    const prestatie = prestatieVan(klasse);
    const reden = codes === undefined ? GEHEEL : [...codes].sort().join('+');
    const { categorie, code, begin } = prestatie;
    const maand = eersteVanMaand(begin);
    const sleutel = JSON.stringify([categorie, code, maand, reden]);
    const telling = tellingen.get(sleutel) ?? {
      afwijzing: { soort: 'prestatie', categorie, code, datum: begin, maand, reden, aantal: 0, clienten: 0, bedrag: 0 },
      clienten: new Set<string>(),
    };
    const { afwijzing, clienten } = telling;
    clienten.add((klasse.ouder && waardeVan(klasse.ouder.waarden, 'Bsn')) ?? '');
    tellingen.set(sleutel, {
      afwijzing: {
        ...afwijzing,
        datum: vroegste(begin, afwijzing.datum),
        aantal: afwijzing.aantal + 1,
        clienten: clienten.size,
        bedrag: afwijzing.bedrag + metTeken(prestatie),
      },
      clienten,
    });
  }
  return [...tellingen.values()].map(({ afwijzing }) => afwijzing);
}

function vroegste(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? a : b;
}
