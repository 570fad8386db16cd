/** From the markup of a record to what makes its object: read once by the parser, kept, and filled with values each time. */
import type { Blad, ModelKind, ModelKlasse } from '../../standard/model.ts';
import type { Groep, Waarde } from '../tree.ts';
import { ontleedTekst, type Ruw, waardeUit } from './parser.ts';
import { type RecordDeel, WAARDE } from './records.ts';

type Deel = RecordDeel['delen'][number];
type Maker<T> = (delen: readonly Deel[]) => T;
/** How to come from what the parser has for an element without children to what stands in it. */
type Inhoud = (tekst: string) => Maker<Deel>;

/** Bounds of the cache of markups: every sender's way of writing fits, and made-up markup cannot fill memory. */
const MEESTE_VORMEN = 2_000;
const LANGSTE_VORM = 20_000;

const vormen = new Map<string, WeakMap<ModelKlasse, Maker<Groep>>>();

/** The object of a record of this class. Throws on a record that is not valid: never passed the gate. */
export function groepUit({ opmaak, delen }: RecordDeel, klasse: ModelKlasse): Groep {
  const makers = vormen.get(opmaak) ?? nieuweVorm(opmaak);
  let maker = makers.get(klasse);
  if (maker === undefined) {
    maker = groepMaker(genummerd(opmaak), klasse, opNummer);
    makers.set(klasse, maker);
  }
  return maker(delen);
}

/** The same of a text that was not taken apart: the parser reads it whole. */
export function groepUitGeheel(tekst: string, wortel: string, klasse: ModelKlasse): Groep {
  return groepMaker(ontleedTekst(tekst, wortel), klasse, letterlijk)([]);
}

function nieuweVorm(opmaak: string): WeakMap<ModelKlasse, Maker<Groep>> {
  const makers = new WeakMap<ModelKlasse, Maker<Groep>>();
  if (opmaak.length > LANGSTE_VORM) return makers;
  for (const [oudste] of vormen.size < MEESTE_VORMEN ? [] : vormen) {
    vormen.delete(oudste);
    break;
  }
  vormen.set(opmaak, makers);
  return makers;
}

/** What the parser makes of the markup, with for each value its number. */
function genummerd(opmaak: string): Ruw {
  let nummer = 0;
  return ontleedTekst(opmaak.replaceAll(WAARDE, () => String(nummer++)));
}

const letterlijk: Inhoud = (tekst) => () => tekst;

/** An empty element has no number. */
const opNummer: Inhoud = (nummer) => {
  const plaats = Number(nummer);
  return (delen) => {
    const deel = nummer === '' ? '' : (delen[plaats] ?? '');
    return typeof deel === 'string' ? waardeUit(deel) : deel;
  };
};

function groepMaker(ruw: Ruw, klasse: ModelKlasse, inhoud: Inhoud): Maker<Groep> {
  if (typeof ruw === 'string') {
    // A record; or an element without any child: nothing, or the blanks in it.
    const maker = inhoud(ruw);
    return (delen) => {
      const deel = maker(delen);
      return typeof deel === 'string' ? {} : groepUit(deel, klasse);
    };
  }
  const velden = klasse.kinderen.flatMap((kind) => {
    const waarde = ruw[kind.naam];
    return waarde === undefined ? [] : [{ naam: kind.naam, maker: waardeMaker(waarde, kind, inhoud) }];
  });
  return (delen) => {
    const groep: Record<string, Waarde> = {};
    for (const { naam, maker } of velden) groep[naam] = maker(delen);
    return groep;
  };
}

function waardeMaker(ruw: Ruw | readonly Ruw[], kind: ModelKind, inhoud: Inhoud): Maker<Waarde> {
  if (kind.kind === 'list') {
    const { item } = kind;
    const items = Array.isArray(ruw) ? (ruw as readonly Ruw[]) : [ruw as Ruw];
    if (item.kind === 'leaf') {
      const bladen = items.map((een) => bladMaker(een, item, inhoud));
      return (delen) => bladen.map((maker) => maker(delen));
    }
    const groepen = items.map((een) => groepMaker(een, item.klasse, inhoud));
    return (delen) => groepen.map((maker) => maker(delen));
  }
  if (Array.isArray(ruw)) throw new Error(`${kind.naam} stands more than once: not a message from the gate`);
  return kind.kind === 'leaf' ? bladMaker(ruw as Ruw, kind, inhoud) : groepMaker(ruw as Ruw, kind.klasse, inhoud);
}

/** The text of a value; around dates and numbers without the blanks that XML Schema drops there. */
function bladMaker(ruw: Ruw, { naam, basis }: Blad, inhoud: Inhoud): Maker<string> {
  const elementen = () => new Error(`${naam} holds elements: not a message from the gate`);
  if (typeof ruw !== 'string') throw elementen();
  const maker = inhoud(ruw);
  return (delen) => {
    const waarde = maker(delen);
    if (typeof waarde !== 'string') throw elementen();
    return basis === 'string' ? waarde : zonderRand(waarde);
  };
}

function zonderRand(waarde: string): string {
  return /[ \t\n\r]/.test(waarde) ? waarde.replace(/[ \t\n\r]+/g, ' ').trim() : waarde.trim();
}
