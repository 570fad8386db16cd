import { Agent, request } from 'node:http';

/** Calls one gateway with one key over connections that stay open. */
export class Client {
  #agent;
  #url;
  #sleutel;

  constructor(url, sleutel, sockets = 64) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
    this.#url = url;
    this.#sleutel = sleutel;
  }

  /** The same connections, another key. */
  as(sleutel) {
    const ander = new Client(this.#url, sleutel);
    ander.#agent = this.#agent;
    return ander;
  }

  post(bytes, headers = {}) {
    return this.call('POST', '/api/v1/berichten', { 'content-type': 'application/xml', ...headers }, bytes);
  }

  json(method, path, body) {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return this.call(method, path, bytes === undefined ? {} : { 'content-type': 'application/json' }, bytes);
  }

  /** Status and body of the answer; the body as an object where it is JSON. */
  call(method, path, headers, bytes) {
    return new Promise((resolve, reject) => {
      const alle = { authorization: `Bearer ${this.#sleutel}`, 'content-length': bytes?.length ?? 0, ...headers };
      const vraag = request(`${this.#url}${path}`, { method, agent: this.#agent, headers: alle }, (antwoord) => {
        const delen = [];
        antwoord.on('data', (deel) => delen.push(deel));
        antwoord.on('error', reject);
        antwoord.on('end', () => {
          const tekst = Buffer.concat(delen).toString();
          const isJson = /json/.test(antwoord.headers['content-type'] ?? '');
          resolve({ status: antwoord.statusCode, body: isJson ? JSON.parse(tekst) : tekst });
        });
      });
      vraag.on('error', reject);
      vraag.end(bytes);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/** Throws when the answer is another than expected: a bench that measures failures measures nothing. */
export function expect(antwoord, status) {
  if (antwoord.status !== status) throw new Error(`HTTP ${antwoord.status}: ${JSON.stringify(antwoord.body)}`);
  return antwoord.body;
}
