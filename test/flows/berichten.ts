import { inAmsterdam, plusDagen } from '../../src/standard/datum.ts';
import { BERICHT_SOORTEN, BERICHT_TYPES, type BerichtType } from '../../src/standard/message-types.ts';
import type { Bericht, Groep, Waarde } from '../../src/xml/tree.ts';
import { groepVan } from '../../src/xml/tree.ts';

/** Messages as the systems of the parties send them; what a scenario does not name has a sensible value. */

export const vandaag = (): string => inAmsterdam(new Date()).datum;
export const over = (dagen: number): string => plusDagen(vandaag(), dagen);

let teller = 0;
/** Never used before in this run. */
export const vers = (prefix: string): string => `${prefix}${process.pid.toString(36)}${++teller}`;

const gevuld = (groep: Readonly<Record<string, Waarde | undefined>>): Groep =>
  Object.fromEntries(Object.entries(groep).filter((paar): paar is [string, Waarde] => paar[1] !== undefined));

interface Van {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly dagtekening?: string;
}

function bericht(type: BerichtType, van: Omit<Van, 'bsn'>, lichaam: Groep): Bericht {
  const soort = BERICHT_SOORTEN[type];
  const kop = {
    BerichtCode: soort.codes[0] ?? '',
    BerichtVersie: '3',
    BerichtSubversie: '2',
    Afzender: soort.gemeenteIn === 'Afzender' ? van.gemeente : van.aanbieder,
    Ontvanger: soort.gemeenteIn === 'Afzender' ? van.aanbieder : van.gemeente,
    BerichtIdentificatie: { Identificatie: vers('B'), Dagtekening: van.dagtekening ?? vandaag() },
    XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  };
  return { type, release: '3.2', inhoud: { Header: kop, ...lichaam } };
}

