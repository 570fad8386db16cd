/**
 * What libxml2 says of an XSD error, in Dutch: what is wrong and what to do. Values are masked by element; libxml2's own
 * sentence is never shown, since it quotes values in full.
 */
import { GEMASKEERD } from '../kenmerk.ts';
import { codeGemaskeerd, gemaskeerd } from '../masker.ts';
import { isAttribuutNaam, isElementNaam } from '../namen.ts';
import type { VolgordeFout } from './sequence-checks.ts';
import { patroonInWoorden, typeInWoorden } from './xsd-woorden.ts';

interface Vertaling {
  readonly patroon: RegExp;
  readonly melding: (naam: string, delen: readonly string[]) => string;
}

const VERWACHT = String.raw`(?: Expected is (?:one of )?\( (.*) \)\.)?$`;

const VERTALINGEN: readonly Vertaling[] = [
  {
    patroon: new RegExp(`^This element is not expected\\.${VERWACHT}`, 's'),
    melding: (naam, [verwacht]) => onverwacht(naam, verwacht),
  },
  {
    patroon: new RegExp(`^Missing child element\\(s\\)\\.${VERWACHT}`, 's'),
    melding: (naam, [verwacht]) => `${naam} is niet volledig: ${verwachting(verwacht)} ontbreekt. Vul het element aan.`,
  },
  {
    patroon: /^\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{([^{}]*)\}\.$/s,
    melding: (naam, [waarde, codes]) =>
      `De waarde ${toonCode(naam, waarde, codes)} van ${naam} staat niet in de codelijst. Gebruik een van de codes ${kort(codes)}.`,
  },
  {
    patroon: /^\[facet 'pattern'\] The value '(.*)' is not accepted by the pattern '([^']*)'\.$/s,
    melding: (naam, [waarde, patroon]) =>
      `De waarde ${toon(naam, waarde)} van ${naam} heeft niet de voorgeschreven vorm: ${patroonInWoorden(patroon ?? '')}. Pas de waarde aan.`,
  },
  {
    patroon: /^\[facet 'maxLength'\] The value has a length of '(\d+)'; this exceeds .* length of '(\d+)'\.$/s,
    melding: (naam, [lengte, hoogste]) =>
      `De waarde van ${naam} telt ${lengte} tekens; het hoogste aantal is ${hoogste}. Kort de waarde in.`,
  },
  {
    patroon: /^\[facet '(?:minLength|length)'\] The value has a length of '(\d+)'; .* length of '(\d+)'\.$/s,
    melding: (naam, [lengte, laagste]) =>
      lengte === '0'
        ? `${naam} is leeg. Vul een waarde in of laat het element weg als het niet verplicht is.`
        : `De waarde van ${naam} telt ${lengte} tekens; vereist is ${laagste}. Vul de waarde aan.`,
  },
  {
    patroon: /^\[facet 'min(?:In|Ex)clusive'\] The value '(.*)' is [^']* \('([^']*)'\)\.$/s,
    melding: (naam, [waarde, grens]) =>
      `De waarde ${toon(naam, waarde)} van ${naam} is te laag; de laagste waarde is ${grens}. Pas de waarde aan.`,
  },
  {
    patroon: /^\[facet 'max(?:In|Ex)clusive'\] The value '(.*)' is [^']* \('([^']*)'\)\.$/s,
    melding: (naam, [waarde, grens]) =>
      `De waarde ${toon(naam, waarde)} van ${naam} is te hoog; de hoogste waarde is ${grens}. Pas de waarde aan.`,
  },
  {
    patroon: /^'(.*)' is not a valid value of the (?:local )?(?:atomic|list|union) type(?: '([^']*)')?\.$/s,
    melding: (naam, [waarde, type]) =>
      `De waarde ${toon(naam, waarde)} van ${naam} is niet geldig: verwacht wordt ${typeInWoorden(lokaal(type ?? ''))}. Pas de waarde aan.`,
  },
  {
    patroon: /^Character content other than whitespace is not allowed/,
    melding: (naam) => `In ${naam} staat tekst tussen de elementen. Verwijder die tekst.`,
  },
  {
    patroon: /^Element content is not allowed/,
    melding: (naam) => `In ${naam} staat een element waar alleen een waarde mag staan. Laat alleen de waarde staan.`,
  },
  {
    patroon: /^The element is not 'nillable'/,
    melding: (naam) => `${naam} mag niet met xsi:nil leeg worden gelaten. Vul een waarde in of laat het element weg.`,
  },
  {
    patroon: /^No matching global declaration available for the validation root/,
    melding: (naam) => `Het eerste element heet ${naam}; een iJW-bericht begint met Bericht. Herstel de naam.`,
  },
];

const ATTRIBUUT = /^, attribute '([^']*)': /;
const LANGSTE_BERICHT = 30_000;
const ELEMENT = /^Element '([^']*)'/;

