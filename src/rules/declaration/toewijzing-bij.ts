import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { isNa, isVoor } from '../../standard/datum.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { onthoud } from './onthoud.ts';
import { type PrestatieRegel, prestatieVan } from './prestatie.ts';

/** The client of a prestatie (or of a Client itself), as the key that stands for its BSN. */
export function clientVan(klasse: Klasse, omgeving: Omgeving): ClientSleutel {
  const client = klasse.naam === 'Client' ? klasse : klasse.ouder;
  return omgeving.kennis.client((client && waardeVan(client.waarden, 'Bsn')) ?? '');
}

/**
 * The toewijzing that a prestatie declares on (TR338, TR303); undefined when none is known.
 * By ToewijzingNummer; in iJW 2.3 a line without number is linked by its key fields (IV051): the client, the product and
 * the period.
 */
export function toewijzingBij(klasse: Klasse, omgeving: Omgeving): Toewijzing | undefined {
  const oud = omgeving.bericht.type === 'JW303';
  const nummer = prestatieVan(klasse).toewijzingNummer;
  if (nummer === null) return oud ? opSleutelvelden(klasse, omgeving) : undefined;
  const toewijzing = omgeving.kennis.toewijzing(nummer);
  // iJW 2.3 has no code of its own for a removed toewijzing: a line cannot be linked to it (0551).
  return oud && toewijzing !== undefined && isVerwijderd(toewijzing) ? undefined : toewijzing;
}

/** Removed: RedenWijziging 13, or 01 of older releases, with an end on the day of its start. */
export function isVerwijderd(toewijzing: Toewijzing): boolean {
  const { redenWijziging, ingangsdatum, einddatum } = toewijzing;
  return redenWijziging === '13' || (redenWijziging === '01' && einddatum === ingangsdatum);
}

/** Of the client's toewijzingen for this product the one that holds the whole period, else one that touches it. */
const opSleutelvelden = onthoud((klasse: Klasse, omgeving: Omgeving): Toewijzing | undefined => {
  const prestatie = prestatieVan(klasse);
  let beste: Toewijzing | undefined;
  let hoogste = 0;
  for (const toewijzing of omgeving.kennis.toewijzingenVan(clientVan(klasse, omgeving))) {
    const punten = isVerwijderd(toewijzing) ? 0 : overeenkomst(prestatie, toewijzing);
    if (punten > hoogste) {
      beste = toewijzing;
      hoogste = punten;
    }
  }
  return beste;
});

/** Number of the only toewijzing of the client that holds this product in this whole period; null where none or more do. */
export function enigeToewijzing(klasse: Klasse, omgeving: Omgeving): number | null {
  const prestatie = prestatieVan(klasse);
  const { aanbieder } = partijenVan(omgeving.bericht);
  const past = omgeving.kennis
    .toewijzingenVan(clientVan(klasse, omgeving))
    .filter((een) => een.aanbieder === aanbieder && een.nummer !== null && !isVerwijderd(een))
    .filter((een) => een.code === prestatie.code && overeenkomst(prestatie, een) >= HELEMAAL);
  return past.length === 1 ? (past[0]?.nummer ?? null) : null;
}

/** Of `overeenkomst`: the whole period lies in it. */
const HELEMAAL = 10;

/** 0: not the same product, or no day in common; higher is closer. */
function overeenkomst(prestatie: PrestatieRegel, toewijzing: Toewijzing): number {
  const { categorie, code, ingangsdatum, einddatum } = toewijzing;
  if (categorie !== null && categorie !== prestatie.categorie) return 0;
  if (code !== null && code !== prestatie.code) return 0;
  if (isVoor(prestatie.einde, ingangsdatum)) return 0;
  if (einddatum !== null && isNa(prestatie.begin, einddatum)) return 0;
  const binnenEinde = einddatum === null || !isNa(prestatie.einde, einddatum);
  const helemaal = !isVoor(prestatie.begin, ingangsdatum) && binnenEinde;
  return 1 + (code === null ? 0 : 1) + (toewijzing.eenheid === prestatie.eenheid ? 1 : 0) + (helemaal ? HELEMAAL : 0);
}
