import type { Happening } from '../../happenings/happening.ts';
import { isDecision } from '../../happenings/stored.ts';
import { opensBody } from '../audit/audit.ts';
import type { Changes } from '../audit/contract.ts';
import type { Delivered } from '../deliveries/told.ts';
import type { TeSchrijven } from '../lanes/contract.ts';
import type { Bewaard } from '../messages/contract.ts';
import { regioOfStand } from '../queues/contract.ts';
import type { DueTerm } from '../requests/terms.ts';
import type { Store } from '../store.ts';

/** The same operations, of which some tell more than their caller needs. */
export type InnerStore = Omit<
  Store,
  'confirm' | 'confirmMany' | 'markOffered' | 'settleDelivery' | 'refuseDelivery' | 'raiseTermSignals'
> & {
  confirm(
    ...args: Parameters<Store['confirm']>
  ): Promise<{ readonly ooit: boolean; readonly nu: readonly Delivered[] }>;
  confirmMany(
    ...args: Parameters<Store['confirmMany']>
  ): Promise<{ readonly known: readonly string[]; readonly nu: readonly Delivered[] }>;
  markOffered(...args: Parameters<Store['markOffered']>): Promise<readonly Delivered[]>;
  settleDelivery(...args: Parameters<Store['settleDelivery']>): Promise<readonly Delivered[] | null>;
  refuseDelivery(...args: Parameters<Store['refuseDelivery']>): Promise<readonly Delivered[]>;
  raiseTermSignals(...args: Parameters<Store['raiseTermSignals']>): Promise<readonly DueTerm[]>;
};

const SETTLED = { confirmed: 'delivery.confirmed', offered: 'delivery.offered' } as const;

type Tell = (happenings: readonly Happening[]) => void;

/** The store, telling in this process what it wrote as `gebeurtenis`, once that is committed. */
export function tellingStore(store: InnerStore, tell: Tell): Store {
  return {
    ...store,
    ...tellingChanges(store, tell),
    async recorded(work) {
      let happened: Happening[] = [];
      const result = await store.recorded((changes) => {
        // Begun anew: what was done the first time was undone.
        happened = [];
        return work({ ...changes, ...tellingChanges(changes, (told) => void happened.push(...told)) });
      });
      tell(happened);
      return result;
    },
    async audit(row) {
      await store.audit(row);
      const { door: by, handeling, onderwerp: subject } = row;
      if (opensBody(handeling)) tell([{ type: 'body.opened', subject, lane: null, by }]);
    },
    async saveMessage(ontvangst) {
      const bewaard = await store.saveMessage(ontvangst);
      tell(received(bewaard));
      return bewaard;
    },
    async saveBundle(ontvangsten) {
      const bewaard = await store.saveBundle(ontvangsten);
      tell(bewaard.flatMap(received));
      return bewaard;
    },
    async writeVerdicts(laan, van, verdicts) {
      const geschreven = await store.writeVerdicts(laan, van, verdicts);
      if (geschreven.kind === 'written') tell(verdicts.flatMap((een) => judged(laan, een)));
      return geschreven;
    },
    async replayStep(limit, op) {
      const step = await store.replayStep(limit, op);
      tell(step.waiting.map(({ id, laan }) => ({ type: 'message.replayed', subject: id, lane: laan })));
      return step;
    },
    async quarantine(laan, van, werk, reden, strijdig) {
      const geschreven = await store.quarantine(laan, van, werk, reden, strijdig);
      if (geschreven.kind === 'written') {
        tell([{ type: 'message.quarantined', subject: werk.id, lane: laan, work: werk.kind, reason: reden }]);
      }
      return geschreven;
    },
    async markOffered(afleveringen) {
      const nu = await store.markOffered(afleveringen);
      tell(nu.map((een) => ({ type: 'delivery.offered', ...delivery(een) })));
      return nu.length;
    },
    async confirm(id, scope, op, door) {
      const { ooit, nu } = await store.confirm(id, scope, op, door);
      tell(nu.map((een) => ({ type: 'delivery.confirmed', ...delivery(een) })));
      return ooit;
    },
    async confirmMany(ids, scope, op, door) {
      const { known, nu } = await store.confirmMany(ids, scope, op, door);
      tell(nu.map((een) => ({ type: 'delivery.confirmed', ...delivery(een) })));
      return known;
    },
    async settleDelivery(lease, afloop, op) {
      const nu = await store.settleDelivery(lease, afloop, op);
      const settled = (een: Delivered): Happening[] => {
        if (afloop.kind === 'again') return [];
        if (afloop.kind === 'failed') return [{ type: 'delivery.failed', ...delivery(een), error: afloop.fout }];
        return [{ type: SETTLED[afloop.kind], ...delivery(een) }];
      };
      tell((nu ?? []).flatMap(settled));
      return nu !== null;
    },
    async refuseDelivery(partij, referentie, fout, op) {
      const nu = await store.refuseDelivery(partij, referentie, fout, op);
      tell(nu.map((een) => ({ type: 'delivery.failed', ...delivery(een), error: fout })));
      return nu.length > 0;
    },
    async noteQueueStates(kijk) {
      const stand = await store.noteQueueStates(kijk);
      tell(
        [...stand.begonnen, ...stand.voorbij].map((een): Happening => {
          const of = { gemeente: '', aanbieder: '', regio: regioOfStand(een) };
          return { type: 'signal.raised', subject: null, lane: null, signal: null, kind: 'wachtrij', ...of };
        }),
      );
      return stand;
    },
    async raiseTermSignals(vandaag, limit) {
      const termijnen = await store.raiseTermSignals(vandaag, limit);
      tell(
        termijnen.map(({ onderwerp, laan, gemeente, aanbieder, verstreken }) => ({
          ...{ type: 'term.due', subject: onderwerp, lane: laan, signal: null, term: null },
          ...{ gemeente, aanbieder, over: verstreken },
        })),
      );
      return termijnen.length;
    },
  };
}

