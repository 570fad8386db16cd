import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openBytes,
  openJson,
  openText,
  type SealedBytes,
  type SealedJson,
  type SealedText,
  sealBytes,
  sealJson,
  sealText,
} from '../../src/store/bodies.ts';

const marked = (version: number, rest: string) =>
  Buffer.concat([Buffer.from('\0ijw'), Buffer.of(version), Buffer.from(rest)]);

describe('a seal', () => {
  it('gives back what it was given, also what looks like a sealed one', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.uint8Array().map((rest) => Uint8Array.from([...Buffer.from('\0ijw'), ...rest])),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        expect(Buffer.from(openBytes(sealBytes(given)))).toEqual(Buffer.from(given));
      }),
    );
    for (const text of ['', 'reden', 'ijw-seal:0:reden', 'ijw-seal:1:x', 'ijw-seal:x']) {
      expect(openText(sealText(text))).toBe(text);
    }
    for (const value of [null, [], { a: 1 }, { ijwSeal: 1, content: 2 }, { ijwSeal: 'x' }, 'tekst']) {
      expect(openJson(sealJson(value))).toEqual(value);
    }
  });

  it('reads rows of before it, which bear no version', () => {
    const old = Buffer.from('<Bericht/>');
    expect(openBytes(old as unknown as SealedBytes)).toBe(old);
    expect(openText('een oude reden' as SealedText)).toBe('een oude reden');
    expect(openJson({ soort: 'oud' } as unknown as SealedJson<object>)).toEqual({ soort: 'oud' });
  });

  it('of a version that this build does not know is no content', () => {
    expect(() => openBytes(marked(1, 'x') as unknown as SealedBytes)).toThrow('version 1');
    expect(() => openText('ijw-seal:7:x' as SealedText)).toThrow('version 7');
    expect(() => openJson({ ijwSeal: 2, content: 'x' } as unknown as SealedJson<unknown>)).toThrow('version 2');
  });
});
