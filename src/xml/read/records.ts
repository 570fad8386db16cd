/**
 * A text taken apart: the markup of each record, and the values that stand in it.
 *
 * A record is an element that a message may hold many of, or the message itself. Messages differ in their values, hardly
 * in their markup: 30,000 prestaties have a handful of markups between them, and the parser need read each only once.
 */
export interface RecordDeel {
  /** Its tags, with `WAARDE` for each value, and for each record within it in an element of that name. */
  readonly opmaak: string;
  /** What stood at each of those places, in order: a text as it was written, or a record. */
  readonly delen: readonly (string | RecordDeel)[];
}

/** Where a value stands in a markup: a character that no file holds. */
export const WAARDE = '\u0000';

/** `<p:naam>`, or `<p:naam/>`: no attributes. */
const TAG = /^<(?:[^\s:/=>]+:)?([^\s:/=>]+)\s*(\/?)>$/;
const SCHUIN = 0x2f;

type TagSoort = 'element' | 'record' | 'leeg' | 'anders';

/**
 * The root element of a text that passed the gate. Null where the markup is not plain (comments, CDATA, instructions,
 * attributes below the root): the parser has to see such a text as a whole.
 *
 * @param wortel local name of the root
 * @param herhaald local names of the elements that are records
 */
export function recordsIn(tekst: string, wortel: string, herhaald: ReadonlySet<string>): RecordDeel | null {
  const begin = tekst.includes('<!') ? null : wortelIn(tekst);
  if (begin === null || begin.naam.slice(begin.naam.indexOf(':') + 1) !== wortel) return null;
  return new Splitser(tekst, herhaald).splits(begin.naam, begin.eind);
}

/** The qualified name of the root, and where its start tag ends; null when that is hard to tell, or it is empty. */
function wortelIn(tekst: string): { readonly naam: string; readonly eind: number } | null {
  const start = tekst.indexOf('<', tekst.startsWith('<?xml') ? tekst.indexOf('?>') : 0);
  const eind = tekst.indexOf('>', start) + 1;
  const tag = tekst.slice(start, eind).replace(/"[^"]*"|'[^']*'/g, '');
  const naam = /^<([^\s/=>?]+)/.exec(tag)?.[1];
  return naam === undefined || /["']|\/>$/.test(tag) ? null : { naam, eind };
}

/** A record that is being read. */
class Opbouw {
  readonly #stukken: string[] = [];
  readonly #delen: (string | RecordDeel)[] = [];
  /** Its tags that are open, its own too. */
  diep = 0;

  tag(tag: string, dieper: number): void {
    this.#stukken.push(tag);
    this.diep += dieper;
  }

  waarde(open: string, deel: string | RecordDeel, dicht: string): void {
    this.#stukken.push(open, WAARDE, dicht);
    this.#delen.push(deel);
  }

  klaar(): RecordDeel {
    return { opmaak: this.#stukken.join(''), delen: this.#delen };
  }
}

class Splitser {
  readonly #tekst: string;
  readonly #herhaald: ReadonlySet<string>;
  readonly #soorten = new Map<string, TagSoort>();

  constructor(tekst: string, herhaald: ReadonlySet<string>) {
    this.#tekst = tekst;
    this.#herhaald = herhaald;
  }

  splits(wortel: string, vanaf: number): RecordDeel | null {
    const tekst = this.#tekst;
    const boven: { readonly open: string; readonly opbouw: Opbouw }[] = [];
    let hier = new Opbouw();
    hier.tag(`<${wortel}>`, 1);
    for (let start = tekst.indexOf('<', vanaf); start !== -1; ) {
      const eind = tekst.indexOf('>', start) + 1;
      const tag = tekst.slice(start, eind);
      // What follows the tag: a value when that ends with an end tag, else blanks.
      const volgende = tekst.indexOf('<', eind);
      start = volgende;
      if (tag.charCodeAt(1) === SCHUIN) {
        hier.tag(tag, -1);
        if (hier.diep > 0) continue;
        const ouder = boven.pop();
        if (ouder === undefined) return hier.klaar();
        ouder.opbouw.waarde(ouder.open, hier.klaar(), tag);
        hier = ouder.opbouw;
        continue;
      }
      const soort = this.#soort(tag);
      if (soort === 'anders') return null;
      if (soort === 'leeg') {
        hier.tag(tag, 0);
      } else if (tekst.charCodeAt(volgende + 1) === SCHUIN) {
        const dicht = tekst.indexOf('>', volgende) + 1;
        hier.waarde(tag, tekst.slice(eind, volgende), tekst.slice(volgende, dicht));
        start = tekst.indexOf('<', dicht);
      } else if (soort === 'record') {
        boven.push({ open: tag, opbouw: hier });
        hier = new Opbouw();
        hier.tag(tag, 1);
      } else {
        hier.tag(tag, 1);
      }
    }
    return null;
  }

  #soort(tag: string): TagSoort {
    let soort = this.#soorten.get(tag);
    if (soort === undefined) {
      const [, naam = '', slot] = TAG.exec(tag) ?? [];
      soort = naam === '' ? 'anders' : slot === '/' ? 'leeg' : this.#herhaald.has(naam) ? 'record' : 'element';
      this.#soorten.set(tag, soort);
    }
    return soort;
  }
}
