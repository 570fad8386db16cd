/** What the parties do with a signal that a signaalbudget is nearly used: finish within it, or ask for more. */
export type SignaalStand = 'open' | 'afronden' | 'aangevraagd' | 'toegekend' | 'geweigerd';

export const SIGNAAL_STANDEN: readonly SignaalStand[] = ['open', 'afronden', 'aangevraagd', 'toegekend', 'geweigerd'];

type Partij = 'aanbieder' | 'gemeente';

/** Who may bring a signal to a state, and from which states. Nobody opens one again: a new crossing gives a new signal. */
const OVERGANGEN: Readonly<Record<Partij, Partial<Readonly<Record<SignaalStand, readonly SignaalStand[]>>>>> = {
  aanbieder: {
    afronden: ['open', 'aangevraagd', 'geweigerd'],
    aangevraagd: ['open', 'afronden', 'geweigerd'],
  },
  gemeente: {
    toegekend: ['open', 'afronden', 'aangevraagd'],
    geweigerd: ['open', 'afronden', 'aangevraagd'],
  },
};

/** The states from which this party may bring a signal to `wordt`; empty when it is not for this party to say. */
export function vanStanden(partij: Partij, wordt: SignaalStand): readonly SignaalStand[] {
  return OVERGANGEN[partij][wordt] ?? [];
}
