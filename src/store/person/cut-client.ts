const CLIENT = /<((?:[\w.-]+:)?)Client(?=[\s>])/g;
const BSN = /<(?:[\w.-]+:)?Bsn(?:\s[^<>]*)?>\s*(\d+)/;

interface Part {
  readonly text: string;
  /** An element Client, which tells of one child; else what stands between two of them. */
  readonly client: boolean;
}

/** The text in pieces; together they are the whole. */
function partsOf(xml: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 1: prefix = '' } of xml.matchAll(CLIENT)) {
    const close = `</${prefix}Client>`;
    const end = index < from ? -1 : xml.indexOf(close, index);
    if (end === -1) continue;
    const to = end + close.length;
    parts.push({ text: xml.slice(from, index), client: false }, { text: xml.slice(index, to), client: true });
    from = to;
  }
  return [...parts, { text: xml.slice(from), client: false }];
}

/** The text with something else for some of its clients. */
function replaceClients(xml: string, replace: (element: string) => string): string {
  return partsOf(xml)
    .map(({ text, client }) => (client ? replace(text) : text))
    .join('');
}

function isOf(element: string, bsn: string): boolean {
  return BSN.exec(element)?.[1] === bsn;
}

/** Whether a message tells of other children too. */
export function tellsOfOthers(xml: string, bsn: string): boolean {
  return partsOf(xml).some(({ text, client }) => client && BSN.test(text) && !isOf(text, bsn));
}

/** The message without this child, where another stood with it. */
export function withoutClient(xml: string, bsn: string): string {
  const cut = replaceClients(xml, (element) => (isOf(element, bsn) ? '<!-- op verzoek verwijderd -->' : element));
  // Where it stood outside any Client, or in a file that is no message.
  return cut.replaceAll(bsn, '*********');
}

/** The message with this child alone. */
export function onlyClient(xml: string, bsn: string): string {
  return replaceClients(xml, (element) => (isOf(element, bsn) ? element : '<!-- een andere cliënt -->'));
}
