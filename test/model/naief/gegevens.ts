import type { Heen, HeenBericht, Prestatie, Toegewezen } from '../bericht.ts';

interface Tussen {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Which message brought it. */
  readonly bericht: string;
}
interface VanClient extends Tussen {
  readonly bsn: string;
}

/** One version of a toewijzing; those of one toewijzing share their sleutel. */
export interface Versie extends Toegewezen, VanClient {
  readonly sleutel: string;
  readonly signaalbudget: string;
  /** The aanbieder has not accepted it yet. */
  readonly voorlopig: boolean;
}
export const isVerwijderd = (v: Pick<Versie, 'reden' | 'begin' | 'einde'>) =>
  v.reden === '13' || (v.reden === '01' && v.begin === v.einde);

export interface Regie extends VanClient {
  readonly soort: 'start' | 'stop';
  readonly nummer: number | null;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly reden: string;
}
/** Starts and stops of one delivery belong together; without a number the product and its begin tell which. */
export const levering = ({ gemeente, aanbieder, bsn, nummer, code, begin }: Regie) =>
  [gemeente, aanbieder, bsn, nummer ?? `${code} van ${begin}`].join(' ');
/** The reason is in the key since 3.2. */
export const regieSleutel = (release: string) => (r: Regie) =>
  [r.soort, levering(r), r.code, r.begin, r.einde, release === '2.3' ? '-' : r.reden].join(' ');

export interface VerzoekRegel extends VanClient {
  readonly soort: 'VOT' | 'VOW';
  readonly referentie: string;
}
export interface Verzoek extends VerzoekRegel {
  readonly stand: 'open' | 'onderzoek' | 'toegewezen' | 'afgewezen';
  /** JW319 messages on it. */
  readonly antwoorden: number;
  readonly regel: VerzoekRegel;
}
export const isOpen = (v: Verzoek) => v.stand === 'open' || v.stand === 'onderzoek';

export interface Besluit {
  readonly over: VerzoekRegel;
  readonly soort: 'onderzoek' | 'toegewezen' | 'afgewezen';
  /** The JW301 or JW319 that said so. */
  readonly bericht: string;
  readonly isJw319: boolean;
}

export interface DeclaratieRegel extends Tussen {
  readonly nummer: string;
  readonly begin: string;
  readonly release: string;
}
/** A line that was taken up, or in iJW 2.3 a refused debet. */
export interface Geboekt extends Prestatie, VanClient {
  /** The sleutel of the toewijzing that it counts on. */
  readonly op: string | null;
  readonly stand: 'toegekend' | 'voorlopig' | 'afgewezen';
}

/** A message that was judged, or that the gateway composed. */
export interface Bericht extends Omit<Heen, 'release'>, Tussen {
  readonly release: string;
  readonly type: string;
  readonly heen: HeenBericht | null;
  /** It went on to whom it was for. */
  readonly bezorgd: boolean;
}
/** What an own system said of a message, and of the lines that it listed: what is granted of them. */
export interface Oordeel {
  readonly op: string;
  readonly aanvaard: boolean;
  readonly vermeld: ReadonlyMap<string, number>;
}
