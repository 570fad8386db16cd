const CLIENT = /<((?:[\w.-]+:)?)Client(?=[\s>])/g;
const BSN = /<(?:[\w.-]+:)?Bsn(?:\s[^<>]*)?>([^<]*)</g;
/** What XML reads over, and text that looks like markup. */
const QUIET = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)/g;
const CDATA = '<![CDATA[';

interface Part {
  readonly text: string;
  /** BSNs of an element Client, which tells of one child; null of what stands between two of them. */
  readonly of: readonly string[] | null;
}

/**
 * The same text, as long, with nothing in it that looks like markup and is none: a comment with an end tag in it, chosen by
 * the sender, must not decide where a child begins or ends.
 */
function markupOf(xml: string): string {
  return xml.replace(QUIET, (quiet) => {
    if (!quiet.startsWith(CDATA)) return ' '.repeat(quiet.length);
    return ' '.repeat(CDATA.length) + quiet.slice(CDATA.length).replace(/[<>\]]/g, ' ');
  });
}

/** Digits as XML reads them. */
function bsnsIn(markup: string): string[] {
  return [...markup.matchAll(BSN)].map(([, written = '']) => withoutReferences(written).replace(/\s+/g, ''));
}

/** Where an element that begins here ends: behind its end tag, or behind itself when it is empty; -1 when nowhere. */
function endOf(markup: string, begin: number, prefix: string): number {
  const tag = markup.indexOf('>', begin);
  if (tag > 0 && markup[tag - 1] === '/') return tag + 1;
  const close = `</${prefix}Client`;
  for (let at = markup.indexOf(close, begin); at !== -1; at = markup.indexOf(close, at + 1)) {
    const after = markup.slice(at + close.length).match(/^\s*>/);
    if (after !== null) return at + close.length + after[0].length;
  }
  return -1;
}

/** The text in pieces; together they are the whole. */
function partsOf(xml: string): Part[] {
  const markup = markupOf(xml);
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 1: prefix = '' } of markup.matchAll(CLIENT)) {
    const to = index < from ? -1 : endOf(markup, index, prefix);
    if (to === -1) continue;
    parts.push({ text: xml.slice(from, index), of: null });
    parts.push({ text: xml.slice(index, to), of: bsnsIn(markup.slice(index, to)) });
    from = to;
  }
  return [...parts, { text: xml.slice(from), of: null }];
}

/** The text with something else in place of some of its clients. */
function replaceClients(xml: string, bsn: string, which: 'this' | 'others', comment: string): string {
  return partsOf(xml)
    .map(({ text, of }) => (of !== null && of.includes(bsn) === (which === 'this') ? comment : text))
    .join('');
}

/** Numeric references as the characters that they stand for. */
export function withoutReferences(text: string): string {
  return text.replace(/&#(?:x([\da-fA-F]{1,6})|(\d{1,7}));/g, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}

/** Whether a message tells of other children too. */
export function tellsOfOthers(xml: string, bsn: string): boolean {
  return partsOf(xml).some(({ of }) => of !== null && of.length > 0 && !of.includes(bsn));
}

/** The message without this child, where another stood with it. */
export function withoutClient(xml: string, bsn: string): string {
  const cut = replaceClients(xml, bsn, 'this', '<!-- op verzoek verwijderd -->');
  // Where it stood outside any Client, or in a file that is no message.
  return cut.replaceAll(bsn, '*********');
}

/** The message with this child alone. */
export function onlyClient(xml: string, bsn: string): string {
  return replaceClients(xml, bsn, 'others', '<!-- een andere cliënt -->');
}

/** Whether a file that nobody could read has this BSN in it, in any way that its bytes can be read as text. */
export function mentions(bytes: Uint8Array, bsn: string): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = Buffer.from(bsn, 'utf16le');
  if (all.includes(bsn) || all.includes(wide) || all.includes(Buffer.from(wide).swap16())) return true;
  return all.includes('&#') && withoutReferences(all.toString('latin1')).includes(bsn);
}
