import type { BerichtType } from '../../src/standard/message-types.ts';
import type { Groep } from '../../src/xml/tree.ts';

/** What stands below the root of one valid message of each type. Two of everything that may repeat. */

type Maak = (header: Groep) => Groep;

const naam = { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, Voorletters: 'V' };
const persoon = { Bsn: '999900006', Geboortedatum: { Datum: '2012-05-17' }, Geslacht: '2' };
const client = { ...persoon, Naam: naam };
const product = (code: string): Groep => ({ Categorie: '45', Code: code });
const omvang = { Volume: '600', Eenheid: '01', Frequentie: '6' };
const adres = {
  Huis: { Huisnummer: '12' },
  Postcode: '1181AA',
  Straatnaam: 'Dorpsstraat',
  Plaatsnaam: 'Amstelveen',
  LandCode: 'NL',
};

function toegewezen(nummer: string, code: string): Groep {
  return {
    ToewijzingNummer: nummer,
    Product: product(code),
    Toewijzingsdatum: '2026-03-01',
    Toewijzingstijd: '10:00:00',
    Ingangsdatum: '2026-04-01',
    Einddatum: '2026-09-30',
    Omvang: omvang,
  };
}

const toewijzingen = [toegewezen('1001', '45A01'), toegewezen('1002', '45A02')];

const toewijzingClient = {
  ...persoon,
  Naam: { ...naam, NaamGebruik: '1' },
  Communicatie: { Vorm: '1', Taal: 'Frans' },
  Relaties: {
    Relatie: [
      {
        Nummer: '1',
        Soort: '03',
        Geboortedatum: { Datum: '1980-01-02' },
        Naam: { ...naam, NaamGebruik: '1' },
        Contact: { Soort: '03', Adres: adres },
      },
    ],
  },
  Contactgegevens: {
    Contact: [
      { Soort: '01', Adres: adres },
      { Soort: '04', Adres: adres, Periode: { Begindatum: '2026-01-01', Einddatum: '2026-02-01' } },
    ],
  },
};

function start(nummer: string, code: string): Groep {
  return {
    ToewijzingNummer: nummer,
    Product: product(code),
    ToewijzingIngangsdatum: '2026-01-01',
    Begindatum: '2026-02-01',
    StatusAanlevering: '1',
  };
}

function stop(nummer: string, code: string): Groep {
  const { StatusAanlevering, ...begin } = start(nummer, code);
  return { ...begin, RedenBeeindiging: '31', Einddatum: '2026-02-28', StatusAanlevering };
}

function aangevraagd(referentie: string, code: string): Groep {
  return {
    ReferentieAanbieder: referentie,
    BeschikkingNummer: '77',
    Product: product(code),
    BeschikkingIngangsdatum: '2026-03-01',
    ToewijzingIngangsdatum: '2026-04-01',
    ToewijzingEinddatum: '2026-09-30',
    Omvang: omvang,
    Verwijzer: { Type: '02', Naam: 'Huisarts Voorbeeld' },
  };
}

function prestatie(referentie: string, code: string): Groep {
  return {
    ProductReferentie: { ReferentieNummer: referentie },
    ToewijzingNummer: '1001',
    ProductCategorie: '45',
    ProductCode: code,
    ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' },
    GeleverdVolume: '100',
    Eenheid: '01',
    ProductTarief: '150',
    IngediendBedrag: { Bedrag: '15000', DebetCredit: 'D' },
  };
}

const nietsOpgemerkt = { RetourCode: ['0200'] };

export const INHOUD_32: Partial<Record<BerichtType, Maak>> = {
  JW301: (Header) => ({
    Header,
    Client: { ...toewijzingClient, ToegewezenProducten: { ToegewezenProduct: toewijzingen } },
  }),
  JW305: (Header) => ({
    Header,
    Client: { ...client, StartProducten: { StartProduct: [start('1001', '45A01'), start('1002', '45A02')] } },
  }),
  JW307: (Header) => ({
    Header,
    Client: { ...client, StopProducten: { StopProduct: [stop('1001', '45A01'), stop('1002', '45A02')] } },
  }),
  JW315: (Header) => ({
    Header,
    Client: {
      ...client,
      AangevraagdeProducten: { AangevraagdProduct: [aangevraagd('R1', '45A01'), aangevraagd('R2', '45A02')] },
    },
  }),
  JW317: (Header) => ({
    Header,
    Client: {
      Bsn: '999900006',
      Verzoek: {
        ReferentieAanbieder: 'W1',
        RedenVerzoek: '1',
        OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: '1001' }] },
        TeWijzigenProducten: {
          TeWijzigenProduct: [
            { ToewijzingNummer: '1002', GewensteIngangsdatum: '2026-01-01', Einddatum: '2026-12-31', Omvang: omvang },
          ],
        },
        NieuweProducten: {
          NieuwProduct: [
            {
              Product: product('45A03'),
              GewensteIngangsdatum: '2026-04-01',
              Einddatum: '2026-12-31',
              Omvang: omvang,
            },
          ],
        },
      },
    },
  }),
  JW319: (Header) => ({
    Header,
    Antwoord: {
      ReferentieAanbieder: 'R1',
      VerzoekAntwoord: '1',
      RedenAfwijzingVerzoek: '8',
      Woonplaatsbeginsel: { Gemeente: '0363' },
    },
  }),
  JW323: (Header) => ({
    Header,
    Declaratie: {
      DeclaratieNummer: 'D2026',
      DeclaratiePeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' },
      DeclaratieDagtekening: '2026-03-01',
      TotaalIngediendBedrag: { TotaalBedrag: '45000', DebetCredit: 'D' },
      Clienten: {
        Client: [
          { Bsn: '999900006', Prestaties: { Prestatie: [prestatie('P1', '45A01'), prestatie('P2', '45A02')] } },
          { Bsn: '999900018', Prestaties: { Prestatie: [prestatie('P3', '45A03')] } },
        ],
      },
    },
  }),
  JW325: (Header) => ({
    Header: {
      ...Header,
      DeclaratieIdentificatie: { Identificatie: 'TEST0', Dagtekening: '2026-03-01' },
      XsdVersieDeclaratie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      RetourCodes: nietsOpgemerkt,
    },
    DeclaratieAntwoord: {
      DeclaratieNummer: 'D2026',
      TotaalIngediendBedrag: { TotaalBedrag: '45000', DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: '30000', DebetCredit: 'D' },
      Clienten: {
        Client: [
          {
            Bsn: '999900006',
            Prestaties: { Prestatie: [{ ...prestatie('P1', '45A01'), RetourCodes: { RetourCode: ['9322'] } }] },
            RetourCodes: nietsOpgemerkt,
          },
        ],
      },
      RetourCodes: nietsOpgemerkt,
    },
  }),
};

