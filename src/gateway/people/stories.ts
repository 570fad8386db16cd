import type { Principal } from '../../access/principal.ts';
import { readCommand, soortOf } from '../../lanes/commands/read-command.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { ToewijzingBeeld } from '../../store/dossier/contract.ts';
import type { OpdrachtStore } from '../../store/lanes/command-contract.ts';
import type { BerichtBeeld, BerichtRegel, BerichtStore, GebeurtenisStore } from '../../store/messages/contract.ts';
import type { AskedIn, WerkbakStore } from '../../store/requests/contract.ts';
import type { Status } from '../../verdict/verdict.ts';
import type { Door } from '../door.ts';
import { type IsOwn, MOST, ownOf, type PastDecision, pastDecisions } from './past-decisions.ts';

/** Something that happened to a message itself; what it was delivered to tells its own. */
export type Step = { readonly op: string } & (
  | { readonly kind: 'received' }
  | { readonly kind: 'judged'; readonly status: Status; readonly afsprakenVersie: number | null }
  /** It waits again: its sender sent it once more (`by` null), or staff had it judged again. */
  | {
      readonly kind: 'again';
      /** How often each rule stood there until then; empty where that was not kept. */
      readonly perRegel: Readonly<Record<string, number>>;
      readonly by: { readonly naam: string | null; readonly herhaling: string | null } | null;
    }
);

/** A message with all that happened to it. */
export interface Story {
  readonly bericht: BerichtBeeld;
  /** In order. */
  readonly steps: readonly Step[];
  /** The requests in it, and how they stand. */
  readonly verzoeken: readonly AskedIn[];
  /** What the gemeente decided on them, or of an answer: what it tells. Newest first. */
  readonly besluiten: readonly PastDecision[];
}

/** A maatwerksignaalbudget as it was granted. */
export interface PastGrant {
  readonly op: string;
  readonly gemeente: string;
  /** Eurocents. */
  readonly bedrag: number;
  /** The JW301 that told it; null where it is not there any more. */
  readonly bericht: string | null;
  /** What the gemeente wrote down for itself; null for who is not of that gemeente. */
  readonly waarom: { readonly reden: string; readonly plan: string | null; readonly door: string | null } | null;
}

export interface Stories {
  /** Undefined when it is not there, or not in sight. */
  message(principal: Principal, id: string): Promise<Story | undefined>;
  /** Ids of those of these that hold a request on which the gemeente decides yet. Messages as a list gave them. */
  undecided(principal: Principal, berichten: readonly BerichtRegel[]): Promise<ReadonlySet<string>>;
  /** Maatwerk on a toewijzing that was opened for this one, newest first. */
  grants(principal: Principal, beeld: ToewijzingBeeld): Promise<readonly PastGrant[]>;
  /**
   * Decisions that brought or changed a toewijzing that was opened for this one, and what else was decided on requests in these
   * messages about it, as a list gave them; newest first.
   */
  decisions(
    principal: Principal,
    beeld: ToewijzingBeeld,
    berichten: readonly BerichtRegel[],
  ): Promise<readonly PastDecision[]>;
}

export interface StoriesDeps {
  readonly door: Door;
  readonly store: Pick<BerichtStore, 'message'> &
    GebeurtenisStore &
    Pick<WerkbakStore, 'requestsIn'> &
    Pick<OpdrachtStore, 'commandsDone'>;
}

const GRANT = soortOf({ kind: 'grant' });

