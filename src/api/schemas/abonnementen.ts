import { NOTICE_KINDS, NOTICE_PACES, NOTICE_WAYS } from '../../gateway/people/subscriptions.ts';
import { call } from './call.ts';
import { gives, list, MOMENT, MOMENT_OR_NULL, orNull, TEXT, TEXT_OR_NULL, takes } from './json-schema.ts';
import { MET_ID } from './parameters.ts';

const SOORTEN = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { enum: NOTICE_KINDS },
} as const;

const ABONNEMENT = {
  id: TEXT,
  partijen: orNull(list(TEXT)),
  regios: orNull(list(TEXT)),
  weg: { enum: NOTICE_WAYS },
  adres: TEXT,
  soorten: list({ enum: NOTICE_KINDS }),
  ritme: { enum: NOTICE_PACES },
  gemaaktOp: MOMENT,
  verteldOp: MOMENT_OR_NULL,
  volgendeOp: MOMENT,
  fout: TEXT_OR_NULL,
  foutSinds: MOMENT_OR_NULL,
};
const VOORBEELD = {
  id: '01a1ffe3-0598-7231-b29d-aec695db5bc8',
  partijen: ['0362'],
  regios: null,
  weg: 'mail',
  adres: 'jeugdhulp@voorbeeld.nl',
  soorten: ['signaalbudget', 'termijn'],
  ritme: 'dag',
  gemaaktOp: '2026-01-02T10:00:00.000Z',
  verteldOp: null,
  volgendeOp: '2026-01-03T06:00:00.000Z',
  fout: null,
  foutSinds: null,
};

export const GET_ABONNEMENTEN = call({
  summary: 'Wie buiten de pagina’s om van signalen hoort: uw eigen abonnementen, van een beheerder alle.',
  replies: {
    200: {
      description: 'De abonnementen, zonder de geheimen.',
      schema: gives({ abonnementen: list(gives(ABONNEMENT)) }),
      example: { abonnementen: [VOORBEELD] },
    },
  },
});

export const POST_ABONNEMENTEN = call({
  summary: 'Signalen voortaan ook per mail of webhook krijgen, voor wat uw sleutel mag zien.',
  body: takes(
    {
      weg: { enum: NOTICE_WAYS },
      adres: { type: 'string', minLength: 1, maxLength: 2_048 } as const,
      soorten: SOORTEN,
      ritme: { enum: NOTICE_PACES },
      geheim: { type: ['string', 'null'], minLength: 1, maxLength: 200 } as const,
    },
    'weg',
    'adres',
  ),
  replies: {
    201: {
      description:
        'Het abonnement; met geheim als de gateway er een maakte, alleen nu te zien. Location is zijn adres.',
      schema: gives({ ...ABONNEMENT, geheim: TEXT }, 'geheim'),
      example: VOORBEELD,
    },
  },
  problems: ['niet-mogelijk'],
  example: {
    body: { weg: 'mail', adres: 'jeugdhulp@voorbeeld.nl', soorten: ['signaalbudget', 'termijn'], ritme: 'dag' },
  },
});

export const DELETE_ABONNEMENT = call({
  summary: 'Een abonnement beëindigen.',
  params: MET_ID,
  replies: { 204: { description: 'Beëindigd.' } },
  problems: ['niet-gevonden'],
  example: { params: { id: '01a1ffe3-0598-7231-b29d-aec695db5bc8' } },
});
