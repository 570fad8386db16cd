import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import type { KennisData } from '../../rules/kennis.ts';
import type { KennisVraag } from '../../verdict/kennis-vraag.ts';
import { clientSleutel } from '../client-key/client-sleutel.ts';
import { type Db, inOneGo, type Statement } from '../engine/db.ts';
import type { GeladenKennis } from '../lanes/contract.ts';
import { openBodies } from '../seal/open-bodies.ts';
import { ROWS } from '../seal/places.ts';
import { opening } from '../seal/seal-of.ts';
import { beantwoordBij } from './beantwoord.ts';
import { declaratiesBij, prestatiesBij } from './declaraties.ts';
import { claimsBij, clientGegevensBij, regieBij, verzoekenBij } from './sets.ts';
import { toewijzingenBij, toewijzingVan } from './toewijzingen.ts';
import type { Bij, Zoekvraag } from './zoekvraag.ts';

/**
 * The context of a group of messages: each set in one query for the whole group (docs/decisions/pure-core.md), in two
 * round trips. The lane's compare-and-set guards that nothing of it changes before the verdicts are written; claims
 * guard themselves.
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
  const antwoorden = zoek.some(({ vraag }) => vraag.beantwoordt !== null);
  const eerst = await perVraag(db, zoek, {
    toewijzingen: toewijzingenBij(zoek),
    declaraties: declaratiesBij(zoek),
    regie: regieBij(zoek),
    beantwoord: beantwoordBij(zoek),
    verzoeken: antwoorden ? null : verzoekenBij(zoek, () => undefined),
    gegevens: clientGegevensBij(zoek),
    claims: claimsBij(zoek),
  });
  // What is asked by what was found.
  const dan = await perVraag(db, zoek, {
    prestaties: prestatiesBij(zoek, eerst.toewijzingen),
    verzoeken: antwoorden ? verzoekenBij(zoek, (nr) => eerst.beantwoord[nr]?.[0]?.id) : null,
  });
  const verzoeken = antwoorden ? dan.verzoeken : eerst.verzoeken;
  return opening(db, async (seal) => {
    const bodies = await openBodies(
      seal,
      zoek.flatMap(({ nr }) => eerst.beantwoord[nr]?.[0] ?? []),
    );
    return zoek.map(({ nr, vraag }) => {
      const antwoord = eerst.beantwoord[nr]?.[0];
      return {
        kennis: {
          berichtId: vraag.berichtId,
          ontvangenOp: vraag.ontvangenOp.toISOString(),
          gemeenten: vraag.gemeenten,
          clienten: namen[nr] ?? {},
          toewijzingen: (eerst.toewijzingen[nr] ?? []).map(toewijzingVan),
          regie: eerst.regie[nr] ?? [],
          verzoeken: verzoeken[nr] ?? [],
          declaraties: eerst.declaraties[nr] ?? [],
          prestaties: dan.prestaties[nr] ?? [],
          claims: Object.fromEntries((eerst.claims[nr] ?? []).map(({ sleutel, eigenaar }) => [sleutel, eigenaar])),
          clientGegevens: Object.fromEntries(
            (eerst.gegevens[nr] ?? []).map((g) => [
              g.client,
              seal.openJson('client_gegevens.gegevens', ROWS.client(g), g.gegevens),
            ]),
          ),
          beantwoord: antwoord === undefined ? null : zonderBytes(antwoord),
        } satisfies KennisData,
        beantwoordBytes: antwoord === undefined ? null : (bodies.get(antwoord.id) ?? null),
      };
    });
  });
}

/** Sets that are asked together: the statement of each, or null when nothing is asked of it. */
type Sets = Readonly<Record<string, Statement<Bij<object>> | null>>;
type Rij<S> = S extends Statement<infer R> ? Omit<R, 'nr'> : never;

/** The rows of each set, by the question that they were found for; all in one round trip. */
async function perVraag<S extends Sets>(
  db: Db,
  zoek: readonly Zoekvraag[],
  sets: S,
): Promise<{ readonly [K in keyof S]: readonly Rij<NonNullable<S[K]>>[][] }> {
  const gevraagd = Object.entries(sets).flatMap(([naam, statement]) =>
    statement === null ? [] : [{ naam, statement }],
  );
  const statements = gevraagd.map(({ statement }) => statement);
  const gevonden = statements.length === 0 ? [] : await inOneGo(db, statements);
  const perNaam = Object.fromEntries(Object.keys(sets).map((naam) => [naam, zoek.map(() => [] as object[])]));
  gevonden.forEach((rijen, i) => {
    const groepen = perNaam[gevraagd[i]?.naam ?? ''];
    for (const { nr, ...rij } of rijen) groepen?.[nr]?.push(rij);
  });
  return perNaam as never;
}

function zonderBytes({ id, type, release, alBeantwoord }: Omit<BeantwoordBericht, 'inhoud'>): BeantwoordBericht {
  return { id, type, release, alBeantwoord, inhoud: {} };
}
