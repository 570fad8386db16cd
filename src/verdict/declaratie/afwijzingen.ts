import { prestatieVan } from '../../rules/declaration/prestatie.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { klassenVan } from '../../rules/klasse.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { eersteVanMaand, isVoor } from '../../standard/datum.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { ProductAfwijzing } from '../verdict.ts';

/** Line that shares its fate with its declaratie: not refused for anything of its own. */
const GEHEEL = 'geheel';

/**
 * The refused lines of a declaratie as counts without persons, by product, month and retourcodes; also of one that was
 * refused as a whole. What was refused leaves nothing else behind (docs/decisions/return-messages.md). Of the clients those count that have a
 * toewijzing here: a wrong declaratie may name anybody.
 */
export function afwijzingTellingen({ bericht, oordeel, kennis }: BeoordeelInvoer, geheel: boolean): ProductAfwijzing[] {
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
    const bsn = (klasse.ouder && waardeVan(klasse.ouder.waarden, 'Bsn')) ?? '';
    if (isBekend(bsn, kennis)) clienten.add(bsn);
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

function isBekend(bsn: string, { data, toewijzingenVan }: Kennis): boolean {
  const client = data.clienten[bsn];
  return client !== undefined && toewijzingenVan(client).some((t) => t.redenWijziging !== '13');
}

function vroegste(a: string, b: string): string {
  return isVoor(a, b) ? a : b;
}
