import type { Rol } from '../../access/keys/contract.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  DAY_OR_NULL,
  gives,
  list,
  MOMENT,
  MOMENT_OR_NULL,
  orNull,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { ROLLEN } from './names.ts';
import { MET_ID } from './parameters.ts';
import type { Typed } from './value-of.ts';

const GEEN = { type: 'null' };
const AGB = { type: 'string', pattern: '^[0-9]{8}$' };
const CBS = { type: 'string', pattern: '^[0-9]{4}$' };
const NAAM = { type: 'string', minLength: 1, maxLength: 200 } as const;
const REGIOS = {
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,20}$' },
} as const;

/** What a role bears: one party or several of one kind, or regions, or neither. */
function bij(rol: Rol, eisen: ApiSchema) {
  return {
    if: { required: ['rol'], properties: { rol: { const: rol } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: eisen,
  };
}

function partij(code: ApiSchema): ApiSchema {
  const meer = { type: 'array', minItems: 2, maxItems: 500, uniqueItems: true, items: code };
  return {
    if: { required: ['partijen'], properties: { partijen: { type: 'array' } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: { properties: { partij: GEEN, partijen: meer, regios: GEEN } },
    else: { properties: { partij: code, partijen: GEEN, regios: GEEN }, required: ['partij'] },
  };
}

const PER_ROL: Typed<string | null> = {};
const PER_ROL_LIJST: Typed<readonly string[] | null> = {};

const GEGEVENS = {
  id: TEXT,
  naam: TEXT,
  rol: { enum: ROLLEN },
  partij: TEXT_OR_NULL,
  partijen: orNull(list(TEXT)),
  regios: orNull(list(TEXT)),
  alleenLezen: BOOLEAN,
  geldigTot: DAY_OR_NULL,
  gemaaktOp: MOMENT,
  laatstGebruiktOp: MOMENT_OR_NULL,
  staart: TEXT_OR_NULL,
  beeindigdOp: MOMENT_OR_NULL,
};
export const SLEUTEL: ApiSchema = gives(GEGEVENS);

const VOORBEELD = {
  id: '4',
  naam: 'EPD van Voorbeeld Jeugdhulp',
  rol: 'aanbieder',
  partij: '42420001',
  partijen: null,
  regios: null,
  alleenLezen: false,
  geldigTot: '2027-12-31',
  gemaaktOp: '2026-01-02T10:00:00.000Z',
  laatstGebruiktOp: null,
  staart: 'zien',
  beeindigdOp: null,
};

export const POST_SLEUTELS = call({
  summary: 'Een sleutel maken; hij wordt alleen nu getoond.',
  body: {
    ...takes(
      {
        naam: NAAM,
        rol: { enum: ROLLEN },
        partij: PER_ROL,
        partijen: PER_ROL_LIJST,
        regios: PER_ROL_LIJST,
        alleenLezen: BOOLEAN,
        geldigTot: DAY_OR_NULL,
      },
      'naam',
      'rol',
    ),
    allOf: [
      bij('aanbieder', partij(AGB)),
      bij('gemeente', partij(CBS)),
      bij('operator', { properties: { partij: GEEN, partijen: GEEN, regios: REGIOS }, required: ['regios'] }),
      bij('beheerder', { properties: { partij: GEEN, partijen: GEEN, regios: GEEN } }),
    ],
  },
  replies: {
    201: {
      description: 'De sleutel. Location is zijn adres.',
      schema: gives({ ...GEGEVENS, sleutel: TEXT }),
      example: { ...VOORBEELD, sleutel: 'alleen-deze-ene-keer-te-zien' },
    },
  },
  example: {
    body: {
      naam: 'EPD van Voorbeeld Jeugdhulp',
      rol: 'aanbieder',
      partij: '42420001',
      geldigTot: '2027-12-31',
    },
  },
});

export const GET_SLEUTELS = call({
  summary: 'Wie een sleutel heeft of had, zonder de sleutels zelf.',
  replies: {
    200: {
      description: 'Alle sleutels, ook die beëindigd zijn.',
      schema: gives({ sleutels: list(ref('Sleutel')) }),
      example: { sleutels: [VOORBEELD] },
    },
  },
});

export const PATCH_SLEUTEL = call({
  summary: 'De naam, de regio’s (van een operator) of de laatste dag van een sleutel wijzigen.',
  params: MET_ID,
  body: { ...takes({ naam: NAAM, regios: REGIOS, geldigTot: DAY_OR_NULL }), minProperties: 1 },
  replies: { 200: { description: 'De sleutel zoals hij nu is.', schema: ref('Sleutel'), example: VOORBEELD } },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: { id: '4' }, body: { geldigTot: '2027-12-31' } },
});

export const DELETE_SLEUTEL = call({
  summary: 'Een sleutel beëindigen: hier meteen, in andere processen binnen seconden.',
  params: MET_ID,
  replies: { 204: { description: 'Beëindigd.' } },
  problems: ['niet-gevonden'],
  example: { params: { id: '4' } },
});
