import { plusJaren } from '../../standard/datum.ts';
import type { Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';

/** A fictive child of twelve. */
export function client(decor: Decor): Groep {
  return {
    Bsn: decor.bsn,
    Geboortedatum: { Datum: plusJaren(decor.vandaag, -12) },
    Geslacht: '0',
    Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Robin' },
  };
}

export function adres(): Groep {
  return {
    Huis: { Huisnummer: '1' },
    Postcode: '1234AB',
    Straatnaam: 'Voorbeeldstraat',
    Plaatsnaam: 'Voorbeeldstad',
    LandCode: 'NL',
  };
}

/** The client of a JW301: the name in full, a parent, an address. */
export function toewijzingClient(decor: Decor): Groep {
  return {
    ...client(decor),
    Naam: volledigeNaam('Robin'),
    Communicatie: { Vorm: '1', Taal: 'Frans' },
    Relaties: {
      Relatie: [
        {
          Nummer: '1',
          Soort: '03',
          Geboortedatum: { Datum: plusJaren(decor.vandaag, -40) },
          Naam: volledigeNaam('Kim'),
          Contact: { Soort: '03', Adres: adres() },
        },
      ],
    },
    Contactgegevens: { Contact: [{ Soort: '01', Adres: adres() }] },
  };
}

function volledigeNaam(voornamen: string): Groep {
  return { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: voornamen, NaamGebruik: '1' };
}
