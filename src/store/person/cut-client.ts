/** A child of which an element of a message tells. */
const CLIENT = /<((?:[\w.-]+:)?)Client(?:\s[^>]*)?>[\s\S]*?<\/\1Client>/g;
const BSN = /<(?:[\w.-]+:)?Bsn(?:\s[^>]*)?>\s*(\d+)\s*<\//;

function isOf(element: string, bsn: string): boolean {
  return BSN.exec(element)?.[1] === bsn;
}

/** Whether a message tells of other children too. */
export function tellsOfOthers(xml: string, bsn: string): boolean {
  return (xml.match(CLIENT) ?? []).some((element) => BSN.test(element) && !isOf(element, bsn));
}

/** The message without this child, where another stood with it. */
export function withoutClient(xml: string, bsn: string): string {
  const cut = xml.replace(CLIENT, (element) => (isOf(element, bsn) ? '<!-- op verzoek verwijderd -->' : element));
  // Where it stood outside any Client, or in a file that is no message.
  return cut.replaceAll(bsn, '*********');
}

/** The message with this child alone. */
export function onlyClient(xml: string, bsn: string): string {
  return xml.replace(CLIENT, (element) => (isOf(element, bsn) ? element : '<!-- een andere cliënt -->'));
}
