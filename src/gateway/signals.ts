import type { Principal } from '../access/principal.ts';
import { scopeOf } from '../access/scope.ts';
import { type SignaalStand, vanStanden } from '../signaalbudget/signaal-stand.ts';
import type { DossierStore } from '../store/dossier/contract.ts';
import type { SignaalBeeld, SignaalStore } from '../store/signals/contract.ts';
import type { Door } from './door.ts';
import type { PageQuery } from './page.ts';

export type { SignaalBeeld } from '../store/signals/contract.ts';

export type SignalStateOutcome =
  | { readonly kind: 'set'; readonly signaal: SignaalBeeld }
  | { readonly kind: 'unknown' }
  /** Only a signal of a signaalbudget has a state. */
  | { readonly kind: 'stateless' }
  | { readonly kind: 'other-party' }
  /** There is no maatwerksignaalbudget that was granted. */
  | { readonly kind: 'not-granted' }
  | { readonly kind: 'not-from'; readonly stand: SignaalStand };

export interface Signals {
  /** Oldest first. */
  list(principal: Principal, query: PageQuery): Promise<readonly SignaalBeeld[]>;
  /**
   * What a party does with a signal of a signaalbudget. The aanbieder finishes within it or asks for more, the gemeente
   * grants or refuses. Granted is only what was granted: there must be a maatwerksignaalbudget.
   */
  setState(
    principal: Principal,
    id: string,
    wordt: SignaalStand,
    toelichting: string | null,
  ): Promise<SignalStateOutcome>;
}

export interface SignalsDeps {
  readonly door: Door;
  readonly store: DossierStore & Pick<SignaalStore, 'signals' | 'signal'>;
}

export function signals({ door, store }: SignalsDeps): Signals {
  return {
    list: async (principal, query) => store.signals({ ...query, scope: await door.enter(principal, 'signal.list') }),
    setState: async (principal, id, wordt, toelichting) => {
      const party = door.party(principal, 'signal.set');
      const scope = scopeOf(party, await door.agreements());
      const signaal = await store.signal(id, scope);
      if (signaal === undefined) return { kind: 'unknown' };
      const { gemeente } = signaal;
      if (signaal.stand === null || gemeente === null) return { kind: 'stateless' };
      if (signaal.stand === wordt) return { kind: 'set', signaal };
      const van = vanStanden(scope.parties.includes(gemeente) ? 'gemeente' : 'aanbieder', wordt);
      if (van.length === 0) return { kind: 'other-party' };
      if (wordt === 'toegekend') {
        const beeld = await store.toewijzing([gemeente], signaal.toewijzingNummer ?? -1, scope);
        if (beeld?.huidig.signaalbudget?.soort !== 'maatwerk') return { kind: 'not-granted' };
      }
      const gezet = await door.change(principal, 'signal.set', async (changes) => {
        const zet = { id, van, wordt, door: party.keyId, toelichting, op: door.now() };
        const result = await changes.setSignalState(zet);
        return { result, subject: result ? id : null };
      });
      if (!gezet) return { kind: 'not-from', stand: signaal.stand };
      const na = await store.signal(id, scope);
      return na === undefined ? { kind: 'unknown' } : { kind: 'set', signaal: na };
    },
  };
}
