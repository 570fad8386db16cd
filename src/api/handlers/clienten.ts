import { probleem } from '../problems.ts';
import type { POST_UITVOER, POST_VERWIJDERING } from '../schemas/zoeken.ts';
import type { Handler } from '../vraag.ts';
import { GEEN_BSN } from './zoeken.ts';

/** POST /clienten/uitvoer: everything about one child. The BSN stands in the body, and nowhere else. */
export const postUitvoer: Handler<typeof POST_UITVOER> = async ({ principal, body }, { gateway }) => {
  const file = await gateway.persons.show(principal, body.bsn, body.reden);
  return file === undefined ? probleem('onjuiste-invoer', { fouten: [GEEN_BSN] }) : { status: 200, body: file };
};

/** POST /clienten/verwijdering: as far as the floors allow, and what stays. */
export const postVerwijdering: Handler<typeof POST_VERWIJDERING> = async ({ principal, body }, { gateway }) => {
  const erased = await gateway.persons.erase(principal, body.bsn, body.reden, body.proef ?? false);
  if (erased === undefined) return probleem('onjuiste-invoer', { fouten: [GEEN_BSN] });
  const verwijderd = erased.tables.map(({ table: tabel, rows: regels }) => ({ tabel, regels }));
  return { status: 200, body: { verwijderd, uitGedeeldeBerichten: erased.redacted, blijft: erased.stays } };
};
