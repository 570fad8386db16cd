import type { Principal } from '../../access/principal.ts';
import type { NotAdmitted } from '../../gateway/admission.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import { momentInWoorden } from '../../standard/datum-woorden.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../vraag.ts';

/**
 * A message that was refused at the door: which two codes differ, or what the file is in place of an iJW message, or until when
 * none is taken.
 */
export function nietToegelaten(uitkomst: NotAdmitted, principal: Principal): ApiReply {
  if (uitkomst.kind === 'unidentifiable') {
    const { bevinding } = uitkomst;
    return probleem('geen-ijw', {
      detail: `${bevinding.melding} Het is niet bewaard.`,
      leden: { bevindingen: [bevinding] },
    });
  }
  if (uitkomst.kind === 'frozen') return bevroren(uitkomst);
  const partijen = principal.kind === 'party' ? principal.parties : [];
  if (uitkomst.zender === null || partijen.length === 0) return probleem('andere-partij');
  return probleem('andere-partij', {
    detail: `Volgens zijn kop is dit bericht van ${uitkomst.zender}; uw sleutel is van ${partijen.join(', ')}. Gebruik de sleutel van ${uitkomst.zender}, of verbeter de afzender in het bericht. Het is niet bewaard.`,
    leden: { afzender: uitkomst.zender, ...(partijen.length === 1 ? { partij: partijen[0] } : { partijen }) },
  });
}

function bevroren({ release, op, tot }: Extract<NotAdmitted, { kind: 'frozen' }>): ApiReply {
  const { datum, tijd } = inAmsterdam(tot);
  const wanneer = momentInWoorden(`${datum}T${tijd}`);
  return probleem('bevroren', {
    detail: `Volgens de afspraken worden tot ${wanneer} (Nederlandse tijd) geen berichten van iJW ${release} aangenomen. Dit bericht is niet bewaard; stuur het daarna opnieuw.`,
    leden: { tot: tot.toISOString(), release },
    headers: { 'retry-after': String(Math.ceil((tot.getTime() - op.getTime()) / 1000)) },
  });
}
