import type { Bevinding } from './bevinding.ts';

/** How often a message did not pass a rule. */
export interface OorzaakTelling extends Pick<Bevinding, 'regel' | 'retourcode' | 'ernst'> {
  readonly aantal: number;
  /** Of how many clients of the message; 0 where findings are of none. */
  readonly clienten: number;
}

interface Soort extends Pick<Bevinding, 'regel' | 'retourcode' | 'ernst'> {
  aantal: number;
  readonly clienten: Set<string>;
}

/**
 * The rules in a report, each with how often, what its closing line counts included: of each rule that is only counted there
 * some findings stand before it, and these say which retourcode it has.
 */
export function oorzakenIn({ bevindingen }: { readonly bevindingen: readonly Bevinding[] }): OorzaakTelling[] {
  const soorten = new Map<string, Soort>();
  const eerste = new Map<string, Soort>();
  for (const { regel, retourcode, ernst, pad, meer } of bevindingen) {
    if (meer !== undefined) continue;
    const naam = `${regel}|${retourcode}|${ernst}`;
    const soort = soorten.get(naam) ?? { regel, retourcode, ernst, aantal: 0, clienten: new Set() };
    soort.aantal++;
    const client = clientIn(pad);
    if (client !== undefined) soort.clienten.add(client);
    soorten.set(naam, soort);
    if (!eerste.has(regel)) eerste.set(regel, soort);
  }
  for (const { meer } of bevindingen) {
    for (const [regel, aantal] of Object.entries(meer ?? {})) {
      const soort = eerste.get(regel);
      if (soort !== undefined) soort.aantal += aantal;
    }
  }
  return [...soorten.values()].map(({ clienten, ...soort }) => ({ ...soort, clienten: clienten.size }));
}

/** Which of the clients of its message a place belongs to: `Client[2]`. */
function clientIn(pad: string | null): string | undefined {
  return pad?.split('/').find((deel) => deel === 'Client' || deel.startsWith('Client['));
}
