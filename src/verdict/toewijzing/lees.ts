import type { Toewijzing } from '../../rules/kennis.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';

/** What a ToegewezenProduct says; the rest of a Toewijzing is what the gateway adds. */
export type GelezenToewijzing = Omit<Toewijzing, 'sleutel' | 'voorlopig' | 'signaalbudget' | 'berichtId'>;

/** The ToegewezenProducten of a JW301 of either release, in order. */
export function productenVan(bericht: Bericht): readonly Groep[] {
  const pad = bericht.release === '2.3' ? 'Client/Beschikking/' : 'Client/';
  return lijstVan(bericht.inhoud, `${pad}ToegewezenProducten/ToegewezenProduct`);
}

export function leesToewijzingen(bericht: Bericht, kennis: Kennis): GelezenToewijzing[] {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const client = kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? '');
  return productenVan(bericht).map((product) => {
    const waarde = (pad: string) => waardeVan(product, pad) ?? null;
    return {
      gemeente,
      aanbieder,
      client,
      nummer: getal(waarde('ToewijzingNummer')),
      categorie: waarde('Product/Categorie'),
      code: waarde('Product/Code'),
      ingangsdatum: waarde('Ingangsdatum') ?? '',
      einddatum: waarde('Einddatum'),
      toewijzingsdatum: waarde('Toewijzingsdatum') ?? '',
      toewijzingstijd: waarde('Toewijzingstijd') ?? '',
      redenWijziging: waarde('RedenWijziging'),
      volume: getal(waarde('Omvang/Volume')),
      eenheid: waarde('Omvang/Eenheid'),
      frequentie: waarde('Omvang/Frequentie'),
      budget: getal(waarde('Budget')),
      referentieAanbieder: waarde('ReferentieAanbieder'),
    };
  });
}

function getal(tekst: string | null): number | null {
  return tekst === null ? null : Number(tekst);
}
