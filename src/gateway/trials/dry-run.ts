import type { PartyPrincipal } from '../../access/principal.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import { admittedFrom } from '../../judging/admitted.ts';
import type { AgreementsCache } from '../../judging/agreements-cache.ts';
import { despiteInterruption } from '../../judging/despite-interruption.ts';
import type { JudgeSession } from '../../judging/judge-host.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import { type JudgeDeps, type Judged, judgeOpened, type Opened, withOpened } from '../../judging/procedure.ts';
import { type Voorstel, voorstellen } from '../../rules/voorstellen.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { EindStatus } from '../../verdict/verdict.ts';
import { readBericht } from '../../xml/read/read.ts';
import { admit, type NotAdmitted, partiesOf } from '../admission.ts';
import { PRETENDS, pretend } from './pretend.ts';

export type DryRun =
  | {
      readonly kind: 'judged';
      readonly type: BerichtType | null;
      readonly release: Release | null;
      readonly status: EindStatus;
      readonly bevindingen: readonly Bevinding[];
      readonly antwoorden: readonly { readonly type: BerichtType; readonly ontvanger: string; readonly xml: string }[];
      /** ToewijzingNummers that were taken for granted. */
      readonly alsof: readonly number[];
      /** What its sender can put right, where that was asked for; none of a message that is too long for that. */
      readonly voorstellen: readonly Voorstel[];
    }
  | NotAdmitted;

/** A trial brings its own numbers. */
export interface DryRunDeps extends Omit<JudgeDeps, 'numbers'> {
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly now: () => Date;
}

export interface DryRunHow {
  /** Takes toewijzingen that nobody knows for granted (see `pretend`). */
  readonly alsof?: boolean;
  /** Tells of what is wrong what stands there and what should. */
  readonly voorstellen?: boolean;
}

/** Bytes of a message that is read here beside its judging thread, for that. */
const LONG = 1024 * 1024;

/** Judges as a real receipt would, against the same state, and writes nothing. */
export function dryRun(
  bytes: Uint8Array,
  principal: PartyPrincipal,
  deps: DryRunDeps,
  how: DryRunHow = {},
): Promise<DryRun> {
  return despiteInterruption(() => once(bytes, principal, deps, how));
}

async function once(
  bytes: Uint8Array,
  principal: PartyPrincipal,
  deps: DryRunDeps,
  { alsof = false, voorstellen: gevraagd = false }: DryRunHow,
): Promise<DryRun> {
  const inForce = await deps.agreements.fresh();
  const op = deps.now();
  const admission = admit(bytes, principal, inForce.afspraken, op);
  if (admission.kind !== 'admitted') return admission;
  const { type, release } = admission.peek;
  const trial = { ...deps, numbers: THROW_AWAY };
  const admitted = admittedFrom(partiesOf(admission, principal));
  const message = { id: deps.newId(), bytes, ontvangenOp: op, admitted, named: { sleutel: principal.keyId } };
  const genomen: number[] = [];
  const gevonden: Voorstel[] = [];
  const judge = (opened: readonly Opened[], session: JudgeSession) => {
    const goed = opened.every(({ geopend }) => geopend.kind === 'accepted');
    const leesbaar = goed && bytes.length <= LONG && type !== null && release !== null;
    if (!leesbaar || !(alsof || gevraagd)) return judgeOpened(opened, session, inForce, trial);
    const bericht = readBericht(bytes, type, release);
    const loadKennis: DryRunDeps['loadKennis'] = async (vragen) =>
      (await trial.loadKennis(vragen)).map((geladen) => {
        const doet = alsof && PRETENDS.has(type);
        const { kennis, nummers } = doet ? pretend(bericht, geladen.kennis) : { kennis: geladen.kennis, nummers: [] };
        genomen.push(...nummers);
        if (gevraagd) gevonden.push(...voorstellen(bericht, kennis, inForce.afspraken));
        return { ...geladen, kennis };
      });
    return judgeOpened(opened, session, inForce, { ...trial, loadKennis });
  };
  const [judged] = await withOpened([message], inForce, trial, judge, { place: 'aside' });
  if (judged === undefined) throw new Error('a message was not opened');
  return report(type, release, judged, { alsof: genomen, voorstellen: gevonden });
}

function report(
  type: Extract<DryRun, { kind: 'judged' }>['type'],
  release: Extract<DryRun, { kind: 'judged' }>['release'],
  { verdict, antwoorden }: Judged,
  gaandeweg: Pick<Extract<DryRun, { kind: 'judged' }>, 'alsof' | 'voorstellen'>,
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
    ...gaandeweg,
  };
}
