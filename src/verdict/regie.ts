import type { BeoordeelInvoer } from './invoer.ts';
import { doorTeLeveren } from './leveren.ts';
import { goedgekeurd } from './opbouw.ts';
import type { Mutatie, Verdict } from './verdict.ts';

/** An accepted JW305 or JW307: its starts and stops are kept, what StatusAanlevering 3 removes counts as never sent. */
export function beoordeelRegie(invoer: BeoordeelInvoer): Verdict {
  const { regie, verwijderd } = invoer.oordeel.lopend;
  return goedgekeurd(invoer, {
    mutaties: [
      ...verwijderd.map((record): Mutatie => ({ soort: 'regie-verwijderd', record })),
      ...regie.map((record): Mutatie => ({ soort: 'regie', record })),
    ],
    doorgeleverdAan: doorTeLeveren(invoer.bericht, invoer.afspraken),
  });
}
