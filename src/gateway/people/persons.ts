import { type Principal, roleOf } from '../../access/principal.ts';
import { elfproef } from '../../standard/bsn.ts';
import type { Erased, PersonFile, PersonStore } from '../../store/person/contract.ts';
import { zonderBsn } from '../../xml/bsn-in-tekst.ts';
import { type Door, NotAllowed } from '../door.ts';

export type { Erased, PersonFile } from '../../store/person/contract.ts';

/** Everything about one child, on request. Undefined for what is no BSN; the reason goes into the audit. */
export interface Persons {
  show(principal: Principal, bsn: string, reden: string): Promise<PersonFile | undefined>;
  /** `dryRun`: nothing goes, and what would is told. */
  erase(principal: Principal, bsn: string, reden: string, dryRun: boolean): Promise<Erased | undefined>;
}

export function persons({ door, store }: { readonly door: Door; readonly store: PersonStore }): Persons {
  const asked = (principal: Principal, bsn: string, reden: string) => {
    if (principal.kind === 'system' || roleOf(principal) === undefined) throw new NotAllowed('client.show', 'role');
    return {
      bsn,
      reden: zonderBsn(reden),
      now: door.now(),
      by: { door: principal.keyId, doorNaam: principal.keyName },
    };
  };
  return {
    show: async (principal, bsn, reden) => {
      door.check(principal, 'client.show');
      return elfproef(bsn) ? store.showPerson(asked(principal, bsn, reden)) : undefined;
    },
    erase: async (principal, bsn, reden, dryRun) => {
      door.check(principal, 'client.erase');
      return elfproef(bsn) ? store.erasePerson(asked(principal, bsn, reden), dryRun) : undefined;
    },
  };
}
