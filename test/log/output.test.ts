import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Output } from '../../src/log/output.ts';
import { Repeats } from '../../src/log/repeats.ts';

const fout = (code: string) => Object.assign(new Error(code), { code });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An output on which `stuk` says what goes wrong next: an error, or how many bytes are taken. */
function opstelling() {
  const stuk: (string | number)[] = [];
  let geschreven = '';
  const output = new Output(1, (_fd, bytes) => {
    const nu = stuk.shift();
    if (typeof nu === 'string') throw fout(nu);
    geschreven += Buffer.from(bytes).subarray(0, nu).toString();
    return nu ?? bytes.length;
  });
  return { output, stuk, tekst: () => geschreven };
}

describe('lines that cannot be written', () => {
  it('are lost and counted, and the next is tried anew', () => {
    const { output, stuk, tekst } = opstelling();
    stuk.push('ENOSPC', 'EPIPE', 'EIO');
    expect(['a\n', 'b\n', 'c\n', 'd\n'].map((regel) => output.line(regel))).toEqual([false, false, false, true]);
    expect([tekst(), output.lost]).toEqual(['d\n', 3]);
  });

  it('wait for a slow reader, in their order', () => {
    const { output, stuk, tekst } = opstelling();
    stuk.push(2, 'EAGAIN', 'EAGAIN', 'EAGAIN');
    for (const regel of ['een\n', 'twee\n']) output.line(regel);
    expect(tekst()).toBe('ee');
    vi.advanceTimersByTime(100);
    expect([tekst(), output.lost]).toEqual(['een\ntwee\n', 0]);
  });

  it('wait within bounds', () => {
    const { output, stuk } = opstelling();
    stuk.push(...Array.from({ length: 300 }, () => 'EAGAIN'));
    for (let i = 0; i < 200; i++) output.line('x'.repeat(10_000));
    expect(output.lost).toBe(96);
  });

  it('leave the next on a line of its own when a part of them stands there', () => {
    const { output, stuk, tekst } = opstelling();
    stuk.push(3, 'ENOSPC');
    output.line('half geschreven\n');
    output.line('heel\n');
    expect(tekst()).toBe('hal\nheel\n');
  });
});

describe('equal lines', () => {
  it('are one line and, after ten seconds, their number', () => {
    const regels: unknown[] = [];
    const repeats = new Repeats((niveau, zin, velden) => regels.push([niveau, zin, velden]));
    for (let ms = 0; ms < 1000; ms++) repeats.line('info', 'verzoek', { status: 401, ms });
    repeats.line('info', 'verzoek', { status: 403, ms: 1 });
    expect(regels).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    expect(regels.slice(2)).toEqual([['info', 'verzoek', { status: 401, ms: 0, herhaald: 999 }]]);
    vi.advanceTimersByTime(60_000);
    repeats.line('info', 'verzoek', { status: 401, ms: 5 });
    expect(regels).toHaveLength(4);
  });

  it('are told at the end of the process, and take bounded room', () => {
    let geschreven = 0;
    const repeats = new Repeats(() => geschreven++);
    for (let nr = 0; nr < 3_000; nr++) repeats.line('warn', 'w', { nr });
    for (let nr = 0; nr < 3_000; nr++) repeats.line('warn', 'w', { nr });
    expect(geschreven).toBe(3_000 + 2_000);
    repeats.flush();
    expect(geschreven).toBe(3_000 + 2_000 + 1_000);
  });
});
