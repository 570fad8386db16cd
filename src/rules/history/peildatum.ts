import type { BerichtType } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import { toewijzingBij } from '../declaration/toewijzing-bij.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { genoemdeToewijzing } from './client.ts';

/**
 * The days on which the gemeentecode of a message may have been valid (TR378; docs/decisions/routing.md): when the
 * toewijzingen in it, named by it or asked for by it begin. Empty when none is known.
 */
export function peildatums(omgeving: Omgeving): readonly string[] {
  return LEZERS[omgeving.bericht.type]?.(omgeving) ?? [];
}

type Lezer = (omgeving: Omgeving) => readonly string[];

const LEZERS: Partial<Record<BerichtType, Lezer>> = {
  JW301: perKlasse(['ToegewezenProduct'], (klasse) => waardeVan(klasse.waarden, 'Ingangsdatum')),
  JW305: perKlasse(['StartProduct'], ingangsdatumVanLevering),
  JW307: perKlasse(['StopProduct'], ingangsdatumVanLevering),
  JW315: perKlasse(['AangevraagdProduct'], (klasse) => waardeVan(klasse.waarden, 'ToewijzingIngangsdatum')),
  JW317: datumsVanWijziging,
  JW319: datumsVanAntwoord,
  JW323: perKlasse(['Prestatie'], ingangsdatumVanPrestatie),
  JW303: perKlasse(['Prestatie'], ingangsdatumVanPrestatie),
};

function perKlasse(namen: readonly string[], datum: (klasse: Klasse, omgeving: Omgeving) => string | undefined): Lezer {
  return (omgeving) => {
    const datums = new Set<string>();
    for (const klasse of omgeving.klassen) {
      const gevonden = namen.includes(klasse.naam) ? datum(klasse, omgeving) : undefined;
      if (gevonden !== undefined) datums.add(gevonden);
    }
    return [...datums];
  };
}

function ingangsdatumVanLevering(klasse: Klasse, omgeving: Omgeving): string | undefined {
  return genoemdeToewijzing(klasse, omgeving)?.ingangsdatum ?? waardeVan(klasse.waarden, 'ToewijzingIngangsdatum');
}

function ingangsdatumVanPrestatie(klasse: Klasse, omgeving: Omgeving): string | undefined {
  return toewijzingBij(klasse, omgeving)?.ingangsdatum;
}

/** A change belongs to the toewijzingen it names; the wanted dates only count where none of those is known. */
function datumsVanWijziging(omgeving: Omgeving): readonly string[] {
  const genoemd = perKlasse(
    ['OngewijzigdProduct', 'TeWijzigenProduct'],
    (klasse, o) => genoemdeToewijzing(klasse, o)?.ingangsdatum,
  )(omgeving);
  if (genoemd.length > 0) return genoemd;
  return perKlasse(['TeWijzigenProduct', 'NieuwProduct'], (klasse) =>
    waardeVan(klasse.waarden, 'GewensteIngangsdatum'),
  )(omgeving);
}

/** Of the whole JW315: what was let in under a gemeentecode can be answered under it, product by product. */
function datumsVanAntwoord({ bericht, kennis }: Omgeving): readonly string[] {
  const verzoek = kennis.verzoek(waardeVan(bericht.inhoud, 'Antwoord/ReferentieAanbieder') ?? '');
  if (verzoek === undefined) return [];
  const samen = kennis.data.verzoeken.filter(({ berichtId }) => berichtId === verzoek.berichtId);
  return [...new Set(samen.map(({ ingangsdatum }) => ingangsdatum))];
}
