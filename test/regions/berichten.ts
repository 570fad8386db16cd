import { BERICHT_SOORTEN, type BerichtType } from '../../src/standard/message-types.ts';
import type { Bericht, Groep, Waarde } from '../../src/xml/tree.ts';

/** Messages of any year, as the parties of the two regions send them; the dates are in the scenario, not in the clock. */

let teller = 0;
/** Never used before in this run. */
export const vers = (prefix: string): string => `${prefix}${++teller}`;

export interface Wie {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly geboren?: string;
}

const gevuld = (groep: Readonly<Record<string, Waarde | undefined>>): Groep =>
  Object.fromEntries(Object.entries(groep).filter((paar): paar is [string, Waarde] => paar[1] !== undefined));

function bericht(type: BerichtType, wie: Wie, dagtekening: string, lichaam: Groep): Bericht {
  const soort = BERICHT_SOORTEN[type];
  const vanGemeente = soort.gemeenteIn === 'Afzender';
  const Header = {
    BerichtCode: soort.codes[0] ?? '',
    BerichtVersie: '3',
    BerichtSubversie: '2',
    Afzender: vanGemeente ? wie.gemeente : wie.aanbieder,
    Ontvanger: vanGemeente ? wie.aanbieder : wie.gemeente,
    BerichtIdentificatie: { Identificatie: vers('B'), Dagtekening: dagtekening },
    XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  };
  return { type, release: '3.2', inhoud: { Header, ...lichaam } };
}

const persoon = ({ bsn, geboren = '2012-06-15' }: Wie): Groep => ({
  Bsn: bsn,
  Geboortedatum: { Datum: geboren },
  Geslacht: '2',
});
const NAAM = { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voornamen: 'Sam' };

export interface Product {
  readonly categorie: string;
  readonly code: string;
}
export interface Omvang {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
}
const productVan = ({ categorie, code }: Product): Groep => ({ Categorie: categorie, Code: code });
const omvangVan = ({ volume, eenheid, frequentie }: Omvang): Groep => ({
  Volume: String(volume),
  Eenheid: eenheid,
  Frequentie: frequentie,
});

export interface Vraag extends Product {
  readonly begin: string;
  readonly einde?: string;
  readonly omvang: Omvang;
  readonly verwijzer?: string;
}

/** A request, signed on its first day. */
export function jw315(
  wie: Wie,
  { begin, einde, omvang, verwijzer = '01', ...product }: Vraag,
  ref = vers('R'),
): Bericht {
  const Verwijzer = verwijzer === '01' ? { Type: '01' } : { Type: verwijzer, ZorgverlenerCode: '01010101' };
  const aangevraagd = gevuld({
    ReferentieAanbieder: ref,
    Product: productVan(product),
    ToewijzingIngangsdatum: begin,
    ToewijzingEinddatum: einde,
    Omvang: omvangVan(omvang),
    Verwijzer,
  });
  const Client = { ...persoon(wie), Naam: NAAM, AangevraagdeProducten: { AangevraagdProduct: [aangevraagd] } };
  return bericht('JW315', wie, begin, { Client });
}

export interface Toegewezen extends Product {
  readonly nummer: number;
  readonly begin: string;
  readonly einde?: string;
  readonly omvang: Omvang;
  readonly datum?: string;
  readonly reden?: string;
}

const CONTACT = {
  Soort: '01',
  Adres: {
    Huis: { Huisnummer: '12' },
    Postcode: '1181AA',
    Straatnaam: 'Voorbeeldlaan',
    Plaatsnaam: 'Voorbeeldstad',
    LandCode: 'NL',
  },
};

