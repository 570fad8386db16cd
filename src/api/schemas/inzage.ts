import { call } from './call.ts';
import { type ApiSchema, gives, list, MOMENT, ref, TEXT, TEXT_OR_NULL, takes } from './json-schema.ts';
import { limit, NA } from './parameters.ts';

export const INZAGE: ApiSchema = gives({
  id: TEXT,
  op: MOMENT,
  sleutel: gives({ id: TEXT, naam: TEXT_OR_NULL }),
  handeling: TEXT,
  onderwerp: TEXT,
  reden: TEXT_OR_NULL,
});

const VOORBEELD = {
  id: '318',
  op: '2026-01-02T10:00:00.000Z',
  sleutel: { id: '0196f000-0000-7000-8000-000000000005', naam: 'operator AA' },
  handeling: 'bericht-geopend',
  onderwerp: '0196f000-0000-7000-8000-000000000001',
  reden: 'Vraag van de aanbieder over regel 12',
};

export const GET_INZAGE = call({
  summary: 'Wie wat opende of veranderde, met welke sleutel en waarom; het nieuwste eerst.',
  query: takes({ na: NA, limit: limit(100) }),
  replies: {
    200: {
      description: 'Een bladzijde.',
      schema: gives({ inzage: list(ref('Inzage')), volgende: TEXT_OR_NULL }),
      example: { inzage: [VOORBEELD], volgende: '318' },
    },
  },
  example: { query: { limit: 100 } },
});
