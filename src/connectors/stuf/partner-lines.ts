import type { PartySettings } from '../../channels/channel-settings.ts';
import { PrivateTarget } from '../guarded-lookup.ts';
import { type Posted, Poster, type PosterOptions } from '../post-bytes.ts';

type Target = Pick<PartySettings, 'endpoint' | 'certificaat' | 'sleutel'>;

/** Lines to the systems of parties: one set for all that ask for no certificate, and one for each certificate. */
export class PartnerLines {
  readonly #options: PosterOptions;
  readonly #posters = new Map<string, Poster>();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /** Rejects when no answer came, or when nothing may be sent there. */
  async post(
    { endpoint, certificaat, sleutel }: Target,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<Posted> {
    // It was looked at when it was set; since then WEBHOOK_PRIVE may have been taken away.
    if (endpoint === null || (!this.#options.privateAllowed && !endpoint.startsWith('https:')))
      throw new PrivateTarget();
    const tls = certificaat === null || sleutel === null ? undefined : { cert: certificaat, key: sleutel };
    return this.#poster(tls).post(endpoint, headers, body);
  }

  #poster(tls: PosterOptions['tls']): Poster {
    const name = tls === undefined ? '' : tls.cert + tls.key;
    const known = this.#posters.get(name);
    if (known !== undefined) return known;
    const poster = new Poster({ ...this.#options, ...(tls === undefined ? {} : { tls }) });
    this.#posters.set(name, poster);
    return poster;
  }

  /** Ends the lines that are kept. What was set before and is no more keeps nothing open for long: lines that rest are closed. */
  close(): void {
    for (const poster of this.#posters.values()) poster.close();
    this.#posters.clear();
  }
}
