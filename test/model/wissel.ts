import { expect } from 'vitest';
import type { ModelBericht, Uitkomst } from './bericht.ts';
import { EchtePoort } from './echte-poort.ts';
import { beeld } from './naief/beeld.ts';
import { NaievePoort } from './naief/poort.ts';
import type { Stand } from './naief/stand.ts';

/** The two gateways side by side. */
export class Wissel {
  readonly #echt = new EchtePoort();
  readonly #naief = new NaievePoort();
  #aantal = 0;

  /** What the naive gateway knows: messages are made from it. */
  get stand(): Stand {
    return this.#naief.stand;
  }

  /** Sends a message to both; they say the same, and remember the same. */
  stuur(bericht: ModelBericht): Uitkomst {
    // A dry run now and then: under this clock and these numbers it is the later answer, to the byte.
    const proef = ++this.#aantal % 4 === 0 ? this.#echt.proef(bericht) : null;
    const uitkomst = this.#echt.ontvang(bericht);
    if (proef !== null) expect(proef).toBe(this.#echt.laatste);
    const uitgegeven = nummersVan(uitkomst.antwoorden.flatMap((a) => (a.type === 'JW301' ? a.inhoud : [])));
    expect(uitkomst).toEqual(this.#naief.ontvang(bericht, uitgegeven, this.#echt.gegeven));
    expect(this.#echt.beeld()).toEqual(beeld(this.stand));
    return uitkomst;
  }
}

/** The numbers that the gateway gave out in a JW301, in order; each above all that parties use. */
function nummersVan(regels: readonly string[]): () => number {
  const nieuw = regels.filter((regel) => regel.split(' ')[1] !== '-').map((regel) => Number(regel.split(' ')[0]));
  nieuw.sort((a, b) => a - b);
  return () => {
    const nummer = nieuw.shift() ?? -1;
    expect(nummer).toBeGreaterThanOrEqual(900_000_000);
    return nummer;
  };
}
