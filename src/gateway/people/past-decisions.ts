import type { Principal } from '../../access/principal.ts';
import { actingFor, type PartyScope } from '../../access/scope.ts';
import type { Afspraken } from '../../agreements/afspraken.ts';
import type { DecisionCommand } from '../../lanes/commands/decision-command.ts';
import { readCommand, soortOf } from '../../lanes/commands/read-command.ts';
import { aanbiederVanLaan } from '../../lanes/lane.ts';
import type { GedaneOpdracht, OpdrachtStore } from '../../store/lanes/command-contract.ts';
import { type Page, type PageQuery, page } from '../page.ts';

/** What the gemeente decided on a request. */
export interface PastDecision extends Pick<DecisionCommand, 'item' | 'besluit' | 'reden' | 'woonplaats'> {
  readonly op: string;
  readonly gemeente: string;
  /** ReferentieAanbieder of the request. */
  readonly referentie: string | null;
  /** The message that held the request. */
  readonly verzoek: string | null;
  /** What it costs more than before when all of it is used, eurocents; null where that was not kept or cannot be told, and for others. */
  readonly kosten: number | null;
  /**
   * The fixed signaalbudget of what it assigned, and by how much that is above it, null where that could not be told; null as
   * above, and where it has none.
   */
  readonly vast: { readonly bedrag: number; readonly boven: number | null } | null;
  /** Ids of the messages that told it. */
  readonly antwoorden: readonly string[];
  /** What the gemeente keeps for itself; null for who is not of that gemeente. */
  readonly intern: { readonly toelichting: string | null; readonly door: string | null } | null;
}

/** In a list of them: on a request of whom. */
export interface GivenDecision extends PastDecision {
  readonly aanbieder: string;
}

/** Commands of one lane that are looked through for those of one request or toewijzing. */
export const MOST = 500;
const DECISION = soortOf({ kind: 'decision' });

/** Whether somebody acts for the gemeente with this code: what it writes down for itself is for its own people alone. */
export type IsOwn = (gemeente: string) => boolean;

export function ownOf(principal: Principal, afspraken: Afspraken): IsOwn {
  if (principal.kind !== 'party' || principal.role !== 'gemeente') return () => false;
  return (gemeente) => actingFor(principal, gemeente, afspraken) !== undefined;
}

/** Decisions of a lane, newest first; of who may see what they are about. */
export async function pastDecisions(
  store: Pick<OpdrachtStore, 'commandsDone'>,
  laan: string,
  eigen: IsOwn,
): Promise<readonly PastDecision[]> {
  return (await store.commandsDone(laan, DECISION, MOST)).flatMap((een) => pastDecision(een, eigen));
}

/** What the gemeenten of this scope decided, newest first. */
export async function decidedBy(
  store: Pick<OpdrachtStore, 'commandsBy'>,
  scope: PartyScope,
  query: PageQuery,
  eigen: IsOwn,
): Promise<Page<GivenDecision>> {
  const { items, next } = await page(
    query.limit,
    (limit) => store.commandsBy(scope, DECISION, { ...query, limit }),
    ({ id }) => id,
  );
  return {
    next,
    items: items.flatMap((een) =>
      pastDecision(een, eigen).map((besluit) => ({ ...besluit, aanbieder: aanbiederVanLaan(een.laan) })),
    ),
  };
}

function pastDecision(een: GedaneOpdracht, eigen: IsOwn): PastDecision[] {
  const besluit = readCommand(DECISION, een.gegevens);
  if (besluit?.kind !== 'decision') return [];
  const { item, besluit: wat, reden, woonplaats, toelichting } = besluit;
  const { op, partij: gemeente, doorNaam: door, antwoorden, resultaat } = een;
  return [
    {
      ...{ op, gemeente, item, besluit: wat, reden, woonplaats, antwoorden },
      referentie: textOf(resultaat.referentie),
      verzoek: textOf(resultaat.verzoek),
      kosten: eigen(gemeente) && typeof resultaat.kosten === 'number' ? resultaat.kosten : null,
      vast: eigen(gemeente) ? vastIn(resultaat) : null,
      intern: eigen(gemeente) ? { toelichting, door } : null,
    },
  ];
}

function vastIn({ vast, boven }: GedaneOpdracht['resultaat']): PastDecision['vast'] {
  return typeof vast === 'number' ? { bedrag: vast, boven: typeof boven === 'number' ? boven : null } : null;
}

function textOf(waarde: unknown): string | null {
  return typeof waarde === 'string' ? waarde : null;
}
