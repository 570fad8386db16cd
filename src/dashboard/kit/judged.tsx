import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../gateway/messages.ts';
import { saysOf } from '../words/sent.ts';
import { Merk, Status } from './merk.tsx';

/** Of a message that came in: how it was judged, of an answer what it says. */
export function Judged({ van }: { readonly van: Pick<BerichtBeeld, 'type' | 'via' | 'status' | 'zegt'> }): VNode {
  const zegt = saysOf(van);
  return zegt === null ? <Status is={van.status} /> : <Merk toon={zegt.toon}>{zegt.wat}</Merk>;
}
