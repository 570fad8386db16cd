import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Principal } from '../../src/access/principal.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { Poster } from '../../src/connectors/post-bytes.ts';
import { Door } from '../../src/gateway/door.ts';
import { overview } from '../../src/gateway/people/overview.ts';
import { type SubscriptionAsked, subscriptions } from '../../src/gateway/people/subscriptions.ts';
import type { AgreementsCache } from '../../src/judging/agreements-cache.ts';
import { Mailer } from '../../src/notices/mailer.ts';
import { Teller } from '../../src/notices/teller.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { BEHEERDER, operator, partijen } from '../access/wie.ts';
import { type SmtpSink, startSmtp } from '../servers/smtp.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { startWebhookServer, type WebhookServer } from '../servers/webhook.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-notices-'));
const BEGIN = new Date('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
let store: Store;
let smtp: SmtpSink;
let hook: WebhookServer;
let now = BEGIN;

beforeAll(async () => {
  [store, smtp, hook] = await Promise.all([openStore({ dataDir: folder }), startSmtp(), startWebhookServer()]);
  await store.migrate();
});
afterAll(async () => {
  await Promise.all([store.close(), smtp.stop(), hook.stop()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const { id } of await store.subscriptions()) await store.endSubscription(id);
  now = BEGIN;
  smtp.refuse(null);
  hook.answer(() => 204);
  await queues();
});

const afspraken = maakAfspraken(
  { versie: 'leeg', regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] },
  1,
);
const agreements = { fresh: async () => ({ afspraken }) } as unknown as Pick<AgreementsCache, 'fresh'>;

/** Somebody's subscription, and what tells it; with `guarded` a webhook may not go to this machine. */
async function subscribed(who: Principal, asked: SubscriptionAsked, guarded = false) {
  const door = new Door({ store, agreements, now: () => now });
  const targets = { privateAllowed: true };
  const made = await subscriptions({ door, store, targets, mail: true }).make(who, asked);
  if (made.kind !== 'made') throw new Error(made.kind);
  const mailer = new Mailer({ url: smtp.url, from: 'gateway@voorbeeld.nl' });
  const poster = new Poster({ privateAllowed: !guarded });
  const teller = new Teller({
    ...{ store, overview: overview({ door, store }), agreements, poster, mailer, pageUrl: 'https://ijw.voorbeeld.nl' },
    ...{ now: () => now, logger: stilleLogger, lookMs: 1_000 },
  });
  const look = async (minutes: number) => {
    now = new Date(now.getTime() + minutes * MINUTE);
    return teller.tellDue();
  };
  const state = async () => (await store.subscriptions()).find(({ id }) => id === made.subscription.id);
  return { made, teller, look, state, geheim: made.geheim ?? '' };
}

/** The queues of these regions are paused, and no others: a signal at each begin and end. */
function queues(...regios: readonly string[]): Promise<unknown> {
  const nu = regios.map((regio) => ({ regio, soort: 'gepauzeerd' as const, begin: `Rij ${regio} staat stil.` }));
  return store.noteQueueStates({ nu, twijfel: [], einde: ({ regio }) => `Rij ${regio} gaat weer.` });
}

const MAIL = { weg: 'mail', adres: 'jeugdhulp@voorbeeld.nl' } as const;
const mailsSince = (count: number) => smtp.mails.slice(count).map((mail) => mail.replaceAll('=\r\n', ''));

it('a failure gives one mail at its begin and one at its end, and a hundred signals give no more than that', async () => {
  const before = smtp.mails.length;
  const { look } = await subscribed(operator('AA'), MAIL);
  expect(await look(0)).toBe(0);
  await queues('AA');
  expect(await look(1)).toBe(1);
  await queues();
  expect(await look(1)).toBe(0);
  for (let keer = 0; keer < 49; keer++) {
    await queues('AA');
    await queues();
  }
  expect(await look(10)).toBe(0);
  expect(await look(4)).toBe(1);
  expect(await look(16)).toBe(0);
  const [begin = '', end = '', ...more] = mailsSince(before);
  expect(more).toEqual([]);
  expect(begin).toContain('Subject: ijw-gateway: 1 signaal over een wachtrij');
  expect(begin).toContain('Rij AA staat stil.');
  expect(begin).toContain('https://ijw.voorbeeld.nl/wachtrijen');
  expect(end).toContain('Subject: ijw-gateway: 99 signalen over wachtrijen');
  expect(end).toContain('en nog 79');
  expect(end).toContain('To: jeugdhulp@voorbeeld.nl');
});

it('tells nobody what happens elsewhere, nor what was not asked for', async () => {
  const before = smtp.mails.length;
  const elsewhere = await subscribed(operator('ZAWA'), MAIL);
  await subscribed(operator('AA'), { ...MAIL, soorten: ['termijn'] });
  await queues('AA');
  expect(await elsewhere.look(1)).toBe(0);
  expect(smtp.mails.length).toBe(before);
});

it('tries again what a mail server refused, loses nothing, and keeps nothing of what it answered', async () => {
  const before = smtp.mails.length;
  const { look, state } = await subscribed(operator('AA'), MAIL);
  smtp.refuse(451);
  await queues('AA');
  expect(await look(1)).toBe(0);
  expect(await state()).toMatchObject({ fout: 'smtp-451', pogingen: 1, verteldOp: null });
  await queues();
  expect(await look(0.2)).toBe(0);
  expect(await state()).toMatchObject({ pogingen: 1 });
  smtp.refuse(null);
  expect(await look(1)).toBe(1);
  expect(await state()).toMatchObject({ fout: null, foutSinds: null, pogingen: 0, verteldOp: now });
  expect(mailsSince(before)).toMatchObject([expect.stringContaining('2 signalen over wachtrijen')]);
});

it('is of its party: it goes on while another key of that may look at it, and from where it was once there is one again', async () => {
  const GEWOON = { partijen: null, regios: null, alleenLezen: false, geldigTot: null, staart: 'abcd' };
  const key = (partij: string) => store.addKey({ ...GEWOON, naam: partij, rol: 'aanbieder', partij }, randomBytes(32));
  const [een, , beide] = [await key('42420001'), await key('42420002'), ['42420001', '42420002']];
  const samen = await store.addKey(
    { ...GEWOON, naam: 'bureau', rol: 'aanbieder', partij: null, partijen: beide },
    randomBytes(32),
  );
  const own = await subscribed({ ...partijen('42420001'), keyId: een.id }, { ...MAIL, ritme: 'dag' });
  const bureau = await subscribed({ ...partijen(...beide), keyId: samen.id }, { ...MAIL, ritme: 'dag' });
  const day = 24 * 60;
  await store.endKey(een.id, now);
  expect(await own.look(day)).toBe(2);
  expect(await own.state()).toMatchObject({ fout: null });
  // Of what the bureau heard about both no key of one of them may hear; and of the first there is none any more.
  await store.endKey(samen.id, now);
  expect(await own.look(day)).toBe(0);
  const stopped = [await own.state(), await bureau.state()];
  expect(stopped.map((state) => state?.fout)).toEqual(['sleutel-beeindigd', 'sleutel-beeindigd']);
  await key('42420001');
  expect(await own.look(1)).toBe(1);
  expect(await own.state()).toMatchObject({ fout: null, foutSinds: null });
  expect(await bureau.state()).toMatchObject({ fout: 'sleutel-beeindigd' });
});

it('of staff ends with the key that made it, and sees no more than that key does by now', async () => {
  const before = smtp.mails.length;
  const GEWOON = { partij: null, partijen: null, alleenLezen: false, geldigTot: null };
  const made = { ...GEWOON, naam: 'Wacht', rol: 'operator', staart: 'abcd' } as const;
  const key = (regios: readonly string[]) => store.addKey({ ...made, regios }, randomBytes(32));
  const [ended, narrowed] = [await key(['AA', 'ZAWA']), await key(['AA', 'ZAWA'])];
  const first = await subscribed(
    { ...operator('AA', 'ZAWA'), keyId: ended.id },
    { ...MAIL, adres: 'weg@voorbeeld.nl' },
  );
  const second = await subscribed({ ...operator('AA', 'ZAWA'), keyId: narrowed.id }, MAIL);
  await store.endKey(ended.id, now);
  await store.changeKey(narrowed.id, { regios: ['ZAWA'] });
  await queues('AA');
  expect(await first.look(1)).toBe(0);
  expect(await first.state()).toMatchObject({ fout: 'sleutel-beeindigd', verteldOp: null });
  expect(await second.state()).toMatchObject({ fout: null, verteldOp: null });
  await queues('AA', 'ZAWA');
  expect(await second.look(1)).toBe(1);
  expect(mailsSince(before)).toMatchObject([expect.stringContaining('To: jeugdhulp@voorbeeld.nl')]);
  expect(mailsSince(before)[0]).not.toContain('Rij AA');
});

it('two processes tell it once', async () => {
  const before = smtp.mails.length;
  const { teller, look } = await subscribed(operator('AA'), MAIL);
  await queues('AA');
  now = new Date(now.getTime() + MINUTE);
  const told = await Promise.all([teller.tellDue(), teller.tellDue(), look(0)]);
  expect(told.toSorted()).toEqual([0, 0, 1]);
  expect(smtp.mails.length).toBe(before + 1);
});

it('a webhook is signed, has one id on every try, and gets ids and codes', async () => {
  const { look, geheim, state } = await subscribed(operator('AA'), { weg: 'webhook', adres: `${hook.url}signalen` });
  hook.answer(() => 503);
  await queues('AA');
  expect(await look(1)).toBe(0);
  expect(await state()).toMatchObject({ fout: 'http-503' });
  hook.answer(() => 204);
  expect(await look(1)).toBe(1);
  const [refused, taken] = hook.hooks.slice(-2);
  expect(taken?.headers['webhook-id']).toBe(refused?.headers['webhook-id']);
  // The library of the receiver judges the moment by the real clock; here it is the moment of the gateway.
  const body = taken?.body.toString() ?? '';
  const signed = new Webhook(geheim).sign(String(taken?.headers['webhook-id']), now, body);
  expect(taken?.headers).toMatchObject({
    'webhook-signature': signed,
    'webhook-timestamp': String(now.getTime() / 1_000),
  });
  expect(JSON.parse(body)).toMatchObject({
    totaal: 1,
    aantallen: { wachtrij: 1 },
    signalen: [{ soort: 'wachtrij', gemeente: null, aanbieder: null, melding: 'Rij AA staat stil.' }],
  });
});

it('a webhook on this machine gets nothing where that is not allowed, though it was when it was set', async () => {
  const before = hook.hooks.length;
  const { look, state } = await subscribed(operator('AA'), { weg: 'webhook', adres: hook.url }, true);
  await queues('AA');
  expect(await look(1)).toBe(0);
  expect(await state()).toMatchObject({ fout: 'prive-adres' });
  expect(hook.hooks.length).toBe(before);
});

it('a digest comes once a day at seven, also when it was quiet, with what waits', async () => {
  const before = smtp.mails.length;
  const { look, made } = await subscribed(BEHEERDER, { ...MAIL, ritme: 'dag' });
  expect(made.subscription.volgendeOp).toEqual(new Date('2026-03-03T06:00:00Z'));
  await queues('AA');
  expect(await look(20 * 60)).toBe(0);
  expect(await look(61)).toBe(1);
  expect(await look(23 * 60)).toBe(0);
  expect(await look(60)).toBe(1);
  const [first = '', second = '', ...more] = mailsSince(before);
  expect(more).toEqual([]);
  expect(first).toContain('Subject: ijw-gateway: dagoverzicht van 02-03-2026');
  expect(first).toContain('Rij AA staat stil.');
  expect(second).toContain('dagoverzicht van 03-03-2026');
  expect(second).toContain('Er waren geen signalen.');
});

it('a trial goes out though nothing happened, once, and what happens meanwhile is told as ever', async () => {
  const before = smtp.mails.length;
  const { look, state, made } = await subscribed(operator('AA'), MAIL);
  expect(await look(0)).toBe(0);
  expect(await store.trySubscription(made.subscription.id, now)).toBe(true);
  smtp.refuse(451);
  expect([await look(0), (await state())?.proefOp]).toEqual([0, now]);
  smtp.refuse(null);
  expect(await look(1)).toBe(1);
  const [mail, ...more] = mailsSince(before);
  expect([more.length, mail?.includes('Subject: ijw-gateway: proef van een abonnement')]).toEqual([0, true]);
  expect((await state())?.proefOp).toBeNull();
  await queues('AA');
  expect(await look(1)).toBe(1);
  expect(await store.trySubscription('01a1ffe3-0598-7231-b29d-aec695db5bc9', now)).toBe(false);
});
