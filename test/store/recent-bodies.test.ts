import { describe, expect, it } from 'vitest';
import { RecentBodies } from '../../src/store/messages/recent-bodies.ts';

const body = (text: string) => new TextEncoder().encode(text);
const ids = (recent: RecentBodies, laan: string, most = 50) => [...recent.first(laan, most).keys()];

describe('bodies that were stored a moment ago', () => {
  it('are there for the next turn of their lane, first come first, until it has them', () => {
    const recent = new RecentBodies();
    for (const nr of [1, 2, 3]) recent.remember('AA|1', `a${nr}`, nr, body(`<a nr="${nr}"/>`));
    recent.remember('AA|2', 'b1', 1, body('<b/>'));
    expect(new TextDecoder().decode(recent.first('AA|1', 2).get('a2'))).toBe('<a nr="2"/>');
    expect(ids(recent, 'AA|1', 2)).toEqual(['a1', 'a2']);
    recent.forget('AA|1', 2);
    expect([ids(recent, 'AA|1'), ids(recent, 'AA|2'), ids(recent, 'AA|3')]).toEqual([['a3'], ['b1'], []]);
  });

  it('are bytes of their own, that a thread may be given', () => {
    const recent = new RecentBodies();
    const whole = Buffer.from('xx<a/>xx');
    recent.remember('AA|1', 'a', 1, whole.subarray(2, 6));
    whole.fill(0);
    const bytes = recent.first('AA|1', 1).get('a');
    expect([new TextDecoder().decode(bytes), bytes?.buffer.byteLength]).toEqual(['<a/>', 4]);
  });

  it('are no more than fits: the oldest lane goes first', () => {
    const recent = new RecentBodies();
    const MB = 1024 * 1024;
    recent.remember('AA|0', 'too large', 1, new Uint8Array(33 * MB));
    expect(ids(recent, 'AA|0')).toEqual([]);
    for (let nr = 1; nr <= 33; nr++) recent.remember(`AA|${nr % 2}`, `m${nr}`, nr, new Uint8Array(MB));
    // Of the lane of the newest it is forgotten last, however long it has been there.
    expect([ids(recent, 'AA|1').length, ids(recent, 'AA|0')]).toEqual([17, []]);
    recent.remember('AA|0', 'large', 34, new Uint8Array(25 * MB));
    expect([ids(recent, 'AA|1'), ids(recent, 'AA|0')]).toEqual([[], ['large']]);
  });
});
