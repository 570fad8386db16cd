import type { Besluit, DeclaratieRegel, Geboekt, Regie, Versie, Verzoek, VerzoekRegel } from './gegevens.ts';
import { isOpen } from './gegevens.ts';

/** All that was ever taken over, in order; what stands now is counted from it again at every question. */
export class Stand {
  /** The message that is judged. */
  nu = '0';
  readonly identificaties = new Set<string>();
  readonly versies: Versie[] = [];
  readonly #regie: Regie[] = [];
  readonly #verwijderd: { readonly wat: Regie; readonly bericht: string }[] = [];
  readonly #verzoeken: VerzoekRegel[] = [];
  readonly #besluiten: Besluit[] = [];
  readonly declaraties: DeclaratieRegel[] = [];
  readonly regels: Geboekt[] = [];

  /** The newest version of each toewijzing (IV013): the highest moment, and of equals the last received. */
  get toewijzingen(): Versie[] {
    const moment = (v: Versie) => `${v.datum} ${v.tijd}`;
    const nieuwste = new Map<string, Versie>();
    for (const versie of this.versies) {
      const oud = nieuwste.get(versie.sleutel);
      if (oud === undefined || moment(versie) >= moment(oud)) nieuwste.set(versie.sleutel, versie);
    }
    return [...nieuwste.values()];
  }

  /** Current versions that this gemeente gave to this aanbieder; of one client when that is given. */
  van(gemeente: string, aanbieder: string, bsn?: string): Versie[] {
    return this.toewijzingen.filter(
      (v) => v.gemeente === gemeente && v.aanbieder === aanbieder && (bsn === undefined || v.bsn === bsn),
    );
  }

  /** Which aanbieder and client a ToewijzingNummer of a gemeente was given to. */
  houder(gemeente: string, nummer: number | null): string | undefined {
    const versie = this.versies.find((v) => nummer !== null && v.gemeente === gemeente && v.nummer === nummer);
    return versie && `${versie.aanbieder} ${versie.bsn}`;
  }

  get regie(): Regie[] {
    return this.#regie.filter((r) => !this.#verwijderd.some(({ wat }) => wat === r));
  }

  neemRegie(nieuw: readonly Regie[], weg: readonly Regie[]): void {
    this.#verwijderd.push(...weg.map((wat) => ({ wat, bericht: this.nu })));
    this.#regie.push(...nieuw);
  }

  vraag(verzoek: VerzoekRegel): void {
    this.#verzoeken.push(verzoek);
  }

  besluit(over: VerzoekRegel, soort: Besluit['soort'], bericht: string, isJw319: boolean): void {
    this.#besluiten.push({ over, soort, bericht, isJw319 });
  }

  get verzoeken(): Verzoek[] {
    return this.#verzoeken.map((regel) => {
      const besluiten = this.#besluiten.filter((b) => b.over === regel);
      const stand =
        (['toegewezen', 'afgewezen', 'onderzoek'] as const).find((s) => besluiten.some((b) => b.soort === s)) ?? 'open';
      return { ...regel, regel, stand, antwoorden: besluiten.filter((b) => b.isJw319).length };
    });
  }

  verzoek(gemeente: string, aanbieder: string, referentie: string | null): Verzoek | undefined {
    return this.verzoeken.find(
      (v) => v.gemeente === gemeente && v.aanbieder === aanbieder && v.referentie === referentie,
    );
  }

  isOpen(gemeente: string, aanbieder: string, bsn: string): boolean {
    return this.verzoeken.some(
      (v) => v.gemeente === gemeente && v.aanbieder === aanbieder && v.bsn === bsn && isOpen(v),
    );
  }

  referentieGebruikt(aanbieder: string, referentie: string): boolean {
    return this.#verzoeken.some((v) => v.aanbieder === aanbieder && v.referentie === referentie);
  }

  /** Lines that count. */
  get geboekt(): Geboekt[] {
    return this.regels.filter((g) => g.stand !== 'afgewezen');
  }
}
