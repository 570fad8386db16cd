import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aanbieder, afsprakenMet, GEMEENTE } from '../../gateway/wereld.ts';
import { type Post, verkeer } from '../../reliability/verkeer.ts';
import { BEHEERDER, TestGateway } from '../../servers/gateway.ts';
import { HttpClient } from '../../servers/http-client.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { type RabbitmqServer, startRabbitmq } from '../../servers/rabbitmq.ts';
import { definitionsFor, GATEWAY_USER, passwordOf, userOf } from './definitions.ts';
import { SteadyParty } from './steady-party.ts';

/** A thousand messages by `npm run test:kanalen`, which takes minutes; less in `npm test`. */
const ALLES = Number(process.env.IJW_KANAAL_BERICHTEN ?? 0) >= 1000;
const AANBIEDERS = ALLES ? 28 : 6;
const CLIENTEN_ELK = ALLES ? 12 : 3;
const ALL = 3 * AANBIEDERS * CLIENTEN_ELK;
const PARTIES = [GEMEENTE, ...Array.from({ length: AANBIEDERS }, (_, n) => aanbieder(n))];

let postgres: PostgresServer;
let broker: RabbitmqServer;
beforeAll(async () => {
  [postgres, broker] = await Promise.all([startPostgres(), startRabbitmq({ definitions: definitionsFor(PARTIES) })]);
}, 200_000);
afterAll(() => Promise.all([postgres?.stop(), broker?.remove()]));

/** What was put in, under its own id. */
interface Sent {
  readonly id: string;
  readonly post: Post;
}

it('messages in and their answers out while broker and gateway are killed', {
  timeout: ALLES ? 1_980_000 : 600_000,
}, async () => {
  const env = {
    DATABASE_URL: await postgres.database(),
    DATA_SLEUTEL: 'de sleutel van de tests met een broker',
    AMQP_URL: broker.urlOf(GATEWAY_USER, passwordOf(GATEWAY_USER)),
  };
  const gateway = await TestGateway.start({ env });
  const parties = new Map<string, SteadyParty>();
  try {
    const http = new HttpClient(gateway.url);
    await http.putAgreements(afsprakenMet(AANBIEDERS));
    for (const party of PARTIES) {
      const settings = { kanaal: 'amqp', amqpGebruiker: userOf(party) };
      await http.json('PUT', `/api/v1/partijen/${party}/kanaal`, BEHEERDER, settings);
      const url = broker.urlOf(userOf(party), passwordOf(userOf(party)));
      const system = new SteadyParty(url, `ijw.uit.${party}`);
      parties.set(party, system);
      await system.listen();
    }
    const { rijen } = verkeer(AANBIEDERS, CLIENTEN_ELK);
    const send = async (posts: readonly Post[], name: string): Promise<Sent[]> => {
      const sent: Sent[] = [];
      for (const [i, post] of posts.entries()) {
        const id = `${name}-${i}`;
        await parties.get(post.afzender)?.put(post.bytes, id);
        sent.push({ id, post });
      }
      return sent;
    };
    // Of the gemeente first: what the aanbieders send is about those toewijzingen.
    const toewijzingen = await send(
      rijen.flatMap((rij) => rij.filter(({ afzender }) => afzender === GEMEENTE)),
      GEMEENTE,
    );
    await verdicts(parties, toewijzingen);
    const kills = (async () => {
      for (const [part, kill] of [
        [0.4, () => gateway.kill().then(() => gateway.start())],
        [0.55, () => broker.kill().then(() => broker.start())],
        [0.75, () => gateway.kill().then(() => gateway.start())],
      ] as const) {
        while (verdictsOf(parties).size < part * ALL) await sleep(20);
        await kill();
      }
    })();
    const rows = await Promise.all(
      rijen.map((rij, n) =>
        send(
          rij.filter(({ afzender }) => afzender !== GEMEENTE),
          aanbieder(n),
        ),
      ),
    );
    await kills;
    const all = [...toewijzingen, ...rows.flat()];
    expect(all).toHaveLength(ALL);
    await verdicts(parties, all);
    await answered(parties, all);
    checkAnswers(parties, all);
    for (const [n, row] of rows.entries()) checkOrder(parties.get(aanbieder(n)), aanbieder(n), row);
    checkForwarded(parties);
  } finally {
    await Promise.all([...parties.values()].map((party) => party.close()));
    await gateway.remove();
  }
});

