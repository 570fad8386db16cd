import type { Principal } from '../access/principal.ts';
import { actingFor, scopeOf } from '../access/scope.ts';
import type { BudgetFilter, BudgetStore, SignaalbudgetBeeld } from '../store/budgets/contract.ts';
import type { DossierStore, ToewijzingBeeld } from '../store/dossier/contract.ts';
import { type Address, findToewijzing } from './dossiers.ts';
import { type Page, type PageQuery, page } from './page.ts';
import { type PutCommandDeps, putCommand } from './put-command.ts';

export type { SignaalbudgetBeeld } from '../store/budgets/contract.ts';

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

type Asked = Pick<BudgetFilter, 'gemeente' | 'aanbieder'>;

export interface Budgets {
  /** What was used of each signaalbudget. */
  list(principal: Principal, query: PageQuery & Asked): Promise<Page<SignaalbudgetBeeld>>;
  /** Per gemeente, aanbieder and product: how many toewijzingen there are, and how many stay within the fixed budget. */
  shares(principal: Principal, query: Asked): ReturnType<BudgetStore['budgetShares']>;
  /** Grant a maatwerksignaalbudget through the lane of the toewijzing; waits at most `waitMs`. */
  grant(principal: Principal, address: Address, request: GrantRequest, waitMs: number): Promise<GrantOutcome>;
}

export interface BudgetsDeps extends PutCommandDeps {
  readonly store: PutCommandDeps['store'] & DossierStore & BudgetStore;
}

export function budgets(deps: BudgetsDeps): Budgets {
  const { door, store } = deps;
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
      const party = door.party(principal, 'budget.grant');
      const afspraken = await door.agreements();
      const find = () => findToewijzing(address, scopeOf(party, afspraken), afspraken, store);
      const beeld = await find();
      if (beeld === undefined || beeld.huidig.nummer === null) return { kind: 'unknown' };
      const { gemeente, nummer } = beeld.huidig;
      const partij = actingFor(party, gemeente, afspraken);
      if (partij === undefined) return { kind: 'unknown' };
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
  };
}
