import { createHash } from 'node:crypto';
import type { Envelope } from '../access/envelope.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { laanVan, regioVanLaan } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Sleutel } from '../store/keys/contract.ts';
import type { Ontvangst } from '../store/messages/contract.ts';
import type { Store } from '../store/store.ts';
import { watIsHet } from '../xml/gate/what-is-it.ts';
import { type HeaderPeek, peekHeader } from '../xml/read/header-peek.ts';
import type { NotAdmitted, Receipt } from './gateway.ts';

export interface ReceiveDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly doorbell: Doorbell;
  readonly now: () => Date;
}

/** Who sends this, and may this key send it? Read from the bytes with a bounded look, before anything is stored. */
export type Admission =
  | { readonly kind: 'admitted'; readonly peek: Exclude<HeaderPeek, { kind: 'unknown' }>; readonly partij: string }
  | NotAdmitted;

export function admit(bytes: Uint8Array, sleutel: Sleutel, afspraken: Afspraken): Admission {
  const peek = peekHeader(bytes);
  if (peek.kind === 'unknown') return { kind: 'unidentifiable', bevinding: watIsHet(bytes) };
  // A JW301 never comes from an aanbieder, whatever its header looks like.
  const isRol = BERICHT_SOORTEN[peek.type].zender === sleutel.rol;
  if (sleutel.partij === null || !isRol)
    return { kind: 'forbidden', zender: peek.kind === 'message' ? peek.zender : null };
  if (peek.kind === 'unreadable-header') return { kind: 'admitted', peek, partij: sleutel.partij };
  if (!mayActFor(sleutel, peek.zender, afspraken)) return { kind: 'forbidden', zender: peek.zender };
  return { kind: 'admitted', peek, partij: peek.zender };
}

/** A key acts for its own party; a gemeente's also for its predecessors (DESIGN 5.3, `opvolger`). */
export function mayActFor(sleutel: Sleutel, partij: string, afspraken: Afspraken): boolean {
  if (sleutel.partij === null) return false;
  if (sleutel.partij === partij) return true;
  return sleutel.rol === 'gemeente' && afspraken.familie(sleutel.partij).includes(partij);
}

/** The parties of an admitted message as they are stored; null where the header could not be read. */
export function partiesOf(
  { peek, partij }: Extract<Admission, { kind: 'admitted' }>,
  { rol }: Sleutel,
): Pick<Ontvangst, 'partij' | 'type' | 'release' | 'gemeente' | 'aanbieder'> {
  const { type, release } = peek;
  if (peek.kind === 'message') return { partij, type, release, gemeente: peek.gemeente, aanbieder: peek.aanbieder };
  const vanGemeente = rol === 'gemeente';
  return { partij, type, release, gemeente: vanGemeente ? partij : null, aanbieder: vanGemeente ? null : partij };
}

/** Stores the bytes in their lane and rings. Nothing is acknowledged before this resolved (DESIGN decision 1). */
export async function receive(
  bytes: Uint8Array,
  sleutel: Sleutel,
  envelope: Envelope,
  deps: ReceiveDeps,
): Promise<Receipt> {
  const { afspraken } = await deps.agreements.fresh();
  const admission = admit(bytes, sleutel, afspraken);
  if (admission.kind !== 'admitted') return admission;
  const bewaard = await deps.store.saveMessage(ontvangst(bytes, admission, sleutel, envelope, afspraken, deps.now()));
  if (bewaard.kind === 'duplicate') return { kind: 'duplicate', id: bewaard.id, status: bewaard.status };
  deps.doorbell.ring(bewaard.laan, regioVanLaan(bewaard.laan));
  return { kind: bewaard.kind, id: bewaard.id, status: 'ontvangen' };
}

function ontvangst(
  bytes: Uint8Array,
  admission: Extract<Admission, { kind: 'admitted' }>,
  sleutel: Sleutel,
  envelope: Envelope,
  afspraken: Afspraken,
  ontvangenOp: Date,
): Ontvangst {
  const { peek } = admission;
  const wie = partiesOf(admission, sleutel);
  const regio = wie.gemeente === null ? null : afspraken.regioVan(wie.gemeente);
  const { afzender, ontvanger, identificatie } = peek.kind === 'message' ? peek : ONLEESBAAR;
  return {
    ...{ bytes, sha256: createHash('sha256').update(bytes).digest(), ontvangenOp, regio },
    ...wie,
    ...{ afzender, ontvanger, identificatie },
    ...envelope,
    laan: laanVan(regio, wie.aanbieder ?? wie.partij),
  };
}

const ONLEESBAAR = { afzender: null, ontvanger: null, identificatie: null };
