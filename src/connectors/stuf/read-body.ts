import type { Readable } from 'node:stream';
import type { GelezenEnvelop } from '../../xml/stuf/envelope.ts';
import { type Gesplitst, PayloadSplitter } from '../../xml/stuf/payload-splitter.ts';
import { leesEnvelop } from '../../xml/stuf/read-envelope.ts';
import { herkendInBegin } from '../../xml/stuf/stuurgegevens.ts';

/** An envelope is at most 25 MB as it goes over the line, payload and all. */
export const ENVELOP_HOOGSTENS = 25 * 2 ** 20;
/** What is read of one that is too large, and thrown away, so that its sender can finish and read why. */
const UITLOOP = 40 * 2 ** 20;

/**
 * Reads an envelope as it comes in. What is in memory is its payload, decoded, and never the envelope as a whole. One that is too
 * large is refused with what its first bytes told; null when even its end is too far away to wait for.
 */
export async function readBody(stream: Readable): Promise<GelezenEnvelop | null> {
  const splitter = new PayloadSplitter();
  let read = 0;
  let begin: Gesplitst | undefined;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    read += piece.length;
    if (read > ENVELOP_HOOGSTENS + UITLOOP) return null;
    if (begin !== undefined) continue;
    if (read <= ENVELOP_HOOGSTENS) splitter.write(piece);
    else begin = splitter.end();
  }
  return begin === undefined ? leesEnvelop(splitter.end()) : teGroot(begin);
}

function teGroot({ skelet }: Gesplitst): GelezenEnvelop {
  const reden = 'De envelop is groter dan 25 MB. Verdeel de inhoud over meer berichten.';
  return { kind: 'onjuist', grond: 'grootte', reden, ...herkendInBegin(skelet) };
}
