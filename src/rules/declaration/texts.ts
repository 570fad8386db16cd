/** TR304, which requests for a change have too. */
export const CLIENT_ONBEKEND =
  'Burgerservicenummer {waarde} hoort niet bij een cliënt met een toewijzing van deze gemeente aan deze aanbieder, of een toewijzingnummer erbij is van een andere cliënt. Controleer het BSN en de toewijzingnummers.';

/** Text per rule code: what is wrong, what to do. Placeholders: see vul.ts. */
export const DECLARATION_TEKSTEN = {
  TR303:
    'Voor deze prestatie is geen toewijzing bekend (ToewijzingNummer: {waarde}). Controleer het toewijzingnummer, of zonder nummer de cliënt, het product en de periode.',
  TR304: CLIENT_ONBEKEND,
  TR305: 'De productcategorie is {waarde}, maar toegewezen is {toegewezen}. Declareer de toegewezen categorie.',
  TR306: 'De productcode is {waarde}, maar toegewezen is {toegewezen}. Declareer de toegewezen code.',
  TR307:
    'De productperiode begint op {waarde}, vóór de ingangsdatum van de toewijzing ({ingangsdatum}). Pas de periode aan.',
  TR308: 'De productperiode eindigt op {waarde}, na de einddatum van de toewijzing ({einddatum}). Pas de periode aan.',
  TR309: 'De eenheid is {waarde}, maar toegewezen is {toegewezen}. Declareer in de toegewezen eenheid.',
  TR314:
    'Referentienummer {waarde} is al eerder gebruikt, of staat vaker in dit bericht. Geef elke prestatie een eigen nummer.',
  TR318:
    'De declaratieperiode begint op {begin}, vóór de laatst ingediende periode (vanaf {laatste}). Declareer achteraf met de laatst ingediende of een latere periode.',
  TR319:
    'De productperiode eindigt op {waarde}, na de declaratieperiode (tot en met {einddatum}). Declareer de prestatie in een latere declaratieperiode.',
  TR321:
    'Het volume {waarde} is meer dan in deze periode is toegewezen: hoogstens {hoogste} {eenheid}. Verlaag het volume, of vraag de gemeente om een ruimere toewijzing.',
  TR322:
    'Met het volume {waarde} wordt over de hele {welke} meer gedeclareerd dan is toegewezen: hoogstens {hoogste} {eenheid}, waarvan {eerder} al gedeclareerd. Verlaag het volume, of vraag de gemeente om een ruimere toewijzing.',
  TR323:
    'Een credit van prestatie {waarde} kan niet worden verwerkt: {reden}. Controleer het vorige referentienummer en neem de prestatie verder ongewijzigd over.',
  TR324: 'Factuurnummer {waarde} is al eerder gebruikt. Stuur de declaratie opnieuw met een eigen nummer.',
  TR333: 'Declaratienummer {waarde} is al eerder gebruikt. Stuur de declaratie opnieuw met een eigen nummer.',
  TR337:
    'Er is geen declaratie ontvangen waarmee {element} {waarde} overeenkomt. Neem de BerichtIdentificatie van de declaratie ongewijzigd over.',
  TR338: 'Het toewijzingnummer {waarde} is niet bekend bij deze gemeente. Controleer het nummer.',
  TR339: 'De productcategorie is {waarde}, maar toegewezen is {toegewezen}. Declareer de toegewezen categorie.',
  TR340: 'De productcode is {waarde}, maar toegewezen is {toegewezen}. Declareer de toegewezen code.',
  TR341:
    'De eenheid is {waarde}, maar toegewezen of afgesproken is {toegewezen}. Declareer in die eenheid; uren mogen ook in minuten.',
  TR346: 'Het bedrag is {bedrag}, maar volume maal tarief is {verwacht}. Corrigeer het bedrag of het tarief.',
  TR366:
    'De declaratie waarop dit bericht antwoordt heeft geen prestatie met referentienummer {waarde}. Neem alleen prestaties uit die declaratie op.',
  TR367:
    '{element} is {waarde}, maar was {verwacht} in de declaratie waarop dit bericht antwoordt. Neem de waarde ongewijzigd over.',
  TR369:
    'Met dit bedrag van {bedrag} wordt meer gedeclareerd dan het toegewezen budget van {budget}, waarvan {eerder} al gedeclareerd. Verlaag het bedrag, of vraag de gemeente om een hoger budget.',
  TR371:
    '{element} is {waarde}, maar was {verwacht} in de declaratie waarop dit bericht antwoordt. Neem de XsdVersie van die declaratie ongewijzigd over.',
  TR376:
    'Het declaratienummer is {waarde}, maar was {verwacht} in de declaratie waarop dit bericht antwoordt. Neem het nummer van die declaratie ongewijzigd over.',
  TR384:
    'Toewijzing {waarde} is verwijderd. Haal de prestatie uit de declaratie, of declareer op een geldige toewijzing.',
  TR387: 'De productperiode begint op {waarde}, maar moet in deze maand beginnen op {verwacht}. Pas de begindatum aan.',
  TR388: 'De productperiode eindigt op {waarde}, maar moet in deze maand eindigen op {verwacht}. Pas de einddatum aan.',
  TR389:
    'Voor dit product en de periode {begin} tot en met {einde} is op deze toewijzing al prestatie {eerder} gedeclareerd. Crediteer die eerst volledig.',
  TR390: 'Prestatie {waarde} is al eerder gecrediteerd. Haal deze credit uit de declaratie.',
  TR418:
    'Het tarief van product {product} is {tarief}, maar het contract zegt op {dag} {verwacht}. Declareer met het tarief uit het contract, of laat de gemeente het contract aanpassen.',
  IV053: 'Prestatie {waarde} is afgewezen en hoeft niet te worden gecrediteerd. Dien haar verbeterd opnieuw in.',
  IV056:
    'Er is geen declaratie of factuur ontvangen waarmee {element} {waarde} overeenkomt. Neem de gegevens van de declaratie of factuur ongewijzigd over.',
  IV032: '{element} {waarde} ligt na de dag van ontvangst, {ontvangst}. Corrigeer de datum.',
  OP278:
    'BerichtCode {waarde} is een {gekregen}, maar met de gemeente is een {verwacht} afgesproken. Dien in als {verwacht}.',
  'GW-DECLARATIETERMIJN':
    'De declaratie van {waarde} is laat: haar periode eindigt op {einde} en afgesproken is binnen {maanden} maanden te declareren. Overleg met de gemeente over deze late declaratie.',
} as const satisfies Readonly<Record<string, string>>;

/** The rules of this family: those that have a text. */
export type DeclarationCode = keyof typeof DECLARATION_TEKSTEN;

/** Why a credit does not take back the debet it names (TR323). */
export const REDEN_GEEN_CREDIT = {
  unknown: 'er is geen goedgekeurde prestatie met dit referentienummer',
  refused: 'de prestatie met dit referentienummer is afgewezen',
  provisional: 'de gemeente heeft de prestatie met dit referentienummer nog niet goedgekeurd',
  other: 'zij is niet gelijk aan de prestatie met dit referentienummer (anders is: {verschil})',
} as const;
