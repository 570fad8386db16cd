import { patiently } from '../crash/patiently.ts';
import type { HttpClient } from '../servers/http-client.ts';

/** A post that was answered with ids, as its sender keeps it. */
interface Acknowledged {
  readonly send: () => Promise<{ readonly status: number; readonly text: string }>;
  readonly key: string;
  readonly ids: readonly string[];
}

const OK: readonly number[] = [200, 202];

/**
 * The senders of a gateway whose store may forget: they keep what was acknowledged, send the JW301s first and what builds on
 * them when they are told to, and send again what the gateway says that it does not know (docs/betrouwbaarheid.md).
 */
export class Acknowledgements {
  readonly #http: HttpClient;
  readonly #kept: Acknowledged[] = [];
  readonly #whole: Promise<void>;
  #tell: () => void = () => undefined;

  /** From here on `http` holds back what is no JW301, until `goOn`. */
  constructor(http: HttpClient) {
    this.#http = http;
    this.#whole = new Promise((done) => {
      this.#tell = done;
    });
    const post = http.post.bind(http);
    http.post = async (path, credentials, body, type) => {
      const builds = /<jw\d{3}:/.exec(Buffer.from(body.subarray(0, 2_000)).toString('latin1'))?.[0] ?? '<jw301:';
      if (builds !== '<jw301:') await this.#whole;
      const send = () => post(path, credentials, body, type);
      const answer = await send();
      if (OK.includes(answer.status)) this.#kept.push({ send, key: credentials, ids: idsIn(answer.text) });
      return answer;
    };
  }

  /** Messages that were acknowledged until now. */
  get count(): number {
    return this.#kept.reduce((sum, { ids }) => sum + ids.length, 0);
  }

  /** Asks for every message and sends again what is not known; tells how many messages that were. */
  async sendAgain(): Promise<number> {
    let unknown = 0;
    for (const { send, key, ids } of [...this.#kept]) {
      const gone = await this.#unknown(ids, key);
      if (gone === 0) continue;
      unknown += gone;
      const taken = await patiently(
        async () => {
          const { status, text } = await send();
          if (status < 500 && status !== 429) return { status, text };
          return undefined;
        },
        () => false,
      );
      if (taken === undefined || !OK.includes(taken.status))
        throw new Error(`sent again: ${taken?.status} ${taken?.text}`);
      if (idsIn(taken.text).some((id) => ids.includes(id))) throw new Error('answered with an id that is not known');
    }
    return unknown;
  }

  goOn(): void {
    this.#tell();
  }

  async #unknown(ids: readonly string[], key: string): Promise<number> {
    let gone = 0;
    for (const id of ids) {
      const status = await patiently(
        async () => {
          const answer = await this.#http.call('GET', `/api/v1/berichten/${id}`, key);
          await answer.arrayBuffer();
          return [200, 404].includes(answer.status) ? answer.status : undefined;
        },
        () => false,
      );
      if (status === 404) gone++;
    }
    return gone;
  }
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
}
