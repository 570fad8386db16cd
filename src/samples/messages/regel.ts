import type { Groep } from '../../xml/tree.ts';
import { type Decor, eersteDag, laatsteDag } from '../decor.ts';

/** A line to declare, in words that both releases share; what is not said is an hour of 45A01 last month. */
export interface TeDeclarerenRegel {
  readonly referentie?: string;
  readonly vorig?: string;
  /** Null: not filled, as only iJW 2.3 allows. */
  readonly toewijzing?: number | null;
  readonly code?: string;
  readonly categorie?: string;
  readonly begin?: string;
  readonly einde?: string;
  readonly volume?: number;
  readonly eenheid?: string;
  /** Eurocents; null: not filled. */
  readonly tarief?: number | null;
  /** Eurocents. */
  readonly bedrag?: number;
  readonly debetCredit?: 'D' | 'C';
}

export interface VolledigeRegel extends Required<Omit<TeDeclarerenRegel, 'vorig'>> {
  readonly vorig: string | undefined;
}

export function volledig(decor: Decor, regel: TeDeclarerenRegel, plaats: number): VolledigeRegel {
  const { code = '45A01', volume = 60, tarief = 150, toewijzing = decor.nummer } = regel;
  return {
    referentie: regel.referentie ?? prestatieReferentie(decor, plaats + 1),
    vorig: regel.vorig,
    toewijzing,
    code,
    categorie: regel.categorie ?? code.slice(0, 2),
    begin: regel.begin ?? eersteDag(decor.vandaag, -1),
    einde: regel.einde ?? laatsteDag(decor.vandaag, -1),
    volume,
    eenheid: regel.eenheid ?? '01',
    tarief,
    bedrag: regel.bedrag ?? volume * (tarief ?? 1),
    debetCredit: regel.debetCredit ?? 'D',
  };
}

export function prestatieReferentie({ nummer }: Decor, volgnummer = 1): string {
  return `P${nummer}-${volgnummer}`;
}

/** The period of a line: the month so many months from this one. */
export function maand({ vandaag }: Decor, maanden: number): { readonly begin: string; readonly einde: string } {
  return { begin: eersteDag(vandaag, maanden), einde: laatsteDag(vandaag, maanden) };
}

export function totaal(regels: readonly VolledigeRegel[]): Groep {
  const som = regels.reduce((tot, { bedrag, debetCredit }) => tot + (debetCredit === 'C' ? -bedrag : bedrag), 0);
  return { TotaalBedrag: String(Math.abs(som)), DebetCredit: som < 0 ? 'C' : 'D' };
}

export function productReferentie({ referentie, vorig }: VolledigeRegel): Groep {
  return { ReferentieNummer: referentie, ...(vorig === undefined ? {} : { VorigReferentieNummer: vorig }) };
}
