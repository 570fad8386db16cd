import type { Beslissing, BeslissingToewijzing } from '../../gateway/werkbak.ts';
import type { RelatieInvoer } from '../../replies/relatie.ts';
import { invoerToets } from '../invoer.ts';
import { RELATIE_SCHEMA } from './relatie-invoer.ts';

/** The body of a decision; what is left out is as asked, or by the agreements. */
interface Besluit {
  readonly besluit: Beslissing['besluit'];
  readonly reden?: string | null;
  readonly woonplaatsbeginsel?: { readonly gemeente: string } | null;
  readonly toelichting?: string | null;
  readonly toewijzing?: Partial<BeslissingToewijzing> | null;
  /** As in `toewijzing`. */
  readonly soort?: BeslissingToewijzing['soort'];
  readonly bedrag?: number | null;
  readonly relatie?: RelatieInvoer | null;
}

const tekst = (pattern: string) => ({ type: ['string', 'null'], pattern });
const DATUM = tekst('^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');
const SOORT = { enum: ['standaard', 'maatwerk', null] };
const BEDRAG = { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999_999 };

export const besluitToets = invoerToets<Besluit>({
  type: 'object',
  required: ['besluit'],
  additionalProperties: false,
  properties: {
    besluit: { enum: ['toewijzen', 'afwijzen', 'onderzoek'] },
    reden: tekst('^[0-9A-Z]{1,3}$'),
    woonplaatsbeginsel: {
      type: ['object', 'null'],
      required: ['gemeente'],
      additionalProperties: false,
      properties: { gemeente: { type: 'string', pattern: '^[0-9]{4}$' } },
    },
    toelichting: { type: ['string', 'null'], maxLength: 200 },
    toewijzing: {
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        categorie: tekst('^[0-9A-Z]{2}$'),
        code: tekst('^[0-9A-Za-z]{1,5}$'),
        ingangsdatum: DATUM,
        einddatum: DATUM,
        volume: { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999 },
        eenheid: tekst('^[0-9]{2}$'),
        frequentie: tekst('^[0-9]$'),
        budget: { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999_999 },
        soort: SOORT,
        bedrag: BEDRAG,
      },
    },
    soort: SOORT,
    bedrag: BEDRAG,
    relatie: RELATIE_SCHEMA,
  },
  if: { required: ['besluit'], properties: { besluit: { const: 'afwijzen' } } },
  // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
  then: { required: ['reden'], properties: { reden: { type: 'string' } } },
});

const LEEG: BeslissingToewijzing = {
  categorie: null,
  code: null,
  ingangsdatum: null,
  einddatum: null,
  volume: null,
  eenheid: null,
  frequentie: null,
  budget: null,
  soort: null,
  bedrag: null,
};

/** The decision in the words of the pipeline. */
export function beslissingUit(besluit: Besluit): Omit<Beslissing, 'item' | 'partij' | 'idempotentie'> {
  const { reden = null, toelichting = null, toewijzing = null, woonplaatsbeginsel = null } = besluit;
  const { soort = null, bedrag = null, relatie = null } = besluit;
  const keuze = { ...(soort === null ? {} : { soort }), ...(bedrag === null ? {} : { bedrag }) };
  const leeg = toewijzing === null && soort === null && bedrag === null;
  return {
    besluit: besluit.besluit,
    reden,
    toelichting,
    woonplaats: woonplaatsbeginsel?.gemeente ?? null,
    relatie,
    toewijzing: leeg ? null : { ...LEEG, ...toewijzing, ...keuze },
  };
}
