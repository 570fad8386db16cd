import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { jw301 } from '../gateway/berichten.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';

/** Something that a party got by its way. */
export interface Arrived {
  /** Of the message: the same each time that it comes. */
  readonly id: string;
  readonly type: string;
  /** Id of the message that it answers. */
  readonly answers: string | null;
  /** What the sender of that message called it, where the way tells. */
  readonly answersTransport?: string;
  readonly bytes: Uint8Array;
}

/** The system of a party. */
export interface PartySystem {
  /** All that came, in order, also what came twice. */
  readonly arrived: readonly Arrived[];
  /** Puts a message in and tries until the way has taken it. Absent: nothing comes in by this way, so it goes by HTTP. */
  readonly send?: (bytes: Uint8Array, transportId: string) => Promise<void>;
}

/** A way with its real server. */
export interface WayUnderTest {
  /** What the gateway needs to have it. */
  readonly env: Readonly<Record<string, string>>;
  /** The system of this party, ready to get and to send, with what is set of it (`PUT /partijen/{code}/kanaal`). */
  party(
    code: string,
    http: HttpClient,
  ): Promise<{ readonly system: PartySystem; readonly settings: Readonly<Record<string, unknown>> }>;
  /** The server goes away and comes back, with all that it was told is kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const AANBIEDERS = 5;
/** A thousand by `npm run test:kanalen`; in `npm test` so many that each kill falls among them. */
const MESSAGES = Number(process.env.IJW_KANAAL_BERICHTEN ?? 40);
/** What is not there by then is lost (ms). */
const PATIENCE_MS = MESSAGES < 1_000 ? 420_000 : 1_800_000;

/**
 * Messages in and their answers out while the way's server is restarted and the gateway killed twice: none lost, none
 * doubled, the order of each aanbieder kept, each answer about what it answers. The gemeente sends a JW301 after the other
 * to each of five aanbieders at once; each aanbieder gets its own, and the gemeente a JW302 for each.
 */
export function waySurvives(name: string, make: () => Promise<WayUnderTest>): void {
  describe(`${name}, while its server is restarted and the gateway killed twice`, () => {
    const open: (() => Promise<unknown>)[] = [];
    afterAll(async () => {
      for (const close of open.splice(0).reverse()) await close();
    });

    it(`brings ${MESSAGES} messages and their answers, each once and in order`, {
      timeout: PATIENCE_MS + 180_000,
    }, async () => {
      const way = await make();
      open.push(() => way.stop());
      const gateway = await TestGateway.start({ env: way.env });
      open.push(() => gateway.remove());
      const http = new HttpClient(gateway.url);
      await http.putAgreements(afsprakenMet(AANBIEDERS));
      const systems = new Map<string, PartySystem>();
      const lines = Array.from({ length: AANBIEDERS }, (_, n) => lineTo(n, MESSAGES / AANBIEDERS));
      for (const code of [GEMEENTE, ...lines.map(({ party }) => party)]) {
        const { system, settings } = await way.party(code, http);
        await http.json('PUT', `/api/v1/partijen/${code}/kanaal`, BEHEERDER, settings);
        systems.set(code, system);
      }
      const key = await http.sleutel(GEMEENTE);
      const gemeente = systems.get(GEMEENTE);
      const send = gemeente?.send ?? ((bytes: Uint8Array) => untilTaken(http, key, bytes));

      const came = () => distinct(gemeente, 'JW302').length;
      const kills = (async () => {
        for (const [share, trouble] of [
          [0.2, () => killed(gateway)],
          [0.4, () => way.restart()],
          [0.6, () => killed(gateway)],
        ] as const) {
          await until(() => came() >= share * MESSAGES);
          await trouble();
        }
      })();
      const sending = lines.map(async ({ messages }) => {
        for (const { bytes, transportId } of messages) await send(bytes, transportId);
      });
      await Promise.all([kills, ...sending]);

      const gotAll = () =>
        lines.every(({ party, messages }) => distinct(systems.get(party), 'JW301').length >= messages.length);
      await until(() => came() >= MESSAGES && gotAll());
      // What would come once too often gets time to.
      await sleep(2_000);
      expect(came()).toBe(MESSAGES);
      for (const { party, messages } of lines) {
        const got = distinct(systems.get(party), 'JW301');
        expect(got.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
          messages.map(({ bytes }) => Buffer.from(bytes).toString()),
        );
        const line = new Map(got.map(({ id }, i) => [id, messages[i]?.transportId]));
        const answers = distinct(gemeente, 'JW302').filter(({ answers: id }) => line.has(id ?? ''));
        expect(answers.map(({ answers: id }) => id)).toEqual(got.map(({ id }) => id));
        for (const { answers: id, answersTransport } of answers) {
          if (gemeente?.send !== undefined && answersTransport !== undefined) {
            expect(answersTransport).toBe(line.get(id ?? ''));
          }
        }
      }
    });
  });
}

/** JW301s to one aanbieder. */
function lineTo(n: number, count: number) {
  const messages = Array.from({ length: count }, (_, i) => {
    const wie = client(n);
    return { bytes: jw301(wie, `L${n}M${i}`), transportId: `van-de-gemeente-${n}-${i}` };
  });
  return { party: aanbieder(n), messages };
}

/** Each message of a type once, where it came first. What was composed in the name of a party goes to it too. */
function distinct(system: PartySystem | undefined, type: string): readonly Arrived[] {
  const seen = new Map<string, Arrived>();
  for (const one of system?.arrived ?? []) if (one.type === type && !seen.has(one.id)) seen.set(one.id, one);
  return [...seen.values()];
}

async function killed(gateway: TestGateway): Promise<void> {
  await gateway.kill();
  await gateway.start();
}

async function until(done: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!done()) {
    if (performance.now() > end) throw new Error('it never came');
    await sleep(50);
  }
}

/** As a sender does whose gateway may be away: the same bytes have one effect. */
async function untilTaken(http: HttpClient, key: string, bytes: Uint8Array): Promise<void> {
  for (;;) {
    const status = await http.call('POST', '/api/v1/berichten', key, bytes).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || status === 202) return;
    if (status !== 0 && status < 500) throw new Error(`a message was refused: ${status}`);
    await sleep(100);
  }
}
