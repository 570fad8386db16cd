/**
 * Where each element stands in a file: from a location path to the line and column of its start tag.
 *
 * One pass over the bytes. Lines end at LF; columns count characters (code points) from 1, not bytes. libxml2 keeps lines
 * in 16 bits and has no columns, so every position in a report comes from here, also above line 65,535.
 */
import type { Bevinding } from '../../findings/bevinding.ts';
import { naamEindVan, scan } from '../scan.ts';

export interface Plaats {
  readonly lijn: number;
  readonly kolom: number;
}
export interface Plek extends Plaats {
  /** As in Bevinding.pad. */
  readonly pad: string;
}

export interface Posities {
  /** The place of an element by its path (see Bevinding.pad; `[1]` on an element without siblings is fine too). */
  at(pad: string): Plaats | null;
  /** The same for a path as libxml2 writes it: qualified names, and `*[n]` for an element in a default namespace. */
  vanXPath(xpath: string): Plek | null;
}

/** The children of one element, by number in document order, under each name that a path may call them. */
interface Kinderen {
  readonly alle: number[];
  readonly lokaal: Map<string, number[]>;
  readonly gekwalificeerd: Map<string, number[]>;
}

const GEEN = -1;
const LF = 0x0a;
const STAP = /^(.+?)(?:\[(\d+)\])?$/;

/** Paths of `vanXPath` name elements whose name may be shown by that name, others by their place: `*[n]`. */
export function positions(bytes: Uint8Array, magNoemen: (naam: string) => boolean = () => true): Posities {
  return new PositieIndex(bytes, magNoemen);
}

/**
 * Findings with the line and column of their element filled in, for those that have a path and no place yet. The index
 * is made only when one of them asks for it. An element that is missing gets the place of what should have held it.
 */
export function metPositie(bevindingen: readonly Bevinding[], bytes: Uint8Array): Bevinding[] {
  const zoekt = (b: Bevinding) => b.pad !== null && b.lijn === null;
  if (!bevindingen.some(zoekt)) return [...bevindingen];
  const posities = positions(bytes);
  return bevindingen.map((bevinding) => {
    if (!zoekt(bevinding)) return bevinding;
    for (let pad = bevinding.pad ?? ''; pad !== ''; pad = pad.slice(0, pad.lastIndexOf('/'))) {
      const plaats = posities.at(pad);
      if (plaats !== null) return { ...bevinding, ...plaats };
    }
    return bevinding;
  });
}

function lokaleNaam(naam: string): string {
  return naam.slice(naam.indexOf(':') + 1);
}

function bij(verzameling: Map<string, number[]>, naam: string, element: number): number {
  const lijst = verzameling.get(naam);
  if (lijst === undefined) verzameling.set(naam, [element]);
  else lijst.push(element);
  return lijst?.length ?? 1;
}

class PositieIndex implements Posities {
  // One entry per element in document order; element 0 stands for the document itself, above the root.
  readonly #ouder: number[] = [GEEN];
  readonly #eersteKind: number[] = [GEEN];
  readonly #volgende: number[] = [GEEN];
  readonly #naam: string[] = [''];
  readonly #lijn: number[] = [0];
  readonly #kolom: number[] = [0];
  /** Which of its siblings of the same local name an element is; known once #kinderenVan saw its parent. */
  readonly #rang: Int32Array;
  readonly #kinderen = new Map<number, Kinderen>();

  readonly #magNoemen: (naam: string) => boolean;

