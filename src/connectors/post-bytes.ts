import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { isPublicAddress, type Resolve } from '../channels/address-guard.ts';
import { guardedLookup, PrivateTarget } from './guarded-lookup.ts';

export interface PosterOptions {
  /** Any address may be connected to. */
  readonly privateAllowed: boolean;
  /** For mutual TLS: PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Seams for tests; both in ms. */
  readonly connectMs?: number;
  readonly totalMs?: number;
  readonly resolve?: Resolve;
}

export interface Posted {
  readonly status: number;
  /** No more than its first so many bytes. */
  readonly body: Buffer;
}

/** The whole exchange took too long. */
export class PostTimeout extends Error {
  readonly code = 'PostTimeout';
}

class StaleConnection extends Error {}

const CONNECT_MS = 10_000;
const TOTAL_MS = 30_000;
/** What an answer holds beyond this is not read (bytes). */
const ANSWER_BYTES = 256 * 1024;

/**
 * Posts bytes, without following redirects, to an address that is judged at the socket that is used. Connections are kept
 * for the next; `close` ends them.
 */
export class Poster {
  readonly #options: PosterOptions;
  readonly #agents: { readonly http: HttpAgent; readonly https: HttpsAgent };

  constructor(options: PosterOptions) {
    this.#options = options;
    const keep = { keepAlive: true, maxFreeSockets: 64, timeout: options.totalMs ?? TOTAL_MS };
    this.#agents = { http: new HttpAgent(keep), https: new HttpsAgent({ ...keep, ...options.tls }) };
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  /** Rejects when no answer came: whether the bytes arrived is not known then. */
  async post(target: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<Posted> {
    try {
      return await this.#post(target, headers, body);
    } catch (fout) {
      // A connection that was kept and that the other side closed meanwhile says nothing of the way.
      if (!(fout instanceof StaleConnection)) throw fout;
      return this.#post(target, { ...headers, connection: 'close' }, body);
    }
  }

  #post(target: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<Posted> {
    const { privateAllowed, resolve, connectMs = CONNECT_MS, totalMs = TOTAL_MS } = this.#options;
    const url = new URL(target);
    const secure = url.protocol === 'https:';
    return new Promise((answer, reject) => {
      const signal = AbortSignal.timeout(totalMs);
      const guarded = privateAllowed ? {} : { lookup: guardedLookup(resolve) };
      const options = { method: 'POST', headers: { ...headers, 'content-length': String(body.length) }, signal };
      const request = secure
        ? httpsRequest(url, { ...options, ...guarded, agent: this.#agents.https })
        : httpRequest(url, { ...options, ...guarded, agent: this.#agents.http });
      const failed = (fout: NodeJS.ErrnoException) => {
        if (signal.aborted) reject(new PostTimeout('no answer in time'));
        else if (request.reusedSocket && (fout.code === 'ECONNRESET' || fout.code === 'EPIPE'))
          reject(new StaleConnection());
        else reject(fout);
      };
      request.on('error', failed);
      request.on('socket', (socket: Socket) => {
        if (!socket.connecting) return void request.end(body);
        // An address that is written as one is looked up by nobody: it is judged here, before anything is sent.
        const patience = setTimeout(() => request.destroy(new PostTimeout('no connection in time')), connectMs);
        socket.once('connect', () => {
          clearTimeout(patience);
          if (privateAllowed || isPublicAddress(socket.remoteAddress ?? '')) request.end(body);
          else request.destroy(new PrivateTarget());
        });
        socket.once('close', () => clearTimeout(patience));
      });
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const done = () => answer({ status: response.statusCode ?? 0, body: Buffer.concat(parts) });
        response.on('data', (part: Buffer) => {
          if (size < ANSWER_BYTES) parts.push(part.subarray(0, ANSWER_BYTES - size));
          size += part.length;
          if (size <= ANSWER_BYTES) return;
          done();
          response.destroy();
        });
        response.on('end', done);
        response.on('error', failed);
      });
    });
  }
}
