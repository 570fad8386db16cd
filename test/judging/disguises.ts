/**
 * Ways to make a message look as if another party sent it than the one that its Header names to whoever reads it right.
 * Each takes a message of one party and the Header of another, and gives bytes in which some reader might see either.
 */
import { GRENZEN } from '../../src/xml/gate/poort-meldingen.ts';

export interface Parts {
  /** Well-formed, prefixes `t` (the message's own) and `b` (the base schema's). */
  readonly xml: string;
  /** The whole Header element of another party. */
  readonly decoy: string;
  /** The Header element that stands in `xml`. */
  readonly header: string;
}

type Disguise = (parts: Parts) => string | Uint8Array;

const KIB = 2 ** 10;
const utf8 = (tekst: string) => new TextEncoder().encode(tekst);

/** `vulling` before the Header, so that the Header's end tag ends at byte `plek` (or just past it, by whole fillings). */
function endsAt(plek: number, { xml, header }: Parts, open: string, vulling: string, dicht: string): string {
  const tot = utf8(xml.slice(0, xml.indexOf(header) + header.length) + open + dicht).length;
  const vol = vulling.repeat(Math.max(0, Math.ceil((plek - tot) / utf8(vulling).length)));
  return xml.replace(header, () => `${open}${vol}${dicht}${header}`);
}

/** The same, within the Header after its first tag. */
function inside({ xml, header }: Parts, wat: string): string {
  const na = header.indexOf('>') + 1;
  return xml.replace(header, () => header.slice(0, na) + wat + header.slice(na));
}

/** What an element of the Header holds, replaced by what `anders` makes of it. */
function value({ xml, header }: Parts, namen: string, anders: (waarde: string) => string): string {
  const patroon = new RegExp(`(<t:(?:${namen})>)([^<]*)(?=</)`, 'g');
  return xml.replace(header, () => header.replace(patroon, (_, tag: string, waarde: string) => tag + anders(waarde)));
}

const PARTIJ = 'Afzender|Ontvanger|Gemeente|Aanbieder';
const BORDERS = [64 * KIB, GRENZEN.header].flatMap((grens) => [-1, 0, 1].map((bij) => grens + bij));
const FILLINGS = [
  ['a comment', '<!--', ' ', '-->'],
  ['comments', '', `<!-- ${'.'.repeat(100)} -->`, ''],
  ['blanks', '', ' ', ''],
  ['an instruction', '<?x ', '.', '?>'],
  ['a comment of two-byte characters', '<!--', 'é', '-->'],
  ['a comment of three-byte characters', '<!--', '€', '-->'],
  ['a comment of four-byte characters', '<!--.', '𝒂', '-->'],
] as const;

const borders = FILLINGS.flatMap(([naam, open, vulling, dicht]) =>
  BORDERS.map((plek): [string, Disguise] => [
    `a Header that ends at ${plek} after ${naam}`,
    (parts) => endsAt(plek, parts, open, vulling, dicht),
  ]),
);

/** Bytes of blanks within the Header, up to each border. */
const within = BORDERS.map((plek): [string, Disguise] => [
  `a Header with ${plek} blanks in it`,
  (parts) => inside(parts, ' '.repeat(plek)),
]);

