import { GRANT_FIELDS } from '../../lanes/commands/grant-command.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  BOOLEAN,
  DAY,
  DAY_OR_NULL,
  EUROCENTS,
  gives,
  INTEGER_OR_NULL,
  list,
  MOMENT,
  oneOf,
  orNull,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { GEWACHT } from './opdrachten.ts';
import { TOEWIJZING as IN_PAD } from './parameters.ts';

/** Whole tenths of a percent. */
export const PERCENTAGE: ApiSchema = { type: 'number', description: 'Procenten, in hele tienden.' };
export const BUDGET_SOORT = oneOf('standaard', 'maatwerk');
export const TOEWIJZING_VERSIE: ApiSchema = gives({
  gemeente: TEXT,
  aanbieder: TEXT,
  nummer: INTEGER_OR_NULL,
  categorie: TEXT_OR_NULL,
  code: TEXT_OR_NULL,
  ingangsdatum: DAY,
  einddatum: DAY_OR_NULL,
  toewijzingsdatum: DAY,
  toewijzingstijd: TEXT,
  redenWijziging: TEXT_OR_NULL,
  volume: INTEGER_OR_NULL,
  eenheid: TEXT_OR_NULL,
  frequentie: TEXT_OR_NULL,
  budget: INTEGER_OR_NULL,
  referentieAanbieder: TEXT_OR_NULL,
  berichtId: TEXT,
  voorlopig: BOOLEAN,
});

export const TOEWIJZING: ApiSchema = gives({
  gemeente: TEXT,
  aanbieder: TEXT,
  toewijzingNummer: INTEGER_OR_NULL,
  huidig: ref('ToewijzingVersie'),
  historie: list(ref('ToewijzingVersie')),
  signaalbudget: orNull(gives({ soort: BUDGET_SOORT, bedrag: EUROCENTS, gebruikt: EUROCENTS, percentage: PERCENTAGE })),
});

const VOORBEELD = {
  gemeente: '0362',
  aanbieder: '42420001',
  toewijzingNummer: 900000012,
  huidig: {
    gemeente: '0362',
    aanbieder: '42420001',
    nummer: 900000012,
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2026-01-01',
    einddatum: '2026-12-31',
    toewijzingsdatum: '2025-12-20',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 3333,
    eenheid: '01',
    frequentie: '6',
    budget: null,
    referentieAanbieder: 'AANV2025001',
    berichtId: '0196f000-0000-7000-8000-000000000001',
    voorlopig: false,
  },
  historie: [],
  signaalbudget: { soort: 'standaard', bedrag: 500000, gebruikt: 376499, percentage: 75.2 },
};
const PAD_VOORBEELD = { gemeente: '0362', nummer: '900000012' };

export const GET_TOEWIJZING = call({
  summary: 'Een toewijzing: de huidige versie, de eerdere, en wat van het signaalbudget is gebruikt.',
  params: IN_PAD,
  headers: ['IJW-Reden'],
  replies: { 200: { description: 'De toewijzing.', schema: ref('Toewijzing'), example: VOORBEELD } },
  problems: ['niet-gevonden'],
  example: { params: PAD_VOORBEELD },
});

export const PUT_SIGNAALBUDGET = call({
  summary: 'Een maatwerksignaalbudget toekennen.',
  params: IN_PAD,
  headers: ['Idempotency-Key'],
  body: takes(
    {
      ...GRANT_FIELDS,
    },
    'bedrag',
    'reden',
  ),
  replies: {
    200: { description: 'De toewijzing, zoals zij nu is.', schema: ref('Toewijzing'), example: VOORBEELD },
    202: GEWACHT,
  },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: PAD_VOORBEELD, body: { bedrag: 900000, reden: 'Het plan van aanpak vraagt meer begeleiding.' } },
});

const AANSPREEKPUNT: ApiSchema = gives({
  aanspreekpunt: orNull(gives({ aanbieder: TEXT, naam: TEXT_OR_NULL, sinds: MOMENT })),
});
const AANSPREEKPUNT_VOORBEELD = {
  aanspreekpunt: { aanbieder: '42420001', naam: 'Voorbeeld Jeugdhulp', sinds: '2026-01-02T10:00:00.000Z' },
};

export const GET_AANSPREEKPUNT = call({
  summary: 'Welke aanbieder het aanspreekpunt is voor het kind van deze toewijzing.',
  params: IN_PAD,
  replies: {
    200: { description: 'Het aanspreekpunt, of null.', schema: AANSPREEKPUNT, example: AANSPREEKPUNT_VOORBEELD },
  },
  problems: ['niet-gevonden'],
  example: { params: PAD_VOORBEELD },
});

export const PUT_AANSPREEKPUNT = call({
  summary: 'Het aanspreekpunt aanwijzen; null: niemand.',
  params: IN_PAD,
  body: takes({ aanbieder: { type: ['string', 'null'], pattern: '^[0-9]{8}$' } }, 'aanbieder'),
  replies: {
    200: { description: 'Het aanspreekpunt zoals het nu is.', schema: AANSPREEKPUNT, example: AANSPREEKPUNT_VOORBEELD },
  },
  problems: ['niet-gevonden', 'niet-mogelijk'],
  example: { params: PAD_VOORBEELD, body: { aanbieder: '42420001' } },
});
