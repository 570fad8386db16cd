import { expect } from '../../../bench/http.mjs';

/** The systems of the parties: each with a key of its own, sending and collecting as its maker would write it. */
export class Parties {
  #admin;
  #names;
  #clients = new Map();
  #count = { sent: 0, collected: 0, decided: 0, statuses: new Map() };

  constructor(admin, { gemeenten, aanbieders }) {
    this.#admin = admin;
    this.#names = new Map([...gemeenten.map((g) => [g.code, g.naam]), ...aanbieders.map((a) => [a.agb, a.naam])]);
  }

  get count() {
    return this.#count;
  }

  async client(partij) {
    if (!this.#clients.has(partij)) this.#clients.set(partij, this.#make(partij));
    return (await this.#clients.get(partij)).client;
  }

  async keyOf(partij) {
    await this.client(partij);
    return (await this.#clients.get(partij)).sleutel;
  }

  async #make(partij) {
    const rol = partij.length === 8 ? 'aanbieder' : 'gemeente';
    const sleutel = await this.key({ naam: this.#names.get(partij) ?? partij, rol, partij });
    return { sleutel, client: this.#admin.as(sleutel) };
  }

  async key(asked) {
    return expect(await this.#admin.json('POST', '/api/v1/sleutels', asked), 201).sleutel;
  }

  /** Gives the message with its verdict. */
  async send(partij, bytes) {
    const client = await this.client(partij);
    this.#count.sent++;
    let message = (await client.post(bytes, { prefer: 'wait=60' })).body;
    while (message.status === 'ontvangen') {
      message = expect(await client.call('GET', `/api/v1/berichten/${message.id}`, { prefer: 'wait=30' }), 200);
    }
    const { statuses } = this.#count;
    statuses.set(message.status, (statuses.get(message.status) ?? 0) + 1);
    return message;
  }

  /** The ToewijzingNummer in the JW301 that answers this. */
  async assigned(partij, { antwoorden }) {
    const jw301 = antwoorden.find(({ type }) => type === 'JW301');
    if (jw301 === undefined) return null;
    const xml = (await (await this.client(partij)).call('GET', `/api/v1/berichten/${jw301.id}/xml`, {})).body;
    return Number(/ToewijzingNummer>(\d+)</.exec(xml)?.[1] ?? 0) || null;
  }

  /** Takes what lies ready, and confirms it. */
  async collect(partij) {
    const client = await this.client(partij);
    for (;;) {
      const { berichten } = expect(await client.call('GET', '/api/v1/uitgaand?limit=500', {}), 200);
      if (berichten.length === 0) return;
      const ids = berichten.map(({ id }) => id);
      const { bevestigd } = expect(await client.json('POST', '/api/v1/uitgaand/bevestigingen', { ids }), 200);
      if (bevestigd === 0) return;
      this.#count.collected += bevestigd;
    }
  }

  /** The werkbak of a gemeente: `decide(item)` gives the body of a decision, or undefined to leave it. */
  async werkbak(gemeente, decide) {
    const client = await this.client(gemeente);
    let na = '';
    for (;;) {
      const { items, volgende } = expect(await client.call('GET', `/api/v1/werkbak?limit=20${na}`, {}), 200);
      for (const item of items) await this.#decide(client, item, decide);
      if (volgende === null || volgende === undefined) return;
      na = `&na=${volgende}`;
    }
  }

  async #decide(client, item, decide) {
    const { body, assigned } = decide(item) ?? {};
    if (body === undefined) return;
    const answer = await client.json('POST', `/api/v1/werkbak/${item.id}`, body);
    if (answer.status !== 200) return;
    this.#count.decided++;
    const xml = answer.body.antwoorden.find(({ type }) => type === 'JW301')?.xml ?? '';
    assigned?.(Number(/ToewijzingNummer>(\d+)</.exec(xml)?.[1] ?? 0) || null);
  }
}
