import type { Bericht, Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { toewijzingClient } from './client.ts';
import { header } from './header.ts';

export function product(code: string): Groep {
  return { Categorie: code.slice(0, 2), Code: code };
}

/** Fifty hours of minutes over the whole toewijzing. */
export const OMVANG: Groep = { Volume: '3000', Eenheid: '01', Frequentie: '6' };

/** A toewijzing of 45A01 for the year around today. */
export function toegewezen(decor: Decor, anders: Groep = {}): Groep {
  return {
    ToewijzingNummer: String(decor.nummer),
    Product: product('45A01'),
    Toewijzingsdatum: decor.begin,
    Toewijzingstijd: '10:00:00',
    Ingangsdatum: decor.begin,
    Einddatum: decor.einde,
    Omvang: OMVANG,
    ...anders,
  };
}

/** A second one, of another product, per month. */
export function tweede(decor: Decor, anders: Groep = {}): Groep {
  return toegewezen(decor, {
    ToewijzingNummer: String(decor.nummer + 1),
    Product: product('45A03'),
    Omvang: { Volume: '600', Eenheid: '01', Frequentie: '4' },
    ...anders,
  });
}

export function jw301(decor: Decor, producten: readonly Groep[] = [toegewezen(decor)]): Bericht {
  const toegewezenProducten = { ToegewezenProducten: { ToegewezenProduct: producten } };
  const besluit = {
    Beschikking: {
      BeschikkingNummer: String(decor.nummer),
      Afgiftedatum: decor.begin,
      Ingangsdatum: decor.begin,
      ...toegewezenProducten,
    },
  };
  const inhoud = {
    Header: header(decor, 'JW301'),
    Client: { ...toewijzingClient(decor), ...(decor.release === '2.3' ? besluit : toegewezenProducten) },
  };
  return { type: 'JW301', release: decor.release, inhoud };
}

/** Where the list of toegewezen producten stands. */
export function toegewezenLijst({ release }: { readonly release: string }): string {
  return `Client/${release === '2.3' ? 'Beschikking/' : ''}ToegewezenProducten/ToegewezenProduct`;
}
