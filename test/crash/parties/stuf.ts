import { randomUUID } from 'node:crypto';
import { schrijfAntwoord, schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import type { HttpClient } from '../../servers/http-client.ts';
import { StufPartner } from '../../servers/stuf-partner.ts';
import { antwoord, envelop } from '../../xml/stuf/make.ts';
import { Mailbox, typeOf } from '../mailbox.ts';
import type { Party } from '../party.ts';
import { patiently } from '../patiently.ts';

const PATH = '/stuf/ggk0210/OntvangAsynchroon';

/** Envelopes both ways. What comes bears no id of ours but a reference of its delivery. */
export class StufParty extends Mailbox implements Party {
  readonly code: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly #http: HttpClient;
  readonly #partner: StufPartner;
  readonly #receiver: string;
  #closed = false;

  private constructor(code: string, receiver: string, http: HttpClient, partner: StufPartner) {
    super();
    this.code = code;
    this.#receiver = receiver;
    this.#http = http;
    this.#partner = partner;
    this.settings = { kanaal: 'stuf', endpoint: partner.url };
  }

  static async make(code: string, receiver: string, http: HttpClient): Promise<StufParty> {
    return new StufParty(code, receiver, http, await StufPartner.start());
  }

  async open(): Promise<void> {
    await this.#http.sleutel(this.code);
    const plain = this.#partner.answer;
    this.#partner.answer = (seen) => {
      const { read } = seen;
      if (read.kind === 'envelop')
        this.take({
          id: read.envelop.referentienummer,
          type: read.envelop.functie,
          xml: Buffer.from(read.payload).toString(),
        });
      return plain(seen);
    };
  }

  send(bytes: Uint8Array, _name: string): Promise<void> {
    return this.#put(bytes, randomUUID());
  }

  /** An envelope whose payload is of another kind than it says: received (Bv03), and refused afterwards (Fo01). */
  sendWrong(bytes: Uint8Array): Promise<void> {
    return this.#put(bytes, randomUUID(), 'JW307');
  }

  /** Refuses what never came: it has no effect. */
  async refuse(): Promise<void> {
    const fout = { code: 'StUF055', plek: 'client', omschrijving: 'Proef' } as const;
    const fo01 = antwoord({
      ...{ soort: 'Fo01', referentienummer: randomUUID(), crossRefnummer: randomUUID() },
      ...{
        zender: { organisatie: this.code, applicatie: 'Zorg' },
        ontvanger: { organisatie: this.#receiver, applicatie: 'GGk' },
      },
      fout,
    });
    await this.#post(schrijfAntwoord(fo01));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#partner.stop();
  }

  async #put(
    bytes: Uint8Array,
    referentienummer: string,
    functie = typeOf(Buffer.from(bytes).toString()),
  ): Promise<void> {
    const one = envelop({
      ...{ referentienummer, functie, soort: 'Di01' },
      zender: { organisatie: this.code, applicatie: 'Zorg' },
      ontvanger: { organisatie: this.#receiver, applicatie: 'GGk' },
    });
    const envelope = schrijfEnvelop(one, bytes);
    await patiently(
      async () => ((await this.#post(envelope)) === 200 ? true : undefined),
      () => this.#closed,
    );
  }

  async #post(envelope: Uint8Array): Promise<number> {
    const key = await this.#http.sleutel(this.code);
    const basic = Buffer.from(`${this.code}:${key}`).toString('base64');
    return (await this.#http.post(PATH, `Basic ${basic}`, envelope, 'text/xml; charset=utf-8')).status;
  }
}
