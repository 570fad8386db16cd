import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { bevestiging, weigering } from '../../src/connectors/stuf/answer.ts';
import type { GelezenEnvelop, Herkend } from '../../src/xml/stuf/envelope.ts';
import { PayloadSplitter } from '../../src/xml/stuf/payload-splitter.ts';
import { leesEnvelop } from '../../src/xml/stuf/read-envelope.ts';
import { NIETS_HERKEND } from '../../src/xml/stuf/stuurgegevens.ts';
import { schrijfAntwoord } from '../../src/xml/stuf/write-envelope.ts';

export interface PartnerAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  readonly read: GelezenEnvelop;
}

/** The system of a party that takes envelopes: keeps what came, and answers as it is told. `lost`: it hangs up. */
export class StufPartner {
  readonly seen: Seen[] = [];
  answer: (seen: Seen) => PartnerAnswer | 'lost' | Promise<PartnerAnswer | 'lost'> = (seen) => bv03(seen);
  readonly #server: Server;
  #port = 0;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const splitter = new PayloadSplitter();
      splitter.write(bytes);
      const seen = { headers: request.headers, bytes, read: leesEnvelop(splitter.end()) };
      this.seen.push(seen);
      const answer = await this.answer(seen);
      if (answer === 'lost') request.socket.destroy();
      else response.writeHead(answer.status, { 'content-type': 'text/xml', ...answer.headers }).end(answer.body);
    });
  }

  static async start(): Promise<StufPartner> {
    const partner = new StufPartner();
    await partner.listen();
    return partner;
  }

  /** On the port that it had before, when it was stopped. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** What comes, once something does that fits. */
  async waitFor(fits: (seen: Seen) => boolean, ms = 20_000): Promise<Seen> {
    for (const end = Date.now() + ms; ; await sleep(20)) {
      const found = this.seen.find(fits);
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`it never came; ${this.seen.length} others did`);
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function bv03({ read }: Seen): PartnerAnswer {
  return { status: 200, body: schrijfAntwoord(bevestiging(about(read), new Date())) };
}

export function fo03({ read }: Seen): PartnerAnswer {
  return { status: 500, body: schrijfAntwoord(weigering(about(read), 'xsd', 'Niet goed.', new Date())) };
}

function about(read: GelezenEnvelop): Herkend {
  if (read.kind === 'envelop') return read.envelop;
  return read.kind === 'antwoord' ? read.antwoord : NIETS_HERKEND;
}
