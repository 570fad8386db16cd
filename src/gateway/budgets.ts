import type { Principal } from '../access/principal.ts';
import { actingFor, scopeOf } from '../access/scope.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { despiteInterruption } from '../judging/despite-interruption.ts';
import type { BudgetFilter, BudgetStore, SignaalbudgetBeeld } from '../store/budgets/contract.ts';
import type { DossierStore, ToewijzingBeeld } from '../store/dossier/contract.ts';
import { type Address, findToewijzing } from './dossiers.ts';
import { type Page, type PageQuery, page } from './page.ts';
import { type PutCommandDeps, putCommand } from './put-command.ts';
import { type GrantProef, type TryGrantDeps, tryGrant } from './trials/try-grant.ts';

export type { SignaalbudgetBeeld } from '../store/budgets/contract.ts';
export type { GrantProef } from './trials/try-grant.ts';

export interface GrantRequest {
  /** Eurocents. */
  readonly bedrag: number;
  readonly reden: string;
  readonly plan: string | null;
  readonly idempotentie: string | null;
}

export type GrantOutcome =
  | { readonly kind: 'done'; readonly toewijzing: ToewijzingBeeld }
  | { readonly kind: 'pending'; readonly opdracht: string }
  /** Not possible for this toewijzing (no Frequentie 6 and no Budget); `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string }
  /** The Idempotency-Key was used for something else. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'unknown' };

type Asked = Pick<BudgetFilter, 'gemeente' | 'aanbieder' | 'regio'>;

export interface Budgets {
  /** What was used of each signaalbudget. */
  list(
    principal: Principal,
    query: PageQuery & Asked & { readonly signaal?: 'open'; readonly soort?: SignaalbudgetBeeld['soort'] },
  ): Promise<Page<SignaalbudgetBeeld>>;
  /** Per gemeente, aanbieder and product: how many toewijzingen there are, and how many stay within the fixed budget. */
  shares(principal: Principal, query: Asked): ReturnType<BudgetStore['budgetShares']>;
  /** Grant a maatwerksignaalbudget through the lane of the toewijzing; waits at most `waitMs`. */
  grant(principal: Principal, address: Address, request: GrantRequest, waitMs: number): Promise<GrantOutcome>;
  /** What that grant (eurocents) would make of the toewijzing and send; no effect, no numbers used. */
  tryGrant(principal: Principal, address: Address, bedrag: number): Promise<GrantProef>;
}

export interface BudgetsDeps extends PutCommandDeps, Omit<TryGrantDeps, 'store'> {
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly store: PutCommandDeps['store'] & DossierStore & BudgetStore;
}

export function budgets(deps: BudgetsDeps): Budgets {
  const { door, store } = deps;
  /** The toewijzing, and the code under which this principal may grant on it. */
  const grantable = async (principal: Principal, address: Address) => {
    const party = door.party(principal, 'budget.grant');
    const afspraken = await door.agreements();
    const find = () => findToewijzing(address, scopeOf(party, afspraken), afspraken, store);
    const beeld = await find();
    if (beeld === undefined || beeld.huidig.nummer === null) return undefined;
    const { gemeente, nummer } = beeld.huidig;
    const partij = actingFor(party, gemeente, afspraken);
    return partij === undefined ? undefined : { party, partij, beeld, gemeente, nummer, find };
  };
  return {
    list: async (principal, query) => {
      const scope = await door.enter(principal, 'budget.list');
      return page(
        query.limit,
        (limit) => store.budgets({ ...query, scope, limit }),
        ({ sleutel }) => sleutel,
      );
    },
    shares: async (principal, query) =>
      store.budgetShares({ ...query, scope: await door.enter(principal, 'budget.list') }),
    grant: async (principal, address, { bedrag, reden, plan, idempotentie }, waitMs) => {
      const found = await grantable(principal, address);
      if (found === undefined) return { kind: 'unknown' };
      const { party, partij, beeld, gemeente, nummer, find } = found;
      const gedaan = await putCommand(
        party,
        {
          action: 'budget.grant',
          subject: `${gemeente}/${nummer}`,
          laan: beeld.laan,
          command: { kind: 'grant', version: 1, gemeente, nummer, bedrag, reden, plan },
          partij,
          idempotentie,
        },
        waitMs,
        deps,
      );
      if (gedaan === null) return { kind: 'key-reused' };
      const { opdracht, uitkomst } = gedaan;
      if (uitkomst.stand === 'wacht') return { kind: 'pending', opdracht };
      if (uitkomst.stand === 'geweigerd') return { kind: 'refused', reden: uitkomst.reden };
      const na = await find();
      return na === undefined ? { kind: 'unknown' } : { kind: 'done', toewijzing: na };
    },
    tryGrant: async (principal, address, bedrag) => {
      const found = await grantable(principal, address);
      if (found === undefined) return { kind: 'unknown' };
      const { beeld, gemeente, nummer } = found;
      const inForce = await deps.agreements.fresh();
      return despiteInterruption(() => tryGrant({ gemeente, nummer, bedrag }, beeld.gebruikt, inForce, deps));
    },
  };
}
