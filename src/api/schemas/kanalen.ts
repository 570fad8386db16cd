import { CHANNELS } from '../../gateway/channels/channels.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  gives,
  INTEGER,
  list,
  MOMENT_OR_NULL,
  oneOf,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { PARTIJ } from './parameters.ts';

const VAN_PARTIJ = takes({ code: PARTIJ }, 'code');
const KANAAL = { enum: CHANNELS } as const;
/** PEM of a chain of certificates is some thousands of characters. */
const PEM = { type: ['string', 'null'], minLength: 1, maxLength: 20_000 } as const;
const ADRES = { type: ['string', 'null'], minLength: 1, maxLength: 2_048 } as const;

const INSTELLINGEN = {
  partij: TEXT,
  kanaal: KANAAL,
  amqpGebruiker: TEXT_OR_NULL,
  url: TEXT_OR_NULL,
  geheimGezet: BOOLEAN,
  endpoint: TEXT_OR_NULL,
  certificaat: TEXT_OR_NULL,
  sleutelGezet: BOOLEAN,
  leegIsGoed: BOOLEAN,
};
const VOORBEELD = {
  partij: '42420001',
  kanaal: 'webhook',
  amqpGebruiker: null,
  url: 'https://epd.voorbeeld.nl/ijw',
  geheimGezet: true,
  endpoint: null,
  certificaat: null,
  sleutelGezet: false,
  leegIsGoed: false,
};

export const GET_KANAAL = call({
  summary: 'Langs welke weg een partij haar berichten krijgt, zonder de geheimen.',
  params: VAN_PARTIJ,
  replies: { 200: { description: 'De instellingen.', schema: gives(INSTELLINGEN), example: VOORBEELD } },
  problems: ['niet-gevonden'],
  example: { params: { code: '42420001' } },
});

export const PUT_KANAAL = call({
  summary: 'De weg van een partij instellen; wat niet genoemd wordt blijft zoals het was.',
  params: VAN_PARTIJ,
  body: {
    ...takes({
      kanaal: KANAAL,
      amqpGebruiker: { type: ['string', 'null'], pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{0,127}$' } as const,
      url: ADRES,
      geheim: { type: ['string', 'null'], minLength: 1, maxLength: 200 } as const,
      endpoint: ADRES,
      certificaat: PEM,
      sleutel: PEM,
      leegIsGoed: BOOLEAN,
    }),
    minProperties: 1,
  },
  replies: {
    200: {
      description: 'De instellingen zoals ze nu zijn; met geheim als de gateway er een maakte, alleen nu te zien.',
      schema: gives({ ...INSTELLINGEN, geheim: TEXT }, 'geheim'),
      example: { ...VOORBEELD, geheim: 'whsec_alleen-deze-ene-keer-te-zien' },
    },
  },
  problems: ['niet-mogelijk'],
  example: {
    params: { code: '42420001' },
    body: { kanaal: 'webhook', url: 'https://epd.voorbeeld.nl/ijw' },
  },
});

const WEG: ApiSchema = gives({
  partij: TEXT,
  wacht: INTEGER,
  oudste: MOMENT_OR_NULL,
  laatsteSucces: MOMENT_OR_NULL,
  laatsteFout: TEXT_OR_NULL,
});

export const GET_KANALEN = call({
  summary: 'Alle kanalen: of ze het doen, wie ze bedienen en wat er wacht.',
  replies: {
    200: {
      description: 'De kanalen, ook die uit staan.',
      schema: gives({
        kanalen: list(
          gives({
            kanaal: KANAAL,
            staat: oneOf('uit', 'goed', 'storing'),
            sinds: MOMENT_OR_NULL,
            laatsteFout: TEXT_OR_NULL,
            partijen: list(WEG),
          }),
        ),
      }),
      example: {
        kanalen: [
          {
            kanaal: 'webhook',
            staat: 'goed',
            sinds: '2026-01-02T10:00:00.000Z',
            laatsteFout: null,
            partijen: [
              {
                partij: '42420001',
                wacht: 2,
                oudste: '2026-01-02T11:00:00.000Z',
                laatsteSucces: '2026-01-02T10:59:00.000Z',
                laatsteFout: 'http-503',
              },
            ],
          },
        ],
      },
    },
  },
});