  constructor(bytes: Uint8Array, magNoemen: (naam: string) => boolean) {
    this.#magNoemen = magNoemen;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const cursor = new Cursor(bytes);
    // One string for a name, however often it stands there.
    const namen = new Map<string, string>();
    const diepte: { element: number; laatste: number }[] = [{ element: 0, laatste: GEEN }];
    scan(bytes, {
      open: (start, _eind, leeg) => {
        cursor.naar(start);
        const ouder = diepte[diepte.length - 1] ?? { element: 0, laatste: GEEN };
        const element = this.#ouder.length;
        this.#ouder.push(ouder.element);
        this.#eersteKind.push(GEEN);
        this.#volgende.push(GEEN);
        const naam = buffer.toString('utf8', start + 1, naamEindVan(bytes, start));
        const bekend = namen.get(naam);
        if (bekend === undefined) namen.set(naam, naam);
        this.#naam.push(bekend ?? naam);
        this.#lijn.push(cursor.lijn);
        this.#kolom.push(cursor.kolom);
        if (ouder.laatste === GEEN) this.#eersteKind[ouder.element] = element;
        else this.#volgende[ouder.laatste] = element;
        ouder.laatste = element;
        if (!leeg) diepte.push({ element, laatste: GEEN });
        return undefined;
      },
      sluit: () => {
        if (diepte.length > 1) diepte.pop();
        return undefined;
      },
    });
    this.#rang = new Int32Array(this.#ouder.length);
  }

  at(pad: string): Plaats | null {
    const element = this.#zoek(pad, (kinderen, naam) => (naam === '*' ? kinderen.alle : kinderen.lokaal.get(naam)));
    return element === null ? null : this.#plaats(element);
  }

  vanXPath(xpath: string): Plek | null {
    const element = this.#zoek(xpath, (kinderen, naam) =>
      naam === '*' ? kinderen.alle : kinderen.gekwalificeerd.get(naam),
    );
    return element === null ? null : { pad: this.#pad(element), ...this.#plaats(element) };
  }

  #zoek(pad: string, kies: (kinderen: Kinderen, naam: string) => number[] | undefined): number | null {
    let hier = 0;
    for (const stap of pad.split('/').slice(1)) {
      const [, naam = '', nummer = '1'] = STAP.exec(stap) ?? [];
      const kind = kies(this.#kinderenVan(hier), naam)?.[Number(nummer) - 1];
      if (kind === undefined) return null;
      hier = kind;
    }
    return hier === 0 ? null : hier;
  }

  #pad(element: number): string {
    const ouder = this.#ouder[element] ?? GEEN;
    if (ouder === GEEN) return '';
    const naam = lokaleNaam(this.#naam[element] ?? '');
    if (!this.#magNoemen(naam)) {
      return `${this.#pad(ouder)}/*[${this.#kinderenVan(ouder).alle.indexOf(element) + 1}]`;
    }
    const broers = this.#kinderenVan(ouder).lokaal.get(naam)?.length ?? 1;
    return `${this.#pad(ouder)}/${naam}${broers > 1 ? `[${this.#rang[element] || 1}]` : ''}`;
  }

  #kinderenVan(ouder: number): Kinderen {
    const bekend = this.#kinderen.get(ouder);
    if (bekend !== undefined) return bekend;
    const kinderen: Kinderen = { alle: [], lokaal: new Map(), gekwalificeerd: new Map() };
    for (let kind = this.#eersteKind[ouder] ?? GEEN; kind !== GEEN; kind = this.#volgende[kind] ?? GEEN) {
      const naam = this.#naam[kind] ?? '';
      kinderen.alle.push(kind);
      bij(kinderen.gekwalificeerd, naam, kind);
      this.#rang[kind] = bij(kinderen.lokaal, lokaleNaam(naam), kind);
    }
    this.#kinderen.set(ouder, kinderen);
    return kinderen;
  }

  #plaats(element: number): Plaats {
    return { lijn: this.#lijn[element] ?? 0, kolom: this.#kolom[element] ?? 0 };
  }
}

/** Counts lines and characters while it moves forward through the bytes. */
export class Cursor {
  lijn = 1;
  kolom = 1;
  #plek = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  naar(plek: number): void {
    let kolom = this.kolom;
    for (let i = this.#plek; i < plek; i++) {
      const byte = this.#bytes[i] ?? 0;
      if (byte === LF) {
        this.lijn++;
        kolom = 1;
      } else if ((byte & 0xc0) !== 0x80) kolom++;
    }
    this.kolom = kolom;
    this.#plek = plek;
  }
}
