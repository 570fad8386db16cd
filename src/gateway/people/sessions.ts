import type { PartyPrincipal, StaffPrincipal } from '../../access/principal.ts';
import type { Sessiekast } from '../../access/sessions/sessiekast.ts';
import type { Door } from '../door.ts';

/** People who sign in at the pages; written down. */
export interface SignIn {
  /** The secret of a new session; `geheim` is the key, which was looked up already. */
  begin(principal: PartyPrincipal | StaffPrincipal, geheim: string): Promise<string>;
  end(principal: PartyPrincipal | StaffPrincipal, sessie: string): Promise<void>;
}

export function sessions({ door, sessies }: { readonly door: Door; readonly sessies: Sessiekast }): SignIn {
  return {
    begin: (principal, geheim) =>
      door.change(principal, 'session.begin', async (changes) => {
        return { result: await sessies.begin(geheim, changes), subject: principal.keyId };
      }),
    end: (principal, sessie) =>
      door.change(principal, 'session.end', async (changes) => {
        const geweest = await sessies.einde(sessie, changes);
        return { result: undefined, subject: geweest ? principal.keyId : null };
      }),
  };
}