const persoon = (bsn: string): Groep => ({
  Bsn: bsn,
  Geboortedatum: { Datum: plusDagen(vandaag(), -12 * 365) },
  Geslacht: '1',
});
const NAAM = { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Kim' };
const product = (code: string | undefined): Groep => gevuld({ Categorie: (code ?? '45').slice(0, 2), Code: code });
const CLIENT = (bsn: string): Groep => ({ ...persoon(bsn), Naam: NAAM });

export interface Omvang {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
}
const omvang = (o: Omvang | undefined): Groep | undefined =>
  o === undefined ? undefined : { Volume: String(o.volume), Eenheid: o.eenheid, Frequentie: o.frequentie };
export const minuten = (volume: number, frequentie = '6'): Omvang => ({ volume, eenheid: '01', frequentie });

export interface Aanvraag {
  readonly ref: string;
  readonly code?: string;
  readonly begin?: string;
  readonly einde?: string;
  readonly omvang?: Omvang;
  readonly budget?: number;
}

export function jw315(van: Van, ...aanvragen: readonly Aanvraag[]): Bericht {
  const producten = aanvragen.map((a) =>
    gevuld({
      ReferentieAanbieder: a.ref,
      Product: product(a.code),
      ToewijzingIngangsdatum: a.begin ?? over(14),
      ToewijzingEinddatum: a.einde ?? over(194),
      Omvang: omvang(a.omvang),
      Budget: a.budget?.toString(),
      Verwijzer: { Type: '02', ZorgverlenerCode: '01000001' },
    }),
  );
  const Client = { ...CLIENT(van.bsn), AangevraagdeProducten: { AangevraagdProduct: producten } };
  return bericht('JW315', van, { Client });
}

export interface Toegewezen {
  readonly nummer: number;
  readonly ref?: string;
  readonly code?: string;
  readonly begin?: string;
  readonly einde?: string;
  readonly datum?: string;
  readonly tijd?: string;
  readonly reden?: string;
  readonly omvang?: Omvang;
  readonly budget?: number;
}

const CONTACT = {
  Soort: '01',
  Adres: {
    Huis: { Huisnummer: '12' },
    Postcode: '1181AA',
    Straatnaam: 'Dorpsstraat',
    Plaatsnaam: 'Amstelveen',
    LandCode: 'NL',
  },
};

export function jw301(van: Van, ...toegewezen: readonly Toegewezen[]): Bericht {
  const producten = toegewezen.map((t) =>
    gevuld({
      ToewijzingNummer: String(t.nummer),
      ReferentieAanbieder: t.ref,
      Product: product(t.code),
      Toewijzingsdatum: t.datum ?? over(-1),
      Toewijzingstijd: t.tijd ?? '10:00:00',
      Ingangsdatum: t.begin ?? over(14),
      Einddatum: t.einde,
      RedenWijziging: t.reden,
      Omvang: omvang(t.omvang),
      Budget: t.budget?.toString(),
    }),
  );
  const Client = {
    ...persoon(van.bsn),
    Naam: { ...NAAM, NaamGebruik: '1' },
    Contactgegevens: { Contact: [CONTACT] },
    ToegewezenProducten: { ToegewezenProduct: producten },
  };
  return bericht('JW301', van, { Client });
}

interface Gewenst {
  readonly begin: string;
  readonly einde?: string;
  readonly omvang?: Omvang;
  readonly budget?: number;
}
export interface Pakket {
  readonly ref: string;
  readonly gelijk?: readonly number[];
  readonly anders?: readonly (Gewenst & { readonly nummer: number })[];
  readonly nieuw?: readonly (Gewenst & { readonly code?: string })[];
}

const wens = (w: Gewenst): Groep =>
  gevuld({ GewensteIngangsdatum: w.begin, Einddatum: w.einde, Omvang: omvang(w.omvang), Budget: w.budget?.toString() });

export function jw317(van: Van, { ref, gelijk = [], anders = [], nieuw = [] }: Pakket): Bericht {
  const lijst = (naam: string, items: readonly Groep[]) => (items.length === 0 ? undefined : { [naam]: [...items] });
  const Verzoek = gevuld({
    ReferentieAanbieder: ref,
    RedenVerzoek: '1',
    OngewijzigdeProducten: lijst(
      'OngewijzigdProduct',
      gelijk.map((n) => ({ ToewijzingNummer: String(n) })),
    ),
    TeWijzigenProducten: lijst(
      'TeWijzigenProduct',
      anders.map((w) => ({ ToewijzingNummer: String(w.nummer), ...wens(w) })),
    ),
    NieuweProducten: lijst(
      'NieuwProduct',
      nieuw.map((w) => ({ Product: product(w.code), ...wens(w) })),
    ),
  });
  return bericht('JW317', van, { Client: { Bsn: van.bsn, Verzoek } });
}

export function jw319(
  van: Omit<Van, 'bsn'>,
  ref: string,
  antwoord: '1' | '2',
  reden?: string,
  woonplaats?: string,
): Bericht {
  const Antwoord = gevuld({
    ReferentieAanbieder: ref,
    VerzoekAntwoord: antwoord,
    RedenAfwijzingVerzoek: reden,
    Woonplaatsbeginsel: woonplaats === undefined ? undefined : { Gemeente: woonplaats },
  });
  return bericht('JW319', van, { Antwoord });
}

export interface Levering {
  readonly nummer: number;
  readonly code?: string;
  readonly begin: string;
  readonly status?: '1' | '3';
  readonly ingang?: string;
}

const levering = (l: Levering): Groep =>
  gevuld({
    ToewijzingNummer: String(l.nummer),
    Product: product(l.code ?? '45A01'),
    ToewijzingIngangsdatum: l.ingang,
    Begindatum: l.begin,
  });

export function jw305(van: Van, ...starts: readonly Levering[]): Bericht {
  const producten = starts.map((s) => ({ ...levering(s), StatusAanlevering: s.status ?? '1' }));
  return bericht('JW305', van, { Client: { ...CLIENT(van.bsn), StartProducten: { StartProduct: producten } } });
}

export function jw307(
  van: Van,
  ...stops: readonly (Levering & { readonly einde: string; readonly reden: string })[]
): Bericht {
  const producten = stops.map((s) => ({
    ...levering(s),
    RedenBeeindiging: s.reden,
    Einddatum: s.einde,
    StatusAanlevering: s.status ?? '1',
  }));
  return bericht('JW307', van, { Client: { ...CLIENT(van.bsn), StopProducten: { StopProduct: producten } } });
}

/** The retourbericht of a system of its own: accepted without codes, else refused in the header. */
export function retour(op: Bericht, ...codes: readonly string[]): Bericht {
  const type = BERICHT_SOORTEN[op.type].antwoord;
  const bekend = BERICHT_TYPES.find((t) => t === type);
  if (bekend === undefined) throw new Error(`a ${op.type} has no retourbericht`);
  const Header = {
    ...groepVan(op.inhoud, 'Header'),
    BerichtCode: BERICHT_SOORTEN[bekend].codes[0] ?? '',
    IdentificatieRetour: vers('R'),
    DagtekeningRetour: vandaag(),
    ...(codes.length > 0 ? { XsltVersie: '1.0.0' } : {}),
    XsdVersieRetour: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
    ...(codes.length > 0 ? { RetourCodes: { RetourCode: [...codes] } } : {}),
  };
  return { type: bekend, release: op.release, inhoud: { Header } };
}
