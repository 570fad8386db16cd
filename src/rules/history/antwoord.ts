import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { waardeVan } from '../../xml/tree.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_32 } from '../releases.ts';
import { contextregel } from './contextregel.ts';

/** VerzoekAntwoord 2: in onderzoek. */
const IN_ONDERZOEK = '2';

function verzoekVan(klasse: Klasse, { kennis }: Omgeving): VerzoekRecord | undefined {
  return kennis.verzoek(waardeVan(klasse.waarden, 'ReferentieAanbieder') ?? '');
}

/** A check against the request that is answered; where that is unknown, TR355 has said so. */
function overVerzoek(
  element: string,
  isFout: (verzoek: VerzoekRecord, antwoord: string) => boolean,
): (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[] {
  return (klasse, omgeving) => {
    const verzoek = verzoekVan(klasse, omgeving);
    if (verzoek === undefined) return AKKOORD;
    return alsFout(isFout(verzoek, waardeVan(klasse.waarden, 'VerzoekAntwoord') ?? ''), element);
  };
}

const ANTWOORD = { berichten: ['JW319'], klassen: ['Antwoord'], kennis: 'V' } as const;

export const ANTWOORD_REGELS: readonly Regel[] = [
  ...contextregel('TR355', { ...ANTWOORD, retourcode: '9355', releases: ALLEEN_32 }, (klasse, omgeving) =>
    alsFout(verzoekVan(klasse, omgeving) === undefined, 'ReferentieAanbieder'),
  ),
  ...contextregel(
    'TR359',
    { ...ANTWOORD, retourcode: '9359', kennis: 'VT', releases: ALLEEN_32 },
    overVerzoek('ReferentieAanbieder', (verzoek) => verzoek.stand === 'toegewezen'),
  ),
  ...contextregel(
    'TR360',
    { ...ANTWOORD, retourcode: '9360', releases: ALLEEN_32 },
    overVerzoek('VerzoekAntwoord', (verzoek, antwoord) => antwoord === IN_ONDERZOEK && verzoek.antwoorden > 0),
  ),
  // The one JW319 that was not "in onderzoek" is the refusal, and that closed the request.
  ...contextregel(
    'TR365',
    { ...ANTWOORD, retourcode: '9365', releases: ALLEEN_32 },
    overVerzoek('ReferentieAanbieder', (verzoek) => verzoek.stand === 'afgewezen'),
  ),
];
