import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Admitted } from '../../judging/admitted.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { warnOfDisguise } from '../../judging/disguise.ts';
import type { JudgePlace, JudgeSession } from '../../judging/judge-host.ts';
import type { JudgeDeps } from '../../judging/judge-work.ts';
import type { KennisData } from '../../rules/kennis.ts';
import type { WerkbakBeeld } from '../../store/requests/contract.ts';
import type { Store } from '../../store/store.ts';
import type { NummerVraag } from '../../verdict/nummers.ts';

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
  readonly gemeente: string;
  readonly nummers: NummerVraag;
  readonly kennis: KennisData;
}

export type RequestDeps = Pick<JudgeDeps, 'judges' | 'loadKennis' | 'newId' | 'logger'> & {
  readonly store: Pick<Store, 'messageBytes'>;
};

/**
 * Opens requests again on one judging thread, with their context; `use` has the session until it is done. In the order
 * asked; null for one whose message cannot be read any more, or whose gemeente no region serves now.
 */
export async function withRequests<T>(
  gezocht: readonly Gezocht[],
  inForce: AgreementsInForce,
  { judges, loadKennis, newId, logger, store }: RequestDeps,
  use: (verzoeken: readonly (VerzoekOpen | null)[], session: JudgeSession) => Promise<T>,
  place: JudgePlace = 'by-size',
): Promise<T> {
  const bytes = await Promise.all(gezocht.map(({ item }) => store.messageBytes(item.berichtId)));
  const omvang = bytes.reduce((som, een) => som + (een?.byteLength ?? 0), 0);
  const session = await judges.session(inForce, omvang, place);
  const tokens = gezocht.map(() => newId());
  const admitted = gezocht.map(({ item }) => requestAdmitted(item, inForce.afspraken));
  try {
    const geopend = await session.open(
      gezocht.map(({ opdrachtId, ontvangenOp }, i) => {
        const wat = { token: tokens[i] ?? '', berichtId: opdrachtId, bytes: bytes[i] ?? new Uint8Array() };
        return { ...wat, ontvangenOp, admitted: admitted[i] ?? NOBODY, voor: 'besluit' };
      }),
    );
    for (const [i, een] of geopend.entries()) {
      warnOfDisguise(een, admitted[i] ?? NOBODY, logger, { id: gezocht[i]?.item.berichtId ?? null });
    }
    const vragen = geopend.flatMap((een) => (een.kind === 'accepted' ? [een.vraag] : []));
    const geladen = (await loadKennis(vragen)).values();
    const verzoeken = geopend.map((een, i): VerzoekOpen | null => {
      if (een.kind === 'refused') return null;
      const kennis = geladen.next().value?.kennis;
      if (kennis === undefined) throw new Error('context is missing for a request');
      const { token, gemeente, nummers } = een;
      return { opdrachtId: gezocht[i]?.opdrachtId ?? '', token, gemeente, nummers, kennis };
    });
    return await use(verzoeken, session);
  } finally {
    session.end(tokens);
  }
}

/** The message must be the request that the item is about; it may stand under a predecessor of the gemeente. */
function requestAdmitted({ soort, gemeente, aanbieder }: WerkbakBeeld, afspraken: Afspraken): Admitted {
  const type = soort === 'VOT' ? 'JW315' : 'JW317';
  return { partij: aanbieder, type, gemeenten: afspraken.familie(gemeente), aanbieder };
}

const NOBODY: Admitted = { partij: '', type: null, gemeenten: [], aanbieder: null };
