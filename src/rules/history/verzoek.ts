import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import { claimSleutel } from '../claims.ts';
import { alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32 } from '../releases.ts';
import { clientVan } from './client.ts';
import { contextregel } from './contextregel.ts';
import { opHeader } from './op-header.ts';

/** Not yet closed by a toewijzing or a refusal (TR374); in onderzoek is still open. */
export function isOnderhanden({ stand }: VerzoekRecord): boolean {
  return stand === 'open' || stand === 'onderzoek';
}

/** TR347: used before by this aanbieder, at whatever gemeente. */
function referentieGebruikt(klasse: Klasse, { bericht, kennis }: Omgeving): readonly Afkeur[] {
  const referentie = waardeVan(klasse.waarden, 'ReferentieAanbieder') ?? '';
  const eigenaar = kennis.claim(claimSleutel.referentieAanbieder(partijenVan(bericht).aanbieder, referentie));
  return alsFout(eigenaar !== undefined && eigenaar !== kennis.berichtId, 'ReferentieAanbieder');
}

/** TR374: a VOT is open until each of its products is closed. */
function eerderOnderhanden(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const { kennis } = omgeving;
  const open = kennis
    .verzoekenVan(clientVan(klasse, omgeving))
    .find((verzoek) => isOnderhanden(verzoek) && verzoek.berichtId !== kennis.berichtId);
  return alsFout(open !== undefined, '', { referentie: open?.referentie ?? '', dagtekening: open?.dagtekening ?? '' });
}

const VOT = { berichten: ['JW315'], klassen: ['AangevraagdProduct'] } as const;
const VOW = { berichten: ['JW317'], klassen: ['Verzoek'] } as const;

export const VERZOEK_REGELS: readonly Regel[] = [
  ...contextregel('TR347', { ...VOT, retourcode: '9347', kennis: 'V', releases: ALLEEN_32 }, referentieGebruikt),
  ...contextregel('TR347', { ...VOW, retourcode: '9347', kennis: 'V', releases: ALLEEN_32 }, referentieGebruikt),
  // iJW 2.3 has no 9347; what has no code of its own there is 0001.
  ...contextregel(
    'TR347',
    { ...VOT, retourcode: '0001', kennis: 'V', releases: ALLEEN_23 },
    opHeader(referentieGebruikt),
  ),
  ...contextregel(
    'TR374',
    { retourcode: '9374', berichten: ['JW315'], klassen: ['Client'], kennis: 'VT', releases: ALLEEN_32 },
    eerderOnderhanden,
  ),
  ...contextregel('TR374', { ...VOW, retourcode: '9374', kennis: 'VT', releases: ALLEEN_32 }, eerderOnderhanden),
];