export function jw301(wie: Wie, ...toegewezen: readonly Toegewezen[]): Bericht {
  const producten = toegewezen.map((t) =>
    gevuld({
      ToewijzingNummer: String(t.nummer),
      Product: productVan(t),
      Toewijzingsdatum: t.datum ?? t.begin,
      Toewijzingstijd: '10:00:00',
      Ingangsdatum: t.begin,
      Einddatum: t.einde,
      RedenWijziging: t.reden,
      Omvang: omvangVan(t.omvang),
    }),
  );
  const Client = {
    ...persoon(wie),
    Naam: { ...NAAM, NaamGebruik: '1' },
    Contactgegevens: { Contact: [CONTACT] },
    ToegewezenProducten: { ToegewezenProduct: producten },
  };
  return bericht('JW301', wie, toegewezen[0]?.datum ?? toegewezen[0]?.begin ?? '', { Client });
}

interface Levering extends Product {
  readonly nummer: number;
  readonly begin: string;
}
const levering = ({ nummer, begin, ...product }: Levering): Groep => ({
  ToewijzingNummer: String(nummer),
  Product: productVan(product),
  Begindatum: begin,
});

export function jw305(wie: Wie, start: Levering): Bericht {
  const StartProduct = [{ ...levering(start), StatusAanlevering: '1' }];
  return bericht('JW305', wie, start.begin, {
    Client: { ...persoon(wie), Naam: NAAM, StartProducten: { StartProduct } },
  });
}

export function jw307(wie: Wie, stop: Levering & { readonly einde: string }): Bericht {
  const { einde, ...rest } = stop;
  const StopProduct = [{ ...levering(rest), RedenBeeindiging: '31', Einddatum: einde, StatusAanlevering: '1' }];
  return bericht('JW307', wie, einde, { Client: { ...persoon(wie), Naam: NAAM, StopProducten: { StopProduct } } });
}

export interface Regel extends Product {
  readonly nummer: number;
  readonly volume: number;
  readonly eenheid: string;
  /** Eurocents per unit; absent with Eenheid 83. */
  readonly tarief?: number;
  readonly bedrag: number;
  /** Month of the help, where it is another than the one that is declared. */
  readonly maand?: string;
  readonly credit?: string;
  readonly ref?: string;
}

/** A declaratie of one whole month (`2025-03`) with its lines, signed on the last day. */
export function jw323(wie: Wie, maand: string, ...regels: readonly Regel[]): Bericht {
  const periode = periodeVan(maand);
  const som = regels.reduce((totaal, r) => totaal + (r.credit === undefined ? r.bedrag : -r.bedrag), 0);
  const prestaties = regels.map((r) =>
    gevuld({
      ProductReferentie: gevuld({ ReferentieNummer: r.ref ?? vers('P'), VorigReferentieNummer: r.credit }),
      ToewijzingNummer: String(r.nummer),
      ProductCategorie: r.categorie,
      ProductCode: r.code,
      ProductPeriode: r.maand === undefined ? periode : periodeVan(r.maand),
      GeleverdVolume: String(r.volume),
      Eenheid: r.eenheid,
      ProductTarief: r.tarief?.toString(),
      IngediendBedrag: { Bedrag: String(r.bedrag), DebetCredit: r.credit === undefined ? 'D' : 'C' },
    }),
  );
  const Declaratie = {
    DeclaratieNummer: vers('D'),
    DeclaratiePeriode: periode,
    DeclaratieDagtekening: periode.Einddatum,
    TotaalIngediendBedrag: { TotaalBedrag: String(Math.abs(som)), DebetCredit: som < 0 ? 'C' : 'D' },
    Clienten: { Client: [{ Bsn: wie.bsn, Prestaties: { Prestatie: prestaties } }] },
  };
  return bericht('JW323', wie, periode.Einddatum, { Declaratie });
}

function periodeVan(maand: string): { Begindatum: string; Einddatum: string } {
  const [jaar = 0, nummer = 0] = maand.split('-').map(Number);
  const dagen = new Date(Date.UTC(jaar, nummer, 0)).getUTCDate();
  return { Begindatum: `${maand}-01`, Einddatum: `${maand}-${dagen}` };
}
