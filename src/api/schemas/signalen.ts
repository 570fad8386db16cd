import { SIGNAAL_STANDEN, type SignaalStand } from '../../signaalbudget/signaal-stand.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  gives,
  INTEGER_OR_NULL,
  list,
  MOMENT,
  MOMENT_OR_NULL,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { SIGNAAL_SOORTEN } from './names.ts';
import { limit, MET_ID, NA } from './parameters.ts';

export const SIGNAAL: ApiSchema = gives({
  id: TEXT,
  soort: { enum: SIGNAAL_SOORTEN },
  // A signal about the way of a party names that party alone; one about a queue names none.
  gemeente: TEXT_OR_NULL,
  aanbieder: TEXT_OR_NULL,
  toewijzingNummer: INTEGER_OR_NULL,
  percentage: { type: ['number', 'null'] },
  melding: TEXT,
  op: MOMENT,
  stand: { enum: [...SIGNAAL_STANDEN, null] },
  standOp: MOMENT_OR_NULL,
});

const VOORBEELD = {
  id: '17',
  soort: 'signaalbudget',
  gemeente: '0362',
  aanbieder: '42420001',
  toewijzingNummer: 900000012,
  percentage: 75.2,
  melding: 'Van het signaalbudget van toewijzing 900000012 is 75,2 % gebruikt.',
  op: '2026-01-02T10:00:01.000Z',
  stand: 'open',
  standOp: null,
};

export const GET_SIGNALEN = call({
  summary: 'Signalen, het oudste eerst; na is het id van het laatste dat al gezien is.',
  query: takes({ na: NA, limit: limit(500) }),
  replies: { 200: { description: 'De signalen.', schema: list(ref('Signaal')), example: [VOORBEELD] } },
  example: { query: { na: '16' } },
});

/** Nobody opens a signal again. */
const TE_ZETTEN: readonly Exclude<SignaalStand, 'open'>[] = SIGNAAL_STANDEN.filter((stand) => stand !== 'open');

export const PUT_SIGNAAL = call({
  summary: 'Zeggen wat er met een signaal over een signaalbudget gebeurt.',
  params: MET_ID,
  body: takes({ stand: { enum: TE_ZETTEN }, toelichting: { type: ['string', 'null'], maxLength: 2000 } }, 'stand'),
  replies: { 200: { description: 'Het signaal zoals het nu is.', schema: ref('Signaal'), example: VOORBEELD } },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: { id: '17' }, body: { stand: 'afronden' } },
});
