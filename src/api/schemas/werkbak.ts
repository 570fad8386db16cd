import {
  BUDGET_BEDRAG,
  BUDGET_SOORT as CHOSEN_SOORT,
  DECISION_FIELDS,
  GEMEENTECODE,
  REFUSAL_HAS_REASON,
} from '../../lanes/commands/decision-schema.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  DAY,
  gives,
  INTEGER,
  INTEGER_OR_NULL,
  list,
  MOMENT,
  MOMENT_OR_NULL,
  oneOf,
  orNull,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { GEWACHT } from './opdrachten.ts';
import { limit, MET_ID, NA, PROEF } from './parameters.ts';
import { RELATIE } from './relatie.ts';
import { BUDGET_SOORT } from './toewijzingen.ts';

const BESLUIT = {
  ...takes(
    {
      besluit: DECISION_FIELDS.besluit,
      reden: DECISION_FIELDS.reden,
      woonplaatsbeginsel: {
        type: ['object', 'null'],
        required: ['gemeente'],
        additionalProperties: false,
        properties: { gemeente: { type: 'string', pattern: GEMEENTECODE } },
      },
      toelichting: DECISION_FIELDS.toelichting,
      toewijzing: DECISION_FIELDS.toewijzing,
      soort: CHOSEN_SOORT,
      bedrag: BUDGET_BEDRAG,
      relatie: RELATIE,
    },
    'besluit',
  ),
  ...REFUSAL_HAS_REASON,
} as const;

const VELDEN = {
  id: TEXT,
  gemeente: TEXT,
  aanbieder: TEXT,
  referentie: TEXT,
  soort: oneOf('VOT', 'VOW'),
  redenen: list(TEXT),
  berichtId: TEXT,
  op: MOMENT,
  termijn: orNull(gives({ soort: TEXT, uiterlijk: DAY })),
};

export const TOETS: ApiSchema = gives({
  controles: list(gives({ code: TEXT, product: TEXT_OR_NULL, voldoet: BOOLEAN, melding: TEXT })),
  voor: list(TEXT),
  tegen: list(TEXT),
  waarde: INTEGER_OR_NULL,
  bijToewijzen: gives({
    mogelijk: BOOLEAN,
    toewijzingen: list(
      gives({
        toewijzingNummer: INTEGER_OR_NULL,
        categorie: TEXT_OR_NULL,
        code: TEXT_OR_NULL,
        ingangsdatum: DAY,
        einddatum: { type: ['string', 'null'], format: 'date' },
        volume: INTEGER_OR_NULL,
        eenheid: TEXT_OR_NULL,
        frequentie: TEXT_OR_NULL,
        budget: INTEGER_OR_NULL,
        redenWijziging: TEXT_OR_NULL,
        signaalbudget: orNull(gives({ soort: BUDGET_SOORT, bedrag: INTEGER })),
      }),
    ),
    melding: TEXT_OR_NULL,
    bevindingen: list(ref('Bevinding')),
  }),
});
const MET_TOETS = orNull(ref('Toets'));

/** In the list: where the item stands by itself. */
export const WERKBAK_REGEL: ApiSchema = gives({ ...VELDEN, adres: TEXT, toets: MET_TOETS });
export const WERKBAK_ITEM: ApiSchema = gives({
  ...VELDEN,
  open: BOOLEAN,
  verzoek: orNull(
    gives({
      stand: oneOf('open', 'onderzoek', 'toegewezen', 'afgewezen'),
      beslistOp: MOMENT_OR_NULL,
      beslistDoor: TEXT_OR_NULL,
    }),
  ),
  toets: MET_TOETS,
});

const ID = '8';
const VOORBEELD = {
  id: ID,
  gemeente: '0362',
  aanbieder: '42420001',
  referentie: 'AANV2025001',
  soort: 'VOT',
  redenen: ['boven-signaalbudget'],
  berichtId: '0196f000-0000-7000-8000-000000000001',
  op: '2026-01-02T10:00:01.000Z',
  termijn: { soort: 'verzoek-om-toewijzing', uiterlijk: '2026-01-09' },
};
const TOETS_VOORBEELD = {
  controles: [],
  voor: [],
  tegen: ['Het gevraagde gaat boven het signaalbudget van het product.'],
  waarde: 750000,
  bijToewijzen: { mogelijk: true, toewijzingen: [], melding: null, bevindingen: [] },
};

export const GET_WERKBAK = call({
  summary: 'Verzoeken die op een besluit van de gemeente wachten, met wat ervoor en ertegen spreekt.',
  query: takes({ na: NA, limit: limit(100) }),
  replies: {
    200: {
      description: 'Een bladzijde. Waar toets null is, staat hij op het adres van het verzoek zelf.',
      schema: gives({ items: list(ref('WerkbakRegel')), volgende: TEXT_OR_NULL }),
      example: {
        items: [{ ...VOORBEELD, adres: `/api/v1/werkbak/${ID}`, toets: TOETS_VOORBEELD }],
        volgende: null,
      },
    },
  },
  example: { query: { limit: 25 } },
});

export const GET_WERKBAK_ITEM = call({
  summary: 'Een verzoek uit de werkbak, ook als er al op besloten is.',
  params: MET_ID,
  replies: {
    200: {
      description: 'Het verzoek.',
      schema: ref('WerkbakItem'),
      example: {
        ...VOORBEELD,
        open: true,
        verzoek: { stand: 'open', beslistOp: null, beslistDoor: null },
        toets: TOETS_VOORBEELD,
      },
    },
  },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});

const VERSTUURD = gives({ id: TEXT, type: TEXT, ontvanger: TEXT, xml: TEXT_OR_NULL });

export const POST_WERKBAK = call({
  summary: 'Op een verzoek besluiten; met proef=true alleen zien wat er zou uitgaan.',
  params: MET_ID,
  query: takes({ proef: PROEF }),
  headers: ['Idempotency-Key'],
  body: BESLUIT,
  replies: {
    200: {
      description: 'Wat er uitgaat; of met proef=true wat er zou uitgaan.',
      schema: {
        anyOf: [
          gives(
            {
              opdracht: TEXT,
              stand: oneOf('gedaan'),
              besluit: oneOf('toewijzen', 'afwijzen', 'onderzoek'),
              referentie: TEXT,
              verzoek: TEXT,
              antwoorden: list(VERSTUURD),
            },
            'verzoek',
          ),
          gives({ proef: oneOf(true), antwoorden: list(ref('ProefAntwoord')), signalen: list(TEXT) }),
        ],
      },
      example: {
        opdracht: '0196f000-0000-7000-8000-000000000003',
        stand: 'gedaan',
        besluit: 'afwijzen',
        referentie: 'AANV2025001',
        verzoek: '0196f000-0000-7000-8000-000000000001',
        antwoorden: [
          {
            id: '0196f000-0000-7000-8000-000000000004',
            type: 'JW319',
            ontvanger: '42420001',
            xml: '<?xml version="1.0" encoding="UTF-8"?>\r\n…',
          },
        ],
      },
    },
    202: GEWACHT,
  },
  problems: ['niet-gevonden', 'niet-mogelijk', 'besluit-in-strijd'],
  example: { params: { id: ID }, body: { besluit: 'afwijzen', reden: '4' } },
});
