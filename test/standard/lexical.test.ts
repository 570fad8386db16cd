import { expect, test } from 'vitest';
import { collapse, integerValue, isDate, isTime } from '../../src/standard/lexical.ts';

test('collapse knows the four blanks of XML and no others', () => {
  expect(collapse(' \t2026-01-01\r\n')).toBe('2026-01-01');
  expect(collapse('a \n b')).toBe('a b');
  expect(collapse('\u00a05\u2028')).toBe('\u00a05\u2028');
});

test.each([
  ['005', 5],
  ['+7', 7],
  ['-3', -3],
  ['999999999999', 999_999_999_999],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  [`-${'9'.repeat(16)}`, Number.NEGATIVE_INFINITY],
])('the value of %s', (text, value) => {
  expect(integerValue(text)).toBe(value);
});

test('zero is zero, whatever its sign', () => {
  expect(integerValue('-0') >= 0 && integerValue('+000') <= 0).toBe(true);
});

test.each(['2024-02-29', '12024-01-01', '-0001-12-31', '2000-02-29'])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true);
});

test.each(['2023-02-29', '1900-02-29', '0000-01-01', '2024-13-01', '2024-04-31', '02024-01-01', '2024-01-01Z'])(
  '%s is no date',
  (text) => {
    expect(isDate(text)).toBe(false);
  },
);

test.each(['00:00:00', '24:00:00', '12:30:59.5'])('%s is a time', (text) => {
  expect(isTime(text)).toBe(true);
});

test.each(['24:00:01', '12:60:00', '12:00:60', '12:00', '12:00:00.', '12:00:00-05:00'])('%s is no time', (text) => {
  expect(isTime(text)).toBe(false);
});
