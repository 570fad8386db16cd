import type { Envelope } from '../../access/envelope.ts';
import type { PartyPrincipal } from '../../access/principal.ts';
import { admit, type NotAdmitted } from '../admission.ts';
import { afterStoring, ontvangst, type Receipt } from '../receive.ts';
import type { ReceiveBundleDeps } from '../receive-bundle.ts';

/** A message that somebody brought. */
export interface Brought {
  readonly bytes: Uint8Array;
  readonly principal: PartyPrincipal;
  readonly envelope: Envelope;
}

/**
 * Messages that came by one line, of whomever: each is admitted or refused by itself, and those that are admitted are stored
 * in one transaction, so that when it fails none is stored and they can be brought again in the same order.
 */
export async function receiveMany(brought: readonly Brought[], deps: ReceiveBundleDeps): Promise<Receipt[]> {
  const { afspraken } = await deps.agreements.fresh();
  const op = deps.now();
  const admissions = brought.map((one) => ({ ...one, admission: admit(one.bytes, one.principal, afspraken, op) }));
  const ontvangsten = admissions.flatMap(({ bytes, principal, envelope, admission }) =>
    admission.kind === 'admitted' ? [ontvangst(bytes, admission, principal, envelope, afspraken, op)] : [],
  );
  const bewaard = (ontvangsten.length === 0 ? [] : await deps.store.saveBundle(ontvangsten)).values();
  return admissions.map(({ admission }): NotAdmitted | Receipt => {
    if (admission.kind !== 'admitted') return admission;
    const { value: een } = bewaard.next();
    if (een === undefined) throw new Error('storing a message gave no row');
    return afterStoring(een, deps.doorbell);
  });
}
