import type { Rol } from '../../store/keys/contract.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { toonSleutel } from '../weergave.ts';

interface NieuweSleutel {
  readonly naam: string;
  readonly rol: Rol;
  readonly partij?: string | null;
  readonly regios?: readonly string[] | null;
}

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

const toets = invoerToets<NieuweSleutel>({
  type: 'object',
  required: ['naam', 'rol'],
  additionalProperties: false,
  properties: {
    naam: { type: 'string', minLength: 1, maxLength: 200 },
    rol: { enum: ['aanbieder', 'gemeente', 'operator', 'beheerder'] },
    partij: {},
    regios: {},
  },
  allOf: [
    bij('aanbieder', AGB, GEEN, ['partij']),
    bij('gemeente', CBS, GEEN, ['partij']),
    bij('operator', GEEN, REGIOS, ['regios']),
    bij('beheerder', GEEN, GEEN, []),
  ],
});

/** POST /sleutels: the key is shown here and never again. */
export const postSleutel: Handler = async (vraag, { sleutels }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const { naam, rol, partij = null, regios = null } = invoer.waarde;
  const { sleutel, geheim } = await sleutels.maak({ naam, rol, partij, regios });
  return {
    status: 201,
    headers: { location: `/api/v1/sleutels/${sleutel.id}`, 'cache-control': 'no-store' },
    body: { ...toonSleutel(sleutel), sleutel: geheim },
  };
};

/** GET /sleutels: who has a key; the keys themselves are nowhere. */
export const getSleutels: Handler = async (_vraag, { sleutels }) => {
  const alle = await sleutels.alle();
  return { status: 200, body: { sleutels: alle.map(toonSleutel) } };
};

/** DELETE /sleutels/{id}: at once here, within seconds in other processes. */
export const deleteSleutel: Handler = async (vraag, { sleutels }) =>
  (await sleutels.verwijder(vraag.params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');
