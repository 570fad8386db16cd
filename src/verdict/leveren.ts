import type { Afspraken } from '../agreements/afspraken.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import type { ElementPath } from '../standard/path.ts';
import { partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import type { Antwoord } from './verdict.ts';
import { afwijzingIn } from './verzoek/zegt.ts';

/**
 * A composed message with its addressees: the party it is for, and the party in whose name it was composed. There is no
 * delivery to a gemeentecode without a region.
 */
export function alsAntwoord(bericht: Bericht, afspraken: Afspraken): Antwoord {
  const { gemeente, aanbieder, zender, ontvanger } = partijenVan(bericht);
  const leverAan = [ontvanger, zender].filter((partij) => leverbaar(partij, gemeente, afspraken));
  const identificatie = waardeVan(bericht.inhoud, identificatiePad(bericht)) ?? '';
  const { type, release, inhoud } = bericht;
  const zegt = afwijzingIn(bericht);
  return { type, release, inhoud, zender, ontvanger, identificatie, gemeente, aanbieder, leverAan, ...zegt };
}

function identificatiePad(bericht: Bericht): ElementPath {
  return MESSAGES[bericht.type].aard === 'retour'
    ? 'Header/IdentificatieRetour'
    : 'Header/BerichtIdentificatie/Identificatie';
}

/** The party for which a heenbericht is meant, as the list that a verdict wants; empty for a code without a region. */
export function doorTeLeveren(bericht: Bericht, afspraken: Afspraken): string[] {
  const { gemeente, ontvanger } = partijenVan(bericht);
  return leverbaar(ontvanger, gemeente, afspraken) ? [ontvanger] : [];
}

function leverbaar(partij: string, gemeente: string, afspraken: Afspraken): boolean {
  return partij !== gemeente || afspraken.regioVan(gemeente) !== null;
}
