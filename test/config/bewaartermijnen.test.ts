import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_TERMS } from '../../src/config/bewaartermijnen.ts';
import { loadConfig } from '../../src/config/config.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-termijnen-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** What a start makes of a file with this text. */
function loaded(text: string) {
  const path = join(map, 'termijnen.json');
  writeFileSync(path, text);
  return loadConfig({ BEWAARTERMIJNEN: path });
}

describe('BEWAARTERMIJNEN', () => {
  it('changes what it names, and leaves the rest', () => {
    const { kind, ...rest } = loaded('{"berichten": 5, "inzage": 20}');
    expect(kind).toBe('ok');
    expect(rest).toMatchObject({ config: { bewaartermijnen: { ...DEFAULT_TERMS, berichten: 5, inzage: 20 } } });
  });

  it.each([
    [
      '{"berichten": 4}',
      /^BEWAARTERMIJNEN: berichten mag niet korter dan 5 jaar: .*TR335.* Zet berichten op 5 of meer\.$/,
    ],
    ['{"declaraties": 0}', /declaraties mag niet korter dan 5 jaar/],
    ['{"dossier": -7}', /dossier mag niet korter dan 5 jaar/],
    ['{"werk": 5.5}', /werk moet een geheel aantal jaren zijn/],
    ['{"werk": "7"}', /werk moet een geheel aantal jaren zijn/],
    ['{"inzage": 1000}', /inzage moet een geheel aantal jaren zijn, ten hoogste 100/],
    ['{"afspraken": 7}', /onbekende soort\. Bekend zijn berichten, dossier/],
    ['{"__proto__": 7}', /onbekende soort/],
    ['[7]', /moet een JSON-object zijn/],
    ['7 jaar', /moet een JSON-object zijn/],
  ])('refuses %s at the start', (text, sentence) => {
    expect(loaded(text)).toEqual({ kind: 'invalid', fouten: [expect.stringMatching(sentence)] });
  });

  it('names every mistake at once, and a file that is not there', () => {
    expect(loaded('{"berichten": 1, "werk": 1}')).toMatchObject({
      fouten: [/berichten/, /werk/].map((w) => expect.stringMatching(w)),
    });
    expect(loadConfig({ BEWAARTERMIJNEN: join(map, 'weg') })).toEqual({
      kind: 'invalid',
      fouten: [expect.stringContaining('niet te lezen')],
    });
  });
});
