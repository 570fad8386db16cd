const CLIENT = /<(\/?)((?:[\w.-]+:)?)Client(?=[\s>])[^<>]*>/g;
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

/** The text in pieces; together they are the whole. An element that nothing ends is none. */
function partsOf(xml: string): Part[] {
  const markup = markupOf(xml);
  const tags = [...markup.matchAll(CLIENT)].map(({ 0: tag, 1: slash, 2: prefix = '', index }) => {
    return { prefix, begin: index, end: index + tag.length, closes: slash === '/', empty: tag.endsWith('/>') };
  });
  // Known beforehand, so that what a stranger wrote is not gone through again for each element that nothing ends.
  const lastEnd = new Map(tags.filter(({ closes }) => closes).map(({ prefix, end }) => [prefix, end]));
  const parts: Part[] = [];
  let from = 0;
  let open: (typeof tags)[number] | null = null;
  for (const tag of tags) {
    if (open === null && !tag.closes && (tag.empty || (lastEnd.get(tag.prefix) ?? 0) > tag.end)) open = tag;
    if (open === null || !(open.empty || (tag.closes && tag.prefix === open.prefix))) continue;
    parts.push({ text: xml.slice(from, open.begin), of: null });
    parts.push({ text: xml.slice(open.begin, tag.end), of: bsnsIn(markup.slice(open.begin, tag.end)) });
    from = tag.end;
    open = null;
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

/** Those of these numbers of toewijzingen that nobody has who stays in the message: another gemeente gives the same ones. */
export function notNamedIn(rest: string, numbers: readonly string[]): string[] {
  const named = new Set([...markupOf(rest).matchAll(/>\s*(\d{1,12})\s*</g)].map(([, number]) => `${Number(number)}`));
  return numbers.filter((number) => !named.has(number));
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
