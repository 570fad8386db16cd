import type { Logger } from '../log/logger.ts';
import type { LaanStore, LaanWerk, TeSchrijven } from '../store/lanes/contract.ts';
import { metAntwoordIds } from '../verdict/antwoord-id.ts';
import { admittedFrom } from './admitted.ts';
import type { AgreementsInForce } from './agreements-cache.ts';
import { warnOfDisguise } from './disguise.ts';
import type { JudgeHost, JudgeSession } from './judge-host.ts';
import type { Beoordeeld, Geopend } from './judge-protocol.ts';
import type { NumberStock } from './number-stock.ts';

type BerichtWerk = Extract<LaanWerk, { kind: 'bericht' }>;
type Accepted = Extract<Geopend, { kind: 'accepted' }>;

/** A verdict, with the message that the judged one answers. */
type BeoordeeldMet = Beoordeeld & { readonly beantwoordt: string | null };

/** A message on its way through a judging session. */
export interface Geladen {
  readonly werk: BerichtWerk;
  readonly geopend: Geopend;
}

export interface JudgeDeps {
  readonly judges: JudgeHost;
  readonly numbers: NumberStock;
  readonly loadKennis: LaanStore['loadKennis'];
  readonly newId: () => string;
  readonly logger: Logger;
}

/**
 * Gates and reads messages on one thread, and lends the session that keeps them until `use` is done. `alone`: they may be
 * to blame for something, and nobody should wait for them.
 */
export async function withOpened<T>(
  werk: readonly BerichtWerk[],
  inForce: AgreementsInForce,
  deps: JudgeDeps,
  use: (geladen: readonly Geladen[], session: JudgeSession) => Promise<T>,
  alone = false,
): Promise<T> {
  const bytes = werk.reduce((som, w) => som + w.bytes.byteLength, 0);
  const session = await deps.judges.session(inForce, bytes, alone ? 'alone' : 'by-size');
  const tokens = werk.map(() => deps.newId());
  try {
    const geopend = await session.open(
      werk.map((w, i) => {
        const { id: berichtId, bytes, ontvangenOp } = w;
        return { token: tokens[i] ?? '', berichtId, bytes, ontvangenOp, admitted: admittedFrom(w) };
      }),
    );
    const geladen = werk.flatMap((w, i) => {
      const g = geopend[i];
      if (g === undefined) return [];
      warnOfDisguise(g, admittedFrom(w), deps.logger, { id: w.id });
      return [{ werk: w, geopend: g }];
    });
    return await use(geladen, session);
  } finally {
    session.end(tokens);
  }
}

/** Loads what must be known for a group that shares nothing, and judges it: verdicts ready to be written. No transaction is open. */
export async function judgeGroup(
  groep: readonly Geladen[],
  session: JudgeSession,
  inForce: AgreementsInForce,
  deps: JudgeDeps,
): Promise<TeSchrijven[]> {
  const accepted = groep.flatMap(({ geopend }) => (geopend.kind === 'accepted' ? [geopend] : []));
  const beoordeeld = new Map<string, BeoordeeldMet>();
  if (accepted.length > 0) {
    for (const b of await judgeAccepted(accepted, session, inForce, deps)) beoordeeld.set(b.token, b);
  }
  return groep.map(({ werk, geopend }) => {
    const { id, volgnummer } = werk;
    const wie = { kind: 'bericht', id, volgnummer } as const;
    if (geopend.kind === 'refused') return { werk: wie, verdict: geopend.verdict, antwoorden: [] };
    const klaar = beoordeeld.get(geopend.token);
    if (klaar === undefined) throw new Error('a judged message came back without its verdict');
    const { beantwoordt, verdict } = klaar;
    const mag = beantwoordt !== null && verdict.status === 'goedgekeurd';
    return { werk: wie, ...metNieuweIds(klaar, deps.newId), ...(mag ? { beantwoordt } : {}) };
  });
}

async function judgeAccepted(
  accepted: readonly Accepted[],
  session: JudgeSession,
  inForce: AgreementsInForce,
  deps: JudgeDeps,
): Promise<BeoordeeldMet[]> {
  const kennis = await deps.loadKennis(accepted.map((a) => a.vraag));
  const wensen = accepted.map((a, i) => ({ ...a, ...(kennis[i] === undefined ? {} : { kennis: kennis[i].kennis }) }));
  const nummers = await deps.numbers.blocks(wensen, inForce.afspraken);
  const beoordeeld = await session.judge(
    accepted.map((a, i) => {
      const geladen = kennis[i];
      const blok = nummers[i];
      if (geladen === undefined || blok === undefined) throw new Error('context or numbers are missing for a message');
      return { token: a.token, kennis: geladen.kennis, nummers: blok, beantwoord: geladen.beantwoordBytes };
    }),
  );
  return beoordeeld.map((b, i) => ({ ...b, beantwoordt: kennis[i]?.kennis.beantwoord?.id ?? null }));
}

/** Gives the answers their ids, also where the mutations name them. */
export function metNieuweIds(
  { verdict, antwoorden }: Beoordeeld,
  newId: () => string,
): Pick<TeSchrijven, 'verdict' | 'antwoorden'> {
  const metId = antwoorden.map((bytes) => ({ id: newId(), bytes }));
  const ids = metId.map((antwoord) => antwoord.id);
  return { verdict: metAntwoordIds(verdict, ids), antwoorden: metId };
}
