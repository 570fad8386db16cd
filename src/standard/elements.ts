import { type BerichtType, RELEASES, type Release } from './message-types.ts';
import { type ModelKind, modelOf } from './model.ts';
import { type PersonalKind, typesOf } from './schema-files.ts';

/** An element of a message with its place: a path of local names from Bericht. */
export interface PlacedElement {
  readonly type: BerichtType;
  readonly release: Release;
  readonly path: string;
  readonly kind: ModelKind;
}

/** Every element of every message of a release, in document order. */
export function elementsOf(release: Release): PlacedElement[] {
  return typesOf(release).flatMap((type) => below(modelOf(release, type).wortel.kinderen, { type, release, path: '' }));
}

function below(kinderen: readonly ModelKind[], at: Omit<PlacedElement, 'kind'>): PlacedElement[] {
  return kinderen.flatMap((kind) => {
    const here = { ...at, path: at.path === '' ? kind.naam : `${at.path}/${kind.naam}` };
    const item = kind.kind === 'list' ? kind.item : kind;
    return [{ ...here, kind }, ...(item.kind === 'group' ? below(item.klasse.kinderen, here) : [])];
  });
}

export interface PersonalElement extends PlacedElement {
  readonly persoonlijk: PersonalKind;
}

/** Where the messages of a release tell of a person, as the schemas say; of a group also what stands in it. */
export function personalElements(release: Release): PersonalElement[] {
  return elementsOf(release).flatMap((element) => {
    const { persoonlijk } = element.kind;
    return persoonlijk === null ? [] : [{ ...element, persoonlijk }];
  });
}

interface Names {
  /** In small letters. */
  readonly all: ReadonlySet<string>;
  readonly berichtklassen: ReadonlySet<string>;
  readonly personal: ReadonlyMap<string, PersonalKind>;
}

let names: Names | undefined;

/** Names of the elements of all messages of all releases; made at first use. */
export function elementNames(): Names {
  if (names !== undefined) return names;
  const elements = RELEASES.flatMap(elementsOf).map(({ kind }) => kind);
  names = {
    all: new Set(['bericht', ...elements.map(({ naam }) => naam.toLowerCase())]),
    berichtklassen: new Set(elements.filter(isBerichtklasse).map(({ naam }) => naam)),
    personal: new Map(elements.flatMap(({ naam, persoonlijk }) => (persoonlijk === null ? [] : [[naam, persoonlijk]]))),
  };
  return names;
}

function isBerichtklasse(kind: ModelKind): boolean {
  const item = kind.kind === 'list' ? kind.item : kind;
  return item.kind === 'group' && item.klasse.isBerichtklasse;
}
