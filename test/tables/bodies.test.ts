import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyRing, Seal, type SealedBytes, type SealedJson, type SealedText } from '../../src/store/bodies.ts';
import { SEALED_COLUMNS } from '../../src/store/seal/places.ts';

const keys = [1, 2].map((version) => ({ version, key: createSecretKey(randomBytes(32)) }));
const ring = (...versions: readonly number[]): KeyRing => {
  const known = keys.filter(({ version }) => versions.includes(version));
  const newest = known.at(-1);
  if (newest === undefined) throw new Error('no such key');
  return { newest, key: (version) => known.find((each) => each.version === version)?.key };
};
const seal = new Seal(ring(1));
const [ROW, OTHER] = ['01a1ffe3-0598-7231-b29d-aec695db5bc8', '01a1ffe3-0598-7231-b29d-aec695db5bc9'];

const marked = (version: number, rest: string) =>
  Buffer.concat([Buffer.from('\0ijw'), Buffer.of(version), Buffer.from(rest)]) as unknown as SealedBytes;

describe('a seal', () => {
  it('gives back what it was given, also what looks like a sealed one, and shows none of it', () => {
    const long = fc.uint8Array({ maxLength: 4_000 });
    const bytes = fc.oneof(
      long,
      long.map((rest) => Uint8Array.from([...Buffer.from('\0ijw\x01'), ...rest])),
      fc.string({ minLength: 600, maxLength: 4_000 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const opened = seal.openBytes('inhoud.bytes', ROW, seal.bytes('inhoud.bytes', ROW, given));
        expect(Buffer.from(opened)).toEqual(Buffer.from(given));
      }),
    );
    for (const text of ['', 'reden', 'ijw-seal:0:reden', 'ijw-seal:1:x', 'ijw-seal:x', 'Zwaluwstaart '.repeat(200)]) {
      const sealed = seal.text('opdracht.reden', ROW, text);
      expect(seal.openText('opdracht.reden', ROW, sealed)).toBe(text);
      expect(sealed).not.toMatch(/reden|Zwaluw/);
    }
    for (const value of [null, [], {}, { a: 1 }, { ijwSeal: 1, content: 2 }, { ijwSeal: 'x' }, 'tekst', [{ a: 'b' }]]) {
      const sealed = seal.json('opdracht.gegevens', ROW, value);
      expect(seal.openJson('opdracht.gegevens', ROW, sealed)).toEqual(value);
    }
  });

  it('makes another text of the same at each time, and a shorter one of what is long', async () => {
    expect(seal.text('opdracht.reden', ROW, 'reden')).not.toBe(seal.text('opdracht.reden', ROW, 'reden'));
    const xml = Buffer.from('<Bericht><Naam>Zwaluwstaart</Naam></Bericht>'.repeat(1_000));
    for (const sealed of [seal.bytes('inhoud.bytes', ROW, xml), await seal.bytesLater('inhoud.bytes', ROW, xml)]) {
      expect(sealed.length).toBeLessThan(xml.length / 20);
      expect(Buffer.from(seal.openBytes('inhoud.bytes', ROW, sealed))).toEqual(xml);
    }
  });

  it('opens in no other row, no other column and not after a change of one bit', () => {
    const sealed = seal.bytes('inhoud.bytes', ROW, Buffer.from('<Bericht/>'));
    expect(() => seal.openBytes('inhoud.bytes', OTHER, sealed)).toThrow('does not open');
    expect(() => seal.openBytes('client_gegevens.gegevens', ROW, sealed)).toThrow('does not open');
    for (let at = 9; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => seal.openBytes('inhoud.bytes', ROW, changed as unknown as SealedBytes)).toThrow('does not open');
    }
    const text = seal.text('opdracht.reden', ROW, 'reden');
    expect(() => seal.openText('opdracht.reden', OTHER, text)).toThrow('does not open');
    const packed = seal.text('opdracht.reden', ROW, 'reden '.repeat(400)).replace(':2:', ':1:') as SealedText;
    expect(() => seal.openText('opdracht.reden', ROW, packed)).toThrow('does not open');
  });

  it('of an older key opens; of one that is not known it says so', () => {
    const [older, newer] = [new Seal(ring(1)), new Seal(ring(1, 2))];
    const [first, second] = [older, newer].map((each) => each.text('opdracht.reden', ROW, 'reden')) as [
      SealedText,
      SealedText,
    ];
    expect(newer.openText('opdracht.reden', ROW, first)).toBe('reden');
    expect(newer.openText('opdracht.reden', ROW, second)).toBe('reden');
    expect(() => older.openText('opdracht.reden', ROW, second)).toThrow('data key 2');
  });

  it('reads rows of before it, which bear no version or 0', () => {
    const old = Buffer.from('<Bericht/>');
    expect(seal.openBytes('inhoud.bytes', ROW, old as unknown as SealedBytes)).toBe(old);
    expect(Buffer.from(seal.openBytes('inhoud.bytes', ROW, marked(0, '\0ijw-text'))).toString()).toBe('\0ijw-text');
    expect(seal.openText('opdracht.reden', ROW, 'een oude reden' as SealedText)).toBe('een oude reden');
    expect(seal.openText('opdracht.reden', ROW, 'ijw-seal:0:ijw-seal:1:x' as SealedText)).toBe('ijw-seal:1:x');
    const json = (value: object) => seal.openJson('opdracht.gegevens', ROW, value as unknown as SealedJson<object>);
    expect(json({ soort: 'oud' })).toEqual({ soort: 'oud' });
    expect(json({ ijwSeal: 0, content: { ijwSeal: 7 } })).toEqual({ ijwSeal: 7 });
  });

  it('of a version that this build does not know is no content', () => {
    expect(() => seal.openBytes('inhoud.bytes', ROW, marked(7, 'x'))).toThrow('version 7');
    expect(() => seal.openText('opdracht.reden', ROW, 'ijw-seal:7:x' as SealedText)).toThrow('version 7');
    const later = { ijwSeal: 7, content: 'x' } as unknown as SealedJson<unknown>;
    expect(() => seal.openJson('opdracht.gegevens', ROW, later)).toThrow('version 7');
  });

  it('hands out bytes with memory of their own, for a thread', () => {
    for (const length of [10, 100, 10_000]) {
      const given = Buffer.from('x'.repeat(length));
      const opened = seal.openBytes('inhoud.bytes', ROW, seal.bytes('inhoud.bytes', ROW, given));
      expect(opened.buffer.byteLength).toBe(length);
      expect(() => structuredClone(opened, { transfer: [opened.buffer as ArrayBuffer] })).not.toThrow();
    }
  });

  it('names each column once', () => {
    expect(new Set(SEALED_COLUMNS).size).toBe(SEALED_COLUMNS.length);
  });
});
