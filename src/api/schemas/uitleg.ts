import { call } from './call.ts';
import {
  BOOLEAN,
  DAY,
  DAY_OR_NULL,
  gives,
  INTEGER,
  list,
  oneOf,
  orNull,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { AANBIEDER, DATUM, GEMEENTE, VERSIE } from './parameters.ts';

export const GET_UITLEG = call({
  summary: 'Of een product kan worden toegewezen en wat dat bepaalt, zonder bericht.',
  query: takes(
    {
      gemeente: GEMEENTE,
      aanbieder: AANBIEDER,
      product: { type: 'string', pattern: '^[0-9A-Za-z]{1,5}$', description: 'een productcode' },
      datum: DATUM,
      categorie: { type: 'string', pattern: '^[0-9A-Z]{2}$', description: 'een productcategorie van 2 tekens' },
      versie: VERSIE,
    },
    'gemeente',
    'aanbieder',
    'product',
    'datum',
  ),
  replies: {
    200: {
      description: 'De uitkomst, en waarom.',
      schema: gives({
        vraag: gives({ gemeente: TEXT, aanbieder: TEXT, code: TEXT, categorie: TEXT_OR_NULL, datum: DAY }),
        uitkomst: oneOf('toewijsbaar', 'geen-contract', 'onderaannemer', 'taakgericht', 'product-buiten-contract'),
        redenAfwijzing: oneOf('3', '4', null),
        afsprakenVersie: INTEGER,
        regime: orNull(ref('AfsprakenRegime')),
        contract: orNull(
          gives({
            nummer: TEXT,
            regime: TEXT,
            aanbieder: TEXT,
            geldigVan: DAY,
            geldigTot: DAY_OR_NULL,
            rol: oneOf('hoofdaannemer', 'onderaannemer', 'zelfstandig'),
          }),
        ),
        product: orNull(ref('AfsprakenProduct')),
        tarief: orNull(gives({ code: TEXT, tarief: { type: ['integer', 'null'] }, tariefEenheid: TEXT })),
        routering: gives({
          regio: TEXT_OR_NULL,
          gemeentecodeGeldig: BOOLEAN,
          opvolger: TEXT_OR_NULL,
          redenen: list(TEXT),
        }),
        redenen: list(TEXT),
      }),
      example: {
        vraag: { gemeente: '0362', aanbieder: '42420001', code: '45A01', categorie: null, datum: '2026-03-01' },
        uitkomst: 'geen-contract',
        redenAfwijzing: '3',
        afsprakenVersie: 4,
        regime: null,
        contract: null,
        product: null,
        tarief: null,
        routering: {
          regio: 'AA',
          gemeentecodeGeldig: true,
          opvolger: null,
          redenen: ['Amstelveen (0362) hoort bij regio AA.'],
        },
        redenen: ['Voor Amstelveen (0362) geldt op 1 maart 2026 geen regime.'],
      },
    },
  },
  problems: ['niet-gevonden'],
  example: { query: { gemeente: '0362', aanbieder: '42420001', product: '45A01', datum: '2026-03-01' } },
});
