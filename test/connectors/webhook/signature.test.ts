import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { newWebhookSecret, secretBytes } from '../../../src/channels/webhook-secret.ts';
import { signature } from '../../../src/connectors/webhook/signature.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?><a>é €</a>';
const NOW = Math.floor(Date.now() / 1_000);

it('is that of the library of the specification, both ways', () => {
  const secret = newWebhookSecret();
  const webhook = new Webhook(secret);
  const ours = signature(secret, 'msg_1', NOW, Buffer.from(XML, 'utf8'));
  expect(webhook.sign('msg_1', new Date(NOW * 1_000), XML)).toBe(ours);
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW), 'webhook-signature': ours };
  // It parses what it verified as JSON: XML gets that far and no further.
  expect(() => webhook.verify(XML, headers)).toThrow(SyntaxError);
  expect(() => webhook.verify(`${XML} `, headers)).toThrow(/signature/i);
});

it('is over the bytes, whatever their encoding', () => {
  const secret = newWebhookSecret();
  const latin = Buffer.from(XML.replace('€', ''), 'latin1');
  const key = secretBytes(secret) ?? Buffer.alloc(0);
  const expected = createHmac('sha256', key)
    .update(Buffer.concat([Buffer.from(`m.${NOW}.`), latin]))
    .digest('base64');
  expect(signature(secret, 'm', NOW, latin)).toBe(`v1,${expected}`);
});
