import type { Codelijsten } from './codelijst.ts';

/** What is said of a person and how to reach him or her. Labels of iJW 3.2. */
export const PERSOON: Codelijsten = {
  /** COD046, geslacht */
  LDT_Geslacht: {
    '0': 'Onbekend',
    '1': 'Mannelijk',
    '2': 'Vrouwelijk',
  },
  /** COD170, datumgebruik */
  LDT_DatumGebruik: {
    '1': 'Dag onbekend (alleen maand en jaar gebruiken)',
    '2': 'Dag en maand onbekend (alleen jaar gebruiken)',
    '3': 'Dag, maand en jaar onbekend (onbekende datum)',
  },
  /** COD700, naamgebruik */
  LDT_NaamGebruik: {
    '1': 'Eigen naam',
    '2': 'Naam echtgenoot of geregistreerd partner of alternatieve naam',
    '3': 'Naam echtgenoot of geregistreerd partner gevolgd door eigen naam',
    '4': 'Eigen naam gevolgd door naam echtgenoot of geregistreerd partner',
    '5': 'Pseudoniem',
    '6': 'Niet-natuurlijk persoon',
  },
  /** COD747, communicatievorm */
  LDT_Communicatievorm: {
    '1': 'Tolk taal',
    '2': 'Doventolk',
    '3': 'Doofblindentolk',
  },
  /** WJ232, juridische status */
  LDT_JuridischeStatus: {
    '01': 'Rechterlijke machtiging (rm) voorlopig / voortgezette machtiging',
    '02': 'RM op eigen verzoek',
    '03': 'RM met voorwaardelijk ontslag',
    '04': 'Onder toezichtstelling (ots)',
    '05': 'In bewaring stelling (ibs)',
    '11': 'Strafrechterlijke justitiële contacten (tbs)',
    '12': 'Strafrechterlijke justitiële contacten (overig)',
  },
  /** WJ003, wettelijke vertegenwoordiging */
  LDT_WettelijkeVertegenwoordiging: {
    '06': 'Voogdij',
    '07': 'Bewindvoering',
    '08': 'Mentorschap',
    '09': 'Onder curatele stelling',
    '10': 'Zaakwaarneming',
  },
  /** COD472, soort relatie */
  LDT_SoortRelatie: {
    '03': 'Curator (juridisch)',
    '04': 'Financieel (gemachtigd)',
    '05': 'Financieel (toetsing)',
    '06': 'Leefeenheid',
    '07': 'Hulpverlener',
    '08': 'Specialist',
    '09': 'Anders',
    '10': 'Ouder',
    '11': 'Voogd',
    '12': 'Partner/echtgeno(o)t(e)',
    '13': 'Pleegouder',
    '14': 'Bewindvoerder',
    '15': 'Mentor',
    '16': 'Zoon/dochter',
    '17': 'Familielid',
    '18': 'Gezinslid',
    '19': 'Buur',
    '20': 'Vriend(in)/kennis',
    '21': 'Cliëntondersteuner',
    '22': 'Huisarts',
    '23': 'Erven van',
    '24': 'Werkgever',
    '25': 'Wijkcoach',
  },
  /** COD757, soort adres */
  LDT_AdresSoort: {
    '01': 'BRP-adres',
    '02': 'Correspondentie-adres',
    '03': 'Verblijfadres',
    '04': 'Tijdelijk verblijfadres',
  },
  /** NUM061, aanduiding woonadres */
  LDT_AanduidingWoonadres: {
    AB: 'Aan boord',
    BY: 'Bij',
    TO: 'Tegenover',
    WW: 'Woonwagen',
  },
};
