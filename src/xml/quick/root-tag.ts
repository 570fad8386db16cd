import type { BerichtType, Release } from '../../standard/message-types.ts';
import { messageOfNamespace } from '../../standard/namespaces.ts';

/** The start tag of a message, as far as it leaves no doubt. */
export interface RootTag {
  readonly type: BerichtType;
  readonly release: Release;
  /** Prefix by namespace, `:` and all; empty for the default namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Just after its `>`. */
  readonly eind: number;
}

/** More than any sender writes; a longer one goes the long way. */
const LONGEST = 2_000;
const DECLARATION =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])(?:UTF|utf)-8\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>[ \t\r\n]*/;
const ROOT = /^<((?:[A-Za-z_][\w-]*:)?)Bericht([ \t\r\n][^<>&]*)>/;
const NAMESPACE = /[ \t\r\n]xmlns(?::([A-Za-z_][\w-]*))?=(?:"([^"]*)"|'([^']*)')/g;

/** Blanks as XML has them: others would be a mistake there. */
const NO_BLANK = /[^ \t\r\n]/;

/** Declared by habit, and bound to nothing that a message holds. */
const HARMLESS: ReadonlySet<string> = new Set([
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/2001/XMLSchema',
]);

/** Null where there is doubt: other attributes, a namespace bound twice, a prefix of XML's own, a message of no release. */
export function rootTagOf(tekst: string): RootTag | null {
  const begin = tekst.slice(0, LONGEST);
  const declaration = DECLARATION.exec(begin)?.[0].length ?? 0;
  const root = ROOT.exec(begin.slice(declaration));
  if (root === null) return null;
  const [tag, own = '', attributes = ''] = root;
  // Nothing but namespaces: a tag that ends in `/`, or has another attribute, leaves something over.
  if (NO_BLANK.test(attributes.replaceAll(NAMESPACE, ''))) return null;
  const prefixes = new Map<string, string>();
  const taken = new Set<string>();
  for (const [, prefix = '', dubbel, enkel] of attributes.matchAll(NAMESPACE)) {
    const namespace = dubbel ?? enkel ?? '';
    if (/^xml/i.test(prefix) || taken.has(prefix) || prefixes.has(namespace)) return null;
    taken.add(prefix);
    prefixes.set(namespace, prefix === '' ? '' : `${prefix}:`);
  }
  for (const [namespace, prefix] of prefixes) {
    const bericht = messageOfNamespace(namespace);
    if (bericht !== null && prefix === own) return { ...bericht, prefixes, eind: declaration + tag.length };
  }
  return null;
}

/** Whether nothing but these namespaces is declared, or what is harmless. */
export function declaresOnly({ prefixes }: RootTag, namespaces: readonly string[]): boolean {
  return [...prefixes.keys()].every((namespace) => namespaces.includes(namespace) || HARMLESS.has(namespace));
}
