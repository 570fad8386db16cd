import { CHANNELS } from '../../gateway/channels/channels.ts';
import { BERICHT_TYPES } from '../../standard/message-types.ts';
import { BEVINDING_VOORBEELD, RELEASE_OR_NULL, TYPE_OR_NULL } from './bevinding.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  COUNTS,
  gives,
  INTEGER,
  INTEGER_OR_NULL,
  list,
  MOMENT,
  MOMENT_OR_NULL,
  oneOf,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { AFLEVER_STATUSSEN, STATUSSEN, WEGEN } from './names.ts';
import { BERICHT_FILTER, BERICHT_TYPE, limit, MET_ID, NA } from './parameters.ts';

const STATUS = { enum: STATUSSEN } as const;
const TYPE = { enum: BERICHT_TYPES } as const;

const AFLEVERING: ApiSchema = gives({
  id: TEXT,
  partij: TEXT,
  kanaal: { enum: CHANNELS },
  status: { enum: AFLEVER_STATUSSEN },
  op: MOMENT,
  pogingen: INTEGER,
  fout: TEXT_OR_NULL,
});
const AFLEVERING_VOORBEELD = {
  ...{ id: '7', partij: '0362', kanaal: 'ophalen', status: 'wacht', op: '2026-01-02T10:00:01.000Z', pogingen: 0 },
  fout: null,
};

const VELDEN = {
  id: TEXT,
  type: TYPE_OR_NULL,
  release: RELEASE_OR_NULL,
  afzender: TEXT_OR_NULL,
  ontvanger: TEXT_OR_NULL,
  identificatie: TEXT_OR_NULL,
  regio: TEXT_OR_NULL,
  status: STATUS,
  ontvangenOp: MOMENT,
  beoordeeldOp: MOMENT_OR_NULL,
  afsprakenVersie: INTEGER_OR_NULL,
  bevindingen: list(ref('Bevinding')),
  antwoorden: list(gives({ id: TEXT, type: TYPE, ontvanger: TEXT })),
  afleveringen: list(AFLEVERING),
  inAntwoordOp: TEXT_OR_NULL,
  via: { enum: [...WEGEN, null] },
  transportId: TEXT_OR_NULL,
};

export const BERICHT: ApiSchema = gives(VELDEN);
export const BERICHT_REGEL: ApiSchema = gives({
  ...VELDEN,
  aantalBevindingen: INTEGER,
  perRegel: COUNTS,
  aantalAntwoorden: INTEGER,
});
export const AANGENOMEN: ApiSchema = gives({ id: TEXT, status: STATUS });
/** What became of the messages of a zip, each with its name there. */
const NAAM = { type: 'string', description: 'De naam in het zip-bestand.' } as const;
export const BUNDEL: ApiSchema = gives({ berichten: list(gives({ naam: NAAM, ...VELDEN })) });
export const AANGENOMEN_BUNDEL: ApiSchema = gives({
  berichten: list(gives({ naam: NAAM, id: TEXT, status: STATUS })),
});
/** A message that would go out. */
export const PROEF_ANTWOORD: ApiSchema = gives({ type: TYPE, ontvanger: TEXT, xml: TEXT });

const ID = '0196f000-0000-7000-8000-000000000001';
export const BERICHT_VOORBEELD = {
  id: ID,
  type: 'JW323',
  release: '3.2',
  afzender: '42420001',
  ontvanger: '0362',
  identificatie: 'DECL2025002',
  regio: 'AA',
  status: 'deels-goedgekeurd',
  ontvangenOp: '2026-01-02T10:00:00.000Z',
  beoordeeldOp: '2026-01-02T10:00:01.000Z',
  afsprakenVersie: 4,
  bevindingen: [BEVINDING_VOORBEELD],
  antwoorden: [{ id: '0196f000-0000-7000-8000-000000000002', type: 'JW325', ontvanger: '42420001' }],
  afleveringen: [AFLEVERING_VOORBEELD],
  inAntwoordOp: null,
  via: 'http',
  transportId: null,
};
const AANGENOMEN_VOORBEELD = { id: ID, status: 'ontvangen' };
export const REGEL_VOORBEELD = {
  ...BERICHT_VOORBEELD,
  aantalBevindingen: 1,
  perRegel: { TR322: 1 },
  aantalAntwoorden: 1,
};
const XML_VOORBEELD = '<?xml version="1.0" encoding="UTF-8"?>\r\n<bericht:Bericht …>…</bericht:Bericht>';

export const POST_BERICHTEN = call({
  summary:
    'Een bericht insturen, of 1 tot en met 30 in een zip (alle of geen); met Prefer: wait=N (seconden, ten hoogste 60) op het oordeel wachten.',
  headers: ['Prefer'],
  replies: {
    200: {
      description: 'Het bericht met zijn oordeel; van een zip elk bericht.',
      schema: { anyOf: [ref('Bericht'), ref('Bundel')] },
      example: BERICHT_VOORBEELD,
    },
    202: {
      description: 'Bewaard; het oordeel volgt. Location is het adres van het bericht (niet bij een zip).',
      schema: { anyOf: [ref('Aangenomen'), ref('AangenomenBundel')] },
      example: AANGENOMEN_VOORBEELD,
    },
  },
  problems: ['andere-partij', 'geen-ijw', 'bevroren'],
  example: { body: XML_VOORBEELD },
});

