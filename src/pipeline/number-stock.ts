import { randomBytes } from 'node:crypto';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { LaanStore } from '../store/store.ts';
import type { NummerBlok, NummerVraag } from '../verdict/nummers.ts';

const IDENTIFICATIES_PER_TREK = 1000;
const TOEWIJZINGEN_PER_TREK = 50;
/** Where the ToewijzingNummers begin that the gateway gives out in a gemeente's name (DESIGN 5.4). */
const TOEWIJZING_VANAF = 900_000_000;

interface Voorraad {
  volgende: number;
  tot: number;
}

/**
 * Numbers that this process may give out: blocks are drawn from the store ahead of need and outside any verdict's
 * transaction, so that judging never waits for a number. What a process holds when it dies is a gap.
 */
export class NumberStock {
  readonly #store: Pick<LaanStore, 'drawNumbers'>;
  readonly #identificaties: Voorraad = { volgende: 0, tot: 0 };
  readonly #toewijzingen = new Map<string, Voorraad>();

  constructor(store: Pick<LaanStore, 'drawNumbers'>) {
    this.#store = store;
  }

  /** A block for each question; `gemeente` is the one whose ToewijzingNummers the message may need. */
  async blocks(
    vragen: readonly { readonly gemeente: string; readonly nummers: NummerVraag }[],
    afspraken: Afspraken,
  ): Promise<NummerBlok[]> {
    await this.#fill(vragen, afspraken);
    return vragen.map(({ gemeente, nummers }) => ({
      identificatie: take(this.#identificaties, nummers.identificaties),
      toewijzing: nummers.toewijzingen === 0 ? {} : { [gemeente]: take(this.#stock(gemeente), nummers.toewijzingen) },
      zaad: randomBytes(16).toString('hex'),
    }));
  }

  async #fill(
    vragen: readonly { readonly gemeente: string; readonly nummers: NummerVraag }[],
    afspraken: Afspraken,
  ): Promise<void> {
    for (;;) {
      const identificaties = vragen.reduce((som, v) => som + v.nummers.identificaties, 0);
      const perGemeente = new Map<string, number>();
      for (const { gemeente, nummers } of vragen) {
        if (nummers.toewijzingen > 0)
          perGemeente.set(gemeente, (perGemeente.get(gemeente) ?? 0) + nummers.toewijzingen);
      }
      const tekort = [...perGemeente].filter(([gemeente, aantal]) => left(this.#stock(gemeente)) < aantal);
      const teWeinig = left(this.#identificaties) < identificaties;
      if (!teWeinig && tekort.length === 0) return;
      const aantal = teWeinig ? Math.max(IDENTIFICATIES_PER_TREK, identificaties) : 0;
      const getrokken = await this.#store.drawNumbers(
        aantal,
        Object.fromEntries(
          tekort.map(([gemeente, nodig]) => [
            gemeente,
            {
              aantal: Math.max(TOEWIJZINGEN_PER_TREK, nodig),
              vanaf: afspraken.gemeente(gemeente)?.toewijzingNummerVanaf ?? TOEWIJZING_VANAF,
            },
          ]),
        ),
      );
      // Others of this process may have drawn meanwhile; the larger stock wins and the loop looks again.
      if (teWeinig && left(this.#identificaties) < identificaties) {
        Object.assign(this.#identificaties, {
          volgende: getrokken.identificatie,
          tot: getrokken.identificatie + aantal,
        });
      }
      for (const [gemeente, nodig] of tekort) {
        const eerste = getrokken.toewijzing[gemeente];
        if (eerste === undefined || left(this.#stock(gemeente)) >= nodig) continue;
        this.#toewijzingen.set(gemeente, { volgende: eerste, tot: eerste + Math.max(TOEWIJZINGEN_PER_TREK, nodig) });
      }
    }
  }

  #stock(gemeente: string): Voorraad {
    return this.#toewijzingen.get(gemeente) ?? { volgende: 0, tot: 0 };
  }
}

function left(voorraad: Voorraad): number {
  return voorraad.tot - voorraad.volgende;
}

function take(voorraad: Voorraad, aantal: number): number {
  const eerste = voorraad.volgende;
  voorraad.volgende += aantal;
  return eerste;
}
