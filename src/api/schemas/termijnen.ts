import { call } from './call.ts';
import {
  type ApiSchema,
  DAY,
  gives,
  INTEGER_OR_NULL,
  list,
  MOMENT_OR_NULL,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { TERMIJN_SOORTEN } from './names.ts';
import { limit, NA } from './parameters.ts';

export const TERMIJN: ApiSchema = gives({
  id: TEXT,
  soort: { enum: TERMIJN_SOORTEN },
  partij: TEXT,
  gemeente: TEXT,
  aanbieder: TEXT,
  referentie: TEXT_OR_NULL,
  toewijzingNummer: INTEGER_OR_NULL,
  berichtId: TEXT,
  begin: DAY,
  uiterlijk: DAY,
  gewaarschuwdOp: MOMENT_OR_NULL,
  verstrekenOp: MOMENT_OR_NULL,
});

export const GET_TERMIJNEN = call({
  summary: 'Wie wat uiterlijk wanneer moet doen, ook wat al te laat is; het oudste eerst.',
  query: takes({
    soort: { enum: TERMIJN_SOORTEN, description: `een van ${TERMIJN_SOORTEN.join(', ')}` },
    na: NA,
    limit: limit(100),
  }),
  replies: {
    200: {
      description: 'Een bladzijde.',
      schema: gives({ termijnen: list(ref('Termijn')), volgende: TEXT_OR_NULL }),
      example: {
        termijnen: [
          {
            id: '5',
            soort: 'verzoek-om-toewijzing',
            partij: '0362',
            gemeente: '0362',
            aanbieder: '42420001',
            referentie: 'AANV2025001',
            toewijzingNummer: null,
            berichtId: '0196f000-0000-7000-8000-000000000001',
            begin: '2026-01-02',
            uiterlijk: '2026-01-09',
            gewaarschuwdOp: null,
            verstrekenOp: null,
          },
        ],
        volgende: null,
      },
    },
  },
  example: { query: { soort: 'verzoek-om-toewijzing' } },
});
