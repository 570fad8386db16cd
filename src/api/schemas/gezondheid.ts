import { call } from './call.ts';
import { type ApiSchema, BOOLEAN, gives, list, oneOf, TEXT } from './json-schema.ts';

const GEREED: ApiSchema = gives({
  status: oneOf('ok', 'niet gereed'),
  store: BOOLEAN,
  queue: BOOLEAN,
  schemas: BOOLEAN,
  redenen: list(TEXT),
  waarschuwingen: list(TEXT),
});

export const GET_HEALTH = call({
  summary: 'Of het proces leeft.',
  replies: { 200: { description: 'Het leeft.', schema: gives({ status: oneOf('ok') }), example: { status: 'ok' } } },
});

export const GET_READY = call({
  summary: 'Of opslag, wachtrij en schema’s nu te gebruiken zijn.',
  replies: {
    200: {
      description: 'Gereed.',
      schema: GEREED,
      example: { status: 'ok', store: true, queue: true, schemas: true, redenen: [], waarschuwingen: [] },
    },
    503: {
      description: 'Niet gereed, en waarom.',
      schema: GEREED,
      example: {
        status: 'niet gereed',
        store: false,
        queue: true,
        schemas: true,
        redenen: ['De database is niet te bereiken.'],
        waarschuwingen: [],
      },
    },
  },
});

export const GET_METRICS = call({
  summary: 'De cijfers voor Prometheus; zonder sleutel vanaf de machine zelf.',
  replies: {
    200: { description: 'Prometheus-tekst.', media: ['text/plain'], example: '# HELP ijw_log_verloren …\n' },
  },
  // Where they have a port of their own (METRICS_PORT).
  problems: ['niet-gevonden'],
});

export const GET_OPENAPI = call({
  summary: 'Dit document.',
  replies: {
    200: {
      description: 'OpenAPI 3.1.',
      schema: { type: 'object', required: ['openapi', 'paths'], additionalProperties: true },
      example: { openapi: '3.1.1', info: { title: 'iJW-gateway', version: '1' }, paths: {} },
    },
  },
});
