import { BERICHT_TYPES } from '../../standard/message-types.ts';
import { type ApiSchema, takes } from './json-schema.ts';
import { STATUSSEN } from './names.ts';

/** Parameters that several calls take. A description goes on after "<name> is …", in the document and in a refusal. */

export const HOOGSTENS = 500;

export const limit = <const D extends number>(standaard: D) =>
  ({
    type: 'integer',
    minimum: 1,
    maximum: HOOGSTENS,
    default: standaard,
    description: `een getal van 1 tot en met ${HOOGSTENS}`,
  }) as const;

/** Empty is the first page, so that a client may begin its loop with it. */
export const NA = {
  type: 'string',
  pattern: '^[0-9A-Za-z._:-]{0,128}$',
  description: 'de sleutel (volgende) die een vorige bladzijde gaf',
} as const;

export const BERICHT_TYPE = { enum: BERICHT_TYPES, description: `een van ${BERICHT_TYPES.join(', ')}` } as const;
export const GEMEENTE = {
  type: 'string',
  pattern: '^[0-9]{4}$',
  description: 'een gemeentecode van 4 cijfers',
} as const;
export const AANBIEDER = { type: 'string', pattern: '^[0-9]{8}$', description: 'een AGB-code van 8 cijfers' } as const;
export const PARTIJ = {
  type: 'string',
  pattern: '^([0-9]{4}|[0-9]{8})$',
  description: 'een gemeentecode van 4 of een AGB-code van 8 cijfers',
} as const;
export const REGIO = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{1,20}$',
  description: 'de code van een regio in de afspraken',
} as const;
export const DATUM = { type: 'string', format: 'date', description: 'een bestaande datum (JJJJ-MM-DD)' } as const;
/** A day, or a moment within one. */
const DAG_OF_MOMENT = {
  type: 'string',
  format: 'dag-of-moment',
  description: 'een bestaande datum (JJJJ-MM-DD) of een moment (JJJJ-MM-DDTuu:mm:ssZ)',
} as const;
/** Days in the Netherlands, both counted; of a moment the last is not. */
export const PERIODE = { van: DAG_OF_MOMENT, tot: DAG_OF_MOMENT } as const;
/** What somebody made up as a number or name: no more than the standard leaves room for. */
const KENMERK = {
  type: 'string',
  pattern: '^[^\\p{Cc}]{1,64}$',
  description: 'een tekst van 1 tot en met 64 tekens',
} as const;
export const REGEL = {
  type: 'string',
  pattern: '^[A-Z][A-Z0-9-]{1,39}$',
  description: 'de code van een regel, zoals TR381, XSD of POORT-HEADER',
} as const;
/** What a list of messages is asked by. */
export const BERICHT_FILTER = {
  type: BERICHT_TYPE,
  richting: { enum: ['in', 'uit'], description: 'in: aangeboden door een partij; uit: samengesteld door de gateway' },
  status: { enum: STATUSSEN, description: `een van ${STATUSSEN.join(', ')}` },
  aflevering: {
    enum: ['onbevestigd', 'mislukt'],
    description:
      'onbevestigd: afgeleverd en nog niet bevestigd; mislukt: opgegeven; van een partij alleen bij haarzelf',
  },
  partij: PARTIJ,
  regio: REGIO,
  ...PERIODE,
  identificatie: KENMERK,
  declaratie: KENMERK,
  toewijzing: { type: 'integer', minimum: 0, maximum: 999_999_999, description: 'een ToewijzingNummer' },
  referentie: KENMERK,
  regel: REGEL,
  retourcode: { type: 'string', pattern: '^[0-9]{4}$', description: 'een retourcode van 4 cijfers' },
} as const;
export const MAAND = {
  type: 'string',
  pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])$',
  description: 'een maand (JJJJ-MM)',
} as const;
export const PROEF = { type: 'boolean', default: false, description: 'true of false' } as const;
export const VERSIE = {
  type: 'integer',
  minimum: 1,
  maximum: 999_999_999,
  description: 'het nummer dat de gateway aan de afspraken gaf: 1, 2, 3 …',
} as const;

const ID: ApiSchema = { type: 'string', description: 'wat een lijst of een antwoord als id gaf' };

/** The name in the path of most calls on one thing. */
export const MET_ID = takes({ id: ID }, 'id');
/** A toewijzing in the path: by gemeente, as its number is. */
export const TOEWIJZING = takes(
  { gemeente: GEMEENTE, nummer: { type: 'string', pattern: '^[0-9]{1,9}$', description: 'een ToewijzingNummer' } },
  'gemeente',
  'nummer',
);
