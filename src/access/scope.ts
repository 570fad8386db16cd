import type { Afspraken } from '../agreements/afspraken.ts';
import type { AfsprakenDocument } from '../agreements/document.ts';
import type { PartyPrincipal, Principal } from './principal.ts';

/** Not exported: nobody else can make what bears it. */
declare const made: unique symbol;
interface Made {
  readonly [made]: true;
}

interface All {
  readonly kind: 'all';
}
interface Regions {
  readonly kind: 'regions';
  readonly regions: readonly string[];
  /** The region of a gemeentecode by the agreements; null where none serves it. */
  readonly regionOf: (gemeente: string) => string | null;
}
interface Parties {
  readonly kind: 'parties';
  readonly parties: readonly string[];
}

/**
 * What somebody may see. The store takes one with every read that could show what is somebody's, and only `scopeOf` and
 * `systemScope` make one, so a query that is not scoped does not compile.
 */
export type Scope = (All | Regions | Parties) & Made;
export type PartyScope = Parties & Made;

/** A party sees what is its own, a gemeente also what was of those that it succeeded (`opvolger`); staff its regions, or all. */
export function scopeOf(principal: PartyPrincipal, agreements: Afspraken): PartyScope;
export function scopeOf(principal: Principal, agreements: Afspraken): Scope;
export function scopeOf(principal: Principal, agreements: Afspraken): Scope {
  if (principal.kind === 'system') return systemScope();
  if (principal.kind === 'party') {
    const { role, parties } = principal;
    const family = role === 'gemeente' ? parties.flatMap((code) => agreements.familie(code)) : [];
    return mark<Parties>({ kind: 'parties', parties: [...new Set([...parties, ...family])] });
  }
  if (principal.role === 'beheerder') return systemScope();
  const { regions } = principal;
  return mark<Regions>({ kind: 'regions', regions, regionOf: (gemeente) => agreements.regioVan(gemeente) });
}

/** All there is: for the gateway's own work, which shows it to nobody. test/house/imports.test.ts lists who may ask for it. */
export function systemScope(): Scope {
  return mark<All>({ kind: 'all' });
}

function mark<T extends All | Regions | Parties>(scope: T): T & Made {
  return scope as T & Made;
}

/** Of whom something is. Without a `regio` of its own it lies where its gemeente lies. */
export interface Subject {
  readonly parties: readonly string[];
  readonly regio?: string | null;
  readonly gemeente?: string;
}

/** What lies in no region is seen by every operator: nobody else would look at it. */
export function sees(scope: Scope, { parties, regio, gemeente }: Subject): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'parties') return parties.some((party) => scope.parties.includes(party));
  const region = regio === undefined ? scope.regionOf(gemeente ?? '') : regio;
  return region === null || scope.regions.includes(region);
}

/** The same as bounds of a query: rows of any of these parties; rows in any of these regions, or in none. */
export function boundsOf(scope: Scope): { readonly partijen?: readonly string[]; readonly regios?: readonly string[] } {
  if (scope.kind === 'parties') return { partijen: scope.parties };
  return scope.kind === 'regions' ? { regios: scope.regions } : {};
}

/** The own code of a principal under which it acts for this gemeente: itself, or the one that succeeded it. */
export function actingFor(principal: Principal, gemeente: string, agreements: Afspraken): string | undefined {
  if (principal.kind !== 'party') return undefined;
  return principal.parties.find((code) => code === gemeente || agreements.familie(code).includes(gemeente));
}

/** Gemeenten that counts are made of; undefined codes: all. */
export type GemeentenScope = { readonly codes: readonly string[] | undefined } & Made;

/** Those that a scope sees by the document, narrowed as asked. */
export function gemeentenWithin(
  scope: Scope,
  { gemeenten }: AfsprakenDocument,
  asked: { readonly regio?: string | undefined; readonly gemeente?: string | undefined } = {},
): GemeentenScope {
  const inRegions = (regions: readonly string[]) =>
    gemeenten.filter((g) => regions.includes(g.regio)).map((g) => g.code);
  let codes: readonly string[] | undefined;
  if (scope.kind === 'parties') codes = scope.parties;
  if (scope.kind === 'regions') codes = inRegions(scope.regions);
  const narrower = [
    ...(asked.regio === undefined ? [] : [inRegions([asked.regio])]),
    ...(asked.gemeente === undefined ? [] : [[asked.gemeente]]),
  ];
  for (const part of narrower) codes = codes === undefined ? part : codes.filter((code) => part.includes(code));
  return { codes } as GemeentenScope;
}
