import type { AfspraakFout, FoutCode, Vondst } from './afspraak-fout.ts';

/** Dutch: what is wrong, what to do. `{naam}` is filled from the values of the finding. */
const TEKSTEN: Record<FoutCode, string> = {
  schema: '{uitleg}',
  'dubbele-sleutel': '{soort} {waarde} komt meer dan eens voor. Geef elke {soort} één keer op.',
  'onbekende-regio': 'Regio {waarde} bestaat niet. Voeg de regio toe of verbeter de code.',
  'onbekende-gemeente': 'Gemeente {waarde} bestaat niet in dit document. Voeg de gemeente toe of verbeter de code.',
  'onbekende-opvolger': 'Opvolger {waarde} is geen gemeente in dit document. Voeg de gemeente toe of verbeter de code.',
  'opvolger-kring': 'Gemeente {waarde} volgt langs een omweg zichzelf op. Haal de kring uit de opvolgers.',
  'onbekend-regime': 'Regime {waarde} bestaat niet. Voeg het regime toe of verbeter de code.',
  'onbekende-aanbieder':
    'Aanbieder {waarde} bestaat niet in dit document. Voeg de aanbieder toe of verbeter de AGB-code.',
  'onbekend-product':
    'Product {waarde} hoort niet bij regime {regime}. Voeg het product toe aan dat regime of verbeter de code.',
  'periode-omgekeerd': 'Geldig tot {tot} ligt vóór geldig van {van}. Verwissel of verbeter de datums.',
  'gemeente-overlapt':
    'Gemeente {waarde} staat er met overlappende perioden in: zie ook {ander}. Laat de perioden op elkaar aansluiten.',
  'regime-overlapt':
    'Gemeente {waarde} heeft op dezelfde dag twee regimes: {regime} en {ander}. Laat de perioden op elkaar aansluiten.',
  'contract-overlapt':
    'Aanbieder {waarde} heeft in regime {regime} twee contracten op dezelfde dag: {nummer} en {ander}. Laat de perioden op elkaar aansluiten.',
  'leeftijd-omgekeerd': 'Leeftijd tot {tot} is niet hoger dan leeftijd van {van}. Verbeter de leeftijdsgrenzen.',
  'signaalbudget-niet-ambulant':
    'Product {waarde} heeft een signaalbudget maar zorgcategorie {categorie}. Een signaalbudget kan alleen bij ambulant.',
  'tarief-eenheid':
    'Product {waarde} heeft eenheid {eenheid}, maar het tarief geldt per eenheid {tariefEenheid}. Gebruik dezelfde eenheid; alleen een uurtarief (04) bij een product in minuten (01) mag afwijken.',
  'tarief-delen-som':
    'De tariefdelen van product {waarde} zijn samen {som}, maar het tarief is {tarief}. Laat de delen optellen tot het tarief.',
  'tarief-delen-zonder-tarief':
    'Product {waarde} heeft tariefdelen maar geen tarief. Vul het tarief in of laat de delen weg.',
  'tarief-delen-niet-verblijf':
    'Product {waarde} heeft tariefdelen maar zorgcategorie {categorie}. Tariefdelen kunnen alleen bij verblijf.',
  'geen-moment':
    '{waarde} bestaat niet. Schrijf een datum als JJJJ-MM-DD of een moment als JJJJ-MM-DDTUU:MM (Nederlandse tijd).',
  'bevriezing-omgekeerd':
    'De bevriezing eindigt op {tot}, niet na haar begin {van}. Verwissel of verbeter de momenten.',
  'termijnen-som':
    'De termijnen van product {waarde} zijn samen {som} % in plaats van 100 %. Controleer de percentages.',
  'tarief-bij-euro':
    "Product {waarde} gaat in euro's (eenheid 83) en heeft dan geen tarief in de declaratie. Laat het tarief leeg (null).",
  'signaalbudget-zonder-tarief':
    'Product {waarde} heeft een signaalbudget maar in dit contract geen tarief: verzoeken gaan altijd naar de werkbak. Vul een tarief in als dat niet de bedoeling is.',
  'opvolger-zonder-einde':
    'Gemeente {waarde} heeft een opvolger maar geen einddatum. Vul geldigTot met de laatste dag vóór de herindeling.',
  'buiten-regime':
    'Contract {waarde} heeft geen dag gemeen met regime {regime} en heeft dus geen werking. Controleer de perioden.',
  'gemeente-zonder-regime':
    'Gemeente {waarde} heeft geen enkel regime: elk verzoek om toewijzing wordt afgewezen met reden 3.',
  'gemeente-zonder-postadres':
    'Gemeente {waarde} heeft geen postadres: een toewijzing zonder eerdere cliëntgegevens gaat naar de werkbak.',
};

export function metMelding(vondst: Vondst): AfspraakFout {
  const waarden = vondst.waarden ?? {};
  const melding = TEKSTEN[vondst.code].replace(/\{(\w+)\}/g, (_, naam: string) => String(waarden[naam] ?? '?'));
  return { pointer: vondst.pointer, code: vondst.code, melding };
}
