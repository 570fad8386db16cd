import type { DeliveryOutcome, FailureClass } from '../../outbox/delivery-outcome.ts';
import { PayloadSplitter } from '../../xml/stuf/payload-splitter.ts';
import { leesEnvelop, leesFault } from '../../xml/stuf/read-envelope.ts';
import type { Posted } from '../post-bytes.ts';

/** What a partner's answer to an envelope means. `emptyIsGood`: it says nothing when all is well. */
export function outcomeOf({ status, body }: Posted, emptyIsGood: boolean): DeliveryOutcome {
  const fault = leesFault(body);
  if (fault?.fout != null) return failed('permanent', codeOf(fault.fout.code));
  if (status < 200 || status > 299) return failed('transient', `http-${status}`);
  if (Buffer.from(body).toString('utf8').trim() === '') {
    return emptyIsGood ? { kind: 'confirmed' } : failed('transient', 'leeg-antwoord');
  }
  const splitter = new PayloadSplitter();
  splitter.write(body);
  const read = leesEnvelop(splitter.end());
  const confirmed = read.kind === 'antwoord' && read.antwoord.soort === 'Bv03';
  return confirmed ? { kind: 'confirmed' } : failed('transient', 'geen-Bv03');
}

function failed(kind: FailureClass, code: string): DeliveryOutcome {
  return { kind: 'failed', class: kind, code };
}

/** Anything may stand there; a code is letters and digits. */
function codeOf(code: string): string {
  return /^\w{1,7}$/.test(code) ? code : 'Fo03';
}
