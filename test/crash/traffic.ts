import { createHash } from 'node:crypto';
import { jw301, jw305, jw315, jw323, PRODUCT, type Wie } from '../gateway/berichten.ts';
import { aanbieder, client, GEMEENTE } from '../gateway/wereld.ts';
import type { HttpParty } from './parties/http.ts';
import type { Party } from './party.ts';

/** So many files at most in a zip. */
const ZIP = 30;

/** A message that was sent, what must become of it, and what it must be answered with. */
export interface Sent {
  readonly sha256: string;
  readonly sender: string;
  readonly receiver: string;
  readonly type: string;
  readonly status: string;
  readonly answers: readonly string[];
  /** Of a declaratie: eurocents. */
  readonly granted?: number;
}

/** Parties by their code; the gemeente sends by HTTP. */
export type Parties = ReadonlyMap<string, Party>;

/** All that was sent and what it comes to, reckoned here, with nothing of the gateway. */
export class Traffic {
  readonly sent: Sent[] = [];
  /** Eurocents granted on each toewijzing, by its number. */
  readonly granted = new Map<number, number>();
  readonly #parties: Parties;
  readonly #providers: number;
  #requests = 0;

  constructor(parties: Parties, providers: number) {
    this.#parties = parties;
    this.#providers = providers;
  }

  /**
   * Of each aanbieder `clients` new clients: a JW301, a JW305 and a JW323 for each. The JW301s of the first aanbieder go as
   * zips. Resolves when each was acknowledged.
   */
  async round(clients: number): Promise<void> {
    await Promise.all(
      Array.from({ length: this.#providers }, async (_, n) => {
        const who = Array.from({ length: clients }, () => client(n));
        const first = who.map((wie) => this.#post(n, GEMEENTE, 'JW301', jw301(wie, `A${wie.nummer}`), 'JW302'));
        if (n === 0) {
          for (let i = 0; i < first.length; i += ZIP)
            await (this.#party(GEMEENTE) as HttpParty).sendZip(first.slice(i, i + ZIP).map(({ bytes }) => bytes));
          this.sent.push(...first.map(({ bytes: _, ...sent }) => sent));
        } else for (const one of first) await this.#send(one);
        for (const wie of who)
          await this.#send(this.#post(n, wie.aanbieder, 'JW305', jw305(wie, `S${wie.nummer}`), 'JW306'));
        for (const [i, wie] of who.entries())
          await this.#send(this.#declaratie(n, wie, i, who[(i + 1) % clients] ?? wie));
      }),
    );
  }

  /** A JW315 that is honoured: the numbers of its JW301 come from the gateway. */
  async request(n = 0, by?: Pick<Party, 'send'>): Promise<void> {
    const code = aanbieder(n);
    const { bsn } = client(n);
    const bytes = jw315({ aanbieder: code, gemeente: GEMEENTE, bsn }, `V${code}${this.#requests++}`);
    await (by ?? this.#party(code)).send(bytes, `b${this.#nr++}`);
    const answers = ['JW301', 'JW316'];
    this.sent.push({ ...sentAs(bytes, code, GEMEENTE, 'JW315'), status: 'goedgekeurd', answers });
  }

  #nr = 0;

  #party(code: string): Party {
    const party = this.#parties.get(code);
    if (party === undefined) throw new Error(`no party ${code}`);
    return party;
  }

  /** Every second one has a line with a tariff that the contract does not have: that line is refused, the other granted. */
  #declaratie(n: number, wie: Wie, i: number, other: Wie): Outgoing {
    const minutes = 30 + i;
    const granted = minutes * PRODUCT.tarief;
    this.granted.set(wie.nummer, granted);
    const wrong = i % 2 === 1;
    const number = `D${wie.nummer}`;
    const bytes = jw323(number, 12, [
      { wie, referentie: `${number}-1`, minuten: minutes },
      ...(wrong ? [{ wie: other, referentie: `${number}-2`, minuten: 45, tarief: PRODUCT.tarief + 1 }] : []),
    ]);
    const status = wrong ? 'deels-goedgekeurd' : 'goedgekeurd';
    return { ...this.#post(n, wie.aanbieder, 'JW323', bytes, 'JW325'), status, granted };
  }

  #post(n: number, sender: string, type: string, bytes: Uint8Array, answer: string): Outgoing {
    const receiver = sender === GEMEENTE ? aanbieder(n) : GEMEENTE;
    return { ...sentAs(bytes, sender, receiver, type), status: 'goedgekeurd', answers: [answer], bytes };
  }

  async #send({ bytes, ...sent }: Outgoing): Promise<void> {
    await this.#party(sent.sender).send(bytes, `b${this.#nr++}`);
    this.sent.push(sent);
  }
}

type Outgoing = Sent & { readonly bytes: Uint8Array };

function sentAs(bytes: Uint8Array, sender: string, receiver: string, type: string) {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sender, receiver, type };
}
