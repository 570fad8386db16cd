import { lees } from '../../rules/declaration/prestatie.ts';
import type { Oordeel } from '../../rules/oordeel.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import type { Groep } from '../../xml/tree.ts';
import { lijstVan } from '../../xml/tree.ts';

/** A client of which something was refused, with the refused prestaties only: all that an answer lists. */
export interface GeweigerdeClient {
  readonly client: Groep;
  readonly codes: readonly string[];
  readonly prestaties: readonly { readonly prestatie: Groep; readonly codes: readonly string[] }[];
}

const ZONDER_FOUT = ['0200'];
const NIET_BEOORDEELD = ['0233'];

/**
 * The clients to list, in document order: with its own code and all its prestaties at 0233, or with 0200 and its refused
 * prestaties (docs/decisions/return-messages.md).
 *
 * @param basis path of the element that holds the clients, as in Bevinding.pad
 */
export function geweigerdeClienten(clienten: readonly Groep[], basis: string, oordeel: Oordeel): GeweigerdeClient[] {
  const gevonden: GeweigerdeClient[] = [];
  clienten.forEach((client, i) => {
    const pad = plaats(`${basis}/Client`, clienten.length, i);
    const eigen = oordeel.codes.get(pad);
    const regels = lijstVan(client, 'Prestaties/Prestatie');
    const prestaties = regels.flatMap((prestatie, j) => {
      const hier = plaats(`${pad}/Prestaties/Prestatie`, regels.length, j);
      const codes = eigen || oordeel.nietBeoordeeld.has(hier) ? NIET_BEOORDEELD : oordeel.codes.get(hier);
      return codes === undefined ? [] : [{ prestatie, codes }];
    });
    if (prestaties.length > 0) gevonden.push({ client, codes: eigen ?? ZONDER_FOUT, prestaties });
  });
  return gevonden;
}

/** Signed sum of what was submitted for the refused prestaties, eurocents (TR342, TR320). */
export function geweigerdBedrag(geweigerd: readonly GeweigerdeClient[]): number {
  let som = 0;
  for (const { prestaties } of geweigerd) {
    for (const { prestatie } of prestaties) som += metTeken(lees(prestatie));
  }
  return som;
}

function plaats(pad: string, aantal: number, i: number): string {
  return aantal > 1 ? `${pad}[${i + 1}]` : pad;
}
