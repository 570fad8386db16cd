import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientSleutel } from '../../src/store/client-key/client-sleutel.ts';
import { dataSleutel } from '../../src/store/client-key/data-sleutel.ts';
import { asStoreError, isTransient, StoreError } from '../../src/store/engine/errors.ts';
import { toJson } from '../../src/store/engine/json.ts';
import { fromStoredDate, toStoredDate } from '../../src/store/engine/stored-date.ts';
import { isId, isRijSleutel, newId } from '../../src/store/engine/uuid.ts';
import { VALUE_PARSERS } from '../../src/store/engine/value-parsers.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that sort in order of making', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 50)) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isId(id)).toBe(true);
    }
    const moment = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
    expect(Math.abs(moment - Date.now())).toBeLessThan(60_000);
  });

  it('and paging keys are known from other texts', () => {
    for (const slecht of ['', 'x', '01900000-0000-7000-8000', "'; drop", `${newId()} `])
      expect(isId(slecht)).toBe(false);
    expect([isRijSleutel('12'), isRijSleutel('-1'), isRijSleutel(''), isRijSleutel('9'.repeat(19))]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the name of a client', () => {
  const key = Buffer.from('een sleutel');

  it('is the same for the same BSN and key, and tells nothing of the BSN', () => {
    const naam = clientSleutel(key, '999900006');
    expect(naam).toMatch(/^[\w-]{24}$/);
    expect(clientSleutel(key, '999900006')).toBe(naam);
    expect(clientSleutel(Buffer.from('een andere'), '999900006')).not.toBe(naam);
    expect(clientSleutel(key, '999900018')).not.toBe(naam);
  });

  it('has its key from the configuration, else from the data folder, made once for its owner only', () => {
    const map = mkdtempSync(join(tmpdir(), 'ijw-key-'));
    try {
      expect(Buffer.from(dataSleutel('vast', map)).toString()).toBe('vast');
      const gemaakt = dataSleutel(null, join(map, 'nieuw'));
      expect(gemaakt).toHaveLength(32);
      expect(dataSleutel(null, join(map, 'nieuw'))).toEqual(gemaakt);
      expect(statSync(join(map, 'nieuw', 'data-sleutel')).mode & 0o777).toBe(0o600);
      writeFileSync(join(map, 'nieuw', 'data-sleutel'), 'kapot');
      expect(() => dataSleutel(null, join(map, 'nieuw'))).toThrow('damaged');
    } finally {
      rmSync(map, { recursive: true, force: true });
    }
  });
});

describe('values', () => {
  it('as JSON hold nothing that PostgreSQL cannot, and lose nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }),
        (gewoon, wild) => {
          const terug = JSON.parse(toJson([gewoon, wild])) as string[];
          const goed = (tekst: string) => Buffer.from(tekst, 'utf8').toString('utf8').replaceAll('\u0000', '\ufffd');
          expect(terug).toEqual([goed(gewoon), goed(wild)]);
        },
      ),
    );
    expect(JSON.parse(toJson('\\u0000 \\ud800'))).toBe('\\u0000 \\ud800');
  });

  it('are days of any year that XML Schema knows, those beyond a `date` as the first or last of it', () => {
    const jaar = (n: number) => String(n).padStart(4, '0');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 5_800_000 }), (voor, na) => {
        expect(toStoredDate(`-${jaar(voor)}-03-15`)).toBe(`${jaar(voor)}-03-15 BC`);
        for (const datum of [`-${jaar(voor)}-03-15`, `${jaar(na)}-12-31`])
          expect(fromStoredDate(toStoredDate(datum))).toBe(datum);
      }),
    );
    expect(['-99999-01-01', '99999999-01-01', '-0004-02-29'].map(toStoredDate)).toEqual([
      '4000-01-01 BC',
      '5800000-12-31',
      '0004-02-28 BC',
    ]);
  });

  it('come back as numbers, days, moments and bytes', () => {
    expect(VALUE_PARSERS[20]?.('999999999999')).toBe(999_999_999_999);
    expect(() => VALUE_PARSERS[20]?.('9007199254740993')).toThrow(RangeError);
    expect(VALUE_PARSERS[1082]?.('2026-03-29')).toBe('2026-03-29');
    for (const tekst of [
      '2026-03-29 02:30:00.123456+00',
      '2026-03-29 04:30:00.123456+02',
      '2026-03-29 08:00:00.123456+05:30',
    ]) {
      expect(VALUE_PARSERS[1184]?.(tekst)).toEqual(new Date('2026-03-29T02:30:00.123Z'));
    }
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(VALUE_PARSERS[17]?.(`\\x${Buffer.from(bytes).toString('hex')}`)).toEqual(new Uint8Array(bytes));
      }),
    );
  });
});

describe('errors', () => {
  const met = (code: string, extra = {}) =>
    asStoreError(
      Object.assign(new Error('value 999900006 is wrong'), { code, detail: 'Key (bsn)=(999900006)', ...extra }),
    );

  it('that pass are told from bugs', () => {
    for (const code of ['40001', '40P01', '08006', '57P01', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']) {
      expect(isTransient(met(code))).toBe(true);
    }
    for (const tekst of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect']) {
      expect(isTransient(asStoreError(new Error(tekst)))).toBe(true);
    }
    for (const code of ['23505', '42P01', '22007', 'XX000']) expect(isTransient(met(code))).toBe(false);
    expect(isTransient(asStoreError(new TypeError('x is not a function')))).toBe(false);
  });

  it('hold names, never values', () => {
    const fout = met('23505', { constraint: 'bericht_bytes' });
    expect(fout).toBeInstanceOf(StoreError);
    expect(fout.constraint).toBe('bericht_bytes');
    expect(JSON.stringify({ ...fout, tekst: String(fout), stapel: fout.stack, oorzaak: fout.cause })).not.toContain(
      '999900006',
    );
  });
});
