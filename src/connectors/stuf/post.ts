import { lookup } from 'node:dns';
import { type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../../channels/address-guard.ts';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** WEBHOOK_PRIVE=ja: http and any address. */
  readonly privateAllowed: boolean;
  /** PEM, for mutual TLS. */
  readonly certificate: string | null;
  readonly key: string | null;
  readonly timeoutMs: number;
}

export type Posted =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Uint8Array }
  /** `sent`: it may have arrived all the same. `code` tells of the fault and of nobody. */
  | { readonly kind: 'failed'; readonly code: string; readonly sent: boolean };

/** A Bv03 or a Fault is a few hundred bytes. */
const LONGEST_ANSWER = 256 * 1024;

class ForbiddenAddress extends Error {
  readonly code = 'adres-niet-toegestaan';
}

/**
 * One POST on a line of its own. The address that the name stands for is judged where it is used, so that a name which stands
 * for another address a moment later leads nowhere; redirects are answers like any other and are not followed.
 */
export async function post(options: Post): Promise<Posted> {
  const { url, body, timeoutMs } = options;
  let sent = false;
  try {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (!options.privateAllowed && (protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host)))) {
      throw new ForbiddenAddress();
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (protocol === 'https:' ? overHttps : overHttp)(url, requestOptions(options), resolve);
      request.once('error', reject);
      request.once('finish', () => {
        sent = true;
      });
      request.end(body);
    });
    return { kind: 'answer', status: answer.statusCode ?? 0, body: await read(answer) };
  } catch (fout) {
    return { kind: 'failed', code: codeOf(fout, timeoutMs), sent };
  }
}

function requestOptions({ headers, body, privateAllowed, certificate, key, timeoutMs }: Post): RequestOptions {
  return {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length) },
    agent: false,
    lookup: privateAllowed ? lookup : publicOnly,
    signal: AbortSignal.timeout(timeoutMs),
    ...(certificate === null || key === null ? {} : { cert: certificate, key }),
  };
}

/** Every address must do: which of them is used is not ours to choose. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (fout, addresses) => {
    const [first] = addresses ?? [];
    if (fout !== null || first === undefined) callback(fout ?? new Error('no address'), '', 0);
    else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(new ForbiddenAddress(), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

async function read(answer: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LONGEST_ANSWER) {
      answer.destroy();
      throw Object.assign(new Error(), { code: 'antwoord-te-groot' });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function codeOf(fout: unknown, timeoutMs: number): string {
  if (!(fout instanceof Error)) return 'onbekend';
  if (fout.name === 'AbortError' || fout.name === 'TimeoutError') return `geen-antwoord-in-${timeoutMs / 1000}s`;
  return 'code' in fout && typeof fout.code === 'string' ? fout.code : fout.name;
}
