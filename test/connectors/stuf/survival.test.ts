import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import type { HttpClient } from '../../servers/http-client.ts';
import { StufPartner } from '../../servers/stuf-partner.ts';
import { envelop } from '../../xml/stuf/make.ts';
import { type Arrived, type PartySystem, type WayUnderTest, waySurvives } from '../survival.ts';

/** How long the systems of all parties are away (ms). */
const AWAY_MS = 500;

waySurvives('stuf', async (): Promise<WayUnderTest> => {
  const numbers = new Numbers();
  const systems: StufSystem[] = [];
  return {
    env: { WEBHOOK_PRIVE: 'ja' },
    async party(code, http) {
      const system = new StufSystem(code, http, await StufPartner.start(), numbers);
      systems.push(system);
      return { system, settings: { kanaal: 'stuf', endpoint: system.url } };
    },
    async restart() {
      await Promise.all(systems.map((system) => system.partner.stop()));
      await sleep(AWAY_MS);
      await Promise.all(systems.map((system) => system.partner.listen()));
    },
    async stop() {
      await Promise.all(systems.map((system) => system.partner.stop()));
    },
  };
});

/**
 * What each message was sent under, by its bytes: an envelope that is delivered has a referentienummer of its own, and names
 * that of its sender nowhere.
 */
class Numbers {
  readonly #ofBytes = new Map<string, string>();
  readonly #transportIds = new Map<string, string>();
  readonly #delivered = new Map<string, string>();

  given(bytes: Uint8Array, transportId: string): string {
    const number = this.#ofBytes.get(text(bytes)) ?? randomUUID();
    this.#ofBytes.set(text(bytes), number);
    this.#transportIds.set(number, transportId);
    return number;
  }

  /** What is delivered comes to one party under one number, however often it comes. */
  delivered(party: string, bytes: Uint8Array, number: string): string | undefined {
    const key = `${party} ${text(bytes)}`;
    const before = this.#delivered.get(key) ?? number;
    if (before !== number) throw new Error('the same message came under two numbers');
    this.#delivered.set(key, number);
    return this.#ofBytes.get(text(bytes));
  }

  transportIdOf(number: string | null): string | undefined {
    return this.#transportIds.get(number ?? '');
  }
}

class StufSystem implements PartySystem {
  readonly partner: StufPartner;
  readonly url: string;
  readonly #code: string;
  readonly #http: HttpClient;
  readonly #numbers: Numbers;
  readonly #arrived: Arrived[] = [];

  constructor(code: string, http: HttpClient, partner: StufPartner, numbers: Numbers) {
    this.#code = code;
    this.#http = http;
    this.partner = partner;
    this.url = partner.url;
    this.#numbers = numbers;
  }

  get arrived(): readonly Arrived[] {
    for (const { read } of this.partner.seen.slice(this.#arrived.length)) {
      if (read.kind !== 'envelop') throw new Error(`what came is no envelope: ${read.kind}`);
      const { functie: type, referentienummer, crossRefnummer: answers } = read.envelop;
      const id = this.#numbers.delivered(this.#code, read.payload, referentienummer) ?? referentienummer;
      const answersTransport = this.#numbers.transportIdOf(answers);
      const transport = answersTransport === undefined ? {} : { answersTransport };
      this.#arrived.push({ id, type, answers, bytes: read.payload, ...transport });
    }
    return this.#arrived;
  }

  /** The same envelope until it is confirmed: as one whose answer did not come is sent again. */
  readonly send = async (bytes: Uint8Array, transportId: string): Promise<void> => {
    const [, ontvanger = ''] = /:Ontvanger>(\d+)</.exec(text(bytes)) ?? [];
    const one = envelop({
      referentienummer: this.#numbers.given(bytes, transportId),
      zender: { organisatie: this.#code, applicatie: 'Suite' },
      ontvanger: { organisatie: ontvanger, applicatie: 'GGk' },
    });
    const body = schrijfEnvelop(one, bytes);
    const key = await this.#http.sleutel(this.#code);
    const basic = `Basic ${Buffer.from(`${this.#code}:${key}`).toString('base64')}`;
    for (;;) {
      const answer = await this.#http
        .post('/stuf/ggk0210/OntvangAsynchroon', basic, body, 'text/xml; charset=utf-8')
        .catch(() => null);
      if (answer?.status === 200) return;
      // Nobody answered, or the gateway has trouble of its own.
      if (answer !== null && !answer.text.includes('StUF058')) throw new Error(`refused: ${answer.text.slice(0, 500)}`);
      await sleep(100);
    }
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
