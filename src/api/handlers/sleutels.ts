import type { Rol, SleutelWijziging } from '../../access/keys/contract.ts';
import { bestaandeDatum } from '../../agreements/datum-vorm.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { ApiReply, Handler } from '../vraag.ts';
import { toonSleutel } from '../weergave.ts';

interface NieuweSleutel {
  readonly naam: string;
  readonly rol: Rol;
  readonly partij?: string | null;
  readonly partijen?: readonly string[] | null;
  readonly regios?: readonly string[] | null;
  readonly alleenLezen?: boolean;
  readonly geldigTot?: string | null;
}

const GEEN = { type: 'null' };
const AGB = { type: 'string', pattern: '^[0-9]{8}$' };
const CBS = { type: 'string', pattern: '^[0-9]{4}$' };
const NAAM = { type: 'string', minLength: 1, maxLength: 200 };
const REGIOS = { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,20}$' } };
const DATUM = { type: ['string', 'null'], pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };

/** What a role bears: one party or several of one kind, or regions, or neither. */
function bij(rol: Rol, eisen: Readonly<Record<string, unknown>>) {
  return {
    if: { required: ['rol'], properties: { rol: { const: rol } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: eisen,
  };
}

function partij(code: object) {
  const meer = { type: 'array', minItems: 2, maxItems: 500, uniqueItems: true, items: code };
  const een = { properties: { partij: code, partijen: GEEN, regios: GEEN }, required: ['partij'] };
  return {
    if: { required: ['partijen'], properties: { partijen: { type: 'array' } } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: { properties: { partij: GEEN, partijen: meer, regios: GEEN } },
    else: een,
  };
}

const toets = invoerToets<NieuweSleutel>({
  type: 'object',
  required: ['naam', 'rol'],
  additionalProperties: false,
  properties: {
    naam: NAAM,
    rol: { enum: ['aanbieder', 'gemeente', 'operator', 'beheerder'] },
    partij: {},
    partijen: {},
    regios: {},
    alleenLezen: { type: 'boolean' },
    geldigTot: DATUM,
  },
  allOf: [
    bij('aanbieder', partij(AGB)),
    bij('gemeente', partij(CBS)),
    bij('operator', { properties: { partij: GEEN, partijen: GEEN, regios: REGIOS }, required: ['regios'] }),
    bij('beheerder', { properties: { partij: GEEN, partijen: GEEN, regios: GEEN } }),
  ],
});

const wijzigToets = invoerToets<SleutelWijziging>({
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: { naam: NAAM, regios: REGIOS, geldigTot: DATUM },
});

/** POST /sleutels: the key is shown here and never again. */
export const postSleutel: Handler = async (vraag, { gateway }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const { naam, rol, partij = null, partijen = null, regios = null } = invoer.waarde;
  const { alleenLezen = false, geldigTot = null } = invoer.waarde;
  if (geldigTot !== null && !bestaandeDatum(geldigTot)) return GEEN_DATUM;
  const gegevens = { naam, rol, partij, partijen, regios, alleenLezen, geldigTot };
  const { sleutel, geheim } = await gateway.keys.create(vraag.principal, gegevens);
  return {
    status: 201,
    headers: { location: `/api/v1/sleutels/${sleutel.id}`, 'cache-control': 'no-store' },
    body: { ...toonSleutel(sleutel), sleutel: geheim },
  };
};

/** GET /sleutels: who has a key, or had one; the keys themselves are nowhere. */
export const getSleutels: Handler = async ({ principal }, { gateway }) => {
  const alle = await gateway.keys.list(principal);
  return { status: 200, body: { sleutels: alle.map(toonSleutel) } };
};

/** PATCH /sleutels/{id}: its name, its regions (of an operator) or its last day; a past day ends it. */
export const patchSleutel: Handler = async (vraag, { gateway }) => {
  const invoer = wijzigToets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const wijziging = invoer.waarde;
  if (wijziging.geldigTot != null && !bestaandeDatum(wijziging.geldigTot)) return GEEN_DATUM;
  const uitkomst = await gateway.keys.change(vraag.principal, vraag.params.id ?? '', wijziging);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'no-regions') {
    return probleem('niet-mogelijk', { detail: 'Alleen een sleutel van een operator heeft regio’s.' });
  }
  if (uitkomst.kind === 'ended') return probleem('niet-mogelijk', { detail: 'Deze sleutel is beëindigd.' });
  return { status: 200, body: toonSleutel(uitkomst.sleutel) };
};

/** DELETE /sleutels/{id}: at once here, within seconds in other processes. Its row stays. */
export const deleteSleutel: Handler = async ({ principal, params }, { gateway }) =>
  (await gateway.keys.end(principal, params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');

const GEEN_DATUM: ApiReply = probleem('onjuiste-invoer', {
  fouten: [{ pointer: '/geldigTot', melding: 'Deze datum bestaat niet.' }],
});