/** The Dutch sentence for one message of libxml2. */
export function xsdMelding(bericht: string): string {
  const regel = bericht.trimEnd();
  const gegeven = lokaal(ELEMENT.exec(regel)?.[1] ?? '');
  const naam = elementNaam(gegeven);
  const rest = regel.replace(ELEMENT, '');
  const attribuut = ATTRIBUUT.exec(rest)?.[1];
  if (attribuut !== undefined) {
    return `${naam} heeft het attribuut ${attribuutNaam(lokaal(attribuut))}, dat hier niet of niet zo is toegestaan. Verwijder het attribuut.`;
  }
  const zin = rest.replace(/^: /, '');
  for (const { patroon, melding } of VERTALINGEN) {
    const gevonden = patroon.exec(zin);
    if (gevonden !== null) return melding(naam, gevonden.slice(1));
  }
  // The engine cuts off its message where the value is very long.
  if (bericht.length > LANGSTE_BERICHT) {
    return `De waarde van ${naam} is veel te lang en heeft niet de voorgeschreven vorm. Pas de waarde aan.`;
  }
  return `${naam} voldoet niet aan het schema van het bericht. Vergelijk het element met de berichtspecificatie.`;
}

/** The names that the engine says it expected, without their namespace. */
export function verwachteNamen(bericht: string): ReadonlySet<string> {
  const begin = bericht.lastIndexOf('( ');
  const einde = bericht.lastIndexOf(' )');
  const namen = bericht.includes('Expected is') && begin < einde ? bericht.slice(begin + 2, einde) : '';
  return new Set(namen.split(', ').map(lokaal));
}

/** The same for what the engine leaves untold in a group of children (`sequence-checks.ts`). */
export function volgordeMelding(soort: VolgordeFout['soort'], naam: string, binnen: string): string {
  const [kind, ouder] = [elementNaam(naam), elementNaam(binnen)];
  switch (soort) {
    case 'onbekend':
      return `${kind} hoort hier niet: ${ouder} kent dit element niet. Verwijder ${kind} of zet het op de juiste plaats.`;
    case 'herhaald':
      return `${kind} staat meer dan eens in ${ouder}; het mag er één keer in. Verwijder wat te veel is.`;
    case 'misplaatst':
      return `${kind} staat niet op de juiste plaats in ${ouder}. Zet de elementen in de volgorde van het schema.`;
    case 'naamruimte':
      return verkeerdeNaamruimte(kind);
    case 'ontbreekt':
      return `${ouder} is niet volledig: ${kind} ontbreekt. Vul het element aan.`;
  }
}

function verkeerdeNaamruimte(naam: string): string {
  return `${naam} staat in de verkeerde naamruimte. Gebruik de naamruimte die het schema voor ${naam} voorschrijft.`;
}

function onverwacht(naam: string, verwacht: string | undefined): string {
  if (verwacht === undefined) {
    return `${naam} hoort hier niet: op deze plaats wordt geen element meer verwacht. Verwijder ${naam} of zet het op de juiste plaats.`;
  }
  if (verwacht.split(', ').some((v) => lokaal(v) === naam)) {
    return verkeerdeNaamruimte(naam);
  }
  return `${naam} hoort hier niet: op deze plaats wordt ${verwachting(verwacht)} verwacht. Zet de elementen in de volgorde van het schema, vul aan wat ontbreekt en verwijder wat er niet in hoort.`;
}

/** `{ns}A, {ns}B` as `A of B`. */
function verwachting(verwacht: string | undefined): string {
  const namen = (verwacht ?? '').split(', ').map(lokaal);
  const laatste = namen.pop() ?? '';
  return namen.length === 0 ? laatste : `${namen.join(', ')} of ${laatste}`;
}

function lokaal(naam: string): string {
  return naam.slice(naam.lastIndexOf('}') + 1).replace(/^xs:/, '');
}

/** Whoever made the file chose these names; one that is not of the standard may be a person's. */
const ONBEKEND_ELEMENT = '‹onbekend element›';

/** The name of an element as it is shown: one that is not of the standard may hold anything. */
function elementNaam(naam: string): string {
  return isElementNaam(naam) ? naam : ONBEKEND_ELEMENT;
}

function attribuutNaam(naam: string): string {
  return isAttribuutNaam(naam) ? naam : '‹onbekend›';
}

/** What has the length of a BSN is masked as one wherever it stands, for values do get swapped. */
const NEGEN = /^\s*\d{9}\s*$/;

function toon(naam: string, waarde = ''): string {
  return geciteerd(gemaskeerd(NEGEN.test(waarde) ? 'Bsn' : naam, waarde));
}

function toonCode(naam: string, waarde = '', codes = ''): string {
  if (NEGEN.test(waarde)) return toon(naam, waarde);
  return geciteerd(
    codeGemaskeerd(
      naam,
      waarde,
      codes.split(', ').map((code) => code.replace(/^'|'$/g, '')),
    ),
  );
}

function geciteerd(masker: string): string {
  return masker === GEMASKEERD ? masker : `'${masker.replace(/\s+/g, ' ')}'`;
}

function kort(codes: string | undefined): string {
  const lijst = (codes ?? '').split(', ');
  return lijst.length > 20 ? `${lijst.slice(0, 20).join(', ')} … (${lijst.length} in totaal)` : lijst.join(', ');
}
