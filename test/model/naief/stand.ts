import type { Prestatie, Toegewezen } from '../bericht.ts';

/** What the naive gateway remembers: plain lists and maps, searched from end to end. */
export interface Versie extends Toegewezen {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly signaalbudget: string;
}
export interface Regie {
  readonly soort: 'start' | 'stop';
  /** gemeente, aanbieder, client and toewijzing. */
  readonly bij: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly reden: string;
}
export interface Verzoek {
  readonly soort: 'VOT' | 'VOW';
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly referentie: string;
  stand: 'open' | 'onderzoek' | 'toegewezen' | 'afgewezen';
  antwoorden: number;
}
export interface Geboekt extends Prestatie {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
}

export class Stand {
  readonly identificaties = new Set<string>();
  /** Which aanbieder and client a ToewijzingNummer of a gemeente was given to. */
  readonly nummers = new Map<string, string>();
  readonly toewijzingen = new Map<string, Versie>();
  regie: Regie[] = [];
  readonly verzoeken: Verzoek[] = [];
  readonly declaraties: { gemeente: string; aanbieder: string; nummer: string; maand: string }[] = [];
  readonly geboekt: Geboekt[] = [];

  neemToewijzing(versie: Versie): void {
    const sleutel = `${versie.gemeente} ${versie.nummer}`;
    this.nummers.set(sleutel, `${versie.aanbieder} ${versie.bsn}`);
    const oud = this.toewijzingen.get(sleutel);
    const moment = (v: Versie) => `${v.datum} ${v.tijd}`;
    if (oud === undefined || moment(versie) >= moment(oud)) this.toewijzingen.set(sleutel, versie);
  }

  /** Current versions that this gemeente gave to this aanbieder; of one client when that is given. */
  van(gemeente: string, aanbieder: string, bsn?: string): Versie[] {
    return [...this.toewijzingen.values()].filter(
      (v) => v.gemeente === gemeente && v.aanbieder === aanbieder && (bsn === undefined || v.bsn === bsn),
    );
  }

  verzoek(gemeente: string, aanbieder: string, referentie: string): Verzoek | undefined {
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
    return this.verzoeken.some((v) => v.aanbieder === aanbieder && v.referentie === referentie);
  }

  /** All that a state is compared by, in a fixed order. */
  beeld(): string[] {
    const bedragOp = (v: Versie) => {
      const regels = this.geboekt.filter((p) => p.gemeente === v.gemeente && p.nummer === v.nummer);
      return regels.reduce((som, p) => som + (p.dc === 'D' ? p.bedrag : -p.bedrag), 0);
    };
    return [
      ...[...this.toewijzingen.values()].map((v) =>
        [
          'toewijzing',
          v.gemeente,
          v.nummer,
          v.aanbieder,
          v.bsn,
          v.categorie,
          v.code,
          v.datum,
          v.tijd,
          v.begin,
          v.einde,
          v.reden,
          v.omvang?.volume ?? '-',
          v.omvang?.eenheid ?? '-',
          v.omvang?.frequentie ?? '-',
          v.budget,
          v.referentie,
          v.signaalbudget,
          bedragOp(v),
        ].join(' '),
      ),
      ...this.regie.map((r) => [r.soort, r.bij, r.code, r.begin, r.einde, r.reden].join(' ')),
      ...this.verzoeken.map((v) =>
        ['verzoek', v.soort, v.gemeente, v.aanbieder, v.bsn, v.referentie, v.stand, v.antwoorden].join(' '),
      ),
    ].sort();
  }
}

export const isOpen = (v: Verzoek) => v.stand === 'open' || v.stand === 'onderzoek';
export const isVerwijderd = (v: Pick<Versie, 'reden'>) => v.reden === '13';
