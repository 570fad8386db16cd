/**
 * The codes by which the koppelvlak refuses an envelope, by the list that held at receipt. The lists were renumbered: IB007 and
 * IB009 mean other things in each of them, so a code says nothing without its list.
 */

/** Why an envelope cannot be taken. */
export type Weigergrond =
  /** Not by its XSD, or not to be read at all. */
  | 'xsd'
  | 'uuid'
  | 'base64'
  /** The sender is nobody for whom this key speaks. */
  | 'zender'
  | 'grootte'
  | 'functie'
  | 'versie'
  /** The referentienummer was used before, with another payload. */
  | 'referentienummer'
  /** Nothing of this release is taken for a while. */
  | 'bevroren';

interface Foutcodelijst {
  /** First day on which it holds (Europe/Amsterdam). */
  readonly van: string;
  readonly gronden: Readonly<Record<Weigergrond, string>>;
  /** What the list says of codes that partners send, for people. */
  readonly betekenis: Readonly<Record<string, string>>;
}

/** The newest first. The first list has no code of its own for a functie or version: those do not fit the envelope's schema. */
const LIJSTEN: readonly Foutcodelijst[] = [
  {
    van: '2025-11-01',
    gronden: {
      xsd: 'IB001',
      uuid: 'IB001',
      base64: 'IB001',
      zender: 'IB002',
      grootte: 'IB003',
      functie: 'IB004',
      referentienummer: 'IB016',
      versie: 'IB017',
      bevroren: 'IB023',
    },
    betekenis: {
      IB001: 'Bericht voldoet niet aan XSD',
      IB002: 'De verzendende organisatie is niet geautoriseerd om gebruik te maken van het GGK',
      IB003: 'Het ontvangen bericht overschrijdt de maximaal toegestane bestandsgrootte van 25MB',
      IB004: 'De functie wordt niet ondersteund',
      IB005: 'Gemeentecode is niet bekend bij het GGK, controleer de StUF-envelop',
      IB006: 'Zendend systeem niet geautoriseerd voor combinatie van berichtcode, entiteittype en functie',
      IB007: 'Combinatie functie en organisatie is niet toegestaan',
      IB008: 'Indienende partij beschikt niet over juiste rol voor dit berichttype',
      IB009: 'Indiener heeft geen toestemmingsverklaring van afzender voor dit berichttype',
      IB010: 'Geadresseerde partij niet aangesloten bij VECOZO of AGB is incorrect',
      IB011: 'Geadresseerde partij beschikt niet over juiste rol voor dit berichttype',
      IB012: 'Payload is groter dan toegestaan (max. 25MB)',
      IB013: 'Bestand bevat een virus en is verwijderd',
      IB014: 'Payload voldoet niet aan de XSD',
      IB015: 'Bericht bevat niet-toegestane persoonsgegevens',
      IB016: 'Referentienummer is niet uniek',
      IB017: 'Applicatiegegevens niet of onjuist gevuld',
      IB018: 'Applicatiegegevens niet of onjuist gevuld',
      IB019: 'Declaratie-antwoord reeds ingediend',
      IB020: 'Declaratie-antwoord reeds ingediend',
      IB021: 'AlsAntwoordOp niet gevuld',
      IB022: 'AlsAntwoordOp niet gevuld',
      IB023: 'Functie is niet actief',
    },
  },
  {
    van: '2017-01-01',
    gronden: {
      xsd: 'RIN001',
      uuid: 'IB009',
      base64: 'RIN001',
      zender: 'IB002',
      grootte: 'IB007',
      functie: 'RIN001',
      referentienummer: 'IB216',
      versie: 'RIN001',
      bevroren: 'IB103',
    },
    betekenis: {
      RIN001: 'De envelop voldoet niet aan de XSD',
      IB007: 'Het bericht is te groot',
      IB009: 'Het referentienummer is geen geldige UUID',
      IB103: 'Het berichtenverkeer is bevroren',
      IB210: 'Ontvangende organisatie onbekend',
    },
  },
];

/** A refusal of a payload that was taken: the one code of StUF that a party may send too. */
export const PAYLOAD_ONJUIST = 'StUF055';
/** Our own trouble: the sender may send it again. */
export const NIET_VERWERKT = 'StUF058';
/** A gemeente that nobody here serves. */
export const GEMEENTE_ONBEKEND = 'IB005';

function lijstOp(datum: string): Foutcodelijst | undefined {
  return LIJSTEN.find(({ van }) => van <= datum) ?? LIJSTEN.at(-1);
}

/** The code for this refusal by the list that holds on this day (`YYYY-MM-DD`). */
export function foutcode(grond: Weigergrond, datum: string): string {
  return lijstOp(datum)?.gronden[grond] ?? PAYLOAD_ONJUIST;
}

/** What a code of a partner says by the list of that day; undefined for one that the list does not have. */
export function foutBetekenis(code: string, datum: string): string | undefined {
  return lijstOp(datum)?.betekenis[code];
}
