import { connect } from 'node:net';

const EINDE_KOP = '\r\n\r\n';

/**
 * One connection that posts messages, one after another. Written on a bare socket: the load must cost little where it shares
 * the machine with what is measured, and Node's own client takes half a millisecond for each call.
 */
export class Poster {
  #socket;
  #url;
  #host;
  #antwoord = '';
  #klaar = () => undefined;
  #stuk = () => undefined;

  constructor(url) {
    this.#url = new URL(url);
    this.#host = this.#url.host;
    this.#open();
  }

  #open() {
    const { hostname, port } = this.#url;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('latin1');
    this.#socket.on('data', (deel) => this.#take(deel));
    this.#socket.on('error', (fout) => this.#stuk(fout));
    this.#socket.on('close', () => this.#stuk(new Error('the gateway closed the connection')));
  }

  /** The bytes of a whole request that posts a message, made beforehand. */
  request(sleutel, bytes) {
    return this.call('POST', '/api/v1/berichten', sleutel, bytes, { 'content-type': 'application/xml' });
  }

  /** The bytes of any request. */
  call(methode, pad, sleutel, inhoud, meer = {}) {
    const bytes = Buffer.from(inhoud);
    const kop = [
      `${methode} ${pad} HTTP/1.1`,
      `host: ${this.#host}`,
      `authorization: Bearer ${sleutel}`,
      ...Object.entries(meer).map(([naam, waarde]) => `${naam}: ${waarde}`),
      `content-length: ${bytes.length}`,
    ];
    return Buffer.concat([Buffer.from(kop.join('\r\n') + EINDE_KOP), bytes]);
  }

  /** Sends a request and gives the status of its answer. */
  async send(request) {
    return (await this.ask(request)).status;
  }

  /** And its text. */
  ask(request) {
    return new Promise((resolve, reject) => {
      this.#klaar = resolve;
      this.#stuk = reject;
      // The gateway closes what nobody has used for a while.
      if (this.#socket.closed) this.#open();
      this.#socket.write(request);
    });
  }

  close() {
    this.#socket.removeAllListeners('close').end();
  }

  #take(deel) {
    this.#antwoord += deel;
    const kop = this.#antwoord.indexOf(EINDE_KOP);
    if (kop < 0) return;
    const [, lengte] = /\r\ncontent-length: (\d+)/i.exec(this.#antwoord) ?? [];
    if (lengte === undefined) return this.#stuk(new Error('an answer without a length'));
    if (this.#antwoord.length < kop + EINDE_KOP.length + Number(lengte)) return;
    const antwoord = {
      status: Number(this.#antwoord.slice(9, 12)),
      tekst: this.#antwoord.slice(kop + EINDE_KOP.length),
    };
    this.#antwoord = '';
    this.#klaar(antwoord);
  }
}
