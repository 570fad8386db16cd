/**
 * Message object → bytes: UTF-8 without BOM, CR/LF, the prefixes that are custom (`jw301`, `ijw`), order and namespaces
 * from the model (OP192).
 *
 * xmlbuilder2 makes a fragment per record: a class that holds no repeated classes. The tags around the records are
 * written here, for one tree of a large answer would take gigabytes.
 */
import type { BerichtModel, Blad, GroepKind, ModelKind, ModelKlasse } from '../../standard/model.ts';
import { modelOf } from '../../standard/model.ts';
import { gate } from '../gate/gate.ts';
import { GRENZEN } from '../gate/poort-meldingen.ts';
import type { Bericht, Groep, Waarde } from '../tree.ts';
import { fragment, INSPRING, type Knoop } from './fragment.ts';

const DECLARATIE = '<?xml version="1.0" encoding="UTF-8"?>';

/** What stands between two elements. No value is made of nothing but blanks: the schemas do not have such values. */
const MARGE = />\r\n *</g;

/** The characters that XML can hold (XML 1.0, production 2): no control characters, no halves of a surrogate pair. */
const XML_TEKENS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * The message as it goes out, in pieces. Throws (a bug of the composer) on an element that the model does not know, one
 * that is missing and a character that XML cannot hold. Whether the values fit the schema is for `writeChecked` to see.
 */
export function* schrijf(bericht: Bericht): Generator<string> {
  const model = modelOf(bericht.release, bericht.type);
  const eigen = bericht.type.toLowerCase();
  yield `${DECLARATIE}\r\n`;
  yield `<${eigen}:Bericht xmlns:ijw="${model.namespaces.basis}" xmlns:${eigen}="${model.namespaces.bericht}">\r\n`;
  yield* new Schrijver(model).kinderen(bericht.inhoud, model.wortel, 1);
  yield `</${eigen}:Bericht>\r\n`;
}

/** Indented, unless it is then too large for transport (OP179). */
export function writeBericht(bericht: Bericht): Uint8Array {
  const tekst = [...schrijf(bericht)].join('');
  const bytes = new TextEncoder().encode(tekst);
  return bytes.length <= GRENZEN.bytes ? bytes : new TextEncoder().encode(tekst.replaceAll(MARGE, '><'));
}

/**
 * `writeBericht`, held to the gate that others must pass too, but for its size: what answers thirty thousand refused lines
 * may be larger than what it answers, and an answer that is too large for transport is better than none. Throws when we
 * made a message that is not valid.
 */
export function writeChecked(bericht: Bericht): Uint8Array {
  const bytes = writeBericht(bericht);
  const uitkomst = gate(bytes, Number.POSITIVE_INFINITY);
  if (uitkomst.kind === 'refused') {
    // Codes and paths only: the sentences may hold values.
    const waar = uitkomst.bevindingen.slice(0, 10).map(({ regel, pad }) => `${regel} ${pad ?? '-'}`);
    throw new Error(`Composed ${bericht.type} ${bericht.release} does not pass the gate: ${waar.join('; ')}`);
  }
  return bytes;
}

class Schrijver {
  readonly #prefix: Readonly<Record<'bericht' | 'basis', string>>;

  constructor(model: BerichtModel) {
    this.#prefix = { bericht: model.type.toLowerCase(), basis: 'ijw' };
  }

  *kinderen(groep: Groep, klasse: ModelKlasse, diepte: number): Generator<string> {
    for (const [kind, waarde] of gevuld(groep, klasse)) {
      const item = kind.kind === 'list' ? kind.item : kind;
      for (const een of alsLijst(waarde, kind)) yield* this.#element(een, item, diepte);
    }
  }

  *#element(waarde: string | Groep, kind: Blad | GroepKind, diepte: number): Generator<string> {
    const naam = this.#naam(kind);
    if (typeof waarde === 'string' || kind.kind === 'leaf' || !heeftLijst(waarde, kind.klasse)) {
      yield fragment(naam, this.#knoop(waarde, kind), diepte);
      return;
    }
    const marge = INSPRING.repeat(diepte);
    yield `${marge}<${naam}>\r\n`;
    yield* this.kinderen(waarde, kind.klasse, diepte + 1);
    yield `${marge}</${naam}>\r\n`;
  }

  #knoop(waarde: string | Groep, kind: Blad | GroepKind): Knoop {
    if (kind.kind === 'leaf') {
      if (typeof waarde !== 'string') throw new Error(`${kind.naam} takes a value, not elements`);
      if (!XML_TEKENS.test(waarde)) throw new Error(`${kind.naam} holds a character that XML cannot hold`);
      return waarde;
    }
    if (typeof waarde === 'string') throw new Error(`${kind.naam} takes elements, not a value`);
    const knoop: { [naam: string]: Knoop } = {};
    for (const [onder, inhoud] of gevuld(waarde, kind.klasse)) {
      const item = onder.kind === 'list' ? onder.item : onder;
      const knopen = alsLijst(inhoud, onder).map((een) => this.#knoop(een, item));
      const [enige] = knopen;
      knoop[this.#naam(item)] = knopen.length === 1 && enige !== undefined ? enige : knopen;
    }
    return knoop;
  }

  #naam(kind: ModelKind): string {
    return `${this.#prefix[kind.namespace]}:${kind.naam}`;
  }
}

/** The children that are there, in the model's order. */
function gevuld(groep: Groep, klasse: ModelKlasse): [ModelKind, Waarde][] {
  for (const naam of Object.keys(groep)) {
    if (groep[naam] !== undefined && !klasse.kind.has(naam)) throw new Error(`${klasse.naam} has no element ${naam}`);
  }
  return klasse.kinderen.flatMap((kind): [ModelKind, Waarde][] => {
    const waarde = groep[kind.naam];
    if (waarde !== undefined && !(Array.isArray(waarde) && waarde.length === 0)) return [[kind, waarde]];
    if (kind.verplicht) throw new Error(`${klasse.naam} lacks ${kind.naam}`);
    return [];
  });
}

function alsLijst(waarde: Waarde, kind: ModelKind): readonly (string | Groep)[] {
  if (Array.isArray(waarde) !== (kind.kind === 'list')) {
    throw new Error(`${kind.naam} is ${kind.kind === 'list' ? '' : 'not '}a list in the model`);
  }
  return Array.isArray(waarde) ? (waarde as readonly (string | Groep)[]) : [waarde as string | Groep];
}

/** Whether repeated classes lie anywhere below: then the element is no record of itself. */
function heeftLijst(groep: Groep, klasse: ModelKlasse): boolean {
  return klasse.kinderen.some((kind) => {
    const waarde = groep[kind.naam];
    if (waarde === undefined || typeof waarde === 'string') return false;
    if (kind.kind === 'list') return kind.item.kind === 'group';
    return kind.kind === 'group' && heeftLijst(waarde as Groep, kind.klasse);
  });
}
