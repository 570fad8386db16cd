import { parseArgs } from 'node:util';

/**
 * How much is measured: messages per aanbieder over fifty, messages of one, messages on one client, toewijzingen of the store with history (four
 * messages each), prestaties of the large declaraties. PGlite gets less of everything but the declaraties: it is slower.
 */
const POSTGRES = { perAanbieder: 200, een: 4000, client: 400, historie: 50_000, declaraties: [10_000, 30_000] };
const PGLITE = { perAanbieder: 60, een: 1500, client: 200, historie: 10_000, declaraties: [10_000, 30_000] };
/** For who works on the bench itself: figures of `--kort` say little. */
const KORT = { perAanbieder: 20, een: 400, client: 40, historie: 1000, declaraties: [500, 1000] };

/** What can be asked for alone, whole and with `--kort`. */
const ALLEEN = {
  /** HTTP beside AMQP: so many rounds of each. */
  amqp: [
    { perAanbieder: 60, rondes: 3 },
    { perAanbieder: 30, rondes: 1 },
  ],
  /** Lists and look-ups: so many messages, and each question so often. */
  zoeken: [
    { berichten: 1_000_000, keren: 40 },
    { berichten: 20_000, keren: 5 },
  ],
  /** The gateway beside a frame that judges nothing: so many JW305 per aanbieder, in rounds. */
  kader: [
    { perAanbieder: 120, rondes: 3 },
    { perAanbieder: 20, rondes: 1 },
  ],
  /** The busiest functions of each thread. */
  profiel: [{ perAanbieder: 120 }, { perAanbieder: 20 }],
  /** A large store beside an empty one, in rounds; and look-ups in it. */
  groot: [
    { toewijzingen: 1_250_000, perAanbieder: 60, een: 1500, rondes: 3, keren: 40 },
    { toewijzingen: 5000, perAanbieder: 20, een: 200, rondes: 1, keren: 5 },
  ],
  /** So many minutes at a steady pace (messages a second). */
  duur: [
    { minuten: 120, perSeconde: 300 },
    { minuten: 2, perSeconde: 40 },
  ],
  /** From the command to ready, on an embedded store with so many toewijzingen, so often. */
  start: [
    { toewijzingen: 10_000, keren: 5 },
    { toewijzingen: 500, keren: 2 },
  ],
  /** `purge` where half of so many toewijzingen (four messages each) is due. */
  opruimen: [{ toewijzingen: 50_000 }, { toewijzingen: 2000 }],
};

export const AANBIEDERS = 50;

/**
 * What the arguments ask for: `--kort`; `postgres` or `pglite` for one of the two; one of what can be asked for alone; `--naast
 * COMMIT` (null: no other build); `--minuten` and `--per-seconde` of `duur`. `alleen` is null, or a name and its plan.
 */
export function planOf(args) {
  const { values, positionals: gevraagd } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kort: { type: 'boolean', default: false },
      naast: { type: 'string' },
      minuten: { type: 'string' },
      'per-seconde': { type: 'string' },
    },
  });
  const { kort, naast = null, minuten, 'per-seconde': perSeconde } = values;
  const [eerste = ''] = gevraagd;
  if (gevraagd.length === 1 && Object.hasOwn(ALLEEN, eerste)) {
    const plan = { ...ALLEEN[eerste][kort ? 1 : 0], naast };
    if (minuten !== undefined) plan.minuten = Number(minuten);
    if (perSeconde !== undefined) plan.perSeconde = Number(perSeconde);
    return { alleen: { naam: eerste, plan }, naast, opslag: {} };
  }
  const alle = { postgres: kort ? KORT : POSTGRES, pglite: kort ? KORT : PGLITE };
  const onbekend = gevraagd.filter((naam) => !Object.hasOwn(alle, naam));
  if (onbekend.length > 0) {
    const namen = [...Object.keys(alle), ...Object.keys(ALLEEN)].join('|');
    throw new Error(`usage: npm run bench -- [--kort] [--naast COMMIT] [${namen}] (not: ${onbekend})`);
  }
  const gekozen = Object.entries(alle).filter(([naam]) => gevraagd.length === 0 || gevraagd.includes(naam));
  return { alleen: null, naast, opslag: Object.fromEntries(gekozen) };
}

/**
 * Which clients each part uses on one store: parts share aanbieders, so that each has BSNs (`vanaf`) and numbers (`reeks`)
 * of its own.
 */
export function lists(partijen, { perAanbieder, een, client = 0 }) {
  return {
    vijftig: { partijen, perAanbieder, reeks: 1 },
    een: { partijen: partijen.slice(0, 1), perAanbieder: een, reeks: 2, vanaf: perAanbieder },
    client: { partijen: partijen.slice(3, 4), perAanbieder: client, reeks: 5, vanaf: 8000, zelfde: true },
    declaratie: (nr) => ({ partij: partijen[1 + nr], reeks: 3 + nr, vanaf: perAanbieder }),
    profiel: { partijen, perAanbieder: Math.ceil(perAanbieder / 3), reeks: 90, vanaf: 9000 - perAanbieder },
  };
}