export function stories({ door, store }: StoriesDeps): Stories {
  return {
    message: async (principal, id) => {
      const scope = await door.enter(principal, 'message.read');
      const [bericht, events, verzoeken] = await Promise.all([
        store.message(id, scope),
        store.events(id),
        store.requestsIn([id]),
      ]);
      if (bericht === undefined) return undefined;
      const eigen = ownOf(principal, await door.agreements());
      const besluiten = await decisionsOf(bericht, verzoeken, eigen, store);
      return { bericht, steps: events.flatMap(stepOf), verzoeken, besluiten };
    },
    undecided: async (principal, berichten) => {
      door.check(principal, 'message.list');
      const gevraagd = berichten.filter(({ type, status }) => isAsked(type) && status === 'goedgekeurd');
      if (gevraagd.length === 0) return NONE;
      const verzoeken = await store.requestsIn(gevraagd.map(({ id }) => id));
      return new Set(verzoeken.filter(isUndecided).map(({ berichtId }) => berichtId));
    },
    grants: async (principal, { huidig, historie, laan }) => {
      door.check(principal, 'toewijzing.open');
      const { gemeente, nummer } = huidig;
      const versies = new Set([huidig, ...historie].map(({ berichtId }) => berichtId));
      const eigen = ownOf(principal, await door.agreements());
      return (await store.commandsDone(laan, GRANT, MOST)).flatMap((een): PastGrant[] => {
        const grant = readCommand(GRANT, een.gegevens);
        if (grant?.kind !== 'grant' || grant.nummer !== nummer || grant.gemeente !== gemeente) return [];
        const { bedrag, reden, plan } = grant;
        const bericht = een.antwoorden.find((id) => versies.has(id)) ?? null;
        const waarom = eigen(een.partij) ? { reden, plan, door: een.doorNaam } : null;
        return [{ op: een.op, gemeente: een.partij, bedrag, bericht, waarom }];
      });
    },
    decisions: async (principal, { huidig, historie, laan }, berichten) => {
      door.check(principal, 'toewijzing.open');
      const versies = [huidig, ...historie];
      const over = new Set(berichten.map(({ id }) => id));
      const eigen = ownOf(principal, await door.agreements());
      return (await pastDecisions(store, laan, eigen)).filter(({ besluit, antwoorden, referentie, verzoek }) =>
        besluit === 'toewijzen'
          ? versies.some((v) => v.referentieAanbieder === referentie && antwoorden.includes(v.berichtId))
          : verzoek !== null && over.has(verzoek),
      );
    },
  };
}

/** Of a message with requests, or of the answer to one. */
async function decisionsOf(
  { id, inAntwoordOp }: BerichtBeeld,
  verzoeken: readonly AskedIn[],
  eigen: IsOwn,
  store: StoriesDeps['store'],
): Promise<readonly PastDecision[]> {
  const beantwoord = verzoeken.length > 0 || inAntwoordOp === null ? [] : await store.requestsIn([inAntwoordOp]);
  const [eerste] = [...verzoeken, ...beantwoord];
  if (eerste === undefined) return [];
  const alle = await pastDecisions(store, eerste.laan, eigen);
  return alle.filter(({ verzoek, antwoorden }) => verzoek === id || antwoorden.includes(id));
}

const NONE: ReadonlySet<string> = new Set();

function isAsked(type: BerichtRegel['type']): boolean {
  return type !== null && MESSAGES[type].verzoek !== null;
}

/** Whether the gemeente decides on it yet. */
export function isUndecided({ stand }: Pick<AskedIn, 'stand'>): boolean {
  return stand === 'open' || stand === 'onderzoek';
}

type Event = Awaited<ReturnType<GebeurtenisStore['events']>>[number];

/** As the store keeps it; other kinds (a delivery, a body that was opened) are told elsewhere, or to nobody here. */
function stepOf({ soort, op, gegevens, doorNaam }: Event): Step[] {
  const g = gegevens ?? {};
  const perRegel = (g.regels ?? {}) as Readonly<Record<string, number>>;
  switch (soort) {
    case 'ontvangen':
      return [{ op, kind: 'received' }];
    case 'beoordeeld':
      return [{ op, kind: 'judged', status: g.status as Status, afsprakenVersie: Number(g.afspraken) || null }];
    case 'vastgelopen':
      return [{ op, kind: 'judged', status: 'vastgelopen', afsprakenVersie: null }];
    case 'opnieuw-ontvangen':
      return [{ op, kind: 'again', perRegel, by: null }];
    case 'opnieuw-aangeboden': {
      const herhaling = typeof g.herhaling === 'string' ? g.herhaling : null;
      return [{ op, kind: 'again', perRegel, by: { naam: doorNaam, herhaling } }];
    }
    default:
      return [];
  }
}
