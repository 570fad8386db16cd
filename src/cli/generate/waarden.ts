import { eersteVanMaand, laatsteVanMaand, plusDagen, plusJaren } from '../../standard/datum.ts';
import type { BerichtSoort, BerichtType, Release } from '../../standard/message-types.ts';

/** What differs from one generated message to the next. */
export interface Voorbeeld {
  /** `YYYY-MM-DD` */
  readonly vandaag: string;
  readonly bsn: string;
  readonly aanbieder: string;
  readonly gemeente: string;
  /** Distinguishes references and numbers; at most nine digits, not starting with 0. */
  readonly volgnummer: number;
}

export interface Soort {
  readonly type: BerichtType;
  readonly release: Release;
  readonly soort: BerichtSoort;
}

type Maker = string | ((v: Voorbeeld, s: Soort) => string);

const MINUTEN = 60;
const TARIEF = 150;
const BEDRAG = String(MINUTEN * TARIEF);
const vorigeMaand = (v: Voorbeeld) => plusDagen(eersteVanMaand(v.vandaag), -1);
const begonnen = (v: Voorbeeld) => plusDagen(eersteVanMaand(v.vandaag), -60);
const nummer = (v: Voorbeeld) => String(v.volgnummer);
const vandaag = (v: Voorbeeld) => v.vandaag;
const straks = (v: Voorbeeld) => plusDagen(v.vandaag, 14);
const halfJaar = (v: Voorbeeld) => plusDagen(v.vandaag, 194);

/** By `Klasse/element`, else by element. Amounts are eurocents. */
const WAARDEN: Readonly<Record<string, Maker>> = {
  // header
  BerichtCode: (_v, s) => s.soort.codes[0] ?? '',
  BerichtVersie: (_v, s) => s.release.split('.')[0] ?? '',
  BerichtSubversie: (_v, s) => s.release.split('.')[1] ?? '',
  Afzender: (v, s) => (s.soort.gemeenteIn === 'Afzender' ? v.gemeente : v.aanbieder),
  Ontvanger: (v, s) => (s.soort.gemeenteIn === 'Ontvanger' ? v.gemeente : v.aanbieder),
  Gemeente: (v) => v.gemeente,
  Aanbieder: (v) => v.aanbieder,
  BetalingAanID: '02',
  Identificatie: nummer,
  IdentificatieRetour: nummer,
  Dagtekening: vandaag,
  DagtekeningRetour: vandaag,
  BasisschemaXsdVersie: '1.0.0',
  BerichtXsdVersie: '1.0.0',
  GemeenteReferentieNummer: nummer,
  RetourDagtekening: vandaag,
  'DeclaratieAntwoord/RetourCode': '8001',
  RetourCode: (_v, s) => (s.type === 'JW304' ? '8001' : '0200'),
  // client
  Bsn: (v) => v.bsn,
  Datum: (v) => plusJaren(v.vandaag, -12),
  Geslacht: '0',
  Achternaam: 'Voorbeeld',
  Voornamen: 'Robin',
  NaamGebruik: '1',
  'Contact/Soort': '01',
  Huisnummer: '1',
  Postcode: '1234AB',
  Straatnaam: 'Voorbeeldstraat',
  Plaatsnaam: 'Voorbeeldstad',
  LandCode: 'NL',
  // product and toewijzing
  Categorie: '45',
  Code: '45A01',
  ProductCategorie: '45',
  ProductCode: '45A01',
  ToewijzingNummer: nummer,
  BeschikkingNummer: nummer,
  Beschikkingsnummer: nummer,
  ReferentieAanbieder: (v) => `REF${v.volgnummer}`,
  Toewijzingsdatum: vandaag,
  Toewijzingstijd: '10:00:00',
  Afgiftedatum: vandaag,
  Ingangsdatum: straks,
  'ToegewezenProduct/Einddatum': halfJaar,
  ToewijzingIngangsdatum: (v, s) => (s.type === 'JW315' ? straks(v) : begonnen(v)),
  ToewijzingEinddatum: halfJaar,
  BeschikkingIngangsdatum: straks,
  GewensteIngangsdatum: straks,
  Volume: '600',
  Eenheid: '01',
  Frequentie: '6',
  Type: '02',
  ZorgverlenerCode: '01000001',
  RedenVerzoek: '1',
  VerzoekAntwoord: '2',
  // start and stop
  Begindatum: begonnen,
  Einddatum: (v, s) => (s.type === 'JW307' ? vorigeMaand(v) : halfJaar(v)),
  RedenBeeindiging: '20',
  StatusAanlevering: '1',
  // declaratie
  'CDT_GeslotenPeriode/Begindatum': (v) => eersteVanMaand(vorigeMaand(v)),
  'CDT_GeslotenPeriode/Einddatum': (v) => laatsteVanMaand(vorigeMaand(v)),
  DeclaratieNummer: nummer,
  DeclarantFactuurNummer: nummer,
  DeclaratieDagtekening: vandaag,
  FactuurDagtekening: vandaag,
  ValutaCode: 'EUR',
  ReferentieNummer: (v) => `PRE${v.volgnummer}`,
  GeleverdVolume: String(MINUTEN),
  ProductTarief: String(TARIEF),
  Bedrag: BEDRAG,
  TotaalBedrag: BEDRAG,
  DebetCredit: 'D',
};

/** The value of an element. Throws when the table has none: a model that grew. */
export function waardeVoor(naam: string, ouder: string, soort: Soort, voorbeeld: Voorbeeld): string {
  const maker = WAARDEN[`${ouder}/${naam}`] ?? WAARDEN[naam];
  if (maker === undefined) throw new Error(`no sample value for ${ouder}/${naam}`);
  return typeof maker === 'string' ? maker : maker(voorbeeld, soort);
}
