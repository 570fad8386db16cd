import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aanbieder, afsprakenMet, GEMEENTE } from '../gateway/wereld.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { checked, judged } from './afloop.ts';
import { type Bekend, postAll } from './posten.ts';
import { verkeer } from './verkeer.ts';

const AANBIEDERS = 6;

describe('SIGTERM under load', () => {
  it('ends by itself in time, and loses or doubles nothing', { timeout: 600_000 }, async () => {
    const gateway = await TestGateway.start();
    try {
      const http = new HttpClient(gateway.url);
      await http.putAgreements(afsprakenMet(AANBIEDERS));
      for (const partij of [GEMEENTE, ...Array.from({ length: AANBIEDERS }, (_, n) => aanbieder(n))]) {
        await http.sleutel(partij);
      }
      const stroom = verkeer(AANBIEDERS, 8);
      const bekend: Bekend[] = [];
      const gepost = Promise.all(stroom.rijen.map((rij) => postAll(rij, http, bekend)));
      while (bekend.length < 60) await sleep(5);
      // A stop that takes too long is cut off with exit code 1 (src/cli/serve.ts).
      expect(await gateway.stop()).toBe(0);
      await gateway.start();
      await gepost;
      await checked(stroom, bekend, await judged(bekend, http), http);
    } finally {
      await gateway.remove();
    }
  });
});
