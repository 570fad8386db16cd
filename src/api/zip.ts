import type { BundleRefusal } from '../bundle/refusal.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { probleem } from './problems.ts';
import type { ApiReply } from './reply.ts';

/** A zip of which nothing was taken, by the standard's code for it. */
export function geweigerdeZip({ code, melding }: BundleRefusal, bevindingen: readonly Bevinding[] = []): ApiReply {
  return probleem(code, { detail: melding, leden: bevindingen.length === 0 ? {} : { bevindingen } });
}
