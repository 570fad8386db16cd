/**
 * The gate: what comes in is a message of a known type and release, or is refused with the reasons
 * (docs/decisions/xml-gate.md).
 *
 * Level 0 is the file (size, encoding, limits, well-formedness, namespace), level 1 the schema; a level is looked at only
 * when the one before it found nothing. Pure and synchronous: large files belong in a worker thread with a time limit.
 */
import type { ErrorDetail } from 'libxml2-wasm';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { messageOfNamespace } from '../../standard/namespaces.ts';
import { kopVan } from '../partijen.ts';
import { quickRead } from '../quick/quick-read.ts';
import { type HeaderPeek, peekHeader, peekOf } from '../read/header-peek.ts';
import { readBericht } from '../read/read.ts';
import { leesbareBytes } from '../readable-bytes.ts';
import { berichtVan, wortelVan } from '../root.ts';
import type { Bericht } from '../tree.ts';
import { fileChecks } from './file-checks.ts';
import { vreemdBestand } from './foreign-file.ts';
import { vreemdeWortel } from './foreign-root.ts';
import { ontleed } from './libxml.ts';
import { poortBevinding } from './poort-bevinding.ts';
import { GRENZEN } from './poort-meldingen.ts';
import { structureChecks } from './structure-checks.ts';
import { teValideren } from './te-valideren.ts';
import { xmlFout } from './xml-fout.ts';
import { xsdChecks } from './xsd-checks.ts';

export type GateResult =
  | {
      readonly kind: 'accepted';
      readonly type: BerichtType;
      readonly release: Release;
      /** The look at its Header, as the door has it. */
      readonly peek: HeaderPeek;
    }
  | {
      readonly kind: 'refused';
      readonly niveau: 0 | 1;
      /** As far as the root element tells. */
      readonly type: BerichtType | null;
      readonly release: Release | null;
      readonly bevindingen: readonly Bevinding[];
    };

/** The verdict, and the message where it is accepted. */
export type Gated =
  | (Extract<GateResult, { kind: 'accepted' }> & { readonly bericht: Bericht })
  | Extract<GateResult, { kind: 'refused' }>;

/** `hoogstens`: how many bytes a message may have; what others send is held to 25 MiB (OP179). */
export function gate(bytes: Uint8Array, hoogstens: number = GRENZEN.bytes): GateResult {
  const { bericht, ...verdict } = look(bytes, hoogstens, false);
  return verdict;
}

/** `gate`, and the message read: what leaves no doubt is read and accepted in one pass. */
export function openBericht(bytes: Uint8Array): Gated {
  const gezien = look(bytes, GRENZEN.bytes, true);
  if (gezien.kind === 'refused') return gezien;
  return { ...gezien, bericht: gezien.bericht ?? readBericht(bytes, gezien.type, gezien.release) };
}

function look(bytes: Uint8Array, hoogstens: number, whole: boolean): GateResult & { readonly bericht?: Bericht } {
  const vreemd = vreemdBestand(bytes);
  if (vreemd !== null) return geweigerd(bytes, [vreemd]);
  const bestand = fileChecks(bytes, hoogstens);
  if (bestand.length > 0) return geweigerd(bytes, bestand);
  const bericht = quickRead(bytes, whole);
  if (bericht === null) return longWay(bytes);
  const peek = peekOf(kopVan(bericht));
  if (peek.kind !== 'message') return longWay(bytes);
  return { kind: 'accepted', type: bericht.type, release: bericht.release, peek, bericht };
}

/** By libxml2: every refusal, and what is written in another way than messages are. For what passed `fileChecks`. */
export function longWay(bytes: Uint8Array): GateResult {
  const structuur = structureChecks(bytes);
  if (structuur.bevindingen.length > 0) return geweigerd(bytes, structuur.bevindingen);
  const ontleding = ontleed(bytes);
  if (ontleding.kind === 'onleesbaar') return geweigerd(bytes, [onleesbaar(bytes, ontleding.fouten)]);
  const { document } = ontleding;
  let teKeuren = document;
  try {
    const { name: naam, namespaceUri: namespace } = document.root;
    const bericht = messageOfNamespace(namespace);
    if (bericht === null) return geweigerd(bytes, [vreemdeWortel({ naam, namespace })]);
    teKeuren = teValideren(document, bytes, structuur);
    const bevindingen = xsdChecks(teKeuren, bericht.type, bericht.release, bytes);
    if (bevindingen.length > 0) return { kind: 'refused', niveau: 1, ...bericht, bevindingen };
    // Who sent it was decided on this look; what it cannot read was admitted as somebody's all the same.
    const peek = peekHeader(bytes);
    return peek.kind === 'message'
      ? { kind: 'accepted', ...bericht, peek }
      : geweigerd(bytes, [poortBevinding('POORT-HEADER')]);
  } finally {
    document.dispose();
    teKeuren.dispose();
  }
}

function geweigerd(bytes: Uint8Array, bevindingen: readonly Bevinding[]): GateResult {
  const begin = leesbareBytes(bytes.subarray(0, GRENZEN.startTag));
  const { type, release } = berichtVan(begin) ?? { type: null, release: null };
  return { kind: 'refused', niveau: 0, type, release, bevindingen };
}

function onleesbaar(bytes: Uint8Array, fouten: readonly ErrorDetail[]): Bevinding {
  if (wortelVan(bytes) === null) return poortBevinding('POORT-LEEG');
  // The engine stops at the first error that it cannot get past; what it says after that follows from it.
  const [eerste] = fouten;
  const plaats = { lijn: eerste?.line ?? null, kolom: eerste?.col ?? null };
  return poortBevinding('POORT-XML', { fout: xmlFout(eerste?.message ?? '') }, plaats);
}
