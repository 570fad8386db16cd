import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { LARGE } from '../../judging/large.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import { type RequestDeps, withRequests } from '../../lanes/commands/request-session.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { WerkbakBeeld } from '../../store/requests/contract.ts';
import type { Weging } from '../../verdict/werkbak/weeg.ts';

/** Bytes of messages that one page opens at most: one of the largest, or a few thousand ordinary ones. */
export const BYTES_PER_BLADZIJDE = 32 * 1024 * 1024;
/** So many requests are weighed in one call of the thread, which has half a minute for each. */
const PER_KEER = 50;

export type WeighDeps = Omit<RequestDeps, 'numbers'> & { readonly now: () => Date };

/** A message and the requests in it that are weighed; `nrs` are their places in what was asked. */
interface Bron {
  /** One of them, which names the message. */
  readonly item: WerkbakBeeld;
  readonly omvang: number;
  readonly nrs: readonly number[];
}

/**
 * Requests with what speaks for and against them, by the agreements as they are now, in the order asked. Each message is
 * opened once, however many of its requests are asked for, and a large one alone; null for requests of messages beyond
 * the bytes of a page, and for one whose message cannot be read any more.
 */
export async function weighRequests(
  items: readonly WerkbakBeeld[],
  inForce: AgreementsInForce,
  deps: WeighDeps,
): Promise<readonly (Weging | null)[]> {
  const wegingen: (Weging | null)[] = items.map(() => null);
  for (const bronnen of samenTeOpenen(bronnenVan(items))) await weighTogether(bronnen, items, wegingen, inForce, deps);
  return wegingen;
}

/** In the order of the page, as far as its bytes go. */
function bronnenVan(items: readonly WerkbakBeeld[]): Bron[] {
  let over = BYTES_PER_BLADZIJDE;
  return [...groepeer(items.keys(), (nr) => items[nr]?.berichtId ?? '')].flatMap(([, nrs]) => {
    const item = items[nrs[0] ?? 0];
    if (item === undefined || item.omvang > over) return [];
    over -= item.omvang;
    return [{ item, omvang: item.omvang, nrs }];
  });
}

/** Small messages are opened together, a large one alone, so that memory holds no more than one. */
function samenTeOpenen(bronnen: readonly Bron[]): Bron[][] {
  const alle: Bron[][] = [];
  let ruimte = 0;
  for (const bron of bronnen) {
    const laatste = alle.at(-1);
    if (laatste === undefined || bron.omvang > ruimte) {
      alle.push([bron]);
      ruimte = LARGE - bron.omvang;
    } else {
      laatste.push(bron);
      ruimte -= bron.omvang;
    }
  }
  return alle;
}

async function weighTogether(
  bronnen: readonly Bron[],
  items: readonly WerkbakBeeld[],
  wegingen: (Weging | null)[],
  inForce: AgreementsInForce,
  deps: WeighDeps,
): Promise<void> {
  const ontvangenOp = deps.now();
  const gezocht = bronnen.map(({ item }) => ({ opdrachtId: deps.newId(), ontvangenOp, item }));
  await withRequests(
    gezocht,
    inForce,
    { ...deps, numbers: THROW_AWAY },
    async (verzoeken, session) => {
      // What requests of one message have in common is one object, so that it crosses to the thread once a call.
      const te = bronnen.flatMap(({ nrs }, i) => {
        const verzoek = verzoeken[i];
        if (verzoek === undefined || verzoek === null) return [];
        return nrs.flatMap((nr) => {
          const item = items[nr];
          if (item === undefined) return [];
          const { referentie, redenen } = item;
          return [{ nr, weeg: { ...verzoek, referentie, redenen } }];
        });
      });
      for (let van = 0; van < te.length; van += PER_KEER) {
        const deel = te.slice(van, van + PER_KEER);
        const gewogen = await session.weigh(deel.map(({ weeg }) => weeg));
        deel.forEach(({ nr }, i) => {
          wegingen[nr] = gewogen[i] ?? null;
        });
      }
    },
    'aside',
  );
}
