import type { LeafCheck } from '../../standard/leaf-check.ts';
import type { BerichtModel, Blad, GroepKind, ModelKlasse, Naamruimte } from '../../standard/model.ts';

/** A class of the model as one sender writes it: its tags as they stand in the text, prefix and all. */
export interface ClassTable {
  readonly kinderen: readonly KindRow[];
}

export interface KindRow {
  readonly naam: string;
  readonly open: string;
  readonly dicht: string;
  readonly verplicht: boolean;
  readonly lijst: boolean;
  /** Null: it holds elements, by `groep`. */
  readonly past: LeafCheck | null;
  /** XML Schema drops the blanks around the value. */
  readonly zonderRand: boolean;
  readonly groep: ClassTable | null;
}

export type Prefixes = Readonly<Record<Naamruimte, string>>;

/** More ways of writing prefixes than a region has senders; the oldest goes. */
const MOST = 200;
const tables = new WeakMap<BerichtModel, Map<string, ClassTable>>();

/** The table of the root class; made once for each pair of prefixes. */
export function classTable(model: BerichtModel, prefixes: Prefixes): ClassTable {
  const key = `${prefixes.bericht} ${prefixes.basis}`;
  const known = tables.get(model) ?? new Map<string, ClassTable>();
  tables.set(model, known);
  const table = known.get(key);
  if (table !== undefined) return table;
  for (const [oldest] of known.size < MOST ? [] : known) {
    known.delete(oldest);
    break;
  }
  const made = tableOf(model.wortel, prefixes, new Map());
  known.set(key, made);
  return made;
}

function tableOf(klasse: ModelKlasse, prefixes: Prefixes, made: Map<ModelKlasse, ClassTable>): ClassTable {
  const known = made.get(klasse);
  if (known !== undefined) return known;
  const kinderen = klasse.kinderen.map((kind): KindRow => {
    const item: Blad | GroepKind = kind.kind === 'list' ? kind.item : kind;
    const tag = `${prefixes[kind.namespace]}${kind.naam}`;
    const leaf = item.kind === 'leaf';
    return {
      naam: kind.naam,
      open: `<${tag}>`,
      dicht: `</${tag}>`,
      verplicht: kind.verplicht,
      lijst: kind.kind === 'list',
      past: leaf ? item.fits : null,
      zonderRand: leaf && item.basis !== 'string',
      groep: leaf ? null : tableOf(item.klasse, prefixes, made),
    };
  });
  const table = { kinderen };
  made.set(klasse, table);
  return table;
}
