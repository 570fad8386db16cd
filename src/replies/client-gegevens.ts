import type { Postadres } from '../agreements/document.ts';
import type { Groep, Waarde } from '../xml/tree.ts';
import { groepVan, waardeVan } from '../xml/tree.ts';

/** What is not kept of a Client: remarks, and the products, which are kept apart. */
const NIET_BEWAARD: ReadonlySet<string> = new Set(['Commentaar', 'ToegewezenProducten', 'Beschikking']);

/** The Client of a JW301 as it is kept to compose later ones from (docs/decisions/composed-jw301.md). */
export function clientGegevensVan(inhoud: Groep): Groep {
  const gegevens: Record<string, Waarde> = {};
  for (const [naam, waarde] of Object.entries(groepVan(inhoud, 'Client') ?? {})) {
    if (waarde !== undefined && !NIET_BEWAARD.has(naam)) gegevens[naam] = waarde;
  }
  return gegevens;
}

/**
 * A kept Client with a LandCode beside every Dutch Postcode: those that were accepted, or composed here, when CD005 did not
 * look at LandCode may lack it.
 */
export function metLandCode(client: Groep): Groep {
  return aangevuld(client) as Groep;
}

function aangevuld(waarde: Waarde): Waarde {
  if (typeof waarde === 'string') return waarde;
  if (Array.isArray(waarde)) return (waarde as readonly Groep[]).map((item) => aangevuld(item) as Groep);
  const groep: Record<string, Waarde> = {};
  for (const [naam, kind] of Object.entries(waarde as Groep)) {
    if (kind !== undefined) groep[naam] = naam === 'Adres' ? adresMetLand(kind as Groep) : aangevuld(kind);
  }
  return groep;
}

function adresMetLand(adres: Groep): Groep {
  const zonderLand = waardeVan(adres, 'LandCode') === undefined;
  const nederlands = NEDERLANDSE_POSTCODE.test(waardeVan(adres, 'Postcode') ?? '');
  return zonderLand && nederlands ? { ...adres, LandCode: NEDERLAND } : adres;
}

/** Eigen naam (COD700): a JW315 tells no Partnernaam (CS050). */
const EIGEN_NAAM = '1';
const CORRESPONDENTIEADRES = '02';
/** Goes with every Postcode (CD005). A gemeente lies in the Netherlands, so its postcode has no space (CS089). */
const NEDERLAND = 'NL';
const NEDERLANDSE_POSTCODE = /^[1-9][0-9]{3}[a-zA-Z]{2}$/;

/**
 * The Client of a JW301 where none was accepted before: name and date of birth from the JW315, and the postadres of the
 * gemeente as the one Contact, so that TR061 and TR006 hold.
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
      Postcode: postcode.replaceAll(' ', ''),
      Straatnaam: straatnaam,
      Plaatsnaam: plaatsnaam,
      LandCode: NEDERLAND,
    },
    Organisatie: organisatie,
  };
}
