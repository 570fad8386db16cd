import { describe, expect, it } from 'vitest';
import { wachttijd } from '../../src/api/voorkeur.ts';

describe('Prefer: wait', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['wait=0', 0],
    ['wait=10', 10],
    ['Wait=10', 10],
    ['wait="10"', 10],
    ['wait = 10', 10],
    ['respond-async, wait=10', 10],
    ['wait=10; foo="bar"', 10],
    ['wait=10, wait=20', 10],
    ['wait=61', 60],
    ['wait=999999999', 60],
    ['wait=-1', null],
    ['wait=tien', null],
    ['wait', null],
    ['waiting=10', null],
    ['return=minimal', null],
  ])('%j is %j', (prefer, seconden) => {
    expect(wachttijd(prefer)).toBe(seconden);
  });
});
