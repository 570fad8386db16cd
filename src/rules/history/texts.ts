import { CLIENT_ONBEKEND } from '../declaration/texts.ts';

const DAGTEKENING =
  'De dagtekening {waarde} ligt na de dag van ontvangst, {ontvangst}. Stuur het bericht met de dagtekening van de dag van verzending en een nieuwe Identificatie.';
const GEMEENTECODE =
  'Gemeentecode {waarde} staat niet in de CBS-lijst van de datum die telt ({peildatum}). Gebruik de code die gold op de ingangsdatum van de toewijzing.';
const PRODUCTCODE =
  'Productcode {waarde} hoort volgens de gehanteerde productlijst niet bij productcategorie {categorie}. Gebruik een categorie en code uit de afspraken.';

/** Text per rule code: what is wrong, what to do. Placeholders: see vul.ts. */
export const HISTORY_TEKSTEN = {
  CS064: DAGTEKENING,
  CS300: GEMEENTECODE,
  CS329: PRODUCTCODE,
  TR019:
    'Deze melding is niet te koppelen aan een toewijzing van deze cliënt (ToewijzingNummer: {waarde}). Vul het ToewijzingNummer van een bekende, niet verwijderde toewijzing, of wacht tot de toewijzing er is.',
  TR056:
    'Identificatie {waarde} is al gebruikt in een eerder bericht van deze soort. Stuur het bericht opnieuw met een nieuwe Identificatie.',
  TR063:
    'StatusAanlevering is {waarde} (verwijderen), maar er is geen eerdere aanlevering met dezelfde sleutel. Vul de sleutelvelden precies zoals in het bericht dat verwijderd moet worden.',
  TR071:
    'Een start met een stop kan niet worden verwijderd (StatusAanlevering {waarde}); die stop heeft einddatum {einddatum}. Verwijder eerst die stop en daarna de start.',
  TR074:
    'Er is al een {klasse} met dezelfde sleutel ontvangen, met {element} {waarde}. Verwijder de eerdere eerst met StatusAanlevering 3, of pas de sleutelvelden aan.',
  TR135: DAGTEKENING,
  TR304: CLIENT_ONBEKEND,
  TR326:
    'Een start op {waarde} kan nog niet, want de levering die op {begindatum} begon is niet gestopt. Meld eerst de stop, en daarna de nieuwe start met een andere begindatum.',
  TR332:
    'ToewijzingNummer {waarde} is door deze gemeente al gebruikt voor een andere cliënt of aanbieder. Geef de toewijzing een nieuw nummer.',
  TR347:
    'ReferentieAanbieder {waarde} is al gebruikt in een eerder verzoek van deze aanbieder. Geef het verzoek een nieuwe referentie.',
  TR349:
    'De actuele toewijzing {toewijzing} ontbreekt in het verzoek. Neem haar op als OngewijzigdProduct of als TeWijzigenProduct.',
  TR350:
    'Toewijzing {waarde} is geen actuele toewijzing van deze cliënt. Laat dit OngewijzigdProduct weg of verbeter het nummer.',
  TR351:
    'Toewijzing {waarde} is geen actuele toewijzing van deze cliënt. Vraag de zorg aan als NieuwProduct of verbeter het nummer.',
  TR355:
    'ReferentieAanbieder {waarde} komt in geen eerder verzoek van deze aanbieder voor. Neem de referentie over uit het verzoek dat wordt beantwoord.',
  TR357:
    'De gewenste ingangsdatum {waarde} ligt niet na de dagtekening {dagtekening} en is niet de ingangsdatum van de toewijzing. Vul een datum in de toekomst, of {ingangsdatum} als de wijziging voor de hele looptijd geldt.',
  TR359:
    'Op het verzoek met ReferentieAanbieder {waarde} is al een toewijzing gestuurd. Wijzig zo nodig de toewijzing; een antwoord kan niet meer.',
  TR360:
    'VerzoekAntwoord {waarde} (in onderzoek) kan niet meer, want op dit verzoek is al een antwoord gestuurd. Stuur een toewijzing of een afwijzing.',
  TR361:
    'Hetzelfde product komt al voor in een periode die overlapt: van {begin} tot en met {einde}. Laat de perioden op elkaar aansluiten.',
  TR365:
    'Het verzoek met ReferentieAanbieder {waarde} is al afgewezen. Een tweede antwoord kan niet; de aanbieder kan een nieuw verzoek indienen.',
  TR373:
    'Een budget of een totaal wijzigt voor de hele looptijd, maar de gewenste ingangsdatum is {waarde}. Vul de ingangsdatum van de toewijzing: {ingangsdatum}.',
  TR374:
    'Voor deze cliënt is al een verzoek onderhanden: referentie {referentie} van {dagtekening}. Wacht op de toewijzing of afwijzing, of vraag de gemeente het af te wijzen.',
  TR375:
    'Toewijzing {toewijzing} heeft geen product, dus Omvang moet leeg blijven. Laat Omvang weg en vraag zo nodig een ander budget.',
  TR378: GEMEENTECODE,
  TR379:
    'ReferentieAanbieder is {waarde}, maar hoort precies dan gevuld te zijn als dit product een onderhanden verzoek van deze cliënt honoreert. Neem de referentie van dat verzoek over (bij een verzoek om wijziging in elk product), of laat het element weg, ook bij een toewijzing die ongewijzigd meegaat.',
  TR381: PRODUCTCODE,
  TR382:
    'Er is geen actuele start met dezelfde sleutel en begindatum {waarde} (laatste start: {start}). Neem ToewijzingNummer, Product en Begindatum over uit het laatste startbericht.',
  TR385:
    'De toewijzing kan niet worden verwijderd (RedenWijziging {waarde}): {aantal} goedgekeurde prestatie(s) zijn niet gecrediteerd. Laat de aanbieder die eerst crediteren, of beëindig de toewijzing met een einddatum.',
  TR411:
    'Toewijzing {toewijzing} heeft een productcode, maar Omvang ontbreekt. Vul Omvang, ook als alleen de einddatum wijzigt.',
  TR412: 'Toewijzing {toewijzing} heeft geen productcode, dus Omvang moet leeg blijven. Laat Omvang weg.',
  TR413:
    'Deze levering is al tijdelijk gestopt, per {einddatum}. Meld een nieuwe start, of een definitieve stop met een andere reden dan 20.',
  TR414:
    'De einddatum {waarde} ligt vóór die van de eerdere stop, {einddatum}. Vul een einddatum die niet eerder is, of verwijder eerst de eerdere stop.',
  TR415:
    'Een stop met reden {waarde} kan niet meer, want deze levering is al definitief gestopt, per {einddatum}. Verwijder eerst die stop als zij onjuist was.',
} as const satisfies Readonly<Record<string, string>>;

/** The rules of this family: those that have a text. */
export type HistoryCode = keyof typeof HISTORY_TEKSTEN;
