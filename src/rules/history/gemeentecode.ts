import { inAmsterdam } from '../../standard/datum.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { waardeVan } from '../../xml/tree.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { contextregel } from './contextregel.ts';
import { peildatums } from './peildatum.ts';

/** TR378: the code of the header is in the CBS list of some day that counts; an old code is for old toewijzingen. */
function gemeenteInHeader(header: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const element = MESSAGES[omgeving.bericht.type].header.gemeente;
  const code = waardeVan(header.waarden, element);
  if (code === undefined) return AKKOORD;
  const bekend = peildatums(omgeving);
  return toets(code, element, bekend.length > 0 ? bekend : [dagVanOntvangst(omgeving)], omgeving);
}

/** An answer has the gemeentecode of the declaratie, which was judged itself; without it only the present day is left. */
function gemeenteInAntwoord(header: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  return omgeving.kennis.beantwoord === null ? gemeenteInHeader(header, omgeving) : AKKOORD;
}

/**
 * A decision on a request has the day of that request. One on a change belongs to the toewijzingen that the JW317 named
 * when it was judged itself; here they are not known, so a code of whatever time will do.
 */
function gemeenteInBesluit(header: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const { afspraken, bericht, kennis } = omgeving;
  const verzoek = kennis.verzoek(waardeVan(bericht.inhoud, 'Antwoord/ReferentieAanbieder') ?? '');
  if (verzoek?.soort !== 'VOW') return gemeenteInHeader(header, omgeving);
  const code = waardeVan(header.waarden, 'Afzender') ?? '';
  return alsFout(!afspraken.gemeenteBekend(code), 'Afzender', { peildatum: verzoek.ingangsdatum });
}

/** The gemeente where the aanbieder should ask again exists, on the day of the request or of this answer. */
function gemeenteInWoonplaats(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const code = waardeVan(klasse.waarden, 'Gemeente');
  if (code === undefined) return AKKOORD;
  return toets(code, 'Gemeente', [...peildatums(omgeving), dagVanOntvangst(omgeving)], omgeving);
}

function dagVanOntvangst({ kennis }: Omgeving): string {
  return inAmsterdam(kennis.ontvangenOp).datum;
}

function toets(code: string, element: string, datums: readonly string[], { afspraken }: Omgeving): readonly Afkeur[] {
  const geldig = datums.some((datum) => afspraken.gemeenteGeldig(code, datum));
  return alsFout(!geldig, element, { peildatum: datums.join(', ') });
}

const S300 = { retourcode: 'S300', niveau: 4, kennis: 'L' } as const;

export const GEMEENTECODE_REGELS: readonly Regel[] = [
  ...contextregel(
    'TR378',
    {
      ...S300,
      berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW323'],
      klassen: ['Header'],
      releases: BEIDE_RELEASES,
    },
    gemeenteInHeader,
  ),
  ...contextregel(
    'TR378',
    { ...S300, berichten: ['JW319'], klassen: ['Header'], releases: ALLEEN_32 },
    gemeenteInBesluit,
  ),
  ...contextregel(
    'TR378',
    { ...S300, berichten: ['JW325'], klassen: ['Header'], releases: ALLEEN_32 },
    gemeenteInAntwoord,
  ),
  ...contextregel(
    'TR378',
    { ...S300, berichten: ['JW319'], klassen: ['Woonplaatsbeginsel'], releases: ALLEEN_32 },
    gemeenteInWoonplaats,
  ),
  ...contextregel(
    'CS300',
    { ...S300, berichten: ['JW303'], klassen: ['Header'], releases: ALLEEN_23 },
    gemeenteInHeader,
  ),
];
