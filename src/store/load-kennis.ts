import type { BeantwoordBericht, Claim, KennisData } from '../rules/kennis.ts';
import { clientSleutel } from './client-sleutel.ts';
import type { Db } from './db.ts';
import { loadBeantwoord } from './kennis/beantwoord.ts';
import { loadDeclaraties, loadPrestaties } from './kennis/declaraties.ts';
import { loadClaims, loadClientGegevens, loadRegie, loadVerzoeken } from './kennis/sets.ts';
import { loadToewijzingen } from './kennis/toewijzingen.ts';
import type { Bij, Zoekvraag } from './kennis/zoekvraag.ts';
import type { GeladenKennis, KennisVraag } from './store.ts';

/**
 * The context of a group of messages: each set in one query for the whole group (DESIGN decision 7). The lane's
 * compare-and-set guards that nothing of it changes before the verdicts are written; claims guard themselves.
 */
export async function loadKennis(db: Db, key: Uint8Array, vragen: readonly KennisVraag[]): Promise<GeladenKennis[]> {
  const namen = vragen.map((vraag) => Object.fromEntries(vraag.bsns.map((bsn) => [bsn, clientSleutel(key, bsn)])));
  const zoek = vragen.map((vraag, nr) => ({
    nr,
    gemeenten: vraag.gemeenten,
    aanbieder: vraag.aanbieder,
    clienten: [...new Set([...Object.values(namen[nr] ?? {}), ...(vraag.clienten ?? [])])],
    vraag,
  }));
  return db.connection().execute(async (een) => {
    const toewijzingen = perVraag(zoek, await loadToewijzingen(een, zoek));
    const prestaties = perVraag(zoek, await loadPrestaties(een, zoek, toewijzingen));
    const declaraties = perVraag(zoek, await loadDeclaraties(een, zoek));
    const regie = perVraag(zoek, await loadRegie(een, zoek));
    const beantwoord = perVraag(zoek, await loadBeantwoord(een, zoek));
    const verzoeken = perVraag(zoek, await loadVerzoeken(een, zoek, (nr) => beantwoord[nr]?.[0]?.id));
    const gegevens = perVraag(zoek, await loadClientGegevens(een, zoek));
    const claims = perVraag(zoek, await loadClaims(een, zoek));
    return zoek.map(({ nr, vraag }) => {
      const antwoord = beantwoord[nr]?.[0];
      return {
        kennis: {
          berichtId: vraag.berichtId,
          ontvangenOp: vraag.ontvangenOp.toISOString(),
          gemeenten: vraag.gemeenten,
          clienten: namen[nr] ?? {},
          toewijzingen: toewijzingen[nr] ?? [],
          regie: regie[nr] ?? [],
          verzoeken: verzoeken[nr] ?? [],
          declaraties: declaraties[nr] ?? [],
          prestaties: prestaties[nr] ?? [],
          claims: eigenaars(claims[nr] ?? []),
          clientGegevens: Object.fromEntries((gegevens[nr] ?? []).map((g) => [g.client, g.gegevens])),
          beantwoord: antwoord === undefined ? null : zonderBytes(antwoord),
        } satisfies KennisData,
        beantwoordBytes: antwoord?.bytes ?? null,
      };
    });
  });
}

function perVraag<T>(zoek: readonly Zoekvraag[], rijen: readonly Bij<T>[]): Omit<Bij<T>, 'nr'>[][] {
  const groepen: Omit<Bij<T>, 'nr'>[][] = zoek.map(() => []);
  for (const { nr, ...rij } of rijen) groepen[nr]?.push(rij);
  return groepen;
}

function eigenaars(claims: readonly Omit<Claim, never>[]): Record<string, string> {
  return Object.fromEntries(claims.map(({ sleutel, eigenaar }) => [sleutel, eigenaar]));
}

function zonderBytes({ id, type, release, alBeantwoord }: Omit<BeantwoordBericht, 'inhoud'>): BeantwoordBericht {
  return { id, type, release, alBeantwoord, inhoud: {} };
}
