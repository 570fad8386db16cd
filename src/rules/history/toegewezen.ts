import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { ElementPath } from '../../standard/path.ts';
import type { Groep } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';

/** What a ToegewezenProduct itself says of a toewijzing; whose it is stands around it. */
export type Toegewezen = Pick<
  Toewijzing,
  | 'nummer'
  | 'categorie'
  | 'code'
  | 'ingangsdatum'
  | 'einddatum'
  | 'toewijzingsdatum'
  | 'toewijzingstijd'
  | 'redenWijziging'
  | 'volume'
  | 'eenheid'
  | 'frequentie'
  | 'budget'
  | 'referentieAanbieder'
>;

export function leesToegewezen(product: Groep): Toegewezen {
  const waarde = (pad: ElementPath) => waardeVan(product, pad) ?? null;
  return {
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
}

const INHOUD = [
  'categorie',
  'code',
  'ingangsdatum',
  'einddatum',
  'volume',
  'eenheid',
  'frequentie',
  'budget',
] as const satisfies readonly (keyof Toegewezen)[];

/** It is sent again because every JW301 holds all current toewijzingen (OP087): nothing in it changed (IV099). */
export function zegtHetzelfde(nieuw: Toegewezen, bekend: Toegewezen): boolean {
  const zelfdeReden = nieuw.redenWijziging === null || nieuw.redenWijziging === bekend.redenWijziging;
  return zelfdeReden && INHOUD.every((veld) => nieuw[veld] === bekend[veld]);
}

function getal(tekst: string | null): number | null {
  return tekst === null ? null : Number(tekst);
}
