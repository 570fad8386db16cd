import type { Envelope } from '../access/envelope.ts';
import type { PartyPrincipal } from '../access/principal.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import { type BundledFile, readBundle } from '../bundle/read-bundle.ts';
import { type BundleRefusal, shown } from '../bundle/refusal.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import type { BerichtStore, Ontvangst } from '../store/messages/contract.ts';
import type { Status } from '../verdict/verdict.ts';
import { admit, type NotAdmitted } from './admission.ts';
import { afterStoring, ontvangst, type ReceiveDeps } from './receive.ts';

export interface ReceiveBundleDeps extends ReceiveDeps {
  readonly store: Pick<BerichtStore, 'saveMessage' | 'saveBundle'>;
}

/** One message of a bundle that was taken. */
export interface BundledReceipt {
  /** Its name in the bundle. */
  readonly naam: string;
  readonly kind: 'stored' | 'again' | 'duplicate';
  readonly id: string;
  readonly status: Status;
}

export type BundleReceipt =
  | { readonly kind: 'taken'; readonly berichten: readonly BundledReceipt[] }
  /** Nothing of it was stored. The findings are of the file that is no message, where that is the reason. */
  | { readonly kind: 'refused'; readonly refusal: BundleRefusal; readonly bevindingen: readonly Bevinding[] }
  | Extract<NotAdmitted, { kind: 'frozen' }>;

/** Takes the messages of a zip: all of them, once each is known to be one that this party may send, or none. */
export async function receiveBundle(
  zip: Uint8Array,
  principal: PartyPrincipal,
  envelope: Envelope,
  deps: ReceiveBundleDeps,
): Promise<BundleReceipt> {
  const bundle = await readBundle(zip);
  if (bundle.kind === 'refused') return { ...bundle, bevindingen: [] };
  const { afspraken } = await deps.agreements.fresh();
  const admitted = admitAll(bundle.files, principal, envelope, afspraken, deps.now());
  if ('kind' in admitted) return admitted;
  const bewaard = await deps.store.saveBundle(admitted.ontvangsten);
  const receipts = bewaard.map((een) => afterStoring(een, deps.doorbell));
  return {
    kind: 'taken',
    berichten: receipts.map((receipt, nr) => ({ naam: bundle.files[nr]?.naam ?? '', ...receipt })),
  };
}

function admitAll(
  files: readonly BundledFile[],
  principal: PartyPrincipal,
  envelope: Envelope,
  afspraken: Afspraken,
  op: Date,
): Exclude<BundleReceipt, { kind: 'taken' }> | { readonly ontvangsten: readonly Ontvangst[] } {
  const ontvangsten: Ontvangst[] = [];
  for (const { naam, bytes } of files) {
    const admission = admit(bytes, principal, afspraken, op);
    if (admission.kind === 'frozen') return admission;
    if (admission.kind !== 'admitted') return refused(naam, admission, principal);
    ontvangsten.push(ontvangst(bytes, admission, principal, envelope, afspraken, op));
  }
  return { ontvangsten };
}

/** The list of codes has none for what is wrong with one file: with it the whole is no valid zip. */
function refused(
  naam: string,
  why: Exclude<NotAdmitted, { kind: 'frozen' }>,
  { parties }: PartyPrincipal,
): Extract<BundleReceipt, { kind: 'refused' }> {
  if (why.kind === 'unidentifiable') {
    const { bevinding } = why;
    const melding = `${shown(naam)} is geen iJW-bericht dat hier aangenomen wordt. ${bevinding.melding} Er is niets bewaard.`;
    return { kind: 'refused', refusal: { code: 'IB901', melding }, bevindingen: [bevinding] };
  }
  const van = why.zender === null ? 'van een andere soort partij' : `volgens zijn kop van ${why.zender}`;
  const melding = `${shown(naam)} is ${van}, en het zip-bestand komt van ${parties.join(', ')}. Doe er alleen eigen berichten in. Er is niets bewaard.`;
  return { kind: 'refused', refusal: { code: 'IB901', melding }, bevindingen: [] };
}
