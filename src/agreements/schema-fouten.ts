import type { DefinedError } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afsprakenSchema } from '../standard/afspraken-schema.ts';
import type { Vondst } from './afspraak-fout.ts';
import { bestaandeDatum } from './datum-vorm.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat('date', bestaandeDatum);
const valideer = ajv.compile(afsprakenSchema());

const SOORTEN: Record<string, string> = {
  object: 'een object',
  array: 'een lijst',
  string: 'een tekst',
  integer: 'een geheel getal',
  null: 'null',
};

/** Where the document leaves its JSON Schema; every place at once. Empty when it fits. */
export function schemaFouten(json: unknown): Vondst[] {
  if (valideer(json)) return [];
  return ((valideer.errors ?? []) as DefinedError[]).map((fout) => ({
    pointer: plaats(fout),
    code: 'schema',
    waarden: { uitleg: uitleg(fout) },
  }));
}

/** A missing or superfluous property is pointed at itself, not at the object that should (not) hold it. */
function plaats(fout: DefinedError): string {
  const deel = (naam: string) => `${fout.instancePath}/${naam.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (fout.keyword === 'required') return deel(fout.params.missingProperty);
  if (fout.keyword === 'additionalProperties') return deel(fout.params.additionalProperty);
  return fout.instancePath;
}

function uitleg(fout: DefinedError): string {
  switch (fout.keyword) {
    case 'required':
      return `Het veld ${fout.params.missingProperty} ontbreekt. Vul het in.`;
    case 'additionalProperties':
      return `Het veld ${fout.params.additionalProperty} bestaat niet. Verwijder het of verbeter de naam.`;
    case 'type':
      return `Hier hoort ${soorten(fout.params.type)}. Verbeter de waarde.`;
    case 'enum':
      return `De waarde moet een van deze zijn: ${fout.params.allowedValues.join(', ')}.`;
    case 'const':
      return `De waarde kan alleen ${String(fout.params.allowedValue)} zijn.`;
    case 'format':
      return 'Hier hoort een bestaande datum, geschreven als JJJJ-MM-DD.';
    case 'minimum':
      return `De waarde moet minstens ${fout.params.limit} zijn.`;
    case 'maximum':
      return `De waarde mag hoogstens ${fout.params.limit} zijn.`;
    case 'minLength':
      return 'De tekst is leeg. Vul een waarde in.';
    case 'maxLength':
      return `De tekst is te lang: hoogstens ${fout.params.limit} tekens.`;
    case 'minItems':
      return 'De lijst is leeg. Geef minstens één waarde op.';
    case 'not':
      return 'Deze waarde is voorbehouden aan de gateway. Kies een andere.';
    case 'pattern':
      return patroonUitleg(fout.params.pattern);
    default:
      return `De waarde voldoet niet aan het schema (${fout.keyword}).`;
  }
}

function soorten(type: string | readonly string[]): string {
  return [type]
    .flat()
    .map((t) => SOORTEN[t] ?? t)
    .join(' of ');
}

function patroonUitleg(patroon: string): string {
  const cijfers = /^\^\[0-9\]\{(\d)\}\$$/.exec(patroon);
  if (cijfers !== null) return `Hier horen precies ${cijfers[1]} cijfers, als tekst tussen aanhalingstekens.`;
  return 'De tekst bevat tekens die hier niet mogen, of alleen spaties.';
}
