/** An XSD of the standard as plain facts, so that two of them can be compared whatever their prefixes and layout. */
import { XMLParser } from 'fast-xml-parser';

export interface ElementFacts {
  readonly name: string;
  readonly min: string;
  readonly max: string;
  /** `basis:LDT_Datum`, `bericht:Client`, or the facts of a restriction in place. */
  readonly type: string | RestrictionFacts;
}

export interface RestrictionFacts {
  readonly base: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

export interface XsdFacts {
  readonly targetNamespace: string;
  readonly elementFormDefault: string;
  readonly root: ElementFacts | null;
  readonly classes: Readonly<Record<string, readonly ElementFacts[]>>;
  readonly simpleTypes: Readonly<Record<string, RestrictionFacts>>;
}

interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: true,
});

type Raw = Readonly<Record<string, unknown>>;

function nodesOf(raw: readonly Raw[]): Node[] {
  return raw.flatMap((entry) => {
    const tag = Object.keys(entry).find((key) => key.startsWith('xs:'));
    if (tag === undefined || tag === 'xs:annotation') return [];
    const attributes = (entry[':@'] ?? {}) as Record<string, string>;
    return [{ tag, attributes, children: nodesOf(entry[tag] as readonly Raw[]) }];
  });
}

const named = (nodes: readonly Node[], tag: string): Node[] => nodes.filter((node) => node.tag === tag);

function only(nodes: readonly Node[], tag: string): Node {
  const [first, ...more] = nodes;
  if (first?.tag !== tag || more.length > 0) throw new Error(`expected one ${tag}, saw ${nodes.map((n) => n.tag)}`);
  return first;
}

/** The published files call the type of the root element Root, ours Bericht. */
function typeName(qualified: string, basisPrefix: string): string {
  const [prefix = '', name = ''] = qualified.split(':');
  if (prefix === 'xs') return qualified;
  return prefix === basisPrefix ? `basis:${name}` : `bericht:${name === 'Root' ? 'Bericht' : name}`;
}

function restriction(simpleType: Node, basisPrefix: string): RestrictionFacts {
  const node = only(simpleType.children, 'xs:restriction');
  const facets: Record<string, string[]> = {};
  for (const facet of node.children) {
    const values = facets[facet.tag] ?? [];
    values.push(facet.attributes.value ?? '');
    facets[facet.tag] = values;
  }
  return { base: typeName(node.attributes.base ?? '', basisPrefix), facets };
}

function element(node: Node, basisPrefix: string): ElementFacts {
  const { name = '', type, minOccurs: min = '1', maxOccurs: max = '1', ...rest } = node.attributes;
  if (Object.keys(rest).length > 0) throw new Error(`unexpected attributes on ${name}: ${Object.keys(rest)}`);
  const facts = type === undefined ? restriction(only(node.children, 'xs:simpleType'), basisPrefix) : null;
  return { name, min, max, type: facts ?? typeName(type ?? '', basisPrefix) };
}

function classOf(complexType: Node, basisPrefix: string): ElementFacts[] {
  return only(complexType.children, 'xs:sequence').children.map((child) => {
    if (child.tag !== 'xs:element') throw new Error(`unexpected ${child.tag} in a sequence`);
    return element(child, basisPrefix);
  });
}

/** `basisPrefix` is the prefix that the file binds to the namespace of the basisschema. */
export function readXsd(text: string, basisPrefix: string): XsdFacts {
  const schema = only(named(nodesOf(parser.parse(text) as readonly Raw[]), 'xs:schema'), 'xs:schema');
  const byName = <T>(tag: string, facts: (node: Node) => T): Record<string, T> =>
    Object.fromEntries(
      named(schema.children, tag).map((node) => [
        typeName(`own:${node.attributes.name}`, '').slice('bericht:'.length),
        facts(node),
      ]),
    );
  const roots = named(schema.children, 'xs:element').map((node) => element(node, basisPrefix));
  return {
    targetNamespace: schema.attributes.targetNamespace ?? '',
    elementFormDefault: schema.attributes.elementFormDefault ?? '',
    root: roots[0] ?? null,
    classes: byName('xs:complexType', (node) => classOf(node, basisPrefix)),
    simpleTypes: byName('xs:simpleType', (node) => restriction(node, basisPrefix)),
  };
}
