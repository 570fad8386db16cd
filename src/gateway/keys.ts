import type { Sleutel, SleutelGegevens, SleutelWijziging } from '../access/keys/contract.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import type { Principal } from '../access/principal.ts';
import type { Door } from './door.ts';

export type KeyChange =
  | { readonly kind: 'changed'; readonly sleutel: Sleutel }
  | { readonly kind: 'unknown' }
  /** It was ended by DELETE, for good. */
  | { readonly kind: 'ended' }
  /** Only an operator has regions. */
  | { readonly kind: 'no-regions' };

export interface Keys {
  /** All, also those that have ended; oldest first. */
  list(principal: Principal): Promise<readonly Sleutel[]>;
  /** The key itself is shown this once. */
  create(
    principal: Principal,
    gegevens: SleutelGegevens,
  ): Promise<{ readonly sleutel: Sleutel; readonly geheim: string }>;
  change(principal: Principal, id: string, wijziging: SleutelWijziging): Promise<KeyChange>;
  /** False when there is no such key, or it was ended before. */
  end(principal: Principal, id: string): Promise<boolean>;
}

export function keys({ door, kast }: { readonly door: Door; readonly kast: Sleutelkast }): Keys {
  return {
    list: async (principal) => {
      door.check(principal, 'key.list');
      return kast.alle();
    },
    create: (principal, gegevens) =>
      door.change(principal, 'key.create', async (changes) => {
        const result = await kast.maak(gegevens, changes);
        return { result, subject: result.sleutel.id };
      }),
    change: async (principal, id, wijziging) => {
      door.check(principal, 'key.change');
      const nu = (await kast.alle()).find((sleutel) => sleutel.id === id);
      if (nu === undefined) return { kind: 'unknown' };
      if (wijziging.regios !== undefined && nu.rol !== 'operator') return { kind: 'no-regions' };
      const sleutel = await door.change(principal, 'key.change', async (changes) => {
        const result = await kast.wijzig(id, wijziging, changes);
        return { result, subject: result === undefined ? null : id };
      });
      kast.vergeet();
      return sleutel === undefined ? { kind: 'ended' } : { kind: 'changed', sleutel };
    },
    end: async (principal, id) => {
      const beeindigd = await door.change(principal, 'key.end', async (changes) => {
        const result = await kast.verwijder(id, changes);
        return { result, subject: result ? id : null };
      });
      kast.vergeet();
      return beeindigd;
    },
  };
}
