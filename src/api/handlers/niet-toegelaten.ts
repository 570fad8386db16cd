import type { Principal } from '../../access/principal.ts';
import type { NotAdmitted } from '../../gateway/admission.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../vraag.ts';

/** A message that was refused at the door: which two codes differ, or what the file is in place of an iJW message. */
export function nietToegelaten(uitkomst: NotAdmitted, principal: Principal): ApiReply {
  if (uitkomst.kind === 'unidentifiable') {
    const { bevinding } = uitkomst;
    return probleem('geen-ijw', {
      detail: `${bevinding.melding} Het is niet bewaard.`,
      leden: { bevindingen: [bevinding] },
    });
  }
  const partijen = principal.kind === 'party' ? principal.parties : [];
  if (uitkomst.zender === null || partijen.length === 0) return probleem('andere-partij');
  return probleem('andere-partij', {
    detail: `Volgens zijn kop is dit bericht van ${uitkomst.zender}; uw sleutel is van ${partijen.join(', ')}. Gebruik de sleutel van ${uitkomst.zender}, of verbeter de afzender in het bericht. Het is niet bewaard.`,
    leden: { afzender: uitkomst.zender, ...(partijen.length === 1 ? { partij: partijen[0] } : { partijen }) },
  });
}
