import { call } from '../call.ts';
import { type ApiSchema, BOOLEAN, COUNTS, gives, INTEGER, MOMENT, ref, TEXT, takes } from '../json-schema.ts';
import { BERICHT_FILTER, MET_ID } from '../parameters.ts';

export const HERHALING: ApiSchema = gives({
  id: TEXT,
  gevraagd: INTEGER,
  aangeboden: INTEGER,
  geweigerd: COUNTS,
  klaar: BOOLEAN,
  proef: BOOLEAN,
  op: MOMENT,
});

const ID = '0196f000-0000-7000-8000-000000000004';
const VOORBEELD = { id: ID, gevraagd: 3003, aangeboden: 200, geweigerd: {}, klaar: false, proef: false };
const KLAAR = { ...VOORBEELD, aangeboden: 3001, geweigerd: { 'wacht-al': 2 }, klaar: true };
const OP = '2026-01-02T10:00:00.000Z';

export const POST_HERHALINGEN = call({
  summary: 'Alles wat voldoet en vastgelopen of geweigerd is opnieuw laten beoordelen; met proef alleen tellen.',
  body: takes({ filter: takes(BERICHT_FILTER), proef: BOOLEAN }, 'filter'),
  replies: {
    202: {
      description: 'Vastgelegd; het gaat vanzelf verder, ook na een herstart. Location is het adres van de stand.',
      schema: ref('Herhaling'),
      example: { ...VOORBEELD, op: OP },
    },
  },
  example: { body: { filter: { status: 'geweigerd', partij: '42420001', regel: 'XSD' }, proef: true } },
});

export const GET_HERHALING = call({
  summary: 'Hoe ver het opnieuw laten beoordelen is.',
  params: MET_ID,
  replies: { 200: { description: 'De stand.', schema: ref('Herhaling'), example: { ...KLAAR, op: OP } } },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});
