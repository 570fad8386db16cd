import type { Bevinding } from '../../findings/bevinding.ts';
import { begrensd, perRegel } from '../../rules/verslag.ts';

/** Shorter reports are stored as they are, so that a person reads them in the row. */
const KORT = 50;
/** So many findings a list shows of one message. */
const IN_LIJST = 10;

/**
 * A long report as it is stored. Its findings differ in little but numbers: which Prestatie, which amount, which line. So
 * what they have in common stands once, with gaps where the digits stood, and each finding is which one and what fills it.
 */
interface Ingepakt {
  readonly soorten: readonly Soort[];
  readonly plekken: readonly Plek[];
}

interface Soort extends Omit<Bevinding, 'pad' | 'melding' | 'lijn' | 'kolom'> {
  /** The text around the numbers: one piece more than there are numbers. */
  readonly pad: readonly string[] | null;
  readonly melding: readonly string[];
}

/** Index in `soorten`, line, column, and the numbers of pad and melding with spaces between; null: none. */
type Plek = readonly [number, number | null, number | null, string | null];

/** What a list shows of a report. */
export interface VerslagKort {
  readonly aantal: number;
  readonly perRegel: Readonly<Record<string, number>>;
  readonly eerste: readonly Bevinding[];
}

export type VerslagKolom = readonly Bevinding[] | Ingepakt;

export function pakIn(bevindingen: readonly Bevinding[]): VerslagKolom {
  if (bevindingen.length <= KORT) return bevindingen;
  const soorten: Soort[] = [];
  const bekend = new Map<string, number>();
  const plekken = bevindingen.map(({ pad, melding, lijn, kolom, ...rest }): Plek => {
    const [padTekst, padGetallen] = pad === null ? [null, []] : ontleed(pad);
    const [tekst, getallen] = ontleed(melding);
    const soort = { ...rest, pad: padTekst, melding: tekst };
    const sleutel = JSON.stringify(soort);
    let nr = bekend.get(sleutel);
    if (nr === undefined) {
      nr = soorten.push(soort) - 1;
      bekend.set(sleutel, nr);
    }
    const alle = [...padGetallen, ...getallen];
    return [nr, lijn, kolom, alle.length === 0 ? null : alle.join(' ')];
  });
  return { soorten, plekken };
}

/** The findings of a stored report; of one that was written before there was a measure, no more than that. */
export function pakUit(kolom: VerslagKolom): readonly Bevinding[] {
  if (!('soorten' in kolom)) return begrensd(kolom);
  return kolom.plekken.flatMap(([nr, lijn, kolomNr, getallen]) => {
    const soort = kolom.soorten[nr];
    if (soort === undefined) return [];
    const { niveau, regel, retourcode, ernst, meer } = soort;
    const vulling = (getallen ?? '').split(' ').values();
    const pad = soort.pad === null ? null : vul(soort.pad, vulling);
    const melding = vul(soort.melding, vulling);
    const bevinding = { niveau, regel, retourcode, ernst, pad, lijn, kolom: kolomNr, melding };
    return [meer === undefined ? bevinding : { ...bevinding, meer }];
  });
}

/** Null where the report itself is no longer than what a list shows. */
export function kortVerslag(bevindingen: readonly Bevinding[]): VerslagKort | null {
  if (bevindingen.length <= IN_LIJST) return null;
  const telling = perRegel(bevindingen);
  return { aantal: som(telling), perRegel: telling, eerste: bevindingen.slice(0, IN_LIJST) };
}

/** The same for what is read from a row; a long report without one was written by an older build and is cut short here. */
export function leesKort(kort: VerslagKort | null, kolom: VerslagKolom | null): VerslagKort {
  if (kort !== null) return kort;
  const bevindingen = kolom === null ? [] : pakUit(kolom);
  const telling = perRegel(bevindingen);
  return { aantal: som(telling), perRegel: telling, eerste: bevindingen.slice(0, IN_LIJST) };
}

function som(telling: Readonly<Record<string, number>>): number {
  return Object.values(telling).reduce((a, b) => a + b, 0);
}

/** The text between its numbers, and those numbers. */
function ontleed(tekst: string): [string[], string[]] {
  return [tekst.split(/[0-9]+/), tekst.match(/[0-9]+/g) ?? []];
}

function vul(stukken: readonly string[], getallen: Iterator<string>): string {
  return stukken.reduce((tekst, stuk) => `${tekst}${getallen.next().value ?? ''}${stuk}`);
}
