/**
 * The model of a message: per class its children in document order, with what XML needs to know of each. Derived at
 * first use from the JSON Schemas and kept. The reader uses it for lists and blanks, the writer for order and namespace.
 */
import { type LeafCheck, leafCheck } from './leaf-check.ts';
import type { BerichtType, Release } from './message-types.ts';
import { namespaceOf } from './namespaces.ts';
import { type JsonSchema, jsonSchema, type PersonalKind, type XsBasis } from './schema-files.ts';

export type { XsBasis } from './schema-files.ts';

/** Children of a message's own classes stand in its namespace, those of the shared classes (CDT_…) in the basisschema. */
export type Naamruimte = 'bericht' | 'basis';

interface Kind {
  readonly naam: string;
  readonly namespace: Naamruimte;
  readonly verplicht: boolean;
  /** Type name in the schema: `LDT_Datum`, `CDT_Omvang`, `ToegewezenProduct`. */
  readonly typeNaam: string;
  /** What it tells of a person; null when nothing that must be hidden. */
  readonly persoonlijk: PersonalKind | null;
}

/** An element with a text value. XML Schema drops the blanks around all but strings. */
export interface Blad extends Kind {
  readonly kind: 'leaf';
  readonly basis: XsBasis;
  /** Whether a value fits its type, and what narrows that type here. */
  readonly fits: LeafCheck;
}

/** An element with child elements, at most once. */
export interface GroepKind extends Kind {
  readonly kind: 'group';
  readonly klasse: ModelKlasse;
}

/** An element that may be repeated; `item` is what each of them is. */
export interface LijstKind extends Kind {
  readonly kind: 'list';
  readonly item: Blad | GroepKind;
}

export type ModelKind = Blad | GroepKind | LijstKind;

export interface ModelKlasse {
  readonly naam: string;
  /** Rules look at it, and it carries retourcodes in an answer. */
  readonly isBerichtklasse: boolean;
  /** In document order, as XML wants them. */
  readonly kinderen: readonly ModelKind[];
  /** The same by local name. */
  readonly kind: ReadonlyMap<string, ModelKind>;
}

export interface BerichtModel {
  readonly type: BerichtType;
  readonly release: Release;
  readonly namespaces: Readonly<Record<Naamruimte, string>>;
  /** The root element `Bericht`, itself in the namespace of the message. */
  readonly wortel: ModelKlasse;
  /** Names of the elements with child elements that may be repeated. */
  readonly herhaald: ReadonlySet<string>;
}

interface Herkomst {
  readonly schema: JsonSchema;
  readonly namespace: Naamruimte;
}

/** Builds the classes of one message; each class once, so that equal types are the same object. */
class ModelBouwer {
  readonly #bericht: JsonSchema;
  readonly #basis: JsonSchema;
  readonly #klassen = new Map<JsonSchema, ModelKlasse>();

  constructor(bericht: JsonSchema, basis: JsonSchema) {
    this.#bericht = bericht;
    this.#basis = basis;
  }

  klasse(naam: string, { schema, namespace }: Herkomst): ModelKlasse {
    const bekend = this.#klassen.get(schema);
    if (bekend !== undefined) return bekend;
    const verplicht = new Set(schema.required);
    const kinderen = Object.entries(schema.properties ?? {}).map(([kind, waarde]) =>
      this.#kind(kind, waarde, verplicht.has(kind), namespace),
    );
    const isBerichtklasse = schema['x-klasse'] === true;
    const klasse: ModelKlasse = {
      naam,
      isBerichtklasse,
      kinderen,
      kind: new Map(kinderen.map((kind) => [kind.naam, kind])),
    };
    this.#klassen.set(schema, klasse);
    return klasse;
  }

  #kind(naam: string, schema: JsonSchema, verplicht: boolean, namespace: Naamruimte): ModelKind {
    if (schema.items === undefined) return this.#enkel(naam, schema, verplicht, namespace);
    const item = this.#enkel(naam, schema.items, verplicht, namespace);
    const persoonlijk = schema['x-persoonlijk'] ?? null;
    return { kind: 'list', naam, namespace, verplicht, typeNaam: item.typeNaam, persoonlijk, item };
  }

  #enkel(naam: string, schema: JsonSchema, verplicht: boolean, namespace: Naamruimte): Blad | GroepKind {
    const [typeNaam, herkomst] = this.#zoek(schema, namespace);
    const eigen = { naam, namespace, verplicht, typeNaam, persoonlijk: schema['x-persoonlijk'] ?? null };
    if (herkomst.schema.properties !== undefined) {
      return { kind: 'group', ...eigen, klasse: this.klasse(typeNaam, herkomst) };
    }
    return { kind: 'leaf', ...eigen, basis: this.#xsBasis(herkomst), fits: this.#fits(schema, namespace) };
  }

  /** A restriction in place (BerichtCode) points at the type that it narrows. */
  #xsBasis({ schema, namespace }: Herkomst): XsBasis {
    return schema['x-xs'] ?? this.#xsBasis(this.#zoek(schema, namespace)[1]);
  }

  /** Of an element: what stands with it, and of its type, each once. */
  #fits(schema: JsonSchema, namespace: Naamruimte): LeafCheck {
    const keten = [schema];
    for (let hier: Herkomst = { schema, namespace }; hier.schema.$ref !== undefined; ) {
      hier = this.#zoek(hier.schema, hier.namespace)[1];
      keten.push(hier.schema);
    }
    return leafCheck(keten);
  }

  #zoek(schema: JsonSchema, namespace: Naamruimte): [string, Herkomst] {
    const [bestand, naam] = (schema.$ref ?? '').split('#/$defs/');
    const waar: Naamruimte = bestand === '' ? namespace : 'basis';
    const gevonden = (waar === 'basis' ? this.#basis : this.#bericht).$defs?.[naam ?? ''];
    if (naam === undefined || gevonden === undefined)
      throw new Error(`Schema reference without target: ${schema.$ref}`);
    return [naam, { schema: gevonden, namespace: waar }];
  }
}

const modellen = new Map<string, BerichtModel>();

/** The model of a message. Throws when the release has no such message (see `MESSAGES[type].releases`). */
export function modelOf(release: Release, type: BerichtType): BerichtModel {
  const sleutel = `${release} ${type}`;
  const bekend = modellen.get(sleutel);
  if (bekend !== undefined) return bekend;
  const bericht = jsonSchema(release, type);
  const wortel = new ModelBouwer(bericht, jsonSchema(release, 'basis')).klasse('Bericht', {
    schema: bericht,
    namespace: 'bericht',
  });
  const namespaces = { bericht: namespaceOf(release, type), basis: namespaceOf(release, null) };
  const model: BerichtModel = { type, release, namespaces, wortel, herhaald: herhaaldIn(wortel) };
  modellen.set(sleutel, model);
  return model;
}

function herhaaldIn({ kinderen }: ModelKlasse, namen: Set<string> = new Set()): ReadonlySet<string> {
  for (const kind of kinderen) {
    const element = kind.kind === 'list' ? kind.item : kind;
    if (element.kind === 'leaf') continue;
    if (kind.kind === 'list') namen.add(kind.naam);
    herhaaldIn(element.klasse, namen);
  }
  return namen;
}
