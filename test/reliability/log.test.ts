import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';

const ZONDER_SLEUTEL = 40;

describe('a log that cannot be written', () => {
  it('does not end the gateway: a full disk', { timeout: 300_000 }, async () => {
    const vol = openSync('/dev/full', 'w');
    const gateway = await TestGateway.start({ output: vol });
    try {
      for (let i = 0; i < ZONDER_SLEUTEL; i++) {
        const antwoord = await fetch(`${gateway.url}/api/v1/berichten?nr=${i}`);
        expect(antwoord.status).toBe(401);
        // Another line each time: equal ones would be one.
        expect((await met(gateway, `/api/v1/sleutels/${i}`)).status).toBe(404);
      }
      expect((await met(gateway, '/api/v1/berichten')).status).toBe(200);
      expect(await verloren(gateway)).toBeGreaterThan(0);
      expect(await gateway.stop()).toBe(0);
    } finally {
      await gateway.remove();
      closeSync(vol);
    }
  });

  it('does not end the gateway: a reader that went away', { timeout: 300_000 }, async () => {
    const gateway = await TestGateway.start();
    try {
      gateway.stopReading();
      for (let i = 0; i < ZONDER_SLEUTEL; i++)
        expect((await fetch(`${gateway.url}/api/v1/berichten`)).status).toBe(401);
      expect((await met(gateway, '/api/v1/berichten')).status).toBe(200);
      expect(await verloren(gateway)).toBeGreaterThan(0);
    } finally {
      await gateway.remove();
    }
  });

  it('holds forty calls without a key in one line', { timeout: 300_000 }, async () => {
    const gateway = await TestGateway.start();
    try {
      for (let i = 0; i < ZONDER_SLEUTEL; i++) await fetch(`${gateway.url}/api/v1/berichten`);
      await gateway.stop();
      const regels = gateway.log
        .split('\n')
        .filter((regel) => regel.includes('"status":401'))
        .map((regel) => JSON.parse(regel) as { herhaald?: number });
      expect(regels.length).toBeLessThan(ZONDER_SLEUTEL / 2);
      expect(regels.reduce((som, { herhaald = 1 }) => som + herhaald, 0)).toBe(ZONDER_SLEUTEL);
    } finally {
      await gateway.remove();
    }
  });
});

function met(gateway: TestGateway, pad: string): Promise<Response> {
  return fetch(gateway.url + pad, { headers: { authorization: `Bearer ${BEHEERDER}` } });
}

async function verloren(gateway: TestGateway): Promise<number> {
  const tekst = await (await met(gateway, '/metrics')).text();
  return Number(/^ijw_log_verloren (\d+)$/m.exec(tekst)?.[1]);
}
