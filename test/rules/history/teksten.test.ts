import { expect, test } from 'vitest';
import { HISTORY_REGELS } from '../../../src/rules/history/index.ts';
import { HISTORY_TEKSTEN } from '../../../src/rules/history/texts.ts';

test('every rule has a text, and no text is left over', () => {
  const regels = new Set(HISTORY_REGELS.map((regel) => regel.code));
  expect([...regels].sort()).toEqual(Object.keys(HISTORY_TEKSTEN).sort());
});

test('a text says what is wrong and what to do: two sentences or more', () => {
  for (const [code, tekst] of Object.entries(HISTORY_TEKSTEN)) {
    expect(tekst, code).toMatch(/\.\s.+\.$/);
  }
});
