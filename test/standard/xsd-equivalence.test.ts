import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { RELEASES } from '../../src/standard/message-types.ts';
import { namespaceOf } from '../../src/standard/namespaces.ts';
import { typesOf, xsdFiles } from '../../src/standard/schema-files.ts';
import { hasShared, SHARED } from '../shared.ts';
import { ESCAPED, REWRITTEN } from './patterns.ts';
import { type RestrictionFacts, readXsd, type XsdFacts } from './read-xsd.ts';

const FILES = RELEASES.flatMap((release) => [...xsdFiles(release)].map(([name, bytes]) => ({ release, name, bytes })));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function rewriteRestriction(facts: RestrictionFacts): RestrictionFacts {
  const patterns = facts.facets['xs:pattern']?.map((pattern) => REWRITTEN[pattern] ?? ESCAPED[pattern] ?? pattern);
  return patterns === undefined ? facts : { ...facts, facets: { ...facts.facets, 'xs:pattern': patterns } };
}

function rewrite(facts: XsdFacts): XsdFacts {
  const map = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
  return {
    ...facts,
    simpleTypes: map(facts.simpleTypes, rewriteRestriction),
    classes: map(facts.classes, (elements) =>
      elements.map((element) =>
        typeof element.type === 'string' ? element : { ...element, type: rewriteRestriction(element.type) },
      ),
    ),
  };
}

describe.skipIf(!hasShared)('our XSDs say what the published ones say (needs ../shared)', () => {
  test.each(FILES)('$release $name', ({ release, name, bytes }) => {
    const published = readFileSync(join(SHARED, `ijw-${release}`, 'xsd', name), 'utf8');
    expect(readXsd(text(bytes), 'basis')).toEqual(rewrite(readXsd(published, 'ijw')));
  });
});

test('every release has an XSD for each of its messages and one basisschema', () => {
  for (const release of RELEASES) {
    expect([...xsdFiles(release).keys()]).toEqual(['basisschema.xsd', ...typesOf(release).map((t) => `${t}.xsd`)]);
  }
});

test.each(FILES)('$release $name names the namespace that the gateway expects', ({ release, name, bytes }) => {
  const type = typesOf(release).find((t) => `${t}.xsd` === name) ?? null;
  const facts = readXsd(text(bytes), 'basis');
  expect(facts.targetNamespace).toBe(namespaceOf(release, type));
  expect(facts.elementFormDefault).toBe('qualified');
  expect(facts.root?.name ?? null).toBe(type === null ? null : 'Bericht');
});

/** Every text of at most `length` characters from the alphabet. */
function* texts(alphabet: readonly string[], length: number): Generator<string> {
  yield '';
  if (length === 0) return;
  for (const rest of texts(alphabet, length - 1)) for (const character of alphabet) yield character + rest;
}

function accepts(pattern: string): (value: string) => boolean {
  using schema = XmlDocument.fromString(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="v"><xs:simpleType>
       <xs:restriction base="xs:string"><xs:pattern value="${pattern}"/></xs:restriction>
     </xs:simpleType></xs:element></xs:schema>`,
  );
  const validator = XsdValidator.fromDoc(schema);
  return (value) => {
    const references = [...value].map((character) => `&#${character.codePointAt(0)};`).join('');
    using document = XmlDocument.fromString(`<v>${references}</v>`);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    }
  };
}

const ALPHABET = [' ', '\t', '\n', '\r', '.', 'a', 'Z', '-', 'é', '\u00a0', '\u2028', '😀'];

test.each(Object.entries(REWRITTEN))('%s and %s accept the same texts', (published, ours) => {
  const [theirs, own] = [accepts(published), accepts(ours)];
  for (const value of new Set(texts(ALPHABET, 3))) expect(own(value), JSON.stringify(value)).toBe(theirs(value));
});

test.each(Object.entries(ESCAPED))('%s and %s differ in the hyphen only', (published, ours) => {
  const [theirs, own] = [accepts(published), accepts(ours)];
  for (const value of new Set(texts(ALPHABET, 3))) {
    expect(own(value), JSON.stringify(value)).toBe(theirs(value) && !value.includes('-'));
  }
});
