import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elfproef } from '../../src/standard/bsn.ts';

test.each(['999900006', '999999990', '111222333'])('%s passes', (bsn) => {
  expect(elfproef(bsn)).toBe(true);
});

test.each(['999900007', '000000000', '12345678', '9999000060', '', '99990000a'])('%j fails', (bsn) => {
  expect(elfproef(bsn)).toBe(false);
});

test('every change of one digit is noticed', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (plaats, verschil) => {
      const cijfers = [...'999900006'];
      cijfers[plaats] = String((Number(cijfers[plaats]) + verschil) % 10);
      return !elfproef(cijfers.join(''));
    }),
  );
});
