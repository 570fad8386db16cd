import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { partijenVan } from '../../src/xml/partijen.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { lijstVan } from '../../src/xml/tree.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { answerMistakes } from '../api/answers.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { AFSPRAKEN } from './afspraken.ts';

export interface Oordeel {
  readonly id: string;
  readonly status: string;
  readonly bevindingen: readonly { readonly regel: string; readonly melding: string }[];
  readonly antwoorden: readonly { readonly id: string; readonly type: string }[];
}

export interface Antwoord {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the tests say themselves what they expect of a JSON answer
  readonly body: any;
}

/** A started gateway with its parties: what their systems do over HTTP. */
export class Exchange {
  readonly #gateway: TestGateway;
  readonly #sleutels = new Map<string, string>();
  #bsn = 99_990_000;

  private constructor(gateway: TestGateway) {
    this.#gateway = gateway;
  }

  static async open(afspraken: unknown = AFSPRAKEN, env: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const exchange = new Exchange(await TestGateway.start({ env }));
    const { status } = await exchange.vraag('PUT', '/api/v1/afspraken', afspraken);
    if (status !== 200) throw new Error('the agreements were refused');
    return exchange;
  }

  /** What the gateway wrote, for whoever looks why a scenario fails. */
  get log(): string {
    return this.#gateway.log;
  }

  get url(): string {
    return this.#gateway.url;
  }

  sluit(): Promise<void> {
    return this.#gateway.remove();
  }

  /** A BSN that no other scenario uses. */
  bsn(): string {
    for (;;) {
      const kop = String(++this.#bsn);
      const som = [...kop].reduce((s, c, i) => s + Number(c) * (9 - i), 0);
      if (som % 11 < 10) return `${kop}${som % 11}`;
    }
  }

  async vraag(
    method: string,
    pad: string,
    body?: unknown,
    als?: string,
    headers: Record<string, string> = {},
  ): Promise<Antwoord> {
    const sleutel = als === undefined ? BEHEERDER : await this.sleutel(als);
    const xml = body instanceof Uint8Array;
    const antwoord = await fetch(`${this.#gateway.url}${pad}`, {
      method,
      headers: {
        authorization: `Bearer ${sleutel}`,
        ...(body === undefined ? {} : { 'content-type': xml ? 'application/xml' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: xml ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const tekst = await antwoord.text();
    const { status } = antwoord;
    const type = antwoord.headers.get('content-type');
    const fouten = answerMistakes({ method, path: pad, status, type, text: tekst });
    if (fouten.length > 0) throw new Error(`an answer that openapi.json does not know: ${fouten.join('; ')}`);
    return {
      status,
      body: tekst.startsWith('{') || tekst.startsWith('[') ? JSON.parse(tekst) : tekst,
    };
  }

  /** Sends a message as the party that it is of, and waits for its verdict. */
  async stuur(bericht: Bericht): Promise<Oordeel> {
    const { zender } = partijenVan(bericht);
    const { status, body } = await this.vraag('POST', '/api/v1/berichten', writeChecked(bericht), zender, {
      prefer: 'wait=30',
    });
    if (status !== 200) throw new Error(`${bericht.type}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Sends these bytes as this party. */
  async stuurBytes(als: string, xml: string): Promise<Oordeel> {
    const bytes = new TextEncoder().encode(xml);
    return (await this.vraag('POST', '/api/v1/berichten', bytes, als, { prefer: 'wait=30' })).body;
  }

  /** The same, and it must be accepted. */
  async slaagt(bericht: Bericht): Promise<Oordeel> {
    const oordeel = await this.stuur(bericht);
    if (oordeel.status !== 'goedgekeurd') throw new Error(`${bericht.type}: ${JSON.stringify(oordeel)}`);
    return oordeel;
  }

  /** What was delivered to a party, of one type, that says this text; oldest first. */
  async bezorgd(partij: string, type: string, tekst: string): Promise<Bericht[]> {
    const { body } = await this.vraag('GET', `/api/v1/uitgaand?type=${type}&limit=500`, undefined, partij);
    const xmls = await Promise.all(
      body.berichten.map(async ({ id }: { id: string }) => (await this.xml(id, partij)) ?? ''),
    );
    return xmls.filter((xml: string) => xml.includes(tekst)).map((xml: string) => lees(xml, type));
  }

  async xml(id: string, als?: string): Promise<string> {
    return (await this.vraag('GET', `/api/v1/berichten/${id}/xml`, undefined, als)).body;
  }

  /** The item of this reference in the werkbak of a gemeente, with its checks. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async werkbak(gemeente: string, ref: string): Promise<any> {
    const { body } = await this.vraag('GET', '/api/v1/werkbak?limit=500', undefined, gemeente);
    return body.items.find((item: { referentie: string }) => item.referentie === ref);
  }

  /** The gemeente decides on the request with this reference. */
  async besluit(gemeente: string, ref: string, besluit: object, proef = false): Promise<Antwoord> {
    const item = await this.werkbak(gemeente, ref);
    if (item === undefined) throw new Error(`${ref} does not wait`);
    return this.vraag('POST', `/api/v1/werkbak/${item.id}${proef ? '?proef=true' : ''}`, besluit, gemeente);
  }

  /** The key of this party. */
  async sleutel(partij: string): Promise<string> {
    const bekend = this.#sleutels.get(partij);
    if (bekend !== undefined) return bekend;
    const rol = partij.length === 8 ? 'aanbieder' : 'gemeente';
    const { body } = await this.vraag('POST', '/api/v1/sleutels', { naam: partij, rol, partij });
    this.#sleutels.set(partij, body.sleutel);
    return body.sleutel;
  }
}

/** A composed message as the reader gives it. */
export function lees(xml: string, type: string): Bericht {
  const soort = BERICHT_TYPES.find((t) => t === type);
  if (soort === undefined) throw new Error(`no message type ${type}`);
  return readBericht(new TextEncoder().encode(xml), soort, '3.2');
}

export function toegewezen(jw301: Bericht): readonly Groep[] {
  return lijstVan(jw301.inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
}
