import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ChannelSettings } from '../../src/channels/channel-settings.ts';
import { checkChange } from '../../src/channels/check-change.ts';
import { newWebhookSecret, secretBytes } from '../../src/channels/webhook-secret.ts';
import type { ChannelChange } from '../../src/store/channels/contract.ts';
import { CERTIFICATE, KEY } from './certificate.ts';

const NOTHING = new ChannelSettings({ channelsVersion: async () => 0, channelSettings: async () => [] }).of('0362');

async function pointers(change: ChannelChange, before = NOTHING): Promise<string[]> {
  const faults = await checkChange({ ...before, ...change }, change, { privateAllowed: true });
  for (const { melding } of faults) expect(melding).toMatch(/^[A-Z].*\.$/);
  return faults.map(({ pointer }) => pointer);
}

const [certificaat, sleutel] = [CERTIFICATE, KEY];

describe('settings of a party', () => {
  it('need no more than their way does', async () => {
    expect(await pointers({ kanaal: 'amqp' })).toEqual([]);
    expect(await pointers({ amqpGebruiker: 'epd' })).toEqual([]);
    expect(await pointers({ kanaal: 'webhook' })).toEqual(['/url']);
    expect(await pointers({ kanaal: 'stuf' })).toEqual(['/endpoint']);
    expect(await pointers({ kanaal: 'webhook' }, { ...NOTHING, url: 'http://127.0.0.1/' })).toEqual([]);
    expect(await pointers({ url: null }, { ...NOTHING, kanaal: 'webhook', url: 'http://127.0.0.1/' })).toEqual([
      '/url',
    ]);
  });

  it('name everything that is wrong at once', async () => {
    const change = { kanaal: 'webhook', url: 'epd', endpoint: 'stuf', geheim: 'geheim', sleutel: 'x' } as const;
    expect(await pointers(change)).toEqual(['/url', '/endpoint', '/geheim', '/certificaat']);
  });

  it('take a certificate with its own key', async () => {
    expect(await pointers({ certificaat, sleutel })).toEqual([]);
    expect(await pointers({ certificaat })).toEqual(['/sleutel']);
    expect(await pointers({ sleutel })).toEqual(['/certificaat']);
    expect(await pointers({ certificaat: 'geen PEM', sleutel })).toEqual(['/certificaat']);
    expect(await pointers({ certificaat, sleutel: 'geen PEM' })).toEqual(['/sleutel']);
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await pointers({ certificaat, sleutel: other.export({ type: 'pkcs8', format: 'pem' }).toString() })).toEqual(
      ['/sleutel'],
    );
    expect(await pointers({ certificaat: null, sleutel: null }, { ...NOTHING, certificaat, sleutel })).toEqual([]);
  });
});

describe('a webhook secret', () => {
  it('is made anew each time, and is 24 to 64 bytes with or without padding', () => {
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
    const secret = newWebhookSecret();
    expect(secretBytes(secret)?.length).toBe(32);
    expect(secretBytes(secret.replaceAll('=', ''))).toEqual(secretBytes(secret));
    for (const length of [23, 65])
      expect(secretBytes(`whsec_${Buffer.alloc(length).toString('base64')}`)).toBeUndefined();
    for (const wrong of ['', 'whsec_', 'geheim', `whsec_${'é'.repeat(40)}`, secret.slice(6)]) {
      expect(secretBytes(wrong)).toBeUndefined();
    }
  });
});
