import type { Codelijsten } from './codelijst.ts';

/** Why something changes, ends or is refused. Labels of iJW 3.2. */
export const REDENEN: Codelijsten = {
  /** JZ002, reden wijziging toewijzing */
  LDT_RedenWijziging: {
    '01': 'Administratieve correctie (vervallen)',
    '02': 'Cliënt overleden',
    '03': 'Contractwijziging',
    '04': 'Herbeoordeling verlenging toewijzing',
    '05': 'Herbeoordeling verkorting toewijzing',
    '06': 'Uitstroom naar ander domein',
    '07': 'Verhuizing naar een andere gemeente',
    '08': 'Wijziging leveringsvorm',
    '09': 'Overstap naar andere aanbieder',
    '10': 'Overgang naar nieuwe bekostigingssystematiek',
    '11': 'Gemeentelijke herindeling',
    '12': 'Geïnitieerd door de aanbieder',
    '13': 'Verwijderd',
    '14': 'Administratieve correctie',
  },
  /** JZ588, reden beëindiging */
  LDT_RedenBeeindiging: {
    '02': 'Overlijden',
    '20': 'Levering is tijdelijk beëindigd',
    '31': 'Levering is volgens plan beëindigd',
    '32': 'Voortijdig afgesloten, door cliënt',
    '33': 'Voortijdig afgesloten, door aanbieder',
    '34': 'Voortijdig afgesloten, in overleg',
    '35': 'Voortijdig afgesloten, externe oorzaak',
    '36': 'Geïnitieerd door de gemeente',
    '37': 'In verband met wijzigingsverzoek',
    '38': 'Overstap naar andere aanbieder',
    '39': 'Uitstroom naar ander domein',
  },
  /** WJ758, reden verzoek */
  LDT_RedenVerzoek: {
    '1': 'Verandering clientsituatie',
    '2': 'Wijziging zorgplan',
  },
  /** WJ760, verzoek antwoord */
  LDT_VerzoekAntwoord: {
    '1': 'Verzoek afgewezen',
    '2': 'Aanvraag in onderzoek',
  },
  /** WJ759, reden afwijzing verzoek */
  LDT_RedenAfwijzingVerzoek: {
    '1': 'Geen wijziging, maar nieuwe aanvraag',
    '2': 'Past niet binnen budget',
    '3': 'Geen contract',
    '4': 'Past niet binnen contract',
    '5': 'Andere gemeente',
    '6': 'Stapeling',
    '7': 'Zorginhoudelijke afkeur',
    '8': 'Woonplaatsbeginsel',
    '9': 'Leeftijdsgrens is bereikt',
  },
};