/** What may be changed within a transaction: told at once, so `tell` keeps it until the commit where there is one. */
function tellingChanges(store: Changes, tell: Tell) {
  return {
    async replay(id, door) {
      const uitkomst = await store.replay(id, door);
      if (uitkomst.kind === 'waiting') tell([{ type: 'message.replayed', subject: id, lane: uitkomst.laan }]);
      return uitkomst;
    },
    async saveCommand(opdracht) {
      const bewaard = await store.saveCommand(opdracht);
      const { laan: lane, soort: kind, partij: party } = opdracht;
      if (bewaard.nieuw) tell([{ type: 'command.received', subject: bewaard.id, lane, kind, party }]);
      return bewaard;
    },
    async saveAgreements(document, door, op, over) {
      const versie = await store.saveAgreements(document, door, op, over);
      if (versie === null) return null;
      tell([{ type: 'agreements.replaced', subject: null, lane: null, version: versie, by: door }]);
      return versie;
    },
    async addKey(nieuw, hash) {
      const sleutel = await store.addKey(nieuw, hash);
      const { id: subject, rol: role, partij: party } = sleutel;
      tell([{ type: 'key.created', subject, lane: null, role, party }]);
      return sleutel;
    },
    async endKey(id, op) {
      const weg = await store.endKey(id, op);
      if (weg) tell([{ type: 'key.ended', subject: id, lane: null }]);
      return weg;
    },
  } satisfies Partial<Changes>;
}

function received({ kind, id, laan }: Bewaard): Happening[] {
  return kind === 'duplicate' ? [] : [{ type: 'message.received', subject: id, lane: laan, again: kind === 'again' }];
}

function delivery({ id, laan, partij, kanaal }: Delivered) {
  return { subject: id, lane: laan, party: partij, channel: kanaal };
}

/** The verdict itself, then the signals that it raised: as their rows stand. */
function judged(lane: string, { werk, verdict, antwoorden, uitkomst }: TeSchrijven): Happening[] {
  const about = { subject: werk.id, lane };
  const answers = antwoorden.map(({ id }) => id);
  const signals = verdict.signalen.map(({ soort, gemeente, aanbieder }): Happening => {
    return { type: 'signal.raised', ...about, signal: null, kind: soort, gemeente, aanbieder };
  });
  if (werk.kind === 'opdracht') {
    const type = isDecision(werk.soort) ? 'decision.made' : 'command.done';
    return [...signals, { type, ...about, state: uitkomst?.stand ?? 'gedaan', answers }];
  }
  const rules: Record<string, number> = {};
  for (const { regel } of verdict.bevindingen) rules[regel] = (rules[regel] ?? 0) + 1;
  return [
    ...signals,
    {
      ...{ type: 'message.judged', ...about, messageType: werk.type ?? null, status: verdict.status, answers, rules },
      ...{ agreements: verdict.afsprakenVersie, ruleset: verdict.regelsVersie },
    },
  ];
}
