import { call, type ReplySchema } from './call.ts';
import { type ApiSchema, gives, oneOf, ref, TEXT } from './json-schema.ts';
import { MET_ID } from './parameters.ts';

const ID = '0196f000-0000-7000-8000-000000000003';

/** What a grant or a decision is answered with that takes longer than a caller waits. */
export const GEWACHT: ReplySchema = {
  description: 'Nog niet klaar: de uitkomst komt op dit adres (ook in Location).',
  schema: gives({ opdracht: TEXT, adres: TEXT }),
  example: { opdracht: ID, adres: `/api/v1/opdrachten/${ID}` },
};

/** What came of it differs by what was asked. */
export const OPDRACHT: ApiSchema = gives(
  {
    id: TEXT,
    stand: oneOf('wacht', 'gedaan', 'geweigerd'),
    reden: TEXT,
    resultaat: { type: 'object', additionalProperties: true },
  },
  'reden',
  'resultaat',
);

export const GET_OPDRACHT = call({
  summary: 'Wat er van een toekenning of een besluit is geworden dat met 202 werd beantwoord.',
  params: MET_ID,
  replies: {
    200: {
      description: 'De stand, en wat ervan kwam.',
      schema: ref('Opdracht'),
      example: { id: ID, stand: 'gedaan', resultaat: { nummer: 900000012, gemeente: '0362' } },
    },
  },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});
