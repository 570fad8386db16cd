/** Pieces that mean something to one of the readers: of XML, of dates and numbers, of encodings, of JSON. */
const PIECES: readonly Buffer[] = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&amp;',
    '&#0;',
    '&#x10FFFF;',
    '&#xD800;',
    '&a;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml ',
  ],
  ...[
    '?>',
    '<!DOCTYPE a [',
    ']>',
    ' a="1"',
    " xmlns='u'",
    ' xsi:nil="true"',
    'xmlns:ijw=""',
    ':',
    '"',
    "'",
    '=',
    '\r',
    '\r\n',
    '\t',
  ],
  ...[
    '0',
    '-1',
    '1e309',
    '9999999999999999999',
    '00000000',
    '999900006',
    '0000-00-00',
    '10000-01-01',
    '-0001-01-01',
    '2024-02-30',
  ],
  ...[
    '2024-02-29',
    '24:00:00',
    'Z',
    '+14:00',
    ' ',
    '\u00a0',
    '\u2028',
    '\ufeff',
    'é',
    '𝒂',
    'constructor',
    '__proto__',
    'null',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '\\u0000',
    '\\ud800',
    'true',
    '1',
    'UTF-16',
    'iso-8859-1',
    '3_2',
    '2_3',
    'jw315',
    'jw323',
    '0362',
    '42420001',
  ],
].map((text) => Buffer.from(text));
const RAW = [
  [0],
  [0xff, 0xfe],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbf, 0xbe],
  [0x1b],
  [0x80],
];
const ALL = [...PIECES, ...RAW.map((bytes) => Buffer.from(bytes))];

/** What a mutation gives is at most so many bytes: what is larger is in `test/hostile`. */
const LARGEST = 512 * 1024;
const MOST_CHANGES = 6;

/** The bytes with some changes, of which each may be anywhere; `other` is something to take pieces from. */
export function mutate(bytes: Buffer, other: Buffer, draw: () => number): Buffer {
  let made = bytes;
  // Most of what is changed roughly is no XML any more, and tells of the gate alone.
  const change = draw() < 0.6 ? gently : roughly;
  for (let left = 1 + Math.floor(draw() ** 2 * MOST_CHANGES); left > 0; left--) made = change(made, other, draw);
  return made.length > LARGEST ? made.subarray(0, LARGEST) : made;
}

function roughly(bytes: Buffer, other: Buffer, draw: () => number): Buffer {
  const below = (n: number) => Math.floor(draw() * n);
  const at = below(bytes.length + 1);
  const some = (of: Buffer, most = 64) => {
    const from = below(of.length + 1);
    return of.subarray(from, from + 1 + below(most));
  };
  const piece = ALL[below(ALL.length)] ?? Buffer.alloc(0);
  const put = (gone: number, ...come: readonly Buffer[]) =>
    Buffer.concat([bytes.subarray(0, at), ...come, bytes.subarray(Math.min(at + gone, bytes.length))]);
  switch (below(12)) {
    case 0:
      return put(1, Buffer.of(below(256)));
    case 1:
      return put(1 + below(8));
    case 2:
      return put(1 + below(2_000));
    case 3:
      return put(0, piece);
    case 4:
      return put(piece.length, piece);
    case 5:
      return put(0, ...Array.from({ length: 1 + below(300) }, () => piece));
    case 6:
      return put(0, some(bytes, 1_000));
    case 7:
      return put(below(64), some(other, 2_000));
    case 8:
      return bytes.subarray(0, at);
    case 9:
      return element(bytes, draw);
    default:
      return value(bytes, piece, draw);
  }
}

/** So that the form mostly stays. */
function gently(bytes: Buffer, _other: Buffer, draw: () => number): Buffer {
  return draw() < 0.3
    ? element(bytes, draw)
    : value(bytes, ALL[Math.floor(draw() * ALL.length)] ?? Buffer.alloc(0), draw);
}

/** An element twice, gone, or with another in its place. */
function element(bytes: Buffer, draw: () => number): Buffer {
  const text = bytes.toString('latin1');
  const tags = [...text.matchAll(/<([\w:]+)>/g)];
  const tag = tags[Math.floor(draw() * tags.length)];
  const end = tag === undefined ? -1 : text.indexOf(`</${tag[1]}>`, tag.index);
  if (tag === undefined || end < 0) return bytes;
  const whole = text.slice(tag.index, end + (tag[1]?.length ?? 0) + 3);
  const there = tags[Math.floor(draw() * tags.length)]?.index ?? 0;
  const how = draw();
  if (how < 0.4) return Buffer.from(text.slice(0, tag.index) + text.slice(tag.index + whole.length), 'latin1');
  const place = how < 0.7 ? tag.index : there;
  return Buffer.from(text.slice(0, place) + whole + text.slice(place), 'latin1');
}

/** Another text in the place of what an element or a JSON member holds. */
function value(bytes: Buffer, piece: Buffer, draw: () => number): Buffer {
  const text = bytes.toString('latin1');
  const values = [...text.matchAll(/>([^<>]+)<|": ?("[^"]*"|[\d.]+)/g)];
  const found = values[Math.floor(draw() * values.length)];
  if (found === undefined) return bytes;
  const old = found[1] ?? found[2] ?? '';
  const from = (found.index ?? 0) + found[0].indexOf(old);
  const digit = String(Math.floor(draw() * 10));
  const how = draw();
  const place = Math.floor(draw() * old.length);
  const there = values[Math.floor(draw() * values.length)];
  const next =
    how < 0.4
      ? old.slice(0, place) + digit + old.slice(place + 1)
      : how < 0.7
        ? (there?.[1] ?? there?.[2] ?? '')
        : piece.toString('latin1');
  return Buffer.from(text.slice(0, from) + next + text.slice(from + old.length), 'latin1');
}
