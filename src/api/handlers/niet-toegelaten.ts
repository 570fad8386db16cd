import type { NotAdmitted } from '../../gateway/gateway.ts';
import type { Sleutel } from '../../store/keys/contract.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../vraag.ts';

/** A message that was refused at the door: which two codes differ, or what the file is in place of an iJW message. */
export function nietToegelaten(uitkomst: NotAdmitted, sleutel: Sleutel): ApiReply {
  if (uitkomst.kind === 'unidentifiable') {
    const { bevinding } = uitkomst;
    return probleem('geen-ijw', {
      detail: `${bevinding.melding} Het is niet bewaard.`,
      leden: { bevindingen: [bevinding] },
    });
  }
  if (uitkomst.zender === null || sleutel.partij === null) return probleem('andere-partij');
  return probleem('andere-partij', {
    detail: `Volgens zijn kop is dit bericht van ${uitkomst.zender}; uw sleutel is van ${sleutel.partij}. Gebruik de sleutel van ${uitkomst.zender}, of verbeter de afzender in het bericht. Het is niet bewaard.`,
    leden: { afzender: uitkomst.zender, partij: sleutel.partij },
  });
}
