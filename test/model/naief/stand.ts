import type {
  Bericht,
  Besluit,
  DeclaratieRegel,
  Geboekt,
  Oordeel,
  Regie,
  Versie,
  Verzoek,
  VerzoekRegel,
} from './gegevens.ts';
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
  readonly #declaraties: DeclaratieRegel[] = [];
  readonly #regels: Geboekt[] = [];
  readonly berichten: Bericht[] = [];
  readonly #oordelen: Oordeel[] = [];
  /** Requests that were refused while they were open. */
  readonly #vervallen = new Set<VerzoekRegel>();

  oordeelOver(bericht: string): Oordeel | undefined {
    return this.#oordelen.find((o) => o.op === bericht);
  }

  /** What an own system refused counts as never sent. */
  readonly #geldt = ({ bericht }: { readonly bericht: string }) => this.oordeelOver(bericht)?.aanvaard !== false;

  neemOordeel(oordeel: Oordeel): void {
    for (const v of this.verzoeken)
      if (v.bericht === oordeel.op && !oordeel.aanvaard && isOpen(v)) this.#vervallen.add(v.regel);
    this.#oordelen.push(oordeel);
  }

  /** The newest version of each toewijzing (IV013): the highest moment, and of equals the last received. */
  get toewijzingen(): Versie[] {
    const moment = (v: Versie) => `${v.datum} ${v.tijd}`;
    const nieuwste = new Map<string, Versie>();
    for (const versie of this.versies.filter(this.#geldt)) {
      const oud = nieuwste.get(versie.sleutel);
      if (oud === undefined || moment(versie) >= moment(oud)) nieuwste.set(versie.sleutel, versie);
    }
    return [...nieuwste.values()].map((v) => ({
      ...v,
      voorlopig: v.voorlopig && this.oordeelOver(v.bericht)?.aanvaard !== true,
    }));
  }

  /** Current versions that this gemeente gave to this aanbieder; of one client when that is given. */
  van(gemeente: string, aanbieder: string, bsn?: string): Versie[] {
    return this.toewijzingen.filter(
      (v) => v.gemeente === gemeente && v.aanbieder === aanbieder && (bsn === undefined || v.bsn === bsn),
    );
  }

  /** Which aanbieder and client a ToewijzingNummer of a gemeente was given to; what was refused gave it to nobody. */
  houder(gemeente: string, nummer: number | null): string | undefined {
    const versie = this.versies.find(
      (v) => nummer !== null && v.gemeente === gemeente && v.nummer === nummer && this.#geldt(v),
    );
    return versie && `${versie.aanbieder} ${versie.bsn}`;
  }

  get regie(): Regie[] {
    const weg = this.#verwijderd.filter(this.#geldt);
    return this.#regie.filter((r) => this.#geldt(r) && !weg.some(({ wat }) => wat === r));
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

  /** Some request was decided on again after this JW301 or JW319. */
  isAchterhaald(bericht: string): boolean {
    const over = this.#besluiten.filter((b) => b.bericht === bericht).map((b) => b.over);
    return over.some((regel) => this.#besluiten.findLast((b) => b.over === regel)?.bericht !== bericht);
  }

  get verzoeken(): Verzoek[] {
    const laatste = this.#verzoeken.filter(
      (v, i) =>
        !this.#verzoeken.some((w, j) => j > i && w.aanbieder === v.aanbieder && w.referentie === v.referentie) &&
        !this.#vervallen.has(v),
    );
    return laatste.map((regel) => {
      const alle = this.#besluiten.filter((b) => b.over === regel);
      const besluiten = alle.filter(this.#geldt);
      const antwoorden = besluiten.filter((b) => b.isJw319).length;
      // That it was looked into is known by the JW319 that said so; iJW 2.3 has none, and what is refused there is open again.
      const weerOpen = antwoorden === 0 && besluiten.length < alle.length;
      const stand =
        (['toegewezen', 'afgewezen', ...(weerOpen ? [] : (['onderzoek'] as const))] as const).find((s) =>
          besluiten.some((b) => b.soort === s),
        ) ?? 'open';
      return { ...regel, regel, stand, antwoorden };
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
    return this.#verzoeken.some((v) => this.#geldt(v) && v.aanbieder === aanbieder && v.referentie === referentie);
  }

  get declaraties(): DeclaratieRegel[] {
    return this.#declaraties.filter(this.#geldt);
  }

  declareer(declaratie: DeclaratieRegel, regels: readonly Geboekt[]): void {
    this.#declaraties.push(declaratie);
    this.#regels.push(...regels);
  }

  /** Lines with what was said of them by now. */
  get regels(): Geboekt[] {
    return this.#regels.map((g): Geboekt => {
      const oordeel = this.oordeelOver(g.bericht);
      if (g.stand !== 'voorlopig' || oordeel === undefined) return g;
      const bedrag = oordeel.vermeld.get(g.referentie) ?? g.bedrag;
      if (!oordeel.aanvaard || bedrag === 0) return { ...g, stand: 'afgewezen' };
      return { ...g, stand: 'toegekend', bedrag };
    });
  }

  /** Lines that count. */
  get geboekt(): Geboekt[] {
    return this.regels.filter((g) => g.stand !== 'afgewezen');
  }
}
