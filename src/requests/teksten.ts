import type { MaatwerkReden } from './maatwerk.ts';
import type { AfwijzingCode } from './reden-afwijzing.ts';
import type { WerkbakReden } from './uitkomst.ts';

/** Why a request was refused, as people read it: what does not fit, what to do. */
export const AFWIJZING_TEKSTEN: Readonly<Record<AfwijzingCode, string>> = {
  'geen-contract':
    'De aanbieder heeft op de gevraagde ingangsdatum geen contract bij deze gemeente. Vraag het aan bij de gemeente of regio.',
  onderaannemer: 'Het contract is als onderaannemer. Laat de hoofdaannemer het verzoek doen.',
  taakgericht: 'Voor deze gemeente is de zorg taakgericht bekostigd: er worden geen toewijzingen gegeven.',
  'product-buiten-contract':
    'Dit product staat niet in het contract van de aanbieder. Vraag een gecontracteerd product aan.',
  'periode-buiten-contract':
    'De gevraagde periode valt niet geheel binnen het contract. Kies een einddatum binnen het contract.',
  'al-toegewezen':
    'Dit product is voor (een deel van) deze periode al toegewezen. Gebruik de bestaande toewijzing of vraag een wijziging aan (JW317).',
  leeftijd: 'De leeftijd van de cliënt op de ingangsdatum valt buiten de grenzen van dit product.',
  verwijzer: 'Deze soort verwijzer mag dit product niet aanvragen. Zie de afspraken voor wie dat wel mag.',
  'langer-dan-maximum': 'De gevraagde periode is langer dan dit product mag duren, of heeft geen einddatum.',
};

/** What a check says that finds nothing against the request. */
export const VOLDOET_TEKSTEN: Readonly<Record<AfwijzingCode, string>> = {
  'geen-contract': 'De aanbieder heeft op de gevraagde ingangsdatum een contract.',
  onderaannemer: 'De aanbieder is onder dit contract geen onderaannemer.',
  taakgericht: 'De zorg wordt in deze gemeente per toewijzing bekostigd.',
  'product-buiten-contract': 'Het product staat in het contract, of er is geen product genoemd.',
  'periode-buiten-contract': 'De gevraagde periode valt binnen het contract.',
  'al-toegewezen': 'Dit product is voor deze periode nog niet toegewezen.',
  leeftijd: 'De leeftijd van de cliënt past bij het product.',
  verwijzer: 'Deze soort verwijzer mag dit product aanvragen.',
  'langer-dan-maximum': 'De gevraagde periode is niet langer dan dit product mag duren.',
};

/** With which a finding on a request in the werkbak begins; it stays as it was when the request is decided on. */
export const WACHT_OP_BESLUIT = 'Het verzoek wacht op een besluit van de gemeente.';

/** Why a request waits for the gemeente. */
export const WERKBAK_TEKSTEN: Readonly<Record<WerkbakReden, string>> = {
  'regime-gemeente': 'In deze gemeente beslist de gemeente zelf over elk verzoek.',
  'zonder-productcode': 'Het verzoek noemt geen productcode.',
  'zonder-einddatum': 'Zonder einddatum is het totaal van een volume per dag, week of maand niet te bepalen.',
  'toestemming-lokaal-team': 'Voor dit product is toestemming van het lokale team nodig.',
  'geboortedatum-onbekend': 'De geboortedatum is onbekend, zodat de leeftijdsgrens niet te toetsen is.',
  'gezagsdrager-onbekend':
    'De aanbieder kent de gezagsdrager niet. Alleen de gemeente kan die in de toewijzing opnemen (OP002): geef bij het toewijzen de relatie mee.',
  'waarde-onbekend': 'De waarde van het gevraagde is met het contract niet te berekenen.',
  'boven-signaalbudget': 'Het gevraagde gaat boven het signaalbudget van het product.',
  'gedeelde-referentie':
    'Meer producten van dit verzoek hebben dezelfde ReferentieAanbieder (iJW 2.3), en zij zouden een verschillend antwoord krijgen. De gemeente beslist over deze producten samen.',
  'zonder-postadres': 'Er is geen eerdere toewijzing van deze cliënt en van de gemeente is geen postadres bekend.',
  'andere-toewijzingen':
    'De andere lopende toewijzingen van deze cliënt passen niet samen in een geldig toewijzingsbericht. De gemeente moet die eerst herstellen.',
  'antwoord-in-strijd':
    'Het antwoord dat de gateway namens de gemeente zou sturen, is in strijd met de regels van de standaard. Beslis zelf, of stuur zelf een bericht.',
  'verzoek-om-wijziging': 'Over een verzoek om wijziging beslist de gemeente.',
  'toewijzing-geweigerd':
    'De aanbieder heeft het toewijzingsbericht afgekeurd waarmee dit verzoek was gehonoreerd; het verzoek is weer open.',
};

/** Why a maatwerksignaalbudget cannot be granted. */
export const MAATWERK_TEKSTEN: Readonly<Record<MaatwerkReden, string>> = {
  'zonder-nummer': 'Deze toewijzing (iJW 2.3) heeft geen toewijzingnummer. Stuur zelf een nieuwe toewijzing.',
  verwijderd: 'Deze toewijzing is verwijderd.',
  'geen-totaal':
    'Een maatwerksignaalbudget kan alleen op een toewijzing met een totaal (frequentie 6) of een budget. Stuur zelf een nieuwe toewijzing.',
  'bedrag-ongeldig': 'Met dit bedrag is geen toewijzing te maken: het is te laag of te hoog.',
  'waarde-onbekend': 'Met het contract is bij dit bedrag geen volume te berekenen.',
  'zonder-clientgegevens': 'Van deze cliënt zijn geen gegevens bewaard. Stuur zelf een nieuwe toewijzing.',
  'alleen-oude-release': 'Deze toewijzing is in iJW 3.2 niet uit te drukken. Stuur zelf een nieuwe toewijzing.',
  'moment-in-toekomst':
    'De huidige versie van de toewijzing is van het einde van deze dag; een latere is pas morgen te maken. Probeer het morgen opnieuw.',
  'andere-toewijzingen':
    'De andere lopende toewijzingen van deze cliënt passen niet samen in een geldig toewijzingsbericht. Herstel die eerst.',
  'in-strijd': 'Het toewijzingsbericht dat hieruit volgt zou worden afgekeurd. Stuur zelf een nieuwe toewijzing.',
};

/** Of these, what only says why it lies with the gemeente, and nothing against what is asked. */
const ZEGT_WAAROM: readonly WerkbakReden[] = ['regime-gemeente', 'verzoek-om-wijziging', 'toewijzing-geweigerd'];
export const NIET_TEGEN: ReadonlySet<string> = new Set(ZEGT_WAAROM.map((reden) => WERKBAK_TEKSTEN[reden]));
