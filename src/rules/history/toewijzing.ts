import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import { claimSleutel, toewijzingEigenaar } from '../claims.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32 } from '../releases.ts';
import { clientVan, genoemdeToewijzing, nummerVan } from './client.ts';
import { contextregel } from './contextregel.ts';
import { opHeader } from './op-header.ts';
import { leesToegewezen, zegtHetzelfde } from './toegewezen.ts';
import { isOnderhanden } from './verzoek.ts';

/** TR332: the number was given to another client or another aanbieder; to the same pair it is a new version. */
function nummerVanEenAnder(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const nummer = nummerVan(klasse);
  if (nummer === null) return AKKOORD;
  const { gemeente, aanbieder } = partijenVan(omgeving.bericht);
  const eigenaar = omgeving.kennis.claim(claimSleutel.toewijzing(gemeente, nummer));
  const fout = eigenaar !== undefined && eigenaar !== toewijzingEigenaar(aanbieder, clientVan(klasse, omgeving));
  return alsFout(fout, 'ToewijzingNummer');
}

/**
 * TR379: filled names an open request of this client, absent where nothing is honoured (IV094, IV097): what a request for
 * a toewijzing brought is new or changed, so what is sent along unchanged has none. A change is honoured as a whole: then
 * every product of the message carries its reference (IV093).
 */
function verkeerdeReferenties(_client: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const producten = omgeving.klassen.filter((klasse) => klasse.naam === 'ToegewezenProduct');
  const honoreertWijziging = producten.some((klasse) => {
    const verzoek = verzoekVan(klasse, omgeving);
    return verzoek?.soort === 'VOW' && isOnderhanden(verzoek);
  });
  return producten.flatMap((klasse): readonly Afkeur[] => {
    if (waardeVan(klasse.waarden, 'ReferentieAanbieder') === undefined) {
      return honoreertWijziging ? [{ klasse, element: 'ReferentieAanbieder' }] : AKKOORD;
    }
    return isGoedeReferentie(klasse, omgeving) ? AKKOORD : [{ klasse, element: 'ReferentieAanbieder' }];
  });
}

function verzoekVan(klasse: Klasse, { kennis }: Omgeving): VerzoekRecord | undefined {
  return kennis.verzoek(waardeVan(klasse.waarden, 'ReferentieAanbieder') ?? '');
}

function isGoedeReferentie(klasse: Klasse, omgeving: Omgeving): boolean {
  const verzoek = verzoekVan(klasse, omgeving);
  if (verzoek === undefined || verzoek.client !== clientVan(klasse, omgeving)) return false;
  if (isZelfdeVersie(klasse, verzoek.referentie, omgeving)) return true;
  return isOnderhanden(verzoek) && (verzoek.soort === 'VOW' || !isOngewijzigd(klasse, omgeving));
}

/** Known, and it says what it said before (IV099). */
function isOngewijzigd(klasse: Klasse, omgeving: Omgeving): boolean {
  const bekend = genoemdeToewijzing(klasse, omgeving);
  return bekend !== undefined && zegtHetzelfde(leesToegewezen(klasse.waarden), bekend);
}

/** The version that honoured the request is sent once more, unchanged, because it was asked for (IV013). */
function isZelfdeVersie(klasse: Klasse, referentie: string, omgeving: Omgeving): boolean {
  const bekend = genoemdeToewijzing(klasse, omgeving);
  return (
    bekend !== undefined &&
    bekend.referentieAanbieder === referentie &&
    bekend.toewijzingsdatum === waardeVan(klasse.waarden, 'Toewijzingsdatum') &&
    bekend.toewijzingstijd === waardeVan(klasse.waarden, 'Toewijzingstijd')
  );
}

/** TR385: what was paid cannot be undone by removing the toewijzing; credit first. */
function verwijderdNaDeclaratie(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  if (waardeVan(klasse.waarden, 'RedenWijziging') !== '13') return AKKOORD;
  const toewijzing = genoemdeToewijzing(klasse, omgeving);
  if (toewijzing === undefined) return AKKOORD;
  const { kennis } = omgeving;
  const openstaand = kennis
    .prestatiesOp(toewijzing.sleutel)
    .filter((p) => p.debetCredit === 'D' && p.stand === 'toegekend' && kennis.creditsVan(p.referentie).length === 0);
  return alsFout(openstaand.length > 0, 'RedenWijziging', { aantal: openstaand.length });
}

const TOEGEWEZEN = { berichten: ['JW301'], klassen: ['ToegewezenProduct'] } as const;

export const TOEWIJZING_REGELS: readonly Regel[] = [
  ...contextregel('TR332', { ...TOEGEWEZEN, retourcode: '9332', kennis: 'T', releases: ALLEEN_32 }, nummerVanEenAnder),
  // iJW 2.3 has no 9332; what has no code of its own there is 0001.
  ...contextregel(
    'TR332',
    { ...TOEGEWEZEN, retourcode: '0001', kennis: 'T', releases: ALLEEN_23 },
    opHeader(nummerVanEenAnder),
  ),
  ...contextregel(
    'TR379',
    { berichten: ['JW301'], klassen: ['Client'], retourcode: '9379', kennis: 'V', releases: ALLEEN_32 },
    verkeerdeReferenties,
  ),
  ...contextregel(
    'TR385',
    { ...TOEGEWEZEN, retourcode: '9385', kennis: 'DT', releases: ALLEEN_32 },
    verwijderdNaDeclaratie,
  ),
];
