/**
 * The package's own schema files, found both from `src/` and from `dist/src/`: the folder with the nearest package.json
 * above this file is the package root. Everything here is read once and kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BERICHT_TYPES, type BerichtType, type Release } from './message-types.ts';
import { MESSAGES } from './messages/index.ts';

function findPackageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the schema loader');
  return findPackageRoot(parent);
}

export const PACKAGE_ROOT = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The parts of JSON Schema, and the annotations for XML, that `schemas/ijw-…` uses. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: 'object' | 'array' | 'string';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly 'x-namespace'?: string;
  readonly 'x-xs'?: XsBasis;
  /** On an element: what it tells of a person, with all that stands in it. */
  readonly 'x-persoonlijk'?: PersonalKind;
  /** On a class: it is a berichtklasse, which rules look at and which carries retourcodes. */
  readonly 'x-klasse'?: boolean;
}

/** `nummer` stands for a person at the gemeente; `vrij` is text in which anything may be told; `zorg` tells of someone's health. */
export type PersonalKind = 'naam' | 'adres' | 'geboorte' | 'contact' | 'zorg' | 'bsn' | 'nummer' | 'vrij';

/** The built-in XML Schema types that the standard builds on. */
export type XsBasis = 'string' | 'integer' | 'date' | 'time';

/** The message types of a release, in the order of their numbers. */
export function typesOf(release: Release): readonly BerichtType[] {
  return BERICHT_TYPES.filter((type) => MESSAGES[type].releases.includes(release));
}

const schemas = new Map<string, JsonSchema>();
const xsds = new Map<Release, ReadonlyMap<string, Uint8Array>>();

/** The JSON Schema of a message, or of the shared types with `basis`. Throws when the release has no such message. */
export function jsonSchema(release: Release, name: BerichtType | 'basis'): JsonSchema {
  const path = join(PACKAGE_ROOT, 'schemas', `ijw-${release}`, `${name}.schema.json`);
  const known = schemas.get(path);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(path, 'utf8')) as JsonSchema;
  schemas.set(path, schema);
  return schema;
}

/** All XSDs of a release by file name: `basisschema.xsd` and `<type>.xsd`. The first is imported by all others. */
export function xsdFiles(release: Release): ReadonlyMap<string, Uint8Array> {
  const known = xsds.get(release);
  if (known !== undefined) return known;
  const folder = join(PACKAGE_ROOT, 'schemas', `ijw-${release}`, 'xsd');
  const names = ['basisschema.xsd', ...typesOf(release).map((type) => `${type}.xsd`)];
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  xsds.set(release, files);
  return files;
}
