import { vergelijkDatums } from '../standard/datum.ts';
import type { Release } from '../standard/message-types.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import { type AntwoordKop, heenHeader } from './header.ts';

export interface ToewijzingBericht extends Omit<AntwoordKop, 'type' | 'release'> {
  readonly release: Release;
  /** Children of Client, without Commentaar and products. */
  readonly client: Groep;
  /** At least one; the first gives the Beschikking of iJW 2.3 its number and date. */
  readonly producten: readonly Groep[];
}

/** A JW301 composed in the name of a gemeente, in the form of its release (docs/decisions/releases-apart.md). */
export function stelToewijzingSamen(gegevens: ToewijzingBericht): Bericht {
  const { release, client, producten } = gegevens;
  const lijst = { ToegewezenProducten: { ToegewezenProduct: [...producten] } };
  const inhoud = {
    Header: heenHeader({ ...gegevens, type: 'JW301' }),
    Client: { ...client, ...(release === '2.3' ? { Beschikking: { ...beschikking(producten), ...lijst } } : lijst) },
  };
  return { type: 'JW301', release, inhoud };
}

/** iJW 2.3: number and date of the first product, Ingangsdatum of the earliest. */
function beschikking(producten: readonly Groep[]): Groep {
  const eerste = producten[0] ?? {};
  const ingangsdatums = producten.map((product) => waardeVan(product, 'Ingangsdatum') ?? '').sort(vergelijkDatums);
  return {
    BeschikkingNummer: waardeVan(eerste, 'ToewijzingNummer'),
    Afgiftedatum: waardeVan(eerste, 'Toewijzingsdatum'),
    Ingangsdatum: ingangsdatums[0],
  };
}
