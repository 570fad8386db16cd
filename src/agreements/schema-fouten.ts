import type { DefinedError, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afsprakenSchema } from '../standard/afspraken-schema.ts';
import type { Vondst } from './afspraak-fout.ts';
import { bestaandeDatum } from './datum-vorm.ts';

/** In a document of more values than this each may be wrong, and telling them all would take gigabytes. */
const VEEL_WAARDEN = 200_000;

const valideer = keuring(true);
const valideerTotEerste = keuring(false);

function keuring(allErrors: boolean): ValidateFunction {
  const ajv = new Ajv2020({ allErrors, strict: true, allowUnionTypes: true });
  ajv.addFormat('date', bestaandeDatum);
  return ajv.compile(afsprakenSchema());
}

const SOORTEN: Record<string, string> = {
  object: 'een object',
  array: 'een lijst',
  string: 'een tekst',
  integer: 'een geheel getal',
  null: 'null',
};

/** Where the document leaves its JSON Schema; every place at once, or of a very large one the first. Empty when it fits. */
export function schemaFouten(json: unknown): { readonly vondsten: readonly Vondst[]; readonly alle: boolean } {
  const alle = !heeftMeerWaarden(json, VEEL_WAARDEN);
  const toets = alle ? valideer : valideerTotEerste;
  if (toets(json)) return { vondsten: [], alle: true };
  const vondsten = ((toets.errors ?? []) as DefinedError[]).map(
    (fout): Vondst => ({
      pointer: plaats(fout),
      code: 'schema',
      waarden: { uitleg: uitleg(fout) },
    }),
  );
  return { vondsten, alle };
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
  if (patroon.includes('T[0-9]')) return 'Hier hoort een datum (JJJJ-MM-DD) of een moment (JJJJ-MM-DDTUU:MM).';
  return 'De tekst bevat tekens die hier niet mogen, of alleen spaties.';
}

/** Whether a JSON value holds more values than this, itself and those within it counted. */
function heeftMeerWaarden(json: unknown, hoogstens: number): boolean {
  const teDoen = [json];
  let geteld = 0;
  for (let waarde = teDoen.pop(); waarde !== undefined; waarde = teDoen.pop()) {
    if (++geteld + teDoen.length > hoogstens) return true;
    if (typeof waarde !== 'object' || waarde === null) continue;
    for (const deel of Object.values(waarde)) teDoen.push(deel);
  }
  return false;
}
