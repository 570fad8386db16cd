import { systemScope } from '../../access/scope.ts';
import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Admitted } from '../../judging/admitted.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { JudgePlace, JudgeSession } from '../../judging/judge-host.ts';
import { type Accepted, contextOf, type JudgeDeps, withOpened } from '../../judging/procedure.ts';
import type { KennisData } from '../../rules/kennis.ts';
import { requestOf } from '../../standard/messages/index.ts';
import type { WerkbakBeeld } from '../../store/requests/contract.ts';
import type { Store } from '../../store/store.ts';
import type { NummerBlok } from '../../verdict/nummers.ts';

/** A request that waits: where it stands, and under which id and clock it is looked at. */
export interface Gezocht {
  readonly opdrachtId: string;
  readonly ontvangenOp: Date;
  /** Its item in the werkbak, which names the JW315 or JW317 that holds it. */
  readonly item: WerkbakBeeld;
}

/** The same, opened on the thread with all that deciding on it looks at. */
export interface VerzoekOpen {
  readonly opdrachtId: string;
  readonly token: string;
  readonly kennis: KennisData;
  readonly nummers: NummerBlok;
}

export type RequestDeps = JudgeDeps & { readonly store: Pick<Store, 'messageBytes'> };

/**
 * Opens requests again on one judging thread, with their context; `use` has the session until it is done. In the order
 * asked; null for one whose message cannot be read any more, or whose gemeente no region serves now.
 */
export async function withRequests<T>(
  gezocht: readonly Gezocht[],
  inForce: AgreementsInForce,
  deps: RequestDeps,
  use: (verzoeken: readonly (VerzoekOpen | null)[], session: JudgeSession) => Promise<T>,
  place: JudgePlace = 'by-size',
): Promise<T> {
  const bytes = await Promise.all(gezocht.map(({ item }) => deps.store.messageBytes(item.berichtId, systemScope())));
  const openable = gezocht.map(({ opdrachtId, ontvangenOp, item }, i) => ({
    id: opdrachtId,
    ontvangenOp,
    bytes: bytes[i] ?? new Uint8Array(),
    admitted: requestAdmitted(item, inForce.afspraken),
    named: { id: item.berichtId },
  }));
  return withOpened(
    openable,
    inForce,
    deps,
    async (opened, session) => {
      const accepted = opened.flatMap(({ geopend }): Accepted[] => (geopend.kind === 'accepted' ? [geopend] : []));
      const context = (await contextOf(accepted, inForce, deps)).values();
      const verzoeken = opened.map(({ werk, geopend }): VerzoekOpen | null => {
        if (geopend.kind === 'refused') return null;
        const known = context.next().value;
        if (known === undefined) throw new Error('context is missing for a request');
        return { opdrachtId: werk.id, token: geopend.token, kennis: known.kennis, nummers: known.nummers };
      });
      return use(verzoeken, session);
    },
    { voor: 'besluit', place },
  );
}

/** The message must be the request that the item is about; it may stand under a predecessor of the gemeente. */
function requestAdmitted({ soort, gemeente, aanbieder }: WerkbakBeeld, afspraken: Afspraken): Admitted {
  const type = requestOf(soort);
  return { partij: aanbieder, type, gemeenten: afspraken.familie(gemeente), aanbieder };
}
