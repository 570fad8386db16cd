import type { Groep, Waarde } from '../xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../xml/tree.ts';

/** As the API takes it: the names of the standard with a small first letter. */
export type RelatieInvoer = {
  readonly [naam: string]: string | number | RelatieInvoer;
};

/** Eigen naam (COD700), and Nederland: what is meant where nothing is said. */
const EIGEN_NAAM = '1';
const NEDERLAND = 'NL';

/**
 * A Relatie of a JW301: OP002. A name is an own name unless said otherwise, and an address with a postcode lies in the
 * Netherlands (CD005). Without a number it gets one from `metRelatie`.
 */
export function relatieUit(invoer: RelatieInvoer): Groep {
  const relatie = alsGroep(invoer);
  const contact = groepVan(relatie, 'Contact') ?? {};
  const adres = groepVan(contact, 'Adres');
  const land = adres !== undefined && adres.Postcode !== undefined && adres.LandCode === undefined;
  return {
    ...relatie,
    Naam: { NaamGebruik: EIGEN_NAAM, ...groepVan(relatie, 'Naam') },
    Contact: { ...contact, ...(land ? { Adres: { ...adres, LandCode: NEDERLAND } } : {}) },
  };
}

function alsGroep(invoer: RelatieInvoer): Groep {
  const groep: Record<string, Waarde> = {};
  for (const [naam, waarde] of Object.entries(invoer)) {
    const element = `${naam.slice(0, 1).toUpperCase()}${naam.slice(1)}`;
    groep[element] = typeof waarde === 'object' ? alsGroep(waarde) : String(waarde);
  }
  return groep;
}

/** The Client of a JW301 with this Relatie: in place of the one with that number, else with the first number that is free (OP071). */
export function metRelatie(client: Groep, relatie: Groep): Groep {
  const bekend = lijstVan(client, 'Relaties/Relatie');
  const nummer = waardeVan(relatie, 'Nummer') ?? vrijNummer(bekend);
  const overige = bekend.filter((een) => waardeVan(een, 'Nummer') !== nummer);
  return { ...client, Relaties: { Relatie: [...overige, { ...relatie, Nummer: nummer }] } };
}

function vrijNummer(bekend: readonly Groep[]): string {
  const bezet = new Set(bekend.map((relatie) => waardeVan(relatie, 'Nummer')));
  let nummer = 1;
  while (bezet.has(String(nummer))) nummer++;
  return String(nummer);
}