const decoys: readonly [string, Disguise][] = [
  ['another Header before it', ({ xml, header, decoy }) => xml.replace(header, () => decoy + header)],
  ['another Header after it', ({ xml, header, decoy }) => xml.replace(header, () => header + decoy)],
  ['another Header at the end', ({ xml, decoy }) => xml.replace('</t:Bericht>', () => `${decoy}</t:Bericht>`)],
  [
    'another Header in its place, itself at the end',
    (p) => {
      return p.xml.replace(p.header, () => p.decoy).replace('</t:Bericht>', () => `${p.header}</t:Bericht>`);
    },
  ],
  [
    'itself at the end',
    ({ xml, header }) => {
      return xml.replace(header, '').replace('</t:Bericht>', () => `${header}</t:Bericht>`);
    },
  ],
  ['another Header in a comment', ({ xml, header, decoy }) => xml.replace(header, () => `<!-- ${decoy} -->${header}`)],
  [
    'another Header in an instruction',
    ({ xml, header, decoy }) => xml.replace(header, () => `<?x ${decoy} ?>${header}`),
  ],
  ['another Header in CDATA', ({ xml, header, decoy }) => xml.replace(header, () => `<![CDATA[${decoy}]]>${header}`)],
  [
    'itself in a comment, another in its place',
    ({ xml, header, decoy }) => xml.replace(header, () => `<!-- ${header} -->${decoy}`),
  ],
  [
    'another Header in an element before it',
    ({ xml, header, decoy }) => xml.replace(header, () => `<t:Kop>${decoy}</t:Kop>${header}`),
  ],
  [
    'another Header of another namespace before it',
    ({ xml, header, decoy }) => {
      return xml.replace(header, () => decoy.replace('<t:Header', '<t:Header xmlns:t="urn:x"') + header);
    },
  ],
  [
    'another Header by another prefix before it',
    ({ xml, header, decoy }) => {
      const ns = /xmlns:t="([^"]*)"/.exec(xml)?.[1] ?? '';
      const q = decoy.replaceAll('t:', 'q:').replace('<q:Header', `<q:Header xmlns:q="${ns}"`);
      return xml.replace(header, () => q + header);
    },
  ],
  ['an empty Header before it', ({ xml, header }) => xml.replace(header, () => `<t:Header/>${header}`)],
  ['another Header within it', (p) => inside(p, p.decoy)],
  ['the parties of another before its own', (p) => inside(p, partiesIn(p.decoy))],
  [
    'the parties of another after its own',
    ({ xml, header, decoy }) => {
      return xml.replace(header, () => header.replace('</t:Header>', () => `${partiesIn(decoy)}</t:Header>`));
    },
  ],
  ['the parties of another within a group before its own', (p) => inside(p, `<t:Kop>${partiesIn(p.decoy)}</t:Kop>`)],
  ['the parties of another in comments', (p) => inside(p, `<!-- ${partiesIn(p.decoy)} -->`)],
  ['the parties of another in CDATA', (p) => inside(p, `<![CDATA[${partiesIn(p.decoy)}]]>`)],
  [
    'the parties of another in another namespace',
    (p) => {
      return inside(p, partiesIn(p.decoy).replaceAll(/<t:(\w+)>/g, '<t:$1 xmlns:t="urn:x">'));
    },
  ],
  [
    'the parties of another in attributes',
    ({ xml, header, decoy }) => {
      return xml.replace(header, () =>
        header.replace('<t:Header', `<t:Header a='${partiesIn(decoy).replaceAll('<', '&lt;')}'`),
      );
    },
  ],
  ...(["'", '"'] as const).flatMap((q): [string, Disguise][] => [
    [
      `its parties between instructions with a ${q}, those of another in a comment`,
      ({ xml, header, decoy }) => {
        const [eigen, ander] = [partiesIn(header), partiesIn(decoy)];
        return xml.replace(eigen, () => `<?x ${q} ?>${eigen}<!-- ${q} ?>${ander} -->`);
      },
    ],
    [
      `itself between instructions with a ${q}, another in a comment`,
      ({ xml, header, decoy }) => {
        return xml.replace(header, () => `<?x ${q} ?>${header}<!-- ${q} ?>${decoy} -->`);
      },
    ],
    [
      `a comment with a ${q} before it`,
      ({ xml, header, decoy }) => xml.replace(header, () => `<!-- ${q} -->${header}<!-- ${q} ${decoy} -->`),
    ],
  ]),
  [
    'the others tag after a comment that looks ended',
    ({ xml, header, decoy }) => xml.replace(header, () => `<!-->${decoy}<!-- -->${header}`),
  ],
  [
    'another Header after what looks like the end of CDATA',
    ({ xml, header, decoy }) => xml.replace(header, () => `<![CDATA[ ]] >${decoy}]]>${header}`),
  ],
];

function partiesIn(header: string): string {
  const [eerste = ''] = new RegExp(`<t:(?:${PARTIJ})>.*</t:(?:${PARTIJ})>`, 's').exec(header) ?? [];
  return eerste;
}

