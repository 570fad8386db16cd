import type { Logger } from '../log/logger.ts';
import type { Velden } from '../log/velden.ts';
import type { PoortCode } from '../xml/gate/poort-meldingen.ts';
import type { Admitted } from './admitted.ts';
import type { Geopend } from './judge-protocol.ts';

/** How a header is kept from the look at the door: behind comments, or behind blanks. */
const HIDDEN: ReadonlySet<string> = new Set<PoortCode>(['POORT-COMMENTAAR', 'POORT-HEADER']);

/**
 * The line for whoever watches over security: a message that reads otherwise than it was admitted, or that hid its header
 * from the look at the door. Codes of parties only.
 */
export function warnOfDisguise(geopend: Geopend, admitted: Admitted, logger: Logger, wat: Velden): void {
  if (geopend.kind !== 'refused') return;
  const { verdict, parties } = geopend;
  const regel = verdict.bevindingen.find((b) => b.regel === 'POORT-PARTIJ' || HIDDEN.has(b.regel))?.regel;
  const read = admitted.gemeenten.length > 0 && admitted.aanbieder !== null;
  if (regel === undefined || (read && regel !== 'POORT-PARTIJ')) return;
  const gelezen = parties === undefined ? {} : { zender: parties.zender, ontvanger: parties.ontvanger };
  logger.warn('security: a message hides or disguises its header', {
    ...wat,
    regel,
    partij: admitted.partij,
    type: admitted.type,
    ...gelezen,
  });
}
