import { parseArgs } from 'node:util';

/**
 * How much is measured: messages per aanbieder over fifty, messages of one, toewijzingen of the store with history (four
 * messages each), prestaties of the large declaraties. PGlite gets less of everything but the declaraties: it is slower.
 */
const POSTGRES = { perAanbieder: 200, een: 4000, historie: 50_000, declaraties: [10_000, 30_000] };
const PGLITE = { perAanbieder: 60, een: 1500, historie: 10_000, declaraties: [10_000, 30_000] };
/** For who works on the bench itself: figures of `--kort` say little. */
const KORT = { perAanbieder: 20, een: 400, historie: 1000, declaraties: [500, 1000] };

/** HTTP beside AMQP: so many rounds of each. */
const BROKER = { perAanbieder: 60, rondes: 3 };
const BROKER_KORT = { perAanbieder: 30, rondes: 1 };

/** Lists and look-ups: so many messages, and each question so often. */
const ZOEKEN = { berichten: 1_000_000, keren: 40 };
const ZOEKEN_KORT = { berichten: 20_000, keren: 5 };

const NIETS = { naast: null, opslag: {}, broker: null, zoeken: null };

export const AANBIEDERS = 50;

/**
 * What the arguments ask for: `--kort`; `postgres` or `pglite` for one of the two; `amqp` for HTTP beside AMQP or `zoeken` for
 * lists in a large store, and nothing else; `--naast COMMIT` (null: alone).
 */
export function planOf(args) {
  const { values, positionals: gevraagd } = parseArgs({
    args,
    allowPositionals: true,
    options: { kort: { type: 'boolean', default: false }, naast: { type: 'string' } },
  });
  const { kort, naast = null } = values;
  if (gevraagd.length === 1 && gevraagd[0] === 'amqp') return { ...NIETS, broker: kort ? BROKER_KORT : BROKER };
  if (gevraagd.length === 1 && gevraagd[0] === 'zoeken') return { ...NIETS, zoeken: kort ? ZOEKEN_KORT : ZOEKEN };
  const alle = { postgres: kort ? KORT : POSTGRES, pglite: kort ? KORT : PGLITE };
  const onbekend = gevraagd.filter((naam) => !Object.hasOwn(alle, naam));
  if (onbekend.length > 0) {
    throw new Error(
      `usage: npm run bench -- [--kort] [--naast COMMIT] [postgres|pglite|amqp|zoeken] (not: ${onbekend})`,
    );
  }
  const gekozen = Object.entries(alle).filter(([naam]) => gevraagd.length === 0 || gevraagd.includes(naam));
  return { ...NIETS, naast, opslag: Object.fromEntries(gekozen) };
}

/**
 * Which clients each part uses on one store: parts share aanbieders, so that each has BSNs (`vanaf`) and numbers (`reeks`)
 * of its own.
 */
export function lists(partijen, { perAanbieder, een }) {
  return {
    vijftig: { partijen, perAanbieder, reeks: 1 },
    een: { partijen: partijen.slice(0, 1), perAanbieder: een, reeks: 2, vanaf: perAanbieder },
    declaratie: (nr) => ({ partij: partijen[1 + nr], reeks: 3 + nr, vanaf: perAanbieder }),
    profiel: { partijen, perAanbieder: Math.ceil(perAanbieder / 3), reeks: 90, vanaf: 9000 - perAanbieder },
  };
}
