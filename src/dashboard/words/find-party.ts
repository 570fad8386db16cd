import type { PartyPrincipal, StaffPrincipal } from '../../access/principal.ts';
import type { AgreementNames } from '../../gateway/agreements.ts';
import { gemeentenFor } from './regions.ts';

export interface NamedParty {
  readonly code: string;
  readonly naam: string;
}

/** Those that somebody exchanges messages with: staff looks at all, of gemeenten those in its regions. */
export function partiesFor(principal: PartyPrincipal | StaffPrincipal, known: AgreementNames): readonly NamedParty[] {
  const { role } = principal;
  const alle = [
    ...(role === 'gemeente' ? [] : gemeentenFor(principal, known)),
    ...(role === 'aanbieder' ? [] : known.aanbieders.map(({ agb, naam }) => ({ code: agb, naam }))),
  ];
  return alle.toSorted((een, ander) => een.naam.localeCompare(ander.naam, 'nl'));
}

export type FoundParty = { readonly code: string } | { readonly fout: string };

/** So many are named when a name fits several. */
const GENOEMD = 5;

/** A party by its code, its name or a part of that; a code that nobody knows is a code all the same. */
export function findParty(typed: string, parties: readonly NamedParty[]): FoundParty {
  if (/^\d+$/.test(typed)) return { code: typed };
  const [, achter] = /\((\d+)\)$/.exec(typed) ?? [];
  if (achter !== undefined) return { code: achter };
  const gezocht = typed.toLocaleLowerCase('nl');
  const gevonden = parties.filter(({ naam }) => naam.toLocaleLowerCase('nl').includes(gezocht));
  const precies = gevonden.filter(({ naam }) => naam.toLocaleLowerCase('nl') === gezocht);
  const [enige] = precies.length === 1 ? precies : gevonden;
  if (enige === undefined) return { fout: 'Er is geen partij met deze naam. Vul een deel van de naam of de code in.' };
  if (precies.length === 1 || gevonden.length === 1) return { code: enige.code };
  const namen = gevonden.slice(0, GENOEMD).map(({ code, naam }) => `${naam} (${code})`);
  const rest = gevonden.length > GENOEMD ? ` en nog ${gevonden.length - GENOEMD}` : '';
  return { fout: `Deze naam past bij ${gevonden.length} partijen: ${namen.join(', ')}${rest}. Kies er een.` };
}
