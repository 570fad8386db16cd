import { BUNDLE_CODES } from '../../bundle/refusal.ts';
import { groepeer } from '../../standard/groepeer.ts';
import { type ProbleemCode, probleem, probleemCodes } from '../problems.ts';
import type { CallSchema } from '../schemas/call.ts';
import type { ApiSchema } from '../schemas/json-schema.ts';
import type { Route } from '../vraag.ts';
import type { ApiResponse } from './shape.ts';

/** What may meet any call, before or behind its route. */
const ALTIJD: readonly ProbleemCode[] = [
  'ongeldig-verzoek',
  'ongeldig-adres',
  'onbewaarbare-tekens',
  'ongeldige-parameter',
  'te-traag',
  'adres-te-lang',
  'kop-te-groot',
  'fout',
  'storing',
];
const MET_SLEUTEL: readonly ProbleemCode[] = [
  'sleutel-ontbreekt',
  'sleutel-onbekend',
  'certificaat-geweigerd',
  'andere-oorsprong',
  'rol-ongeschikt',
  'alleen-lezen',
  'te-veel-pogingen',
];
const BIJ_INHOUD: Readonly<Record<Route['body'], readonly ProbleemCode[]>> = {
  bericht: ['te-groot', 'verkeerd-mediatype', ...BUNDLE_CODES],
  xml: ['te-groot', 'verkeerd-mediatype'],
  json: ['te-groot', 'verkeerd-mediatype', 'ongeldige-json'],
  document: ['te-groot', 'verkeerd-mediatype', 'ongeldige-json'],
  geen: ['te-groot'],
};
const BIJ_ZWAARTE: Readonly<Record<NonNullable<Route['zwaarte']>, readonly ProbleemCode[]>> = {
  proef: ['te-veel-tegelijk'],
  'proef?': ['te-veel-tegelijk'],
  weging: ['te-veel-tegelijk'],
  rapport: ['te-veel-tegelijk', 'duurt-te-lang'],
};
const BIJ_KOP = {
  Prefer: [],
  'Idempotency-Key': ['ongeldige-kopregel', 'sleutel-hergebruikt'],
  'Last-Event-ID': ['ongeldige-kopregel'],
  'IJW-Reden': ['ongeldige-kopregel'],
  'If-Match': ['ongeldige-kopregel'],
} as const satisfies {
  readonly [H in NonNullable<CallSchema['headers']>[number]]: readonly ProbleemCode[];
};

type Geroepen = Pick<Route, 'schema' | 'zwaarte'> & { readonly body?: Route['body']; readonly sleutel: boolean };

/** Every problem that a call may answer with. */
export function problemenVan({ schema, body, zwaarte, sleutel }: Geroepen): readonly ProbleemCode[] {
  return [
    ...ALTIJD,
    ...(sleutel ? MET_SLEUTEL : []),
    ...(body === undefined ? [] : BIJ_INHOUD[body]),
    ...(zwaarte === undefined ? [] : BIJ_ZWAARTE[zwaarte]),
    ...(schema.body === undefined ? [] : (['onjuiste-invoer'] as const)),
    ...(schema.params === undefined ? [] : (['niet-gevonden'] as const)),
    ...(schema.headers ?? []).flatMap((kop) => BIJ_KOP[kop]),
    ...(schema.problems ?? []),
  ].filter((code, i, alle) => alle.indexOf(code) === i);
}

/** The problems of one call as answers of the document, by status: which codes, and an example of each. */
export function probleemAntwoorden(codes: readonly ProbleemCode[]): Readonly<Record<string, ApiResponse>> {
  const perStatus = groepeer(codes, (code) => probleem(code).status);
  return Object.fromEntries(
    [...perStatus].map(([status, hier]) => {
      const voorbeelden = hier.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
      const schema = {
        allOf: [{ $ref: '#/components/schemas/Probleem' }],
        properties: { code: { enum: hier } },
      };
      return [
        String(status),
        {
          description: `Probleem: ${hier.join(', ')}.`,
          content: { 'application/problem+json': { schema, examples: Object.fromEntries(voorbeelden) } },
        },
      ];
    }),
  );
}

/** Each problem as it goes out, under its code. */
export function probleemVoorbeelden(): Readonly<Record<string, ApiSchema>> {
  return Object.fromEntries(probleemCodes().map((code) => [code, { value: probleem(code).body }]));
}
