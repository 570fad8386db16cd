import { expect, it } from 'vitest';
import { systemScope } from '../../src/access/scope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import { kostenVan } from '../../src/lanes/commands/kosten.ts';
import { document, toewijzing } from '../rules/declaration/decor.ts';

const VAST = 500_000;
const DOCUMENT = document();
/** Every product has a fixed signaalbudget. */
const PRODUCTEN = DOCUMENT.producten.map((product) => ({ ...product, signaalbudget: VAST }));
const AFSPRAKEN = maakAfspraken({ ...DOCUMENT, producten: PRODUCTEN }, 1);
const LEEG = { toewijzing: async () => undefined };
const kosten = (...wordt: readonly Toewijzing[]) =>
  kostenVan(
    { mutaties: wordt.map((een) => ({ soort: 'toewijzing', toewijzing: een })) },
    AFSPRAKEN,
    LEEG,
    systemScope(),
  );
/** Without an end, so that nobody can tell what it costs. */
const onbekend = (anders: Partial<Toewijzing> = {}) =>
  toewijzing({ ...anders, nummer: null, einddatum: null, volume: 999, frequentie: '2' });

it('a decision of which the value cannot be told is not kept as within the fixed signaalbudget', async () => {
  expect(await kosten(onbekend())).toEqual({ kosten: null, vast: VAST, boven: null });
  // The fixed signaalbudget itself is what such a toewijzing bears.
  const standaard = { soort: 'standaard', bedrag: VAST } as const;
  expect(await kosten(onbekend({ signaalbudget: standaard }))).toEqual({ kosten: null, vast: VAST, boven: null });
  const maatwerk = { soort: 'maatwerk', bedrag: VAST + 10_000 } as const;
  expect(await kosten(onbekend({ signaalbudget: maatwerk }))).toEqual({ kosten: null, vast: VAST, boven: 10_000 });
  const bekend = toewijzing({ nummer: null, volume: null, eenheid: null, frequentie: null, budget: VAST + 20_000 });
  expect(await kosten(bekend)).toEqual({ kosten: VAST + 20_000, vast: VAST, boven: 20_000 });
  expect(await kosten(bekend, onbekend())).toEqual({ kosten: null, vast: 2 * VAST, boven: null });
});
