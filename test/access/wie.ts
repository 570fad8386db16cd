import type { PartyPrincipal, StaffPrincipal } from '../../src/access/principal.ts';
import { type PartyScope, type Scope, scopeOf, systemScope } from '../../src/access/scope.ts';
import type { Afspraken } from '../../src/agreements/afspraken.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';

const KEY = { via: 'http', readOnly: false } as const;
const GEEN_AFSPRAKEN: Afspraken = maakAfspraken(
  { versie: 'leeg', regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] },
  1,
);

/** Somebody with a key of these parties, all of one kind. */
export function partijen(...parties: readonly string[]): PartyPrincipal {
  const role = parties[0]?.length === 8 ? 'aanbieder' : 'gemeente';
  const naam = parties.join('+');
  return { kind: 'party', role, parties, keyId: `sleutel-${naam}`, keyName: naam, ...KEY };
}

export const BEHEERDER: StaffPrincipal = {
  ...{ kind: 'staff', role: 'beheerder', regions: [], keyId: 'test', keyName: 'beheerder van de test', ...KEY },
};

export function operator(...regions: readonly string[]): StaffPrincipal {
  return { kind: 'staff', role: 'operator', regions, keyId: 'operator', keyName: 'operator', ...KEY };
}

export const ALLES: Scope = systemScope();

/** What these parties see, without predecessors. */
export function vanPartijen(...parties: readonly string[]): PartyScope {
  return scopeOf(partijen(...parties), GEEN_AFSPRAKEN);
}

export function vanRegios(...regios: readonly string[]): Scope {
  return scopeOf(operator(...regios), GEEN_AFSPRAKEN);
}
