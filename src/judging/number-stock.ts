import type { Afspraken } from '../agreements/afspraken.ts';
import { claimSoort } from '../rules/claims.ts';
import type { LaanStore } from '../store/lanes/contract.ts';
import type { NummerBlok } from '../verdict/nummers.ts';
import type { NumberSource, NumberWish } from './number-source.ts';

const IDENTIFICATIES_PER_TREK = 1000;
const TOEWIJZINGEN_PER_TREK = 50;
/** Where the ToewijzingNummers of the gateway begin, unless the agreements say (`toewijzingNummerVanaf`). */
const TOEWIJZING_VANAF = 900_000_000;

/** Numbers from `volgende` up to, not including, `tot`. */
interface Voorraad {
  volgende: number;
  tot: number;
}

interface Tekort {
  readonly identificaties: number;
  readonly toewijzingen: Readonly<Record<string, { readonly aantal: number; readonly vanaf: number }>>;
}

/**
 * Numbers that this process may give out: blocks are drawn from the store ahead of need and outside any verdict's
 * transaction, so that judging never waits for a number. What a process holds when it dies is a gap.
 */
export class NumberStock implements NumberSource {
  readonly #store: Pick<LaanStore, 'drawNumbers'>;
  readonly #identificaties: Voorraad = { volgende: 0, tot: 0 };
  /** By gemeente and where its numbers begin: when the agreements move that, what was drawn before is left. */
  readonly #toewijzingen = new Map<string, Voorraad>();

  constructor(store: Pick<LaanStore, 'drawNumbers'>) {
    this.#store = store;
  }

  /** A block for each wish, all its own. */
  async blocks(wensen: readonly NumberWish[], afspraken: Afspraken): Promise<NummerBlok[]> {
    for (const wens of wensen) this.#leaveUsed(wens, afspraken);
    for (;;) {
      const tekort = this.#tekort(wensen, afspraken);
      // No await between this check and the taking: another caller can only come in while numbers are drawn.
      if (tekort === null) return wensen.map((wens) => this.#take(wens, afspraken));
      const { identificatie, toewijzing } = await this.#store.drawNumbers(tekort.identificaties, tekort.toewijzingen);
      refill(this.#identificaties, identificatie, tekort.identificaties);
      for (const [gemeente, { aantal, vanaf }] of Object.entries(tekort.toewijzingen)) {
        const eerste = toewijzing[gemeente];
        if (eerste !== undefined) refill(this.#stock(gemeente, vanaf), eerste, aantal);
      }
    }
  }

  /** Claims that another owner has: what is left of a series of such numbers is in doubt, and is drawn anew. */
  taken(claims: readonly string[]): void {
    for (const { soort, partij } of claims.map(claimSoort)) {
      if (soort === 'id') leave(this.#identificaties);
      if (soort !== 'toe') continue;
      for (const [naam, stock] of this.#toewijzingen) if (naam.startsWith(`${partij}|`)) leave(stock);
    }
  }

  /** The gemeente used numbers itself after they were drawn here. */
  #leaveUsed({ gemeente, nummers, kennis }: NumberWish, afspraken: Afspraken): void {
    if (nummers.toewijzingen === 0) return;
    const stock = this.#stock(gemeente, vanafVoor(gemeente, afspraken));
    const gebruikt = kennis?.toewijzingen.some(
      (t) => t.gemeente === gemeente && t.nummer !== null && t.nummer >= stock.volgende && t.nummer < stock.tot,
    );
    if (gebruikt === true) leave(stock);
  }

  /** What must be drawn before these wishes can be met; null when nothing must. */
  #tekort(wensen: readonly NumberWish[], afspraken: Afspraken): Tekort | null {
    const identificaties = wensen.reduce((som, { nummers }) => som + nummers.identificaties, 0);
    const perGemeente = new Map<string, number>();
    for (const { gemeente, nummers } of wensen) {
      perGemeente.set(gemeente, (perGemeente.get(gemeente) ?? 0) + nummers.toewijzingen);
    }
    const genoeg = left(this.#identificaties) >= identificaties;
    const toewijzingen = [...perGemeente].flatMap(([gemeente, nodig]) => {
      const vanaf = vanafVoor(gemeente, afspraken);
      if (left(this.#stock(gemeente, vanaf)) >= nodig) return [];
      return [[gemeente, { aantal: Math.max(TOEWIJZINGEN_PER_TREK, nodig), vanaf }] as const];
    });
    if (genoeg && toewijzingen.length === 0) return null;
    return {
      identificaties: genoeg ? 0 : Math.max(IDENTIFICATIES_PER_TREK, identificaties),
      toewijzingen: Object.fromEntries(toewijzingen),
    };
  }

  #take({ gemeente, nummers }: NumberWish, afspraken: Afspraken): NummerBlok {
    const { identificaties, toewijzingen } = nummers;
    const stock = this.#stock(gemeente, vanafVoor(gemeente, afspraken));
    return {
      identificatie: take(this.#identificaties, identificaties),
      toewijzing: toewijzingen === 0 ? {} : { [gemeente]: take(stock, toewijzingen) },
    };
  }

  #stock(gemeente: string, vanaf: number): Voorraad {
    const naam = `${gemeente}|${vanaf}`;
    const stock = this.#toewijzingen.get(naam) ?? { volgende: 0, tot: 0 };
    this.#toewijzingen.set(naam, stock);
    return stock;
  }
}

function vanafVoor(gemeente: string, afspraken: Afspraken): number {
  return afspraken.gemeente(gemeente)?.toewijzingNummerVanaf ?? TOEWIJZING_VANAF;
}

/** The largest of what is left and what was drawn; the other is a gap. Numbers of a block follow each other. */
function refill(voorraad: Voorraad, eerste: number, aantal: number): void {
  if (aantal > left(voorraad)) Object.assign(voorraad, { volgende: eerste, tot: eerste + aantal });
}

/** What is left becomes a gap. */
function leave(voorraad: Voorraad): void {
  voorraad.volgende = voorraad.tot;
}

function left(voorraad: Voorraad): number {
  return voorraad.tot - voorraad.volgende;
}

function take(voorraad: Voorraad, aantal: number): number {
  const eerste = voorraad.volgende;
  voorraad.volgende += aantal;
  return eerste;
}
