import { header } from '../../src/samples/messages/header.ts';
import type { BerichtType } from '../../src/standard/message-types.ts';
import type { Groep } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';

/** Messages for whole gateways: bytes that a sender could post, about one fictive client, all dates in 2025. */

export interface Wie {
  readonly aanbieder: string;
  readonly gemeente: string;
  readonly bsn: string;
  /** ToewijzingNummer. */
  readonly nummer: number;
}

export const PRODUCT = { categorie: '45', code: '45A01', tarief: 150 };
const INGANG = '2025-01-01';
const EINDE = '2025-12-31';
const GETEKEND = '2026-01-05';

/** Assigns `volume` minutes in total. */
export function jw301(wie: Wie, identificatie: string, volume = 3000): Uint8Array {
  return bericht('JW301', wie, identificatie, {
    Client: {
      ...persoon(wie.bsn),
      Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Robin', NaamGebruik: '1' },
      Contactgegevens: {
        Contact: [
          {
            Soort: '01',
            Adres: {
              Huis: { Huisnummer: '12' },
              Postcode: '1181AA',
              Straatnaam: 'Voorbeeldstraat',
              Plaatsnaam: 'Voorbeeldstad',
              LandCode: 'NL',
            },
          },
        ],
      },
      ToegewezenProducten: {
        ToegewezenProduct: [
          {
            ToewijzingNummer: String(wie.nummer),
            Product: { Categorie: PRODUCT.categorie, Code: PRODUCT.code },
            Toewijzingsdatum: '2024-12-20',
            Toewijzingstijd: '10:00:00',
            Ingangsdatum: INGANG,
            Einddatum: EINDE,
            Omvang: { Volume: String(volume), Eenheid: '01', Frequentie: '6' },
          },
        ],
      },
    },
  });
}

/** Reports that the care of this toewijzing began. */
export function jw305(wie: Wie, identificatie: string): Uint8Array {
  return bericht('JW305', wie, identificatie, {
    Client: {
      ...persoon(wie.bsn),
      Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Robin' },
      StartProducten: {
        StartProduct: [
          {
            ToewijzingNummer: String(wie.nummer),
            Product: { Categorie: PRODUCT.categorie, Code: PRODUCT.code },
            ToewijzingIngangsdatum: INGANG,
            Begindatum: INGANG,
            StatusAanlevering: '1',
          },
        ],
      },
    },
  });
}

export interface Regel {
  readonly wie: Wie;
  readonly referentie: string;
  readonly minuten: number;
  /** Eurocents a minute. */
  readonly tarief?: number;
}

/** Declares a month of 2025 (1 to 12), a line for each client; `nummer` is DeclaratieNummer and Identificatie. */
export function jw323(nummer: string, maand: number, regels: readonly [Regel, ...Regel[]]): Uint8Array {
  const bedrag = ({ minuten, tarief = PRODUCT.tarief }: Regel) => minuten * tarief;
  const totaal = regels.reduce((som, regel) => som + bedrag(regel), 0);
  const periode = {
    Begindatum: new Date(Date.UTC(2025, maand - 1, 1)).toISOString().slice(0, 10),
    Einddatum: new Date(Date.UTC(2025, maand, 0)).toISOString().slice(0, 10),
  };
  return bericht('JW323', regels[0].wie, nummer, {
    Declaratie: {
      DeclaratieNummer: nummer,
      DeclaratiePeriode: periode,
      DeclaratieDagtekening: GETEKEND,
      TotaalIngediendBedrag: { TotaalBedrag: String(totaal), DebetCredit: 'D' },
      Clienten: {
        Client: regels.map((regel) => ({
          Bsn: regel.wie.bsn,
          Prestaties: {
            Prestatie: [
              {
                ProductReferentie: { ReferentieNummer: regel.referentie },
                ToewijzingNummer: String(regel.wie.nummer),
                ProductCategorie: PRODUCT.categorie,
                ProductCode: PRODUCT.code,
                ProductPeriode: periode,
                GeleverdVolume: String(regel.minuten),
                Eenheid: '01',
                ProductTarief: String(regel.tarief ?? PRODUCT.tarief),
                IngediendBedrag: { Bedrag: String(bedrag(regel)), DebetCredit: 'D' },
              },
            ],
          },
        })),
      },
    },
  });
}

/** Asks for `volume` minutes in total. */
export function jw315(wie: Omit<Wie, 'nummer'>, referentie: string, volume = 600, code = PRODUCT.code): Uint8Array {
  return bericht('JW315', wie, referentie, {
    Client: {
      ...persoon(wie.bsn),
      Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Robin' },
      AangevraagdeProducten: {
        AangevraagdProduct: [
          {
            ReferentieAanbieder: referentie,
            Product: { Categorie: PRODUCT.categorie, Code: code },
            ToewijzingIngangsdatum: '2025-03-01',
            ToewijzingEinddatum: '2025-08-31',
            Omvang: { Volume: String(volume), Eenheid: '01', Frequentie: '6' },
            Verwijzer: { Type: '02', ZorgverlenerCode: '01000001' },
          },
        ],
      },
    },
  });
}

function persoon(bsn: string): Groep {
  return { Bsn: bsn, Geboortedatum: { Datum: '2012-05-17' }, Geslacht: '1' };
}

function bericht(
  type: BerichtType,
  wie: { readonly aanbieder: string; readonly gemeente: string },
  identificatie: string,
  inhoud: Groep,
): Uint8Array {
  const Header = header({ ...wie, release: '3.2', vandaag: GETEKEND }, type, identificatie);
  return writeBericht({ type, release: '3.2', inhoud: { Header, ...inhoud } });
}
