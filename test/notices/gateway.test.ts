import { afterAll, beforeAll, expect, it } from 'vitest';
import { BEHEERDER, freePort, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type SmtpSink, startSmtp } from '../servers/smtp.ts';
import { jw305 } from '../xml/voorbeeld.ts';

let smtp: SmtpSink;
let gateway: TestGateway;

beforeAll(async () => {
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, MAIL_VAN: 'gateway@voorbeeld.nl', WEBHOOK_PRIVE: 'ja' };
  gateway = await TestGateway.start({ env });
});
afterAll(async () => {
  await gateway.remove();
  await smtp.stop();
});

it('a gateway as it is served mails an operator that the way of an aanbieder fails, with nothing of a child', async () => {
  const client = new HttpClient(gateway.url);
  const [aanbieder, dead] = [await client.sleutel('42420001'), await freePort()];
  const { sleutel } = await client.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, {
    ...{ naam: 'Wacht', rol: 'operator', regios: ['AA'] },
  });
  await client.json('POST', '/api/v1/abonnementen', sleutel, { weg: 'mail', adres: 'wacht@voorbeeld.nl' });
  const url = `http://127.0.0.1:${dead}/`;
  await client.json('PUT', '/api/v1/partijen/42420001/kanaal', BEHEERDER, { kanaal: 'webhook', url });
  await client.call('POST', '/api/v1/berichten', aanbieder, new TextEncoder().encode(jw305()));
  await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(1);
  const mail = smtp.mails[0]?.replaceAll('=\r\n', '') ?? '';
  expect(mail).toContain('Berichten aan 42420001 komen niet aan');
  expect(mail).not.toMatch(/\b9999\d{5}\b/);
});
