import { GEWOON, VERDELINGEN } from '../../reports/verdelingen.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  COUNTS,
  gives,
  INTEGER_OR_NULL,
  list,
  orNull,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { GEMEENTE, MAAND, REGIO } from './parameters.ts';

const EEN = `(${VERDELINGEN.join('|')})`;
/** When nobody says. */
const STANDAARD = GEWOON.join(',');

/** By what it is taken, where asked; then the numbers, null where they are shielded. */
const RIJ: ApiSchema = gives(
  {
    regio: TEXT_OR_NULL,
    gemeente: TEXT,
    product: TEXT_OR_NULL,
    zorgcategorie: TEXT,
    maand: TEXT,
    aanbieder: TEXT,
    clienten: INTEGER_OR_NULL,
    toegewezen: INTEGER_OR_NULL,
    gestart: INTEGER_OR_NULL,
    instroom: INTEGER_OR_NULL,
    doorstroom: INTEGER_OR_NULL,
    gestopt: INTEGER_OR_NULL,
    uitstroom: INTEGER_OR_NULL,
    duurDagen: { type: ['number', 'null'] },
    gedeclareerd: INTEGER_OR_NULL,
    toegekend: INTEGER_OR_NULL,
    afgewezen: INTEGER_OR_NULL,
    afgewezenRegels: INTEGER_OR_NULL,
    afgewezenVerzoeken: INTEGER_OR_NULL,
    redenen: orNull(COUNTS),
    zwaarte: { type: ['number', 'null'] },
    delen: orNull(COUNTS),
    afgeschermd: BOOLEAN,
    onvolledig: BOOLEAN,
  },
  ...VERDELINGEN,
  'onvolledig',
);

export const GET_INZICHT = call({
  summary:
    'Aantallen en bedragen zonder personen; voor anderen dan de gemeente zelf in blokken van vijf kinderen of meer.',
  query: takes({
    per: {
      type: 'string',
      pattern: `^(|${EEN}(,${EEN})*)$`,
      default: STANDAARD,
      description: `een of meer van ${VERDELINGEN.join(', ')} (met komma’s)`,
    },
    van: MAAND,
    tot: MAAND,
    regio: REGIO,
    gemeente: GEMEENTE,
    vorm: { enum: ['json', 'csv'], default: 'json', description: 'json of csv' },
  }),
  replies: {
    200: {
      description: 'De rijen.',
      media: ['text/csv'],
      schema: gives({ per: list({ enum: VERDELINGEN }), rijen: list(RIJ) }),
      example: {
        per: ['gemeente', 'maand'],
        rijen: [
          {
            gemeente: '0362',
            maand: '2026-01',
            clienten: 35,
            toegewezen: 40,
            gestart: 30,
            instroom: 25,
            doorstroom: 5,
            gestopt: 4,
            uitstroom: 3,
            duurDagen: 112,
            gedeclareerd: 4250000,
            toegekend: 4100000,
            afgewezen: 150000,
            afgewezenRegels: 6,
            afgewezenVerzoeken: 2,
            redenen: { '9322': 6 },
            zwaarte: 12500,
            delen: {},
            afgeschermd: false,
          },
        ],
      },
    },
  },
  problems: ['niet-gevonden'],
  example: { query: { per: 'gemeente,maand', van: '2026-01', tot: '2026-03' } },
});
