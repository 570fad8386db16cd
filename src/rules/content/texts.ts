/** Level 2, by rule code: what is wrong, what to do. Placeholders: see vul.ts. */
export const CONTENT_TEKSTEN = {
  // Technical rules
  TR002:
    'Geboortedatum {waarde} ligt meer dan 120 jaar voor de Dagtekening {dagtekening}. Verbeter de datum, of meld een onbekende geboortedatum met DatumGebruik 3 en 1900-01-01.',
  TR006:
    'Dit Contact heeft geen Telefoon en geen Huis met Postcode. Vul een telefoonnummer, of huisnummer en postcode samen.',
  TR018: 'De Einddatum {waarde} van de stop ligt voor de Begindatum {begin}. Vul een Einddatum op of na de Begindatum.',
  TR061:
    'De client heeft geen contact van Soort 01 (BRP-adres), 02 (correspondentieadres) of 03 (verblijfadres). Voeg minstens één van deze adressen toe.',
  TR101:
    'Deze {klasse} staat dubbel in het bericht: een eerdere heeft dezelfde sleutel ({sleutel}), met {element} {waarde}. Lever elke {klasse} één keer aan; een correctie met dezelfde sleutel gaat in een apart bericht.',
  TR134:
    '{element} {waarde} ligt na de Dagtekening {dagtekening} van het bericht. Vul een datum op of voor de Dagtekening, of verzend het bericht later.',
  TR137:
    'De Einddatum {waarde} van de {periode} ligt voor de Begindatum {begin} of na de Dagtekening {dagtekening}. Verbeter de periode, of declareer pas na afloop ervan.',
  TR302:
    'Dit product, met {element} {waarde}, overlapt met een ander toegewezen product van dezelfde soort, van {begin} tot en met {einde}. Pas de periodes aan zodat zij elkaar niet overlappen.',
  TR312:
    'Het DeclaratieFactuurTotaalBedrag ({totaal}) is niet de som van de prestaties ({som}). Tel de debetbedragen op, trek de creditbedragen af en vul de uitkomst.',
  TR313:
    'Het BtwTotaalBedrag ({totaal}) is niet de som van de BtwBedragen van de prestaties ({som}). Tel de debetbedragen op, trek de creditbedragen af en vul de uitkomst.',
  TR315: 'VorigReferentieNummer {waarde} komt vaker voor in dit bericht. Crediteer een prestatie één keer.',
  TR316:
    'VorigReferentieNummer {waarde} verwijst naar een prestatie in ditzelfde bericht. Laat de debet en zijn credit allebei weg, of crediteer pas als de debet is toegekend.',
  TR317:
    'Het BerekendBedrag ({berekend}) is niet GeleverdVolume maal ProductTarief ({uitkomst}). Verbeter het bedrag, het volume of het tarief.',
  TR320:
    'Het ToegekendTotaalBedrag is {toegekend}: de prestaties in dit antwoord verklaren {som} verschil, terwijl ingediend min toegekend {verschil} is. Neem alle niet geheel toegekende prestaties op en geen andere, of verbeter de totalen; bij afkeur van het geheel is het toegekende totaal 0.',
  TR335:
    'De ProductPeriode eindigt op {waarde}, meer dan vijf jaar voor de DeclaratieDagtekening {dagtekening}. Deze prestatie kan niet meer worden gedeclareerd; haal haar uit de declaratie.',
  TR342:
    'Het TotaalToegekendBedrag is {toegekend}: de prestaties in dit antwoord tellen op tot {som}, terwijl ingediend min toegekend {verschil} is. Neem alle afgewezen prestaties op en geen andere, of verbeter de totalen; bij afkeur van de declaratie is het toegekende totaal 0.',
  TR352:
    'Het verzoek noemt geen OngewijzigdProduct en geen TeWijzigenProduct. Neem alle actuele toewijzingen op; zijn er geen, dien dan een verzoek om toewijzing (JW315) in.',
  TR353:
    'Het verzoek noemt geen TeWijzigenProduct en geen NieuwProduct, dus er verandert niets. Neem op wat er anders moet worden, of verzend het bericht niet.',
  TR358:
    'Het TotaalIngediendBedrag ({totaal}) is niet de som van de prestaties ({som}). Tel de debetbedragen op, trek de creditbedragen af en vul de uitkomst.',
  TR377:
    'De reden van afwijzing is 8 (woonplaatsbeginsel), maar Woonplaatsbeginsel ontbreekt. Neem Woonplaatsbeginsel op met de gemeente die wel verantwoordelijk is.',
  TR380:
    'De GewensteIngangsdatum {waarde} van een nieuw product ligt niet na de Dagtekening {dagtekening}. Vul een datum na de Dagtekening.',
  TR383:
    'ReferentieAanbieder {waarde} komt vaker voor in dit bericht. Geef elk aangevraagd product een eigen referentie.',
  TR386:
    'Dit product, met {element} {waarde}, overlapt met een ander aangevraagd product van dezelfde soort, van {begin} tot en met {einde}. Pas de periodes aan zodat zij elkaar niet overlappen.',
  TR409:
    'Woonplaatsbeginsel is gevuld, terwijl de reden van afwijzing {reden} is en geen 8. Laat Woonplaatsbeginsel weg, of vul reden 8.',
  TR410:
    'Dit nieuwe product, met {element} {waarde}, overlapt met een ander nieuw product van dezelfde soort, van {begin} tot en met {einde}. Pas de periodes aan zodat zij elkaar niet overlappen.',
  TR416:
    'Voor dit ToewijzingNummer, dit product en de ProductPeriode {begin} tot en met {einde} staat al een debetprestatie in het bericht. Voeg de prestaties samen tot één.',

  // Conditions
  CD005:
    'In dit adres is LandCode {waarde} en Postcode {postcodeIs}, en dat past niet bij elkaar. Vul bij een postcode ook de landcode, en laat haar zonder postcode leeg.',
  CD007:
    'Taal is {waarde} bij communicatievorm {vorm}, maar hoort precies bij vorm 1 (tolk taal) gevuld te zijn. Vul Taal bij vorm 1 en laat haar anders leeg.',
  CD009:
    'Een Periode hoort alleen bij Soort 04 (tijdelijk adres), dit Contact heeft Soort {soort}. Laat de Periode weg, of verbeter de Soort.',
  CD025: 'Het adres ligt in Nederland (LandCode NL), maar Huis ontbreekt. Vul het huisnummer.',
  CD034:
    'Een Contact van Soort {soort} heeft een Postcode nodig, en die ontbreekt. Vul de postcode, of verbeter de Soort.',
  CD041: 'Omvang ontbreekt, terwijl productcode {code} is gevuld. Vul de Omvang, of laat de productcode weg.',
  CD043:
    'BeschikkingIngangsdatum is {waarde} en BeschikkingNummer is {nummer}, en dat past niet bij elkaar. Vul ze allebei, of laat ze allebei leeg.',
  CD055:
    '{element} ontbreekt, terwijl een BtwVrijstellingIndicatie 2 (niet vrijgesteld) is. Vul de gegevens over btw aan, of verbeter de indicatie.',
  CD056:
    '{element} is {inhoud}, terwijl BtwVrijstellingIndicatie 1 (vrijgesteld) is. Laat {element} weg, of verbeter de indicatie.',
  CD058:
    'De betaling gaat naar het servicebureau (BetalingAanID 01), maar Servicebureau is leeg. Vul de code van het servicebureau, of BetalingAanID 02.',
  CD059: 'Op een factuur (450) ontbreekt BtwVrijstellingIndicatie. Vul 1 (vrijgesteld) of 2 (niet vrijgesteld).',
  CD060:
    'Het bedrag is {teken} en VorigReferentieNummer is {waarde}, en dat past niet bij elkaar. Vul het bij een credit met het nummer van de debet en laat het bij een debet weg.',
  CD062: 'Bij Eenheid 83 (euro’s) hoort geen ProductTarief, maar het is {waarde}. Laat het tarief weg.',
  CD066: 'Bij verwijzer van type {type} zijn ZorgverlenerCode en Naam ({waarde}) allebei gevuld. Laat de Naam weg.',
  CD067: 'Bij verwijzer van type {type} ontbreken ZorgverlenerCode en Naam. Vul één van beide.',
  CD068:
    'Een verwijzer van type {type} heeft geen ZorgverlenerCode, maar hier staat {waarde}. Laat de code weg, of verbeter het type.',
  CD075: '{eindveld} ontbreekt, terwijl er een Budget is. Vul de einddatum.',
  CD076: '{eindveld} ontbreekt, terwijl de Frequentie 2 (per week) is. Vul de einddatum.',
  CD077:
    'Omvang is gevuld, terwijl er een Budget van {budget} is. Laat de Omvang weg, of vervang het Budget door de Omvang.',
  CD078:
    'Een Budget van {waarde} is gevuld, terwijl er een Omvang is. Laat het Budget weg, of vervang de Omvang door het Budget.',
  CD079: 'Product ontbreekt, terwijl er geen Budget is. Vul het Product, of geef een Budget.',
  CD080: 'Omvang is gevuld bij een toewijzing zonder productcode. Laat de Omvang weg, of vul de productcode.',
  CD085: 'Het verzoek wordt afgewezen, maar RedenAfwijzingVerzoek ontbreekt. Vul de reden.',
  CD086: 'De aanvraag is in onderzoek, maar RedenAfwijzingVerzoek is {waarde}. Laat de reden weg.',
  CD087:
    'ProductTarief is {waarde} bij eenheid {eenheid}, maar hoort er te staan bij elke eenheid behalve 83 (euro’s). Vul het tarief, of laat het bij 83 weg.',
  CD095: 'Omvang is gevuld bij een aangevraagd product zonder productcode. Laat de Omvang weg, of vul de productcode.',
  CD096: 'Omvang is gevuld bij een nieuw product zonder productcode. Laat de Omvang weg, of vul de productcode.',

  // Constraints
  CS002: 'Burgerservicenummer {waarde} voldoet niet aan de 11-proef. Controleer het nummer.',
  CS003: '{element} {waarde} ligt voor het begin van de periode ({begin}). Vul een einddatum op of na de begindatum.',
  CS050: 'NaamGebruik {gebruik} past niet bij een naam met {partner} Partnernaam. Vul één van de waarden {mag}.',
  CS058: 'StatusAanlevering {waarde} wordt niet gebruikt. Vul 1 (eerste aanlevering) of 3 (aanlevering verwijderen).',
  CS089:
    'Postcode {waarde} heeft bij LandCode NL niet de vorm van een Nederlandse postcode. Vul vier cijfers en twee letters zonder spatie, of verbeter de LandCode.',
  CS100:
    'De {periode} van {begin} tot en met {einde} begint of eindigt voor 2021-01-01. Declareer wat voor 2021 is geleverd met een JW303.',
  CS139:
    'DatumGebruik {waarde} past niet bij de geboortedatum die ernaast staat. Vul bij 1 de eerste van de maand, bij 2 de eerste januari en bij 3 1900-01-01.',
  CS318: 'NaamGebruik 6 (niet-natuurlijk persoon) kan niet voor een client. Vul een andere waarde.',
  CS323:
    'Het DeclaratieFactuurBedrag ({bedrag}) is hoger dan het BerekendBedrag ({berekend}). Verlaag het bedrag, of verbeter het berekende bedrag.',
  CS324:
    'RetourDagtekening {waarde} ligt voor de FactuurDagtekening {dagtekening}. Vul een datum op of na de FactuurDagtekening.',
  CS325: 'Een bedrag van 0 heeft DebetCredit C. Vul D bij een bedrag van 0.',
  CS327:
    '{bedragnaam} heeft DebetCredit {waarde}, en het DeclaratieFactuurBedrag van deze prestatie niet. Geef alle bedragen van één prestatie dezelfde aanduiding.',
  CS328:
    'De ProductPeriode begint op {waarde}, voor de Jeugdwet begon (2015-01-01). Declareer in dit bericht alleen zorg van 2015 of later.',
  CS331:
    'Eenheid {waarde} is vervallen voor wat op of na 2019-04-01 begint, en de ProductPeriode begint op {begin}. Vul een andere eenheid.',
  CS335:
    'RedenWijziging 13 (verwijderd) mag alleen als de Einddatum gelijk is aan de Ingangsdatum {begin}. Maak de datums gelijk, of vul een andere reden.',
  CS336:
    'RedenWijziging 01 (administratieve correctie) is vervallen. Vul 13 om een toewijzing te verwijderen, of een andere reden.',
  CS337:
    'De ProductPeriode begint op {begin} en eindigt op {waarde}, in een andere maand. Splits de prestatie per kalendermaand.',
  CS338: 'Bij Eenheid {eenheid} hoort geen Frequentie {waarde}. Vul 2 (per week), 4 (per maand) of 6 (totaal).',
  CS339:
    'Bij Eenheid 83 (euro’s) is het bedrag ({bedrag}) niet gelijk aan GeleverdVolume ({volume} eurocent). Maak beide gelijk.',
  CS340:
    'De DeclaratiePeriode {begin} tot en met {einde} is niet precies één kalendermaand. Vul de eerste en de laatste dag van één maand.',
  CS343: 'Bij Eenheid {eenheid} hoort geen Frequentie {waarde}. Vul 2 (per week), 4 (per maand) of 6 (totaal).',
} as const satisfies Readonly<Record<string, string>>;

/** The rules of this family: those that have a text. */
export type ContentCode = keyof typeof CONTENT_TEKSTEN;