function prestatie23(referentie: string): Groep {
  return {
    ToewijzingNummer: '1001',
    ProductCategorie: '45',
    ProductCode: '45A01',
    ProductPeriode: { Begindatum: '2019-06-01', Einddatum: '2019-06-30' },
    IngediendeBedragPrestatie: {
      GeleverdVolume: '100',
      Eenheid: '01',
      ProductTarief: '150',
      BerekendBedrag: { Bedrag: '15000', DebetCredit: 'D' },
      BtwVrijstellingIndicatie: '1',
      DeclaratieFactuurBedrag: { Bedrag: '15000', DebetCredit: 'D' },
    },
    ProductReferentie: { ReferentieNummer: referentie },
  };
}

function header23(Header: Groep): Groep {
  return {
    BerichtCode: Header.BerichtCode,
    BerichtVersie: '2',
    BerichtSubversie: '3',
    Gemeente: '0362',
    Aanbieder: '42420001',
    BetalingAanID: '02',
    DeclaratieFactuurIdentificatie: {
      DeclaratiePeriode: { Begindatum: '2019-06-01', Einddatum: '2019-06-30' },
      DeclarantFactuurNummer: 'F2019',
      FactuurDagtekening: '2019-07-02',
      ValutaCode: 'EUR',
    },
  };
}

const nietToegekend = {
  GemeenteBerekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
  ToegekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
};

export const INHOUD_23: Partial<Record<BerichtType, Maak>> = {
  JW301: (Header) => ({
    Header,
    Client: {
      ...toewijzingClient,
      Beschikking: {
        BeschikkingNummer: '77',
        Afgiftedatum: '2026-03-01',
        Ingangsdatum: '2026-04-01',
        ToegewezenProducten: { ToegewezenProduct: toewijzingen },
      },
    },
  }),
  JW305: (Header) => ({
    Header,
    Client: {
      ...client,
      StatusAanlevering: '1',
      StartProducten: { StartProduct: [start('1001', '45A01'), start('1002', '45A02')] },
    },
  }),
  JW307: (Header) => ({
    Header,
    Client: {
      ...client,
      StatusAanlevering: '1',
      StopProducten: { StopProduct: [stop('1001', '45A01'), stop('1002', '45A02')] },
    },
  }),
  JW315: (Header) => ({
    Header,
    Client: {
      ...client,
      AangevraagdeProducten: { AangevraagdProduct: [aangevraagd('R1', '45A01'), aangevraagd('R2', '45A02')] },
    },
  }),
  JW303: (Header) => ({
    Header: {
      ...header23(Header),
      DeclaratieFactuurBedragen: {
        DeclaratieFactuurTotaalBedrag: { TotaalBedrag: '30000', DebetCredit: 'D' },
        BtwTotaalBedrag: { TotaalBedrag: '0', DebetCredit: 'D' },
      },
    },
    Clienten: { Client: [{ ...client, Prestaties: { Prestatie: [prestatie23('P1'), prestatie23('P2')] } }] },
  }),
  JW304: (Header) => ({
    Header: {
      ...header23(Header),
      RetourHeader: { GemeenteReferentieNummer: 'G1', RetourDagtekening: '2019-07-05' },
      RetourBedragen: {
        IngediendTotaalBedrag: { TotaalBedrag: '30000', DebetCredit: 'D' },
        ToegekendTotaalBedrag: { TotaalBedrag: '15000', DebetCredit: 'D' },
      },
      RetourCodes: nietsOpgemerkt,
    },
    Clienten: {
      Client: [
        {
          ...client,
          Prestaties: {
            Prestatie: [
              {
                ...prestatie23('P1'),
                ToegekendeBedragPrestatie: nietToegekend,
                RetourCodes: { RetourCode: ['9322'] },
              },
            ],
          },
          RetourCodes: nietsOpgemerkt,
        },
      ],
    },
  }),
};
