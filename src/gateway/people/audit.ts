import type { Principal } from '../../access/principal.ts';
import type { AuditBeeld, AuditStore } from '../../store/audit/contract.ts';
import type { Door } from '../door.ts';
import { type Page, type PageQuery, page } from '../page.ts';

/** Who opened or changed what, and why. */
export interface Audit {
  /** Newest first. */
  list(principal: Principal, query: PageQuery): Promise<Page<AuditBeeld>>;
}

export function audit({ door, store }: { readonly door: Door; readonly store: Pick<AuditStore, 'audited'> }): Audit {
  return {
    list: async (principal, query) => {
      door.check(principal, 'audit.list');
      return page(
        query.limit,
        (limit) => store.audited({ ...query, limit }),
        ({ id }) => id,
      );
    },
  };
}
