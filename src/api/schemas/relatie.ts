import type { RelatieInvoer } from '../../replies/relatie.ts';
import type { Typed } from './value-of.ts';

/**
 * The Relatie that a decision puts into the JW301 (OP002), as a JSON Schema: the elements of the standard, their names with a
 * small first letter. What they may hold is judged with the message that is made of them.
 */
const tekst = { type: 'string', minLength: 1, maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Cn}]+$' };
const getal = { type: ['integer', 'string'], minimum: 0, maximum: 99_999, pattern: '^[0-9]{1,5}$' };
const datum = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };

const groep = (properties: Readonly<Record<string, unknown>>, ...required: readonly string[]) =>
  ({ type: 'object', additionalProperties: false, properties, required }) as const;

const achternaam = groep({ achternaam: tekst, voorvoegsel: tekst }, 'achternaam');
const telefoon = groep({ telefoonnummer: tekst, landnummer: tekst }, 'telefoonnummer', 'landnummer');
const naam = {
  geslachtsnaam: achternaam,
  partnernaam: achternaam,
  voornamen: tekst,
  voorletters: tekst,
  naamGebruik: tekst,
};
const huis = { huisnummer: getal, huisletter: tekst, huisnummerToevoeging: tekst, aanduidingWoonadres: tekst };
const adres = {
  huis: groep(huis, 'huisnummer'),
  postcode: tekst,
  straatnaam: tekst,
  plaatsnaam: tekst,
  landCode: tekst,
};
const contact = {
  soort: tekst,
  adres: groep(adres),
  organisatie: tekst,
  telefoon: groep({ telefoon01: telefoon, telefoon02: telefoon }, 'telefoon01'),
  emailadres: tekst,
  periode: groep({ begindatum: datum, einddatum: datum }),
};

const GROEP = groep(
  {
    nummer: tekst,
    volgorde: getal,
    soort: tekst,
    geboortedatum: groep({ datum, datumGebruik: tekst }, 'datum'),
    geslacht: tekst,
    naam: groep(naam, 'geslachtsnaam'),
    contact: groep(contact, 'soort'),
  },
  'soort',
  'naam',
  'contact',
);

/** Null and absent: none. */
export const RELATIE: Typed<RelatieInvoer | null> = { ...GROEP, type: ['object', 'null'] };