const values: readonly [string, Disguise][] = [
  ['codes by reference', (p) => value(p, PARTIJ, (w) => [...w].map((c) => `&#${c.charCodeAt(0)};`).join(''))],
  [
    'codes by long reference',
    (p) => value(p, PARTIJ, (w) => [...w].map((c) => `&#x000000${c.charCodeAt(0).toString(16)};`).join('')),
  ],
  ['codes in CDATA', (p) => value(p, PARTIJ, (w) => `<![CDATA[${w}]]>`)],
  ['codes in pieces of CDATA', (p) => value(p, PARTIJ, (w) => [...w].map((c) => `<![CDATA[${c}]]>`).join(''))],
  ['codes with comments in them', (p) => value(p, PARTIJ, (w) => [...w].join('<!-- 9 -->'))],
  ['codes with instructions in them', (p) => value(p, PARTIJ, (w) => [...w].join('<?9 9?>'))],
  ['codes with blanks', (p) => value(p, PARTIJ, (w) => ` ${w}\n`)],
  ['codes with a no-break blank', (p) => value(p, PARTIJ, (w) => `${w}\u00a0`)],
  ['codes with a mark', (p) => value(p, PARTIJ, (w) => `\ufeff${w}`)],
  ['codes in digits of another script', (p) => value(p, PARTIJ, (w) => w.replaceAll('2', '２'))],
  ['codes in elements', (p) => value(p, PARTIJ, (w) => `<t:Code>${w}</t:Code>`)],
  [
    'an entity of its own',
    ({ xml, decoy, header }) => {
      const ander = />(\d+)</.exec(partiesIn(decoy))?.[1] ?? '';
      const uit = xml.replace(partiesIn(header), () => partiesIn(header).replace(/>\d+</, '>&p;<'));
      return uit.replace(/^(<\?xml[^>]*>)?/, (kop) => `${kop}<!DOCTYPE a [<!ENTITY p "${ander}">]>`);
    },
  ],
  ['an Identificatie with blanks', (p) => p.xml.replace(/(Identificatie>)([^<]+)(?=<\/b:Identificatie)/, '$1 $2 ')],
  ['an Identificatie with NUL', (p) => p.xml.replace(/(Identificatie>)([^<]+)(?=<\/b:Identificatie)/, '$1\u0000')],
  [
    'an Identificatie with NUL by reference',
    (p) => p.xml.replace(/(Identificatie>)([^<]+)(?=<\/b:Identificatie)/, '$1&#0;'),
  ],
  [
    'an Identificatie with half a character',
    (p) => p.xml.replace(/(Identificatie>)([^<]+)(?=<\/b:Identificatie)/, '$1&#xDC00;'),
  ],
  [
    'an Identificatie of long characters',
    (p) => p.xml.replace(/(Identificatie>)([^<]+)(?=<\/b:Identificatie)/, '$1𝒂€é'),
  ],
];

