import type { AfspraakFout, FoutCode, WaarschuwingCode } from './afspraak-fout.ts';
import { eigenControles } from './controles.ts';
import type { AfsprakenDocument } from './document.ts';
import { metMelding } from './fout-teksten.ts';
import { gezondeDelen } from './gezond.ts';
import { schemaFouten } from './schema-fouten.ts';

export type { AfspraakFout } from './afspraak-fout.ts';

export type AfsprakenUitslag =
  | {
      readonly kind: 'valid';
      readonly document: AfsprakenDocument;
      readonly waarschuwingen: readonly AfspraakFout[];
    }
  | { readonly kind: 'invalid'; readonly fouten: readonly AfspraakFout[] };

const WAARSCHUWINGEN: Readonly<Record<WaarschuwingCode, true>> = {
  'termijnen-som': true,
  'tarief-bij-euro': true,
  'signaalbudget-zonder-tarief': true,
  'opvolger-zonder-einde': true,
  'buiten-regime': true,
  'gemeente-zonder-regime': true,
  'gemeente-zonder-postadres': true,
};

function isWaarschuwing(code: FoutCode): boolean {
  return Object.hasOwn(WAARSCHUWINGEN, code);
}

/**
 * Judges an agreements document (docs/decisions/agreements-document.md) whole: every mistake at once, with its JSON
 * pointer and a Dutch sentence. Warnings never make a document invalid; it takes effect as it stands.
 */
export function valideerAfspraken(json: unknown): AfsprakenUitslag {
  const { vondsten: tegenSchema, alle } = schemaFouten(json);
  // What is wrong besides is not known, so that nothing can be made of the rest.
  if (!alle) return { kind: 'invalid', fouten: tegenSchema.map(metMelding) };
  const gezond = gezondeDelen(
    json,
    tegenSchema.map((fout) => fout.pointer),
  );
  const vondsten = [...tegenSchema, ...eigenControles(gezond)];
  const fouten = vondsten.filter((vondst) => !isWaarschuwing(vondst.code));
  if (fouten.length > 0) return { kind: 'invalid', fouten: fouten.map(metMelding) };
  return { kind: 'valid', document: json as AfsprakenDocument, waarschuwingen: vondsten.map(metMelding) };
}
