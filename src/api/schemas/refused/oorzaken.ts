import { OORZAAK_STANDEN } from '../../../gateway/refused/causes.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { TYPE_OR_NULL } from '../bevinding.ts';
import { call } from '../call.ts';
import {
  type ApiSchema,
  gives,
  INTEGER,
  INTEGER_OR_NULL,
  list,
  MOMENT,
  MOMENT_OR_NULL,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from '../json-schema.ts';
import { PARTIJ, PERIODE, REGEL, REGIO } from '../parameters.ts';

/** In the path, for messages whose type could not be read. */
export const ZONDER_TYPE = '-';

export const OORZAAK: ApiSchema = gives({
  regel: TEXT,
  retourcode: TEXT_OR_NULL,
  type: TYPE_OR_NULL,
  partij: TEXT,
  regels: INTEGER,
  berichten: INTEGER,
  clienten: INTEGER_OR_NULL,
  trend: list(INTEGER),
  eerste: MOMENT,
  laatste: MOMENT,
  voorbeeld: TEXT,
  stand: { enum: OORZAAK_STANDEN },
  notitie: TEXT_OR_NULL,
  standOp: MOMENT_OR_NULL,
});

const VOORBEELD = {
  regel: 'TR381',
  retourcode: '9381',
  type: 'JW323',
  partij: '42420001',
  regels: 3003,
  berichten: 12,
  clienten: 41,
  trend: [0, 0, 120, 300, 0, 0, 411, 890, 882, 400, 0, 0],
  eerste: '2026-01-02T10:00:00.000Z',
  laatste: '2026-01-09T16:20:00.000Z',
  voorbeeld: '0196f000-0000-7000-8000-000000000001',
  stand: 'gemeld',
  notitie: 'Gebeld: de nieuwe productcodes staan nog niet in hun systeem.',
  standOp: '2026-01-09T17:00:00.000Z',
};

export const GET_OORZAKEN = call({
  summary: 'Wat is afgewezen, samengenomen per afzender, type en regel; de meeste regels eerst.',
  query: takes({ ...PERIODE, regio: REGIO, partij: PARTIJ }),
  replies: {
    200: {
      description: 'Ten hoogste 1000 groepen. Notities ziet alleen een medewerker.',
      schema: gives({ oorzaken: list(ref('Oorzaak')) }),
      example: { oorzaken: [VOORBEELD] },
    },
  },
  example: { query: { van: '2026-01-01', tot: '2026-01-31' } },
});

export const PUT_OORZAAK = call({
  summary: 'Zeggen wat er met een groep afgewezen regels gebeurt.',
  params: takes(
    { partij: PARTIJ, type: { enum: [...BERICHT_TYPES, ZONDER_TYPE] }, regel: REGEL },
    'partij',
    'type',
    'regel',
  ),
  body: takes({ stand: { enum: OORZAAK_STANDEN }, notitie: { type: ['string', 'null'], maxLength: 2000 } }, 'stand'),
  replies: { 200: { description: 'De groep zoals zij nu is.', schema: ref('Oorzaak'), example: VOORBEELD } },
  problems: ['niet-gevonden'],
  example: {
    params: { partij: '42420001', type: 'JW323', regel: 'TR381' },
    body: { stand: 'gemeld', notitie: 'Gebeld: de nieuwe productcodes staan nog niet in hun systeem.' },
  },
});
