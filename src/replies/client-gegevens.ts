import type { Postadres } from '../agreements/document.ts';
import type { Groep, Waarde } from '../xml/tree.ts';
import { groepVan, waardeVan } from '../xml/tree.ts';

/** What is not kept of a Client: remarks, and the products, which are kept apart. */
const NIET_BEWAARD: ReadonlySet<string> = new Set(['Commentaar', 'ToegewezenProducten', 'Beschikking']);

/** The Client of a JW301 as it is kept to compose later ones from (DESIGN 5.4). */
export function clientGegevensVan(inhoud: Groep): Groep {
  const gegevens: Record<string, Waarde> = {};
  for (const [naam, waarde] of Object.entries(groepVan(inhoud, 'Client') ?? {})) {
    if (waarde !== undefined && !NIET_BEWAARD.has(naam)) gegevens[naam] = waarde;
  }
  return gegevens;
}

/** Eigen naam (COD700): a JW315 tells no Partnernaam (CS050). */
const EIGEN_NAAM = '1';
const CORRESPONDENTIEADRES = '02';

/**
 * The Client of a JW301 where none was accepted before: name and date of birth from the JW315, and the postadres of the
 * gemeente as the one Contact, so that TR061 and TR006 hold (DESIGN 5.4).
 */
export function clientUitVerzoek(verzoek: Groep, postadres: Postadres): Groep {
  const client = groepVan(verzoek, 'Client') ?? {};
  return {
    Bsn: waardeVan(client, 'Bsn'),
    Geboortedatum: groepVan(client, 'Geboortedatum'),
    Geslacht: waardeVan(client, 'Geslacht'),
    Naam: { ...groepVan(client, 'Naam'), NaamGebruik: EIGEN_NAAM },
    Contactgegevens: { Contact: [postContact(postadres)] },
  };
}

function postContact({ organisatie, postcode, straatnaam, huisnummer, plaatsnaam }: Postadres): Groep {
  return {
    Soort: CORRESPONDENTIEADRES,
    Adres: {
      Huis: { Huisnummer: String(huisnummer) },
      Postcode: postcode,
      Straatnaam: straatnaam,
      Plaatsnaam: plaatsnaam,
    },
    Organisatie: organisatie,
  };
}
