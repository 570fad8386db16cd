import { describe, expect, it } from 'vitest';
import type { PartyPrincipal } from '../../src/access/principal.ts';
import { scopeOf } from '../../src/access/scope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { admit, partiesOf } from '../../src/gateway/admission.ts';
import { type Admitted, admittedFrom } from '../../src/judging/admitted.ts';
import { JudgeDesk } from '../../src/judging/judge-desk.ts';
import type { Geopend } from '../../src/judging/judge-protocol.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { BERICHT_TYPES, type BerichtType, type Release } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { partijen } from '../access/wie.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { AT_BORDERS, DISGUISES, type Parts, partsOf } from './disguises.ts';

const AFSPRAKEN = maakAfspraken(voorbeeldDocument(), 1);
const desk = new JudgeDesk();

interface Pair {
  readonly gemeente: string;
  readonly aanbieder: string;
}
const MINE: Pair = { gemeente: '0362', aanbieder: '42420001' };
const THEIRS: Pair = { gemeente: '0439', aanbieder: '42420002' };

/** Every kind of key of a party; what has no key, an ended one or one of staff never comes as far as this. */
const KEYS: readonly PartyPrincipal[] = [
  ...[MINE, THEIRS].flatMap(({ gemeente, aanbieder }) => [partijen(gemeente), partijen(aanbieder)]),
  partijen('0370'),
  partijen('0370', '0362'),
  partijen('42420003', '42420001'),
  // Keys that the API does not make: their role and their party do not match, or they have none.
  { ...partijen('0362'), role: 'aanbieder' },
  { ...partijen('42420001'), role: 'gemeente' },
  { ...partijen('0362'), parties: [] },
];

function bytesVan(type: BerichtType, release: Release, wie: Pair): Uint8Array {
  return writeBericht(
    voorbeeldBericht(type, release, { vandaag: '2026-03-02', bsn: '999900006', volgnummer: 123456789, ...wie }),
  );
}

type Outcome = 'forbidden' | 'frozen' | 'unidentifiable' | 'geweigerd' | 'judged as another' | 'judged as the key';

function open(bytes: Uint8Array, admitted: Admitted): Geopend {
  const wat = { token: 't', berichtId: 'b', bytes, ontvangenOp: new Date('2026-03-02T12:00:00Z'), admitted };
  const geopend = desk.open(wat, AFSPRAKEN);
  desk.answer({ soort: 'drop', tokens: ['t'] });
  return geopend;
}

/** What becomes of a message that comes with this key; all that is looked up hangs on `vraag`. */
function outcome(bytes: Uint8Array, sleutel: PartyPrincipal): Outcome {
  const admission = admit(bytes, sleutel, AFSPRAKEN, new Date('2026-03-02T12:00:00Z'));
  if (admission.kind !== 'admitted') return admission.kind;
  const geopend = open(bytes, admittedFrom(partiesOf(admission, sleutel)));
  if (geopend.kind === 'refused') {
    const { status, antwoorden, claims, mutaties, doorgeleverdAan } = geopend.verdict;
    expect([status, antwoorden, claims, mutaties, doorgeleverdAan]).toEqual(['geweigerd', [], [], [], []]);
    return 'geweigerd';
  }
  const { type, vraag, gemeente } = geopend;
  const zender = MESSAGES[type].zender === 'gemeente' ? gemeente : vraag.aanbieder;
  const ofKey = scopeOf(sleutel, AFSPRAKEN).parties.includes(zender) && MESSAGES[type].zender === sleutel.role;
  return ofKey && zender === admission.partij ? 'judged as the key' : 'judged as another';
}

function walk(
  disguises: typeof DISGUISES,
  parts: readonly Parts[],
  keys: readonly PartyPrincipal[],
): Map<Outcome, string[]> {
  const uit = new Map<Outcome, string[]>();
  for (const [naam, disguise] of disguises) {
    for (const part of parts) {
      const made = disguise(part);
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
      for (const sleutel of keys) {
        const wat = outcome(bytes, sleutel);
        uit.set(wat, [...(uit.get(wat) ?? []), `${sleutel.role} ${sleutel.parties.join('+')}: ${naam}`]);
      }
    }
  }
  return uit;
}

