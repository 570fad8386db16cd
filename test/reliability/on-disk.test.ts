import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aanbieder, afsprakenMet, GEMEENTE } from '../gateway/wereld.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { straced, systemCalls } from '../servers/strace.ts';
import { judged } from './afloop.ts';
import { type Bekend, postAll } from './posten.ts';
import { verkeer } from './verkeer.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-disk-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

describe('a message on the embedded store', () => {
  it('is on disk before its 202', { timeout: 300_000 }, async () => {
    const file = join(map, 'gateway.trace');
    const under = straced(file, 'read,write,writev,pwrite64,fsync,fdatasync');
    const gateway = await TestGateway.start({ under });
    const bekend: Bekend[] = [];
    const { pid } = gateway;
    try {
      const http = new HttpClient(gateway.url);
      await http.putAgreements(afsprakenMet(1));
      for (const partij of [GEMEENTE, aanbieder(0)]) await http.sleutel(partij);
      for (const post of verkeer(1, 2).rijen[0] ?? []) {
        await postAll([post], http, bekend);
        await judged(bekend, http);
      }
      expect(gateway.log).toContain('what is acknowledged was synced to disk first');
    } finally {
      await gateway.remove();
    }
    const calls = await systemCalls(file, pid);
    const asked = calls.filter((call) => call.name === 'read' && call.args.includes('"POST /api/v1/berichten '));
    const told = calls.filter((call) => /^writev?$/.test(call.name) && call.args.includes('"HTTP/1.1 202 '));
    expect(asked).toHaveLength(bekend.length);
    expect(told).toHaveLength(bekend.length);
    const inLog = calls.filter((call) => call.args.includes('/pg_wal/'));
    for (const [i, { ended }] of asked.entries()) {
      const between = inLog.filter((call) => call.began > ended && call.ended < (told[i]?.began ?? 0));
      const written = between.findIndex((call) => call.name === 'pwrite64');
      const synced = between.findLastIndex((call) => /^f(?:data)?sync$/.test(call.name) && call.result === '0');
      expect(written, 'the log was written between the question and its answer').toBeGreaterThanOrEqual(0);
      expect(synced, 'and synced after that').toBeGreaterThan(written);
    }
  });
});