export const GET_BERICHTEN = call({
  summary: 'Eigen berichten, of die van de regio’s van de sleutel; de nieuwste eerst.',
  query: takes({
    ...BERICHT_FILTER,
    na: NA,
    limit: limit(50),
  }),
  replies: {
    200: {
      description: 'Een bladzijde; van elk bericht de eerste bevindingen.',
      schema: gives({ berichten: list(ref('BerichtRegel')), volgende: TEXT_OR_NULL }),
      example: { berichten: [REGEL_VOORBEELD], volgende: ID },
    },
  },
  example: { query: { status: 'afgekeurd', limit: 10 } },
});

export const GET_BERICHT = call({
  summary: 'Een bericht met zijn hele oordeel.',
  params: MET_ID,
  replies: { 200: { description: 'Het bericht.', schema: ref('Bericht'), example: BERICHT_VOORBEELD } },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});

export const GET_XML = call({
  summary: 'De bytes van een bericht, precies zoals ze binnenkwamen of uitgingen.',
  params: MET_ID,
  headers: ['IJW-Reden'],
  replies: { 200: { description: 'Het bericht als XML.', media: ['application/xml'], example: XML_VOORBEELD } },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});

export const POST_REPLAY = call({
  summary: 'Een bericht dat vastgelopen of geweigerd is opnieuw laten beoordelen.',
  params: MET_ID,
  replies: {
    202: {
      description: 'Het wacht opnieuw op zijn oordeel.',
      schema: ref('Aangenomen'),
      example: AANGENOMEN_VOORBEELD,
    },
  },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: { id: ID } },
});

export const POST_CONTROLE = call({
  summary: 'Een bericht op proef laten beoordelen: hetzelfde oordeel en de antwoorden, zonder enig gevolg.',
  replies: {
    200: {
      description: 'Wat ervan zou komen.',
      schema: gives({
        type: TYPE_OR_NULL,
        release: RELEASE_OR_NULL,
        status: oneOf('geweigerd', 'afgekeurd', 'deels-goedgekeurd', 'goedgekeurd'),
        bevindingen: list(ref('Bevinding')),
        antwoorden: list(ref('ProefAntwoord')),
      }),
      example: {
        type: 'JW315',
        release: '3.2',
        status: 'goedgekeurd',
        bevindingen: [],
        antwoorden: [{ type: 'JW316', ontvanger: '42420001', xml: XML_VOORBEELD }],
      },
    },
  },
  problems: ['andere-partij', 'geen-ijw', 'bevroren'],
  example: { body: XML_VOORBEELD },
});

export const UITGAAND: ApiSchema = gives({
  id: TEXT,
  type: TYPE,
  afzender: TEXT_OR_NULL,
  ontvanger: TEXT_OR_NULL,
  inAntwoordOp: TEXT_OR_NULL,
  op: MOMENT,
});

export const GET_UITGAAND = call({
  summary:
    'Wat voor deze partij klaarligt en nog niet bevestigd is; het oudste eerst. Met Prefer: wait=N wachten tot er iets is.',
  headers: ['Prefer'],
  query: takes({ type: BERICHT_TYPE, na: NA, limit: limit(100) }),
  replies: {
    200: {
      description: 'Een bladzijde. Bevestigen tijdens het bladeren verliest niets.',
      schema: gives({ berichten: list(ref('Uitgaand')), volgende: TEXT_OR_NULL }),
      example: {
        berichten: [
          {
            id: ID,
            type: 'JW301',
            afzender: '0362',
            ontvanger: '42420001',
            inAntwoordOp: null,
            op: '2026-01-02T10:00:01.000Z',
          },
        ],
        volgende: null,
      },
    },
  },
  example: { query: { type: 'JW301', limit: 500 } },
});

export const POST_BEVESTIGING = call({
  summary: 'De ontvangst van een bericht bevestigen; nog eens mag.',
  params: MET_ID,
  replies: { 204: { description: 'Bevestigd.' } },
  problems: ['niet-gevonden'],
  example: { params: { id: ID } },
});

export const POST_OPNIEUW = call({
  summary: 'Een aflevering die mislukt is of wacht nu opnieuw laten gaan, langs de weg die de partij nu heeft.',
  params: MET_ID,
  replies: {
    202: { description: 'De aflevering, die weer wacht.', schema: AFLEVERING, example: AFLEVERING_VOORBEELD },
  },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: { id: '7' } },
});

/** So many one call confirms. */
const TEGELIJK = 500;

export const POST_BEVESTIGINGEN = call({
  summary: 'De ontvangst van veel berichten in een keer bevestigen; nog eens mag, en geeft hetzelfde antwoord.',
  body: takes(
    {
      ids: {
        type: 'array',
        maxItems: TEGELIJK,
        items: { type: 'string', maxLength: 100 },
        description: `ids van berichten, ten hoogste ${TEGELIJK}`,
      },
    },
    'ids',
  ),
  replies: {
    200: {
      description: 'Hoeveel er nu bevestigd zijn, en welke ids nooit voor deze partij klaarlagen.',
      schema: gives({ bevestigd: INTEGER, onbekend: list(TEXT) }),
      example: { bevestigd: 1, onbekend: ['0196f000-0000-7000-8000-000000000009'] },
    },
  },
  example: { body: { ids: [ID, '0196f000-0000-7000-8000-000000000009'] } },
});
