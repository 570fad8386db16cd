import type { BerichtBeeld } from '../../src/store/messages/contract.ts';
import { BEHEERDER } from './gateway.ts';

/** Speaks HTTP to a gateway as the systems of parties do. */
export class HttpClient {
  /** Of one gateway, or several of the same that take turns. */
  readonly #urls: string[];
  #turn = 0;
  readonly #sleutels = new Map<string, Promise<string>>();

  constructor(url: string) {
    this.#urls = [url];
  }

  also(url: string): void {
    this.#urls.push(url);
  }

  get #url(): string {
    return this.#urls[this.#turn++ % this.#urls.length] ?? '';
  }

  /** The answer, whatever its status; rejects when nobody answers. */
  call(method: string, path: string, sleutel: string, body?: Uint8Array | object): Promise<Response> {
    const xml = body instanceof Uint8Array;
    return fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${sleutel}`,
        ...(body === undefined ? {} : { 'content-type': xml ? 'application/xml' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: xml ? Buffer.from(body) : JSON.stringify(body) }),
    });
  }

  /** Bytes of whatever type; `credentials` a key, or what stands in the header as a whole. */
  async post(
    path: string,
    credentials: string,
    body: Uint8Array,
    type: string,
  ): Promise<{ status: number; text: string }> {
    const authorization = /^\w+ /.test(credentials) ? credentials : `Bearer ${credentials}`;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(this.#url + path, { method: 'POST', headers, body: Buffer.from(body) });
    return { status: answer.status, text: await answer.text() };
  }

  async json<T>(method: string, path: string, sleutel: string, body?: Uint8Array | object): Promise<T> {
    const antwoord = await this.call(method, path, sleutel, body);
    const tekst = await antwoord.text();
    if (!antwoord.ok) throw new Error(`${method} ${path}: ${antwoord.status} ${tekst.slice(0, 300)}`);
    return JSON.parse(tekst) as T;
  }

  async putAgreements(document: object): Promise<void> {
    await this.json('PUT', '/api/v1/afspraken', BEHEERDER, document);
  }

  /** A key of this party, made once. */
  sleutel(partij: string): Promise<string> {
    let sleutel = this.#sleutels.get(partij);
    if (sleutel === undefined) {
      const rol = partij.length === 8 ? 'aanbieder' : 'gemeente';
      sleutel = this.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, {
        naam: `test ${partij}`,
        rol,
        partij,
      }).then((gemaakt) => gemaakt.sleutel);
      this.#sleutels.set(partij, sleutel);
    }
    return sleutel;
  }

  bericht(id: string): Promise<BerichtBeeld> {
    return this.json('GET', `/api/v1/berichten/${id}`, BEHEERDER);
  }

  async xml(id: string): Promise<string> {
    return (await this.call('GET', `/api/v1/berichten/${id}/xml`, BEHEERDER)).text();
  }

  /** All that was delivered to a party: id and type, oldest first. Nothing is confirmed. */
  async uitgaand(partij: string): Promise<{ readonly id: string; readonly type: string }[]> {
    const alle: { id: string; type: string }[] = [];
    const sleutel = await this.sleutel(partij);
    for (let na = ''; ; ) {
      const bladzij = await this.json<{ berichten: { id: string; type: string }[]; volgende: string | null }>(
        'GET',
        `/api/v1/uitgaand?limit=500${na}`,
        sleutel,
      );
      alle.push(...bladzij.berichten);
      if (bladzij.volgende === null) return alle;
      na = `&na=${bladzij.volgende}`;
    }
  }
}
