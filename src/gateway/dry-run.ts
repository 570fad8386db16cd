import { admittedFrom } from '../judging/admitted.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { despiteInterruption } from '../judging/despite-interruption.ts';
import { warnOfDisguise } from '../judging/disguise.ts';
import type { JudgeHost } from '../judging/judge-host.ts';
import type { Beoordeeld } from '../judging/judge-protocol.ts';
import { throwAway } from '../judging/throw-away.ts';
import type { Logger } from '../log/logger.ts';
import type { Sleutel } from '../store/keys/contract.ts';
import type { LaanStore } from '../store/lanes/contract.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { DryRun } from './gateway.ts';
import { admit, partiesOf } from './receive.ts';

export interface DryRunDeps {
  readonly agreements: AgreementsCache;
  readonly judges: JudgeHost;
  readonly loadKennis: LaanStore['loadKennis'];
  readonly newId: () => string;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Judges as a real receipt would, against the same state, and writes nothing. */
export function dryRun(bytes: Uint8Array, sleutel: Sleutel, deps: DryRunDeps): Promise<DryRun> {
  return despiteInterruption(() => once(bytes, sleutel, deps));
}

async function once(bytes: Uint8Array, sleutel: Sleutel, deps: DryRunDeps): Promise<DryRun> {
  const inForce = await deps.agreements.fresh();
  const admission = admit(bytes, sleutel, inForce.afspraken);
  if (admission.kind !== 'admitted') return admission;
  const { type, release } = admission.peek;
  const admitted = admittedFrom(partiesOf(admission, sleutel));
  const token = deps.newId();
  const session = await deps.judges.session(inForce, bytes.byteLength, 'aside');
  try {
    const [geopend] = await session.open([{ token, berichtId: token, bytes, ontvangenOp: deps.now(), admitted }]);
    if (geopend === undefined) throw new Error('a message was not opened');
    warnOfDisguise(geopend, admitted, deps.logger, { sleutel: sleutel.id });
    if (geopend.kind === 'refused') return report(type, release, geopend.verdict, []);
    const [geladen] = await deps.loadKennis([geopend.vraag]);
    if (geladen === undefined) throw new Error('context is missing for a message');
    const [beoordeeld] = await session.judge([
      { token, kennis: geladen.kennis, nummers: throwAway(geopend.gemeente), beantwoord: geladen.beantwoordBytes },
    ]);
    if (beoordeeld === undefined) throw new Error('a judged message came back without its verdict');
    return report(type, release, beoordeeld.verdict, beoordeeld.antwoorden);
  } finally {
    session.end([token]);
  }
}

function report(
  type: Extract<DryRun, { kind: 'judged' }>['type'],
  release: Extract<DryRun, { kind: 'judged' }>['release'],
  verdict: Verdict,
  antwoorden: Beoordeeld['antwoorden'],
): DryRun {
  const decoder = new TextDecoder();
  return {
    kind: 'judged',
    type,
    release,
    status: verdict.status,
    bevindingen: verdict.bevindingen,
    antwoorden: verdict.antwoorden.map((antwoord, i) => ({
      type: antwoord.type,
      ontvanger: antwoord.ontvanger,
      xml: decoder.decode(antwoorden[i]),
    })),
  };
}
