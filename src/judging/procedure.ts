import type { OverWat } from '../dossier/zoekterm.ts';
import type { Logger } from '../log/logger.ts';
import type { Velden } from '../log/velden.ts';
import type { KennisData } from '../rules/kennis.ts';
import type { LaanStore } from '../store/lanes/contract.ts';
import type { NummerBlok } from '../verdict/nummers.ts';
import type { Admitted } from './admitted.ts';
import type { AgreementsInForce } from './agreements-cache.ts';
import { warnOfDisguise } from './disguise.ts';
import type { JudgeHost, JudgePlace, JudgeSession } from './judge-host.ts';
import type { Beoordeeld, Geopend, TeOpenen } from './judge-protocol.ts';
import type { NumberSource } from './number-source.ts';

/**
 * The one way to a verdict: open on a thread → load what must be known → numbers → judge. Turns, dry runs, decisions and
 * their trials all take it and differ in where the numbers come from and in what is done with the outcome, so a trial
 * cannot say other than the real thing would.
 */
export interface JudgeDeps {
  readonly judges: JudgeHost;
  readonly numbers: NumberSource;
  readonly loadKennis: LaanStore['loadKennis'];
  readonly newId: () => string;
  readonly logger: Logger;
}

/** A message to be opened, with the id and the clock under which it is judged. */
export interface Openable {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly ontvangenOp: Date;
  /** Who it was taken to be from and for; a message that reads otherwise is refused. */
  readonly admitted: Admitted;
  /** What names it in a line of the log. */
  readonly named: Velden;
}

/** A message on its way through a judging session. */
export interface Opened<W extends Openable = Openable> {
  readonly werk: W;
  readonly geopend: Geopend;
}

export type Accepted = Extract<Geopend, { kind: 'accepted' }>;

/** What an opened message is judged with. */
export interface Context {
  readonly kennis: KennisData;
  readonly nummers: NummerBlok;
  /** The bytes of the message that it answers. */
  readonly beantwoord: Uint8Array | null;
}

/** A verdict with the bytes of its answers, and the message that the judged one answers. */
export interface Judged extends Omit<Beoordeeld, 'token'> {
  readonly beantwoordt: string | null;
  /** What it is about; nothing of a message that could not be read. */
  readonly over: OverWat | null;
}

export interface HowOpened {
  /** A request is opened again to decide on it. */
  readonly voor?: TeOpenen['voor'];
  readonly place?: JudgePlace;
}

/** Gates and reads messages on one thread, and lends the session that keeps them until `use` is done. */
export async function withOpened<W extends Openable, T>(
  werk: readonly W[],
  inForce: AgreementsInForce,
  deps: Pick<JudgeDeps, 'judges' | 'newId' | 'logger'>,
  use: (opened: readonly Opened<W>[], session: JudgeSession) => Promise<T>,
  { voor, place = 'by-size' }: HowOpened = {},
): Promise<T> {
  const bytes = werk.reduce((sum, w) => sum + w.bytes.byteLength, 0);
  const session = await deps.judges.session(inForce, bytes, place);
  const tokens = werk.map(() => deps.newId());
  try {
    const geopend = await session.open(
      werk.map((w, i) => {
        const { id: berichtId, bytes: inhoud, ontvangenOp, admitted } = w;
        const message = { token: tokens[i] ?? '', berichtId, bytes: inhoud, ontvangenOp, admitted };
        return voor === undefined ? message : { ...message, voor };
      }),
    );
    const opened = werk.flatMap((w, i) => {
      const g = geopend[i];
      if (g === undefined) return [];
      warnOfDisguise(g, w.admitted, deps.logger, w.named);
      return [{ werk: w, geopend: g }];
    });
    return await use(opened, session);
  } finally {
    session.end(tokens);
  }
}

/** Context and numbers of each, in the order asked. */
export async function contextOf(
  accepted: readonly Accepted[],
  inForce: AgreementsInForce,
  { loadKennis, numbers }: Pick<JudgeDeps, 'loadKennis' | 'numbers'>,
): Promise<Context[]> {
  if (accepted.length === 0) return [];
  const kennis = await loadKennis(accepted.map((a) => a.vraag));
  // What is known comes first: it may show numbers that the gemeente used itself.
  const wishes = accepted.map((a, i) => ({ ...a, ...(kennis[i] === undefined ? {} : { kennis: kennis[i].kennis }) }));
  const blocks = await numbers.blocks(wishes, inForce.afspraken);
  return accepted.map((_, i) => {
    const [loaded, nummers] = [kennis[i], blocks[i]];
    if (loaded === undefined || nummers === undefined) throw new Error('context or numbers are missing for a message');
    return { kennis: loaded.kennis, nummers, beantwoord: loaded.beantwoordBytes };
  });
}

/** Judges a group that shares nothing, in the order given. No transaction is open. */
export async function judgeOpened(
  group: readonly Opened[],
  session: JudgeSession,
  inForce: AgreementsInForce,
  deps: Pick<JudgeDeps, 'loadKennis' | 'numbers'>,
): Promise<Judged[]> {
  const accepted = group.flatMap(({ geopend }) => (geopend.kind === 'accepted' ? [geopend] : []));
  const context = await contextOf(accepted, inForce, deps);
  const judged = new Map<string, Judged>();
  const asked = accepted.flatMap(({ token }, i) => {
    const known = context[i];
    return known === undefined ? [] : [{ token, ...known }];
  });
  for (const [i, { token, verdict, antwoorden }] of (asked.length === 0 ? [] : await session.judge(asked)).entries()) {
    const beantwoordt = context[i]?.kennis.beantwoord?.id ?? null;
    judged.set(token, { verdict, antwoorden, beantwoordt, over: overWat(accepted[i], context[i]) });
  }
  return group.map(({ geopend }) => {
    if (geopend.kind === 'refused') {
      return { verdict: geopend.verdict, antwoorden: [], beantwoordt: null, over: null };
    }
    const done = judged.get(geopend.token);
    if (done === undefined) throw new Error('a judged message came back without its verdict');
    return done;
  });
}

/** Clients by their keys, as the context names them. */
function overWat(accepted: Accepted | undefined, context: Context | undefined): OverWat | null {
  if (accepted === undefined || context === undefined) return null;
  const { toewijzingNummers, referentiesAanbieder, prestatieReferenties, declaratieNummers } = accepted.vraag;
  const clienten = [...new Set(Object.values(context.kennis.clienten))];
  return {
    ...{ clienten, toewijzingNummers, referenties: referentiesAanbieder, declaraties: declaratieNummers },
    prestaties: prestatieReferenties,
  };
}