/** A message of mine with the Header of theirs beside it, and the other way round. */
function partsBoth(type: BerichtType, release: Release): readonly [Parts, Parts] {
  const [mine, theirs] = [MINE, THEIRS].map((wie) => new TextDecoder().decode(bytesVan(type, release, wie)));
  return [partsOf(mine ?? '', theirs ?? ''), partsOf(theirs ?? '', mine ?? '')];
}

/** The disguises in which something was judged. */
function judgedIn(outcomes: Map<Outcome, string[]>): string[] {
  return [...new Set(outcomes.get('judged as the key')?.map((een) => een.slice(een.indexOf(': ') + 2)))];
}

const SOORTEN = BERICHT_TYPES.flatMap((type) => MESSAGES[type].releases.map((release) => ({ type, release })));

describe('a message that hides, repeats, reorders or disguises its Header', () => {
  it.each(SOORTEN)('is judged as the party of the key or not at all: $type of iJW $release', ({ type, release }) => {
    const outcomes = walk(DISGUISES, partsBoth(type, release), KEYS);
    expect(outcomes.get('judged as another')).toBeUndefined();
    // Not because nothing is judged: each party's own messages are, in all the ways that XML may be written.
    const judged = judgedIn(outcomes);
    for (const naam of [
      ...['nothing', 'codes in CDATA', 'codes by long reference', 'other prefixes', '60,000 bytes of comment'],
      ...[
        '1,000 comments',
        'another Header in a comment',
        "itself between instructions with a ', another in a comment",
      ],
    ])
      expect(judged).toContain(naam);
    for (const naam of ['1,001 comments', '70,000 bytes of comment', 'another Header before it'])
      expect(judged).not.toContain(naam);
  });

  it.each([
    ['JW301', '3.2'],
    ['JW303', '2.3'],
    ['JW306', '3.2'],
    ['JW323', '3.2'],
  ] as const)('so too when it ends at a border of what is looked at: %s of iJW %s', (type, release) => {
    const outcomes = walk(AT_BORDERS, partsBoth(type, release), KEYS);
    expect(outcomes.get('judged as another')).toBeUndefined();
    const judged = judgedIn(outcomes);
    expect(judged).toContain('a Header that ends at 131072 after blanks');
    expect(judged).not.toContain('a Header that ends at 131073 after blanks');
    expect(judged).toContain('a Header that ends at 65537 after a comment of four-byte characters');
  });

  it('is another than the plain one, each of them', () => {
    const [parts] = partsBoth('JW305', '3.2');
    const same = [...DISGUISES, ...AT_BORDERS].filter(([, disguise]) => disguise(parts) === parts.xml);
    expect(same.map(([naam]) => naam)).toEqual(['nothing']);
  });
});

describe('a message that was stored as another than it is', () => {
  const bytes = bytesVan('JW315', '3.2', MINE);
  const own = { partij: MINE.aanbieder, type: 'JW315', ...MINE } as const;
  const codes = (admitted: Admitted) => {
    const geopend = open(bytes, admitted);
    return geopend.kind === 'refused' ? geopend.verdict.bevindingen.map(({ regel }) => regel) : 'accepted';
  };

  it.each([
    ['another sender', { ...own, partij: THEIRS.aanbieder }],
    ['another gemeente', { ...own, gemeente: THEIRS.gemeente }],
    ['another aanbieder', { ...own, aanbieder: THEIRS.aanbieder }],
    ['another type', { ...own, type: 'JW317' as const }],
    ['no type', { ...own, type: null }],
    ['the key of a gemeente, its header unread', { ...own, partij: MINE.gemeente, aanbieder: null }],
    ['the key of another, its header unread', { ...own, partij: THEIRS.aanbieder, gemeente: null, aanbieder: null }],
  ])('is refused: %s', (_, row) => {
    expect(codes(admittedFrom(row))).toEqual(['POORT-PARTIJ']);
  });

  it('is refused, too, when it is of the party of the key but stands in no lane of its own', () => {
    expect(codes(admittedFrom({ ...own, gemeente: null }))).toEqual(['POORT-HEADER']);
    expect(codes(admittedFrom({ ...own, gemeente: null, aanbieder: null }))).toEqual(['POORT-HEADER']);
  });

  it('is judged when it is what it was stored as', () => {
    expect(codes(admittedFrom(own))).toBe('accepted');
    expect(codes({ ...admittedFrom(own), gemeenten: ['0439', '0362'] })).toBe('accepted');
  });
});
