import { setTimeout as sleep } from 'node:timers/promises';
import { makeZip } from '../../bundle/make-zip.ts';
import type { HttpClient } from '../../servers/http-client.ts';
import { Mailbox } from '../mailbox.ts';
import type { Party } from '../party.ts';
import { patiently } from '../patiently.ts';

/** Taken by turns: one at a time, or all that came at once. */
export class HttpParty extends Mailbox implements Party {
  readonly code: string;
  readonly settings = { kanaal: 'ophalen' };
  protected readonly http: HttpClient;
  #closed = false;
  #reading: Promise<void> | undefined;
  #turns = 0;
  /** How often the gateway said that it could not take a message now. */
  unavailable = 0;

  constructor(code: string, http: HttpClient) {
    super();
    this.code = code;
    this.http = http;
  }

  async open(): Promise<void> {
    await this.http.sleutel(this.code);
    this.#reading = this.#read();
  }

  send(bytes: Uint8Array, _name: string): Promise<void> {
    return this.#post(bytes, 'application/xml');
  }

  /** All or none, in this order. */
  sendZip(files: readonly Uint8Array[]): Promise<void> {
    return this.#post(makeZip(files.map((bytes, i) => ({ naam: `${i}.xml`, bytes }))), 'application/zip');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#reading;
  }

  async #post(bytes: Uint8Array, type: string): Promise<void> {
    const key = await this.http.sleutel(this.code);
    let refused = '';
    await patiently(
      async () => {
        const { status, text } = await this.http.post('/api/v1/berichten', key, bytes, type);
        if (status === 200 || status === 202) return status;
        if (status === 503) this.unavailable++;
        if (status < 500 && status !== 429) refused = `${status} ${text}`;
        return refused === '' ? undefined : status;
      },
      () => this.#closed,
    );
    if (refused !== '') throw new Error(refused);
  }

  async #read(): Promise<void> {
    const key = await this.http.sleutel(this.code);
    while (!this.#closed) {
      await this.#turn(key).catch(() => undefined);
      await sleep(200);
    }
  }

  async #turn(key: string): Promise<void> {
    const path = '/api/v1/uitgaand';
    type Page = { berichten: { id: string; type: string }[] };
    const { berichten } = await this.http.json<Page>('GET', `${path}?limit=100`, key);
    for (const { id, type } of berichten) {
      const answer = await this.http.call('GET', `/api/v1/berichten/${id}/xml`, key);
      if (!answer.ok) return;
      this.take({ id, type, xml: await answer.text() });
      if (this.#turns % 2 === 0) await this.http.call('POST', `${path}/${id}/bevestiging`, key);
    }
    if (this.#turns++ % 2 === 1 && berichten.length > 0)
      await this.http.call('POST', `${path}/bevestigingen`, key, { ids: berichten.map(({ id }) => id) });
  }
}