const VERDICT = /^oordeel-/;

function messagesOf(party: SteadyParty | undefined) {
  return (party?.came ?? []).map(({ content, properties }) => ({ ...properties, content }));
}

/** The status in each verdict that came, by the sender's own id of what it is about. */
function verdictsOf(parties: ReadonlyMap<string, SteadyParty>): Map<string, string> {
  const seen = new Map<string, string>();
  for (const party of parties.values()) {
    for (const { messageId, correlationId, content } of messagesOf(party)) {
      if (VERDICT.test(messageId)) seen.set(correlationId, JSON.parse(content.toString()).status);
    }
  }
  return seen;
}

/** Until each has its verdict, which is what it must be. */
async function verdicts(parties: ReadonlyMap<string, SteadyParty>, sent: readonly Sent[]): Promise<void> {
  let seen = verdictsOf(parties);
  while (sent.some(({ id }) => !seen.has(id))) {
    await sleep(200);
    seen = verdictsOf(parties);
  }
  expect(sent.map(({ id }) => [id, seen.get(id)])).toEqual(sent.map(({ id, post }) => [id, post.status]));
}

/** The answers that a party got, on its own messages; `copies`: what was answered in its name, which it gets too. */
function answersOf(party: SteadyParty | undefined, code: string, copies = false) {
  return messagesOf(party).filter(
    ({ messageId, headers }) =>
      !VERDICT.test(messageId) && headers?.['ijw-op'] && headers[copies ? 'ijw-afzender' : 'ijw-ontvanger'] === code,
  );
}

async function answered(parties: ReadonlyMap<string, SteadyParty>, sent: readonly Sent[]): Promise<void> {
  const count = (copies: boolean) =>
    [...parties].reduce((sum, [code, party]) => sum + answersOf(party, code, copies).length, 0);
  while (count(false) < sent.length || count(true) < sent.length) await sleep(100);
  expect([count(false), count(true)]).toEqual([sent.length, sent.length]);
}

/** One answer of the right kind on each, to who sent it, and correlated with the id that the gateway gave it. */
function checkAnswers(parties: ReadonlyMap<string, SteadyParty>, sent: readonly Sent[]): void {
  const got = PARTIES.flatMap((code) =>
    answersOf(parties.get(code), code).map(({ headers, type }) => [code, headers?.['ijw-op'], type]),
  );
  const expected = sent.map(({ id, post }) => [post.afzender, id, post.antwoord]);
  expect(got.map(String).toSorted()).toEqual(expected.map(String).toSorted());
  for (const code of PARTIES) {
    const ids = new Map(
      messagesOf(parties.get(code))
        .filter(({ messageId }) => VERDICT.test(messageId))
        .map(({ messageId, correlationId }) => [correlationId, messageId.replace(VERDICT, '')]),
    );
    for (const { correlationId, headers } of answersOf(parties.get(code), code)) {
      expect(correlationId).toBe(ids.get(headers?.['ijw-op']));
    }
  }
}

/** What one aanbieder sent was judged in that order: so came its answers. */
function checkOrder(party: SteadyParty | undefined, code: string, row: readonly Sent[]): void {
  expect(answersOf(party, code).map(({ headers }) => headers?.['ijw-op'])).toEqual(row.map(({ id }) => id));
}

/** What one party sent came to the other, once. */
function checkForwarded(parties: ReadonlyMap<string, SteadyParty>): void {
  const types = (code: string) => {
    const counts: Record<string, number> = {};
    for (const { messageId, headers, type } of messagesOf(parties.get(code))) {
      if (!VERDICT.test(messageId) && headers?.['ijw-op'] === undefined) counts[type] = (counts[type] ?? 0) + 1;
    }
    return counts;
  };
  const all = AANBIEDERS * CLIENTEN_ELK;
  expect(types(GEMEENTE)).toEqual({ JW305: all, JW323: all });
  for (let n = 0; n < AANBIEDERS; n++) expect(types(aanbieder(n))).toEqual({ JW301: CLIENTEN_ELK });
}
