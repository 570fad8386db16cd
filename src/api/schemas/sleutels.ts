import type { Rol } from '../../store/keys/contract.ts';
import { call } from './call.ts';
import { type ApiSchema, gives, list, MOMENT, orNull, ref, TEXT, TEXT_OR_NULL, takes } from './json-schema.ts';
import { ROLLEN } from './names.ts';
import { MET_ID } from './parameters.ts';
import type { Typed } from './value-of.ts';

const GEEN = { type: 'null' };
const AGB = { type: 'string', pattern: '^[0-9]{8}$' };
const CBS = { type: 'string', pattern: '^[0-9]{4}$' };
const REGIOS = { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,20}$' } };

/** A party for whom a party speaks, regions for an operator, neither for a beheerder. */
function bij(rol: Rol, partij: object, regios: object, required: readonly string[]) {
  return {
    if: { required: ['rol'], properties: { rol: { const: rol } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: { properties: { partij, regios }, required },
  };
}

const PER_ROL: Typed<string | null> = {};
const PER_ROL_REGIOS: Typed<readonly string[] | null> = {};

const GEGEVENS = {
  id: TEXT,
  naam: TEXT,
  rol: { enum: ROLLEN },
  partij: TEXT_OR_NULL,
  regios: orNull(list(TEXT)),
  gemaaktOp: MOMENT,
};
export const SLEUTEL: ApiSchema = gives(GEGEVENS);

const VOORBEELD = {
  id: '4',
  naam: 'EPD van Voorbeeld Jeugdhulp',
  rol: 'aanbieder',
  partij: '42420001',
  regios: null,
  gemaaktOp: '2026-01-02T10:00:00.000Z',
};

export const POST_SLEUTELS = call({
  summary: 'Een sleutel maken; hij wordt alleen nu getoond.',
  body: {
    ...takes(
      {
        naam: { type: 'string', minLength: 1, maxLength: 200 },
        rol: { enum: ROLLEN },
        partij: PER_ROL,
        regios: PER_ROL_REGIOS,
      },
      'naam',
      'rol',
    ),
    allOf: [
      bij('aanbieder', AGB, GEEN, ['partij']),
      bij('gemeente', CBS, GEEN, ['partij']),
      bij('operator', GEEN, REGIOS, ['regios']),
      bij('beheerder', GEEN, GEEN, []),
    ],
  },
  replies: {
    201: {
      description: 'De sleutel. Location is zijn adres.',
      schema: gives({ ...GEGEVENS, sleutel: TEXT }),
      example: { ...VOORBEELD, sleutel: 'alleen-deze-ene-keer-te-zien' },
    },
  },
  example: { body: { naam: 'EPD van Voorbeeld Jeugdhulp', rol: 'aanbieder', partij: '42420001' } },
});

export const GET_SLEUTELS = call({
  summary: 'Wie een sleutel heeft, zonder de sleutels zelf.',
  replies: {
    200: {
      description: 'Alle sleutels.',
      schema: gives({ sleutels: list(ref('Sleutel')) }),
      example: { sleutels: [VOORBEELD] },
    },
  },
});

export const DELETE_SLEUTEL = call({
  summary: 'Een sleutel beëindigen: hier meteen, in andere processen binnen seconden.',
  params: MET_ID,
  replies: { 204: { description: 'Beëindigd.' } },
  problems: ['niet-gevonden'],
  example: { params: { id: '4' } },
});
