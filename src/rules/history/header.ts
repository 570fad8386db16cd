import { inAmsterdam, isNa } from '../../standard/datum.ts';
import { BERICHT_TYPES } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import { identificatieClaim } from '../claims.ts';
import { alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, BEIDE_RELEASES } from '../releases.ts';
import { contextregel } from './contextregel.ts';

const MET_IDENTIFICATIE = BERICHT_TYPES.filter((type) => MESSAGES[type].eigenIdentificatie);

/** Known under another message of this sender and type. A message that is judged again owns its claim itself. */
function gebruikteIdentificatie(_header: Klasse, { bericht, kennis }: Omgeving): readonly Afkeur[] {
  const sleutel = identificatieClaim(bericht);
  const eigenaar = sleutel === null ? undefined : kennis.claim(sleutel);
  const fout = eigenaar !== undefined && eigenaar !== kennis.berichtId;
  return alsFout(fout, 'BerichtIdentificatie/Identificatie');
}

/** Later than the day of receipt, as the calendar in Amsterdam has it. */
function inDeToekomst(element: ElementPath): (header: Klasse, omgeving: Omgeving) => readonly Afkeur[] {
  return (header, { kennis }) => {
    const vandaag = inAmsterdam(kennis.ontvangenOp).datum;
    const dagtekening = waardeVan(header.waarden, element);
    return alsFout(dagtekening !== undefined && isNa(dagtekening, vandaag), element, { ontvangst: vandaag });
  };
}

export const HEADER_REGELS: readonly Regel[] = [
  ...contextregel(
    'TR056',
    { retourcode: '9056', berichten: MET_IDENTIFICATIE, klassen: ['Header'], kennis: 'H', releases: BEIDE_RELEASES },
    gebruikteIdentificatie,
  ),
  ...contextregel(
    'TR135',
    {
      retourcode: '8848',
      berichten: MET_IDENTIFICATIE,
      klassen: ['Header'],
      niveau: 4,
      kennis: 'K',
      releases: BEIDE_RELEASES,
    },
    inDeToekomst('BerichtIdentificatie/Dagtekening'),
  ),
  ...contextregel(
    'CS064',
    { retourcode: '8848', berichten: ['JW303'], klassen: ['Header'], niveau: 4, kennis: 'K', releases: ALLEEN_23 },
    inDeToekomst('DeclaratieFactuurIdentificatie/FactuurDagtekening'),
  ),
];
