import type { BeslissingToewijzing } from '../../pipeline/gateway.ts';
import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { IDEMPOTENTIE_UITLEG, idempotentieVan } from '../idempotentie.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { toonWerkbakItem } from '../weergave.ts';
import { partijenVan } from '../zicht.ts';

/** How long a decision waits for its lane before it is answered with an address. */
const WACHT_MS = 30_000;

/** GET /werkbak: requests that wait for the gemeente's decision. */
export const getWerkbak: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 100);
  if (bladzijde === undefined) return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  const { items, volgende } = await gateway.store.werkbak(await partijenVan(vraag.sleutel, gateway), bladzijde);
  return { status: 200, body: { items: items.map(toonWerkbakItem), volgende } };
};

interface Besluit {
  readonly besluit: 'toewijzen' | 'afwijzen' | 'onderzoek';
  readonly reden?: string | null;
  readonly toelichting?: string | null;
  readonly toewijzing?: Partial<BeslissingToewijzing> | null;
}

const tekst = (pattern: string) => ({ type: ['string', 'null'], pattern });
const DATUM = tekst('^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');

const toets = invoerToets<Besluit>({
  type: 'object',
  required: ['besluit'],
  additionalProperties: false,
  properties: {
    besluit: { enum: ['toewijzen', 'afwijzen', 'onderzoek'] },
    reden: tekst('^[0-9A-Z]{1,3}$'),
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
      },
    },
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
};

/** POST /werkbak/{id}: the gemeente decides; 200 with the outcome once the lane has taken it. */
export const postWerkbak: Handler = async (vraag, { gateway }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const idempotentie = idempotentieVan(vraag);
  if (idempotentie === undefined) return probleem('ongeldige-kopregel', { detail: IDEMPOTENTIE_UITLEG });
  const { besluit, reden = null, toelichting = null, toewijzing = null } = invoer.waarde;
  const uitkomst = await gateway.decide(
    {
      item: vraag.params.id ?? '',
      partij: vraag.sleutel.partij ?? '',
      besluit,
      reden,
      toelichting,
      toewijzing: toewijzing === null ? null : { ...LEEG, ...toewijzing },
      idempotentie,
    },
    WACHT_MS,
  );
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  const { opdracht } = uitkomst;
  const adres = `/api/v1/opdrachten/${opdracht}`;
  if (uitkomst.kind === 'pending') return { status: 202, headers: { location: adres }, body: { opdracht, adres } };
  if (uitkomst.uitkomst.stand === 'geweigerd') return probleem('niet-mogelijk', { detail: uitkomst.uitkomst.reden });
  return { status: 200, body: { opdracht, ...uitkomst.uitkomst } };
};
