import type { Codelijsten } from './codelijst.ts';

/** What is asked, assigned, delivered and declared. Labels of iJW 3.2. */
export const ZORG: Codelijsten = {
  /** JZ020, productcategorie */
  LDT_ProductCategorie: {
    '31': '(2015) Zonder verblijf: uitgevoerd door wijk- of buurtteam',
    '32': '(2015) Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder',
    '33': '(2015) Zonder verblijf: daghulp op locatie van de aanbieder',
    '34': '(2015) Zonder verblijf: jeugdhulp in het netwerk van de jeugdige',
    '35': '(2015) Met verblijf: pleegzorg',
    '36': '(2015) Met verblijf: gezinsgericht',
    '37': '(2015) Met verblijf: gesloten plaatsing',
    '38': '(2015) Met verblijf: overig residentieel',
    '40': 'Persoonlijke verzorging',
    '41': 'Dagbehandeling',
    '42': 'Vervoerdiensten',
    '43': 'Jeugdhulp verblijf (incl. behandeling)',
    '44': 'Jeugdhulp verblijf (excl. behandeling)',
    '45': 'Jeugdhulp ambulant',
    '46': 'Jeugdhulp crisis',
    '47': 'Jeugdreclassering',
    '48': 'Jeugdbescherming',
    '49': 'Activiteiten in het preventief justitieel kader',
    '50': 'Maatwerkarrangementen jeugd',
    '51': 'Generalistische basis-ggz',
    '52': 'Specialistische ggz',
    '53': 'Kindergeneeskunde',
    '54': 'Jeugd-ggz',
    '55': 'Landelijk ingekochte zorg',
  },
  /** WJ756, eenheid */
  LDT_Eenheid: {
    '01': 'Minuut',
    '04': 'Uur',
    '14': 'Etmaal',
    '16': 'Dagdeel (4 uur)',
    '82': 'Stuks (output)',
    '83': "Euro's",
    '84': 'Stuks (inspanning)',
  },
  /** WMO757, frequentie */
  LDT_Frequentie: {
    '1': 'Per dag',
    '2': 'Per week',
    '4': 'Per maand',
    '6': 'Totaal binnen geldigheidsduur toewijzing',
  },
  /** COD327, code verwijzer */
  LDT_TypeVerwijzer: {
    '01': 'Gemeente',
    '02': 'Huisarts',
    '03': 'Jeugdarts',
    '04': 'Gecertificeerde instelling',
    '05': 'Medisch specialist',
    '06': 'Zelfverwijzer / geen verwijzer',
    '08': 'Rechter, Officier van Justitie, functionaris Justitiële jeugdinrichting',
  },
  /** COD043, indicatie debet/credit */
  LDT_DebetCredit: {
    C: 'Creditbedrag en aantal',
    D: 'Debetbedrag en aantal',
  },
  /** COD467, status aanlevering */
  LDT_StatusAanlevering: {
    '1': 'Eerste aanlevering',
    '2': 'Gewijzigde aanlevering',
    '3': 'Verwijderen aanlevering',
    '9': 'Niet van toepassing (ongewijzigd)',
  },
  /** COD260, ja of nee */
  LDT_JaNee: {
    '1': 'Ja',
    '2': 'Nee',
  },
};
