import { eersteVanMaand, laatsteVanMaand, plusDagen, plusJaren } from '../standard/datum.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { MessageDescriptor } from '../standard/messages/message-descriptor.ts';

/** What is asked for, assigned and declared: a product of a contract, in numbers that its agreements allow. */
export interface GekozenProduct {
  readonly categorie: string;
  readonly code: string;
  readonly eenheid: string;
  /** ProductTarief in that eenheid, eurocents; null: the price is agreed per case. */
  readonly tarief: number | null;
  /** Volume that is asked for, within the signaalbudget. */
  readonly gevraagd: number;
  /** Volume of one line of a declaratie, and what it costs (eurocents). */
  readonly geleverd: number;
  readonly bedrag: number;
  /** Type of a verwijzer who may send a child there. */
  readonly verwijzer: string;
  /** An age in years at which a child may get it. */
  readonly leeftijd: number;
  /** Longest period of a request, both days counted. */
  readonly maxDagen: number | null;
  /** In iJW 2.3 the gemeente wants a factuur (450) in place of a declaratie (432). */
  readonly factuur: boolean;
}

/** Ten hours at € 1.50 a minute, for whoever does not choose. */
const ZOMAAR: GekozenProduct = {
  ...{ categorie: '45', code: '45A01', eenheid: '01', tarief: 150, gevraagd: 600, geleverd: 60, bedrag: 9000 },
  ...{ verwijzer: '02', leeftijd: 12, maxDagen: null, factuur: false },
};

/** What differs from one generated message to the next. */
export interface Voorbeeld {
  /** `YYYY-MM-DD` */
  readonly vandaag: string;
  readonly bsn: string;
  readonly aanbieder: string;
  readonly gemeente: string;
  /** Distinguishes references and numbers; at most nine digits, not starting with 0. */
  readonly volgnummer: number;
  /** Of the agreements of the gateway that gets the messages. */
  readonly product?: GekozenProduct;
}

export interface WaardeSoort {
  readonly type: BerichtType;
  readonly release: Release;
  readonly soort: MessageDescriptor;
}

/** Huisarts, jeugdarts, GI and medisch specialist (CD068). */
export const MET_ZORGVERLENERCODE: ReadonlySet<string> = new Set(['02', '03', '04', '05']);

type Maker = string | ((v: Voorbeeld, s: WaardeSoort) => string);

const product = (v: Voorbeeld) => v.product ?? ZOMAAR;
const bedrag = (v: Voorbeeld) => String(product(v).bedrag);
const vorigeMaand = (v: Voorbeeld) => plusDagen(eersteVanMaand(v.vandaag), -1);
/** Messages of one example belong together: a toewijzing that began last month, and was delivered on since. */
const begonnen = (v: Voorbeeld) => eersteVanMaand(vorigeMaand(v));
const nummer = (v: Voorbeeld) => String(v.volgnummer);
const vandaag = (v: Voorbeeld) => v.vandaag;
const straks = (v: Voorbeeld) => plusDagen(v.vandaag, 14);
const halfJaar = (v: Voorbeeld) => plusDagen(v.vandaag, 194);
const eindeVerzoek = (v: Voorbeeld) => plusDagen(straks(v), (product(v).maxDagen ?? 181) - 1);

/** By `Klasse/element` (a RetourCode by the klasse that carries it), else by element. Amounts are eurocents. */
const WAARDEN: Readonly<Record<string, Maker>> = {
  // header
  BerichtCode: (v, s) => s.soort.codes[s.type === 'JW303' && product(v).factuur ? 1 : 0] ?? '',
  BtwVrijstellingIndicatie: '1',
  BerichtVersie: (_v, s) => s.release.split('.')[0] ?? '',
  BerichtSubversie: (_v, s) => s.release.split('.')[1] ?? '',
  Afzender: (v, s) => (s.soort.header.gemeente === 'Afzender' ? v.gemeente : v.aanbieder),
  Ontvanger: (v, s) => (s.soort.header.gemeente === 'Ontvanger' ? v.gemeente : v.aanbieder),
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
  // An answer on a declaratie of which everything was granted.
  'DeclaratieAntwoord/RetourCode': '8001',
  RetourCode: (_v, s) => (s.type === 'JW304' ? '8001' : '0200'),
  // client
  Bsn: (v) => v.bsn,
  Datum: (v) => plusJaren(v.vandaag, -product(v).leeftijd),
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
  Categorie: (v) => product(v).categorie,
  Code: (v) => product(v).code,
  ProductCategorie: (v) => product(v).categorie,
  ProductCode: (v) => product(v).code,
  ToewijzingNummer: nummer,
  BeschikkingNummer: nummer,
  Beschikkingsnummer: nummer,
  // A JW319 answers the JW317: a JW315 may have been answered by the gateway already.
  ReferentieAanbieder: (v, s) => `${['JW317', 'JW319'].includes(s.type) ? 'VOW' : 'REF'}${v.volgnummer}`,
  Toewijzingsdatum: vandaag,
  Toewijzingstijd: '10:00:00',
  Afgiftedatum: vandaag,
  Ingangsdatum: begonnen,
  'ToegewezenProduct/Einddatum': halfJaar,
  ToewijzingIngangsdatum: (v, s) => (s.type === 'JW315' ? straks(v) : begonnen(v)),
  ToewijzingEinddatum: eindeVerzoek,
  BeschikkingIngangsdatum: straks,
  GewensteIngangsdatum: begonnen,
  Volume: (v, s) => String(product(v).gevraagd * (s.type === 'JW317' ? 2 : 1)),
  Eenheid: (v) => product(v).eenheid,
  Frequentie: '6',
  Type: (v) => product(v).verwijzer,
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
  GeleverdVolume: (v) => String(product(v).geleverd),
  ProductTarief: (v) => String(product(v).tarief),
  Bedrag: bedrag,
  TotaalBedrag: bedrag,
  DebetCredit: 'D',
};

/** The value of an element. Throws when the table has none: a model that grew. */
export function waardeVoor(naam: string, ouder: string, soort: WaardeSoort, voorbeeld: Voorbeeld): string {
  const maker = WAARDEN[`${ouder}/${naam}`] ?? WAARDEN[naam];
  if (maker === undefined) throw new Error(`no sample value for ${ouder}/${naam}`);
  return typeof maker === 'string' ? maker : maker(voorbeeld, soort);
}

/** Elements that the schema leaves free and that this product does not have. */
export function zonderElementen({ product: { tarief, verwijzer, factuur } = ZOMAAR }: Voorbeeld): ReadonlySet<string> {
  return new Set([
    ...(tarief === null ? ['ProductTarief'] : []),
    ...(factuur ? [] : ['BtwVrijstellingIndicatie']),
    ...(MET_ZORGVERLENERCODE.has(verwijzer) ? [] : ['ZorgverlenerCode']),
  ]);
}
