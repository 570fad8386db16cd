/** What libxml2 says when a file is not well-formed, in Dutch; without the values that its sentences may quote. */

const NIET_AF = 'een tag is niet afgemaakt of verminkt';

const FOUTEN: readonly (readonly [RegExp, string])[] = [
  [/^Failed to parse QName/, 'een naam van een element of attribuut is niet compleet'],
  [/^Opening and ending tag mismatch/, 'een eindtag hoort niet bij de begintag waar hij op volgt'],
  [/^Extra content at the end of the document/, 'er staat iets na het einde van het eerste element'],
  [/^(Premature end of data|EndTag: '<\/' not found|Couldn't find end of Start Tag)/, 'het bestand is niet compleet'],
  [/^expected '>'|^unparsable|^Start tag expected/, NIET_AF],
  [/^Sequence .* expected/, NIET_AF],
  [/not terminated/, NIET_AF],
  [/^StartTag: invalid element name/, 'na een < staat geen geldige elementnaam; een < in een waarde moet &lt; zijn'],
  [/^Namespace prefix .* is not defined/, 'een voorvoegsel (zoals jw301:) is gebruikt zonder naamruimte (xmlns)'],
  [/^Entity '.*' not defined/, 'er staat een onbekende entiteit; alleen &amp; &lt; &gt; &quot; en &apos; zijn bekend'],
  [/^xmlParseEntityRef|^EntityRef/, 'er staat een losse &; in een waarde moet die &amp; zijn'],
  [
    /CharRef|invalid xmlChar value|^PCDATA invalid Char|[Cc]har/,
    'er staat een teken of tekenverwijzing die niet is toegestaan',
  ],
  [/^Attribute .* redefined|^Namespaced Attribute .* redefined/, 'een attribuut staat dubbel'],
  [/[Aa]ttribute|^AttValue/, 'een attribuut is niet goed geschreven'],
  [/XML declaration|xmlParseXMLDecl|^XML or text declaration/, 'de XML-declaratie is niet goed of staat niet vooraan'],
  [/^Comment/, 'een commentaar is niet goed geschreven'],
  [/^Document is empty/, 'het bestand is leeg'],
];

/** The cause of a parse error, as the second half of a sentence. */
export function xmlFout(bericht: string): string {
  return FOUTEN.find(([patroon]) => patroon.test(bericht))?.[1] ?? 'de opbouw is niet te lezen';
}
