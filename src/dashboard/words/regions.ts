import type { PartyPrincipal, StaffPrincipal } from '../../access/principal.ts';
import type { AgreementNames } from '../../gateway/agreements.ts';

type Regios = AgreementNames['regios'];

/** The regions that somebody may choose between: of an operator those that are its own; a party looks at its messages alone. */
export function regionsFor(principal: PartyPrincipal | StaffPrincipal, { regios }: AgreementNames): Regios {
  if (principal.kind === 'party') return [];
  return principal.role === 'beheerder' ? regios : regios.filter(({ code }) => principal.regions.includes(code));
}

/** The gemeenten that somebody may choose between: those in its regions, and those of which no region is known. */
export function gemeentenFor(
  principal: PartyPrincipal | StaffPrincipal,
  known: AgreementNames,
): readonly { readonly code: string; readonly naam: string }[] {
  const elders = new Set(known.regios.map(({ code }) => code));
  if (principal.kind === 'staff') for (const { code } of regionsFor(principal, known)) elders.delete(code);
  else elders.clear();
  return known.gemeenten.filter(({ regio }) => !elders.has(regio)).map(({ code, naam }) => ({ code, naam }));
}

/** Whether there are regions that this one does not look at. */
export function seesSome(principal: PartyPrincipal | StaffPrincipal, known: AgreementNames): boolean {
  return principal.kind === 'staff' && regionsFor(principal, known).length < known.regios.length;
}
