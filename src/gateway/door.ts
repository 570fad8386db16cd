import { type Action, recordedAs, refusal } from '../access/actions.ts';
import type { PartyPrincipal, Principal } from '../access/principal.ts';
import { type PartyScope, type Scope, scopeOf } from '../access/scope.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { AuditRow, AuditStore, Changes } from '../store/audit/contract.ts';
import { zonderBsn } from '../xml/bsn-in-tekst.ts';

/** What every use case begins with. Ways in ask `refusal` before they read a body, so this is the second lock. */
export class NotAllowed extends Error {
  readonly reason: 'role' | 'read-only';

  constructor(action: Action, reason: 'role' | 'read-only') {
    super(`not allowed: ${action} (${reason})`);
    this.name = 'NotAllowed';
    this.reason = reason;
  }
}

export interface DoorDeps {
  readonly store: Pick<AuditStore, 'audit' | 'recorded'>;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly now: () => Date;
}

/** What a change gives, and what it was done to; null: nothing was changed. */
export interface Changed<T> {
  readonly result: T;
  readonly subject: string | null;
}

/** The one door: who may (`actions.ts`), what it sees (`scope.ts`), and what is written down of it. */
export class Door {
  readonly #deps: DoorDeps;

  constructor(deps: DoorDeps) {
    this.#deps = deps;
  }

  now(): Date {
    return this.#deps.now();
  }

  async agreements(): Promise<Afspraken> {
    return (await this.#deps.agreements.fresh()).afspraken;
  }

  check(principal: Principal, action: Action): void {
    const reason = refusal(principal, action);
    if (reason !== null) throw new NotAllowed(action, reason);
  }

  /** What this principal may see, once it may do this. */
  async enter(principal: Principal, action: Action): Promise<Scope> {
    this.check(principal, action);
    return scopeOf(principal, await this.agreements());
  }

  /** The same where only parties come. */
  async enterAsParty(principal: Principal, action: Action): Promise<PartyScope> {
    return scopeOf(this.party(principal, action), await this.agreements());
  }

  party(principal: Principal, action: Action): PartyPrincipal {
    this.check(principal, action);
    if (principal.kind !== 'party') throw new NotAllowed(action, 'role');
    return principal;
  }

  /** Written down before anything is shown. */
  async opens(principal: Principal, action: Action, subject: string, reden: string | null = null): Promise<void> {
    const row = this.#row(principal, action, subject, reden);
    if (row !== null) await this.#deps.store.audit(row);
  }

  /** A change, and what the audit says of it, in one transaction. */
  change<T>(principal: Principal, action: Action, work: (store: Changes) => Promise<Changed<T>>): Promise<T> {
    this.check(principal, action);
    return this.#deps.store.recorded(async (store) => {
      const { result, subject } = await work(store);
      return { result, row: subject === null ? null : this.#row(principal, action, subject) };
    });
  }

  /** A reason stays as long as the audit does, whoever is removed: the BSN of a child is not kept with it. */
  #row(principal: Principal, action: Action, onderwerp: string, reden: string | null = null): AuditRow | null {
    const recorded = recordedAs(principal, action);
    if (recorded === undefined) return null;
    const [door, doorNaam] =
      principal.kind === 'system' ? [principal.name, principal.name] : [principal.keyId, principal.keyName];
    return {
      door,
      doorNaam,
      handeling: recorded.handeling,
      onderwerp,
      reden: reden && zonderBsn(reden),
      op: this.now(),
    };
  }
}
