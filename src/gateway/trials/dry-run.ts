import type { PartyPrincipal } from '../../access/principal.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import { admittedFrom } from '../../judging/admitted.ts';
import type { AgreementsCache } from '../../judging/agreements-cache.ts';
import { despiteInterruption } from '../../judging/despite-interruption.ts';
import type { JudgeSession } from '../../judging/judge-host.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import { type JudgeDeps, type Judged, judgeOpened, type Opened, withOpened } from '../../judging/procedure.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { EindStatus } from '../../verdict/verdict.ts';
import { admit, type NotAdmitted, partiesOf } from '../admission.ts';

export type DryRun =
  | {
      readonly kind: 'judged';
      readonly type: BerichtType | null;
      readonly release: Release | null;
      readonly status: EindStatus;
      readonly bevindingen: readonly Bevinding[];
      readonly antwoorden: readonly { readonly type: BerichtType; readonly ontvanger: string; readonly xml: string }[];
    }
  | NotAdmitted;

/** A trial brings its own numbers. */
export interface DryRunDeps extends Omit<JudgeDeps, 'numbers'> {
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly now: () => Date;
}

/** Judges as a real receipt would, against the same state, and writes nothing. */
export function dryRun(bytes: Uint8Array, principal: PartyPrincipal, deps: DryRunDeps): Promise<DryRun> {
  return despiteInterruption(() => once(bytes, principal, deps));
}

async function once(bytes: Uint8Array, principal: PartyPrincipal, deps: DryRunDeps): Promise<DryRun> {
  const inForce = await deps.agreements.fresh();
  const op = deps.now();
  const admission = admit(bytes, principal, inForce.afspraken, op);
  if (admission.kind !== 'admitted') return admission;
  const { type, release } = admission.peek;
  const trial = { ...deps, numbers: THROW_AWAY };
  const admitted = admittedFrom(partiesOf(admission, principal));
  const message = { id: deps.newId(), bytes, ontvangenOp: op, admitted, named: { sleutel: principal.keyId } };
  const judge = (opened: readonly Opened[], session: JudgeSession) => judgeOpened(opened, session, inForce, trial);
  const [judged] = await withOpened([message], inForce, trial, judge, { place: 'aside' });
  if (judged === undefined) throw new Error('a message was not opened');
  return report(type, release, judged);
}

function report(
  type: Extract<DryRun, { kind: 'judged' }>['type'],
  release: Extract<DryRun, { kind: 'judged' }>['release'],
  { verdict, antwoorden }: Judged,
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
