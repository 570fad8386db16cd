import { type XmlDocument, XmlElement } from 'libxml2-wasm';

type Element = XmlDocument['root'];

export function childrenOf(element: Element): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) children.push(node);
  return children;
}

/** The first child with this local name, whatever its namespace: which it is the schema has told, or does not matter. */
export function childOf(element: Element | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childrenOf(element).find((child) => child.name === name);
}

/** Its text without blanks around it; null without such a child, or when it is empty. */
export function textOf(element: Element | undefined, name: string): string | null {
  return childOf(element, name)?.content.trim() || null;
}
