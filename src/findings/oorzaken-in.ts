import type { Bevinding } from './bevinding.ts';

/** How often a message did not pass a rule. */
export interface OorzaakTelling extends Pick<Bevinding, 'regel' | 'retourcode' | 'ernst'> {
  readonly aantal: number;
}

/**
 * The rules in a report, each with how often, what its closing line counts included: of each rule that is only counted there
 * some findings stand before it, and these say which retourcode it has.
 */
export function oorzakenIn({ bevindingen }: { readonly bevindingen: readonly Bevinding[] }): OorzaakTelling[] {
  const soorten = new Map<
    string,
    { regel: string; retourcode: string | null; ernst: Bevinding['ernst']; aantal: number }
  >();
  const eerste = new Map<string, { aantal: number }>();
  for (const { regel, retourcode, ernst, meer } of bevindingen) {
    if (meer !== undefined) continue;
    const naam = `${regel}|${retourcode}|${ernst}`;
    const soort = soorten.get(naam) ?? { regel, retourcode, ernst, aantal: 0 };
    soort.aantal++;
    soorten.set(naam, soort);
    if (!eerste.has(regel)) eerste.set(regel, soort);
  }
  for (const { meer } of bevindingen) {
    for (const [regel, aantal] of Object.entries(meer ?? {})) {
      const soort = eerste.get(regel);
      if (soort !== undefined) soort.aantal += aantal;
    }
  }
  return [...soorten.values()];
}
