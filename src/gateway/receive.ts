import { createHash } from 'node:crypto';
import type { Envelope } from '../access/envelope.ts';
import type { PartyPrincipal } from '../access/principal.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { laanVan, regioVanLaan } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { BerichtStore, Bewaard, Ontvangst } from '../store/messages/contract.ts';
import type { Status } from '../verdict/verdict.ts';
import { type Admission, admit, type NotAdmitted, partiesOf } from './admission.ts';

export interface ReceiveDeps {
  readonly store: Pick<BerichtStore, 'saveMessage'>;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly now: () => Date;
}

/** `again` was `geweigerd` and waits anew under the same id; `duplicate` has no effect. */
interface Taken {
  readonly kind: 'stored' | 'again' | 'duplicate';
  readonly id: string;
  readonly status: Status;
}

export type Receipt = Taken | NotAdmitted;

/**
 * Stores the bytes in their lane and rings. Nothing is acknowledged before this resolved
 * (docs/decisions/store-is-the-truth.md).
 */
export async function receive(
  bytes: Uint8Array,
  principal: PartyPrincipal,
  envelope: Envelope,
  deps: ReceiveDeps,
): Promise<Receipt> {
  const { afspraken } = await deps.agreements.fresh();
  const op = deps.now();
  const admission = admit(bytes, principal, afspraken, op);
  if (admission.kind !== 'admitted') return admission;
  const bewaard = await deps.store.saveMessage(ontvangst(bytes, admission, principal, envelope, afspraken, op));
  return afterStoring(bewaard, deps.doorbell);
}

/** Rings for what waits, and says what became of it. */
export function afterStoring(bewaard: Bewaard, doorbell: Pick<Doorbell, 'ring'>): Taken {
  if (bewaard.kind === 'duplicate') return { kind: 'duplicate', id: bewaard.id, status: bewaard.status };
  doorbell.ring(bewaard.laan, regioVanLaan(bewaard.laan));
  return { kind: bewaard.kind, id: bewaard.id, status: 'ontvangen' };
}

/** An admitted message as it is stored. */
export function ontvangst(
  bytes: Uint8Array,
  admission: Extract<Admission, { kind: 'admitted' }>,
  principal: PartyPrincipal,
  envelope: Envelope,
  afspraken: Afspraken,
  ontvangenOp: Date,
): Ontvangst {
  const { peek } = admission;
  const wie = partiesOf(admission, principal);
  const regio = wie.gemeente === null ? null : afspraken.regioVan(wie.gemeente);
  const { afzender, ontvanger, identificatie } = peek.kind === 'message' ? peek : ONLEESBAAR;
  return {
    ...{ bytes, sha256: createHash('sha256').update(bytes).digest(), ontvangenOp, regio, door: principal.keyId },
    ...wie,
    ...{ afzender, ontvanger, identificatie },
    ...envelope,
    laan: laanVan(regio, wie.aanbieder ?? wie.partij),
  };
}

const ONLEESBAAR = { afzender: null, ontvanger: null, identificatie: null };
