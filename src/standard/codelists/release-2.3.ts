import type { Codelijsten } from './codelijst.ts';

/** What iJW 2.3 has beside the lists of 3.2, or says differently. */
export const ALLEEN_IN_2_3: Codelijsten = {
  LDT_Eenheid: {
    '21': 'Week',
    '81': 'Benodigde tijdsduur of tijdsonafhankelijk',
    '82': 'Stuks',
  },
  LDT_Frequentie: {
    '3': 'Per vier weken',
    '5': 'Per jaar',
  },
  LDT_TypeVerwijzer: {
    '07': 'Onbekend',
    '08': 'Rechter, Raad voor de Kinderbescherming of Officier van Justitie',
  },
  LDT_RedenWijziging: {
    '01': 'Administratieve correctie',
  },
  LDT_BetalingAanID: {
    '01': 'Servicebureau',
    '02': 'Aanbieder',
  },
  LDT_BtwVrijstellingIndicatie: {
    '1': 'Btw-vrijstelling',
    '2': 'Geen btw-vrijstelling',
  },
  LDT_ValutaCode: {
    EUR: 'Euro',
  },
  LDT_Duur: {
    '1': 'Korter dan drie maanden',
    '2': 'Drie tot zes maanden',
    '3': 'Zes tot twaalf maanden',
    '4': 'Langer dan een jaar',
  },
  LDT_Grondslag: {
    '01': 'Somatische ziekte of aandoening',
    '02': 'Psychogeriatrische ziekte of aandoening',
    '03': 'Psychiatrische aandoening, psychische stoornis',
    '04': 'Lichamelijke handicap (functiestoornis)',
    '05': 'Verstandelijke handicap (functiestoornis)',
    '06': 'Zintuiglijke handicap (functiestoornis)',
    '07': 'Psychosociale problemen',
  },
  LDT_BeperkingCategorie: {
    '1': 'Sociale redzaamheid',
    '2': 'Mobiliteit',
    '3': 'Persoonlijke zorg',
    '4': 'Huishoudelijk leven',
    '5': 'Sociale relaties en maatschappelijk leven',
    '6': 'Deelname aan leren, werken',
  },
  LDT_BeperkingScore: {
    '0': 'Kan dit zelf',
    '1': 'Kan dit zelf, met toezicht of stimulering',
    '2': 'Kan dit met veel moeite of met hulp',
    '3': 'Kan dit niet zelfstandig',
    '9': 'Niet beoordeeld',
  },
  LDT_RetourCode: {
    '0013': 'Code servicebureau is onjuist.',
    '0030': 'Factuurnummer is niet uniek.',
    '0551': 'De prestatie kan niet gekoppeld worden aan een toewijzing.',
    '1112': 'De productcategorie in de prestatie is ongelijk aan de productcategorie in de toewijzing.',
    '1142': 'De productcode in de prestatie is ongelijk aan de productcode in de toewijzing.',
    '8001': 'Declaratie of factuur is volledig toegewezen.',
    '8004': 'Combinatie van BSN en geboortedatum is onjuist.',
    '8847': 'Begindatum van de declaratie- of factuurperiode moet gelijk zijn aan of voor de systeemdatum liggen.',
    '8849': 'Dagtekening van het retourbericht moet gelijk zijn aan of voor de systeemdatum liggen.',
    '8853': 'Creditering van een afgekeurde prestatie is bij een declaratie niet toegestaan.',
    '8854': 'Prestatie is al eerder gecrediteerd.',
    '8855': 'Declaratie is afgekeurd, omdat een factuur is verwacht.',
    '8856': 'Factuur is afgekeurd, omdat een declaratie is verwacht.',
    '9300': 'De referentie komt niet overeen met die van het verzoek om toewijzing.',
    '9309': 'De ingediende eenheid komt niet overeen met de toegewezen eenheid.',
    '9311': 'De declarant is niet de aanbieder van de toewijzing.',
    S329: 'ProductCode hoort niet bij de ProductCategorie.',
  },
};
