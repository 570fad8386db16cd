import { BEHEERDER, type TestGateway } from '../servers/gateway.ts';

/** A message as the API shows it, as far as the tests look into it. */
export interface Bericht {
  readonly id: string;
  readonly status: string;
  readonly bevindingen: readonly { readonly regel: string }[];
  readonly antwoorden: readonly { readonly id: string; readonly type: string }[];
}

/** Sends messages as their parties would, each with a key of its own. */
export class Inzending {
  readonly #gateway: TestGateway;
  readonly #sleutels = new Map<string, string>();

  constructor(gateway: TestGateway) {
    this.#gateway = gateway;
  }

  async post(partij: string, body: Uint8Array): Promise<{ json: string; replay: boolean }> {
    const antwoord = await fetch(`${this.#gateway.url}/api/v1/berichten`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.#sleutel(partij)}`,
        'content-type': 'application/xml',
        prefer: 'wait=60',
      },
      body: new Uint8Array(body),
    });
    return { json: await antwoord.text(), replay: antwoord.headers.get('idempotent-replay') === 'true' };
  }

  /** The XML of a message, as its party fetches it. */
  async xml(partij: string, id: string): Promise<string> {
    const antwoord = await fetch(`${this.#gateway.url}/api/v1/berichten/${id}/xml`, {
      headers: { authorization: `Bearer ${await this.#sleutel(partij)}` },
    });
    return antwoord.text();
  }

  async #sleutel(partij: string): Promise<string> {
    const bekend = this.#sleutels.get(partij);
    if (bekend !== undefined) return bekend;
    const rol = partij.length === 8 ? 'aanbieder' : 'gemeente';
    const antwoord = await fetch(`${this.#gateway.url}/api/v1/sleutels`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BEHEERDER}`, 'content-type': 'application/json' },
      body: JSON.stringify({ naam: `verhaal ${partij}`, rol, partij }),
    });
    const { sleutel } = (await antwoord.json()) as { sleutel: string };
    this.#sleutels.set(partij, sleutel);
    return sleutel;
  }
}
