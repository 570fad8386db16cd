import { SIGNAAL_STANDEN } from '../../signaalbudget/signaal-stand.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  DAY,
  DAY_OR_NULL,
  EUROCENTS,
  gives,
  INTEGER,
  INTEGER_OR_NULL,
  list,
  orNull,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { AANBIEDER, GEMEENTE, limit, NA } from './parameters.ts';
import { BUDGET_SOORT, PERCENTAGE } from './toewijzingen.ts';

export const SIGNAALBUDGET: ApiSchema = gives({
  gemeente: TEXT,
  aanbieder: TEXT,
  toewijzingNummer: INTEGER_OR_NULL,
  categorie: TEXT_OR_NULL,
  code: TEXT_OR_NULL,
  ingangsdatum: DAY,
  einddatum: DAY_OR_NULL,
  soort: BUDGET_SOORT,
  bedrag: EUROCENTS,
  gebruikt: EUROCENTS,
  percentage: PERCENTAGE,
  gedeclareerdTot: DAY_OR_NULL,
  vooruitblik: orNull(gives({ perWeek: EUROCENTS, opOp: DAY, opInWeek: TEXT, week: INTEGER, naEinde: BOOLEAN })),
  signaal: orNull(gives({ id: TEXT, stand: { enum: [...SIGNAAL_STANDEN, null] } })),
});

const VOORBEELD = {
  gemeente: '0362',
  aanbieder: '42420001',
  toewijzingNummer: 900000012,
  categorie: '45',
  code: '45A01',
  ingangsdatum: '2026-01-01',
  einddatum: '2026-12-31',
  soort: 'standaard',
  bedrag: 500000,
  gebruikt: 376499,
  percentage: 75.2,
  gedeclareerdTot: '2026-06-30',
  vooruitblik: { perWeek: 14561, opOp: '2026-08-28', opInWeek: '2026-W35', week: 35, naEinde: false },
  signaal: { id: '17', stand: 'open' },
};

export const GET_SIGNAALBUDGETTEN = call({
  summary: 'Per toewijzing wat van het signaalbudget is gebruikt, en wanneer het in dit tempo op is.',
  query: takes({ gemeente: GEMEENTE, aanbieder: AANBIEDER, na: NA, limit: limit(100) }),
  replies: {
    200: {
      description: 'Een bladzijde.',
      schema: gives({ signaalbudgetten: list(ref('Signaalbudget')), volgende: TEXT_OR_NULL }),
      example: { signaalbudgetten: [VOORBEELD], volgende: null },
    },
  },
  example: { query: { gemeente: '0362' } },
});

export const GET_VERDELING = call({
  summary: 'Welk deel van de toewijzingen binnen het vaste signaalbudget blijft, per product en aanbieder.',
  query: takes({ gemeente: GEMEENTE, aanbieder: AANBIEDER }),
  replies: {
    200: {
      description: 'Het doel (procenten) en de verdeling.',
      schema: gives({
        doel: INTEGER,
        verdeling: list(
          gives({
            gemeente: TEXT,
            aanbieder: TEXT,
            categorie: TEXT_OR_NULL,
            code: TEXT_OR_NULL,
            aantal: INTEGER,
            binnen: INTEGER,
            aandeel: { type: ['number', 'null'] },
          }),
        ),
      }),
      example: {
        doel: 80,
        verdeling: [
          {
            gemeente: '0362',
            aanbieder: '42420001',
            categorie: '45',
            code: '45A01',
            aantal: 40,
            binnen: 33,
            aandeel: 82.5,
          },
        ],
      },
    },
  },
  example: { query: { aanbieder: '42420001' } },
});
