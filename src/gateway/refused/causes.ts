import type { Principal } from '../../access/principal.ts';
import type {
  OorzaakBeeld,
  OorzaakFilter,
  OorzaakGroep,
  OorzaakStand,
  OorzaakStore,
} from '../../store/causes/contract.ts';
import { zonderBsn } from '../../xml/bsn-in-tekst.ts';
import type { Door } from '../door.ts';

export {
  OORZAAK_STANDEN,
  type OorzaakBeeld,
  type OorzaakGroep,
  type OorzaakStand,
} from '../../store/causes/contract.ts';

/** Nobody reads more groups, and each page of them is counted anew. */
const MEESTE_GROEPEN = 1000;

export type CauseQuery = Omit<OorzaakFilter, 'scope' | 'groep' | 'limit'>;

export interface Causes {
  /** What was refused, by sender, type and rule; most lines first. Notes are shown to staff only. */
  list(principal: Principal, query: CauseQuery): Promise<readonly OorzaakBeeld[]>;
  /**
   * What staff does about a group; undefined when there is no such group in sight. A note is about no child in particular, so
   * who asks for what is kept of one would not be shown it: a BSN in it is not kept.
   */
  setState(
    principal: Principal,
    groep: OorzaakGroep,
    stand: OorzaakStand,
    notitie: string | null,
  ): Promise<OorzaakBeeld | undefined>;
}

export interface CausesDeps {
  readonly door: Door;
  readonly store: Pick<OorzaakStore, 'causes'>;
}

export function causes({ door, store }: CausesDeps): Causes {
  return {
    list: async (principal, query) => {
      const scope = await door.enter(principal, 'cause.list');
      const groepen = await store.causes({ ...query, scope, limit: MEESTE_GROEPEN });
      return principal.kind === 'party' ? groepen.map((groep) => ({ ...groep, notitie: null })) : groepen;
    },
    setState: async (principal, groep, stand, notitie) => {
      const scope = await door.enter(principal, 'cause.set');
      const [gezien] = await store.causes({ scope, groep, limit: 1 });
      if (gezien === undefined || principal.kind === 'system') return undefined;
      await door.change(principal, 'cause.set', async (changes) => {
        await changes.setCauseState(groep, {
          stand,
          notitie: notitie && zonderBsn(notitie),
          door: principal.keyId,
          op: door.now(),
        });
        return { result: undefined, subject: [groep.partij, groep.type ?? '-', groep.regel].join('/') };
      });
      return (await store.causes({ scope, groep, limit: 1 }))[0];
    },
  };
}
