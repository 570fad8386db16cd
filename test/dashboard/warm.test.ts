import { expect, it, vi } from 'vitest';
import type { Api } from '../../src/api/vraag.ts';
import { warmPages } from '../../src/dashboard/warm.ts';
import { NepGateway } from '../api/nep-gateway.ts';

const NIET = { ok: false, store: true, queue: true, schemas: false, redenen: ['x'], waarschuwingen: [] };

function api(gateway: NepGateway): Api {
  return { gateway, nu: () => new Date('2026-01-02T12:00:00Z') } as unknown as Api;
}

it('makes the first pages once the gateway is ready, and writes nothing down', async () => {
  const gateway = new NepGateway();
  const ready = vi.spyOn(gateway.health, 'ready').mockResolvedValueOnce(NIET);
  const [eerste, lijst] = [vi.spyOn(gateway.overview, 'attention'), vi.spyOn(gateway.messages, 'list')];
  await warmPages(api(gateway), new AbortController().signal);
  expect([ready, eerste, lijst].map((call) => call.mock.calls.length)).toEqual([2, 1, 1]);
  expect(gateway.audit).toEqual([]);
});

it('ends when the process stops before it was ready', async () => {
  const gateway = new NepGateway();
  vi.spyOn(gateway.health, 'ready').mockResolvedValue(NIET);
  const eerste = vi.spyOn(gateway.overview, 'attention');
  const stopping = new AbortController();
  const warm = warmPages(api(gateway), stopping.signal);
  stopping.abort();
  await expect(warm).rejects.toThrow('abort');
  expect(eerste).not.toHaveBeenCalled();
});
