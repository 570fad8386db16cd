import amqp from 'amqplib';
import { userOf } from './broker-users.mjs';

/** A system of a party as its maker would write it: one connection, a confirm channel, its own queue. */
export class PartySystem {
  #connection;
  #channel;
  #user;
  /** What came and nobody asked for yet; and who waits, with what it waits for. */
  #came = [];
  #waiting = [];

  static async connect(url, partij) {
    const system = new PartySystem();
    system.#user = userOf(partij);
    system.#connection = await amqp.connect(url, { noDelay: true });
    system.#connection.on('error', (fout) => process.stderr.write(`${fout.message}\n`));
    system.#channel = await system.#connection.createConfirmChannel();
    await system.#channel.consume(`ijw.uit.${partij}`, (message) => {
      if (message === null) return;
      system.#take(message);
      system.#channel.ack(message);
    });
    return system;
  }

  /** Puts a message in and waits for its verdict; `antwoord(n)` waits for n answers and gives their types. */
  async send(id, bytes) {
    const properties = { userId: this.#user, messageId: id, contentType: 'application/xml', persistent: true };
    await new Promise((resolve, reject) => {
      this.#channel.publish('ijw', 'in.bericht', bytes, { ...properties, mandatory: true }, (fout) =>
        fout == null ? resolve() : reject(fout),
      );
    });
    const verdict = await this.#next(
      ({ properties: p }) => p.messageId.startsWith('oordeel-') && p.correlationId === id,
    );
    const oordeel = JSON.parse(verdict.content.toString());
    const antwoord = async (count) => {
      const types = [];
      while (types.length < count)
        types.push((await this.#next((m) => m.properties.headers?.['ijw-op'] === id)).properties.type);
      return types;
    };
    return { oordeel, antwoord };
  }

  close() {
    return this.#connection.close();
  }

  #next(fits) {
    const at = this.#came.findIndex(fits);
    if (at >= 0) return Promise.resolve(this.#came.splice(at, 1)[0]);
    return new Promise((resolve) => {
      this.#waiting.push({ fits, resolve });
    });
  }

  #take(message) {
    const at = this.#waiting.findIndex(({ fits }) => fits(message));
    if (at < 0) this.#came.push(message);
    else this.#waiting.splice(at, 1)[0].resolve(message);
  }
}
