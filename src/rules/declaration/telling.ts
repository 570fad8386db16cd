import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { inTeleenheid } from '../../signaalbudget/eenheid.ts';
import { isNa } from '../../standard/datum.ts';
import type { Kennis } from '../kennis-lookups.ts';
import type { Lopend, Omgeving } from '../regel.ts';

/** What stands on one toewijzing: earlier messages and the lines of this one that were taken up so far. */
class Stand {
  /** Signed volume by unit: a toewijzing in hours may have lines in hours and in minutes. */
  readonly #volumes = new Map<string, number>();
  /** Debets that were not credited: iJW 2.3 may have brought several for one product and period. */
  readonly #levend = new Map<string, string[]>();
  readonly #sleutels = new Map<string, string>();
  #bedrag = 0;
  #laatste: string | null = null;

  constructor(eerder: readonly PrestatieRecord[]) {
    const geldig = eerder.filter((p) => p.stand !== 'afgewezen');
    for (const prestatie of geldig) if (prestatie.debetCredit === 'D') this.neem(prestatie);
    for (const prestatie of geldig) if (prestatie.debetCredit === 'C') this.neem(prestatie);
  }

  neem(prestatie: PrestatieRecord): void {
    const teken = prestatie.debetCredit === 'C' ? -1 : 1;
    const volume = this.#volumes.get(prestatie.eenheid) ?? 0;
    this.#volumes.set(prestatie.eenheid, volume + teken * prestatie.volume);
    this.#bedrag += metTeken(prestatie);
    if (this.#laatste === null || isNa(prestatie.einde, this.#laatste)) this.#laatste = prestatie.einde;
    if (teken === 1) {
      const sleutel = periodeSleutel(prestatie);
      const levend = this.#levend.get(sleutel);
      if (levend === undefined) this.#levend.set(sleutel, [prestatie.referentie]);
      else levend.push(prestatie.referentie);
      this.#sleutels.set(prestatie.referentie, sleutel);
    } else {
      this.#neemTerug(prestatie.vorigeReferentie ?? '');
    }
  }

  #neemTerug(referentie: string): void {
    const levend = this.#levend.get(this.#sleutels.get(referentie) ?? '') ?? [];
    const plek = levend.indexOf(referentie);
    if (plek >= 0) levend.splice(plek, 1);
  }

  /** In the unit in which the toewijzing is counted (minutes where it is in hours). */
  volumeIn(toegewezenEenheid: string): number {
    let som = 0;
    for (const [eenheid, volume] of this.#volumes) som += inTeleenheid(volume, eenheid, toegewezenEenheid) ?? 0;
    return som;
  }

  /** Signed sum of amounts, eurocents. */
  get bedrag(): number {
    return this.#bedrag;
  }

  /** End of the latest ProductPeriode. */
  get laatsteEinde(): string | null {
    return this.#laatste;
  }

  /** ReferentieNummer of the latest debet for this product and period that was not credited. */
  levendDebet(regel: PeriodeVanProduct): string | undefined {
    return this.#levend.get(periodeSleutel(regel))?.at(-1);
  }
}

interface PeriodeVanProduct {
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
}

function periodeSleutel({ categorie, code, begin, einde }: PeriodeVanProduct): string {
  return `${categorie}|${code}|${begin}|${einde}`;
}

/** The standing of every toewijzing that a message declares on; each line of it is counted once. */
class Telling {
  readonly #standen = new Map<string, Stand>();
  readonly #kennis: Kennis;
  readonly #lopend: Lopend;
  #gelezen = 0;

  constructor(kennis: Kennis, lopend: Lopend) {
    this.#kennis = kennis;
    this.#lopend = lopend;
  }

  stand(toewijzing: string): Stand {
    for (; this.#gelezen < this.#lopend.prestaties.length; this.#gelezen++) {
      const prestatie = this.#lopend.prestaties[this.#gelezen];
      if (prestatie !== undefined && prestatie.toewijzing !== null) this.#zoek(prestatie.toewijzing).neem(prestatie);
    }
    return this.#zoek(toewijzing);
  }

  #zoek(toewijzing: string): Stand {
    let stand = this.#standen.get(toewijzing);
    if (stand === undefined) {
      stand = new Stand(this.#kennis.prestatiesOp(toewijzing));
      this.#standen.set(toewijzing, stand);
    }
    return stand;
  }
}

const tellingen = new WeakMap<Lopend, Telling>();

/** What was declared on a toewijzing before the line that is looked at now. */
export function standVan(toewijzing: Toewijzing, { kennis, lopend }: Omgeving): Stand {
  let telling = tellingen.get(lopend);
  if (telling === undefined) {
    telling = new Telling(kennis, lopend);
    tellingen.set(lopend, telling);
  }
  return telling.stand(toewijzing.sleutel);
}