const files: readonly [string, Disguise][] = [
  ['nothing', ({ xml }) => xml],
  ['the other Header, openly', ({ xml, header, decoy }) => xml.replace(header, () => decoy)],
  ['a byte order mark', ({ xml }) => `\ufeff${xml}`],
  ['UTF-16, little end first', ({ xml }) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
  ['UTF-16, big end first', ({ xml }) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', ({ xml }) => Buffer.from(xml, 'utf16le')],
  ...['ISO-8859-1', 'UTF-16', 'UTF-7', 'EBCDIC-CP-US', 'UTF-8'].map((naam): [string, Disguise] => [
    `${naam}, said far away`,
    ({ xml }) => xml.replace(/^<\?xml[^>]*>/, `<?xml version="1.0"${' '.repeat(400)}encoding="${naam}"?>`),
  ]),
  ['a declaration without end', ({ xml }) => xml.replace(/^<\?xml/, `<?xml${' '.repeat(GRENZEN.header)}`)],
  ['no declaration', ({ xml }) => xml.replace(/^<\?xml[^>]*>\s*/, '')],
  ['CR for line ends', ({ xml }) => xml.replaceAll('\r\n', '\r')],
  ['other prefixes', ({ xml }) => xml.replaceAll(/(<\/?)t:/g, '$1zz:').replace('xmlns:t=', 'xmlns:zz=')],
  ['no prefixes', ({ xml }) => xml.replaceAll(/(<\/?)t:/g, '$1').replace('xmlns:t=', 'xmlns=')],
  ['a prefix that changes hands', ({ xml }) => xml.replace('<t:Header', '<t:Header xmlns:t="urn:x"')],
  ['a namespace within an attribute', ({ xml }) => xml.replace('xmlns:t=', `a=" xmlns:t='urn:x' " xmlns:t=`)],
  ['a namespace by reference', ({ xml }) => xml.replace('http://www', '&#104;ttp://www')],
  [
    'blanks in the end tag of the Header',
    ({ xml }) => xml.replace('</t:Header>', `</t:Header${' '.repeat(70 * KIB)}>`),
  ],
  [
    'too many blanks in the end tag of the Header',
    ({ xml }) => xml.replace('</t:Header>', `</t:Header${' '.repeat(GRENZEN.header)}>`),
  ],
  [
    'an end tag of the Header that is cut by the border',
    (p) => {
      const tot = utf8(p.xml.slice(0, p.xml.indexOf('</t:Header>'))).length;
      return p.xml.replace('</t:Header>', `${' '.repeat(GRENZEN.header - tot - '</t:Header'.length)}</t:Header>`);
    },
  ],
  ['a control character', ({ xml }) => xml.replace('<t:Header>', '<t:Header>\u0001')],
  [
    'reordered parties',
    ({ xml, header }) => {
      const [eerste = '', tweede = ''] = header.match(new RegExp(`<t:(${PARTIJ})>[^<]*</t:\\1>`, 'g')) ?? [];
      return xml.replace(header, () => header.replace(tweede, '').replace(eerste, () => tweede + eerste));
    },
  ],
  [
    'a Header in lower case before it',
    ({ xml, header, decoy }) => xml.replace(header, () => decoy.replaceAll('t:Header', 't:header') + header),
  ],
  ['an unknown root', ({ xml }) => xml.replaceAll('t:Bericht>', 't:Brief>').replace('<t:Bericht ', '<t:Brief ')],
  [
    'a root within a root',
    ({ xml }) => {
      const [begin = ''] = /<t:Bericht[^>]*>/.exec(xml) ?? [];
      return xml.replace(begin, begin + begin).replace('</t:Bericht>', '</t:Bericht></t:Bericht>');
    },
  ],
  ['1,001 comments', (p) => inside(p, '<!---->'.repeat(GRENZEN.terzijdes + 1))],
  ['1,000 comments', (p) => inside(p, '<!---->'.repeat(GRENZEN.terzijdes))],
  ['60,000 bytes of comment', (p) => inside(p, `<!--${' '.repeat(60_000)}-->`)],
  ['70,000 bytes of comment', (p) => inside(p, `<!--${' '.repeat(70_000)}-->`)],
  ['2 MB of comment', (p) => inside(p, `<!--${' '.repeat(2_000_000)}-->`)],
];

export const DISGUISES: readonly (readonly [string, Disguise])[] = [...files, ...decoys, ...values];
/** Around the ends of what is looked at; larger, and slower. */
export const AT_BORDERS: readonly (readonly [string, Disguise])[] = [...within, ...borders];

/** A message by one writer in the form that the disguises want. */
export function partsOf(own: string, other: string): Parts {
  const [xml, ander] = [own, other].map(withPrefixes) as [string, string];
  return { xml, header: headerIn(xml), decoy: headerIn(ander) };
}

function withPrefixes(xml: string): string {
  const [, prefix = ''] = /<(\w+):Bericht/.exec(xml) ?? [];
  const basis = /xmlns:(\w+)="[^"]*basisschema/.exec(xml)?.[1] ?? 'b';
  return xml
    .replaceAll(new RegExp(`(</?|xmlns:)${prefix}(?=[:=])`, 'g'), '$1t')
    .replaceAll(new RegExp(`(</?|xmlns:)${basis}(?=[:=])`, 'g'), '$1b');
}

function headerIn(xml: string): string {
  const [header] = /<t:Header>.*<\/t:Header>/s.exec(xml) ?? [];
  if (header === undefined) throw new Error('no Header to disguise');
  return header;
}
